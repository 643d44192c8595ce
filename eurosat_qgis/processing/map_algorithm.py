"""What the algorithms on finished maps share."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from eurosat_qgis.processing.map_layers import model_field, why_no_map
from eurosat_qgis.processing.styles import LayerStyler
from eurosat_qgis.processing.worker_algorithm import WorkerAlgorithm
from eurosat_qgis.runtime.session import Session


class MapAlgorithm(WorkerAlgorithm):
    """One request of the worker: read from the layers first, done in another thread.

    Subclasses have `TYPE`, the request's, `MAPS`, the parameters that are maps, and `FIELDS`, the
    request's field of each output.
    """

    TYPE = ""
    MAPS: tuple[str, ...] = ("INPUT",)
    FIELDS: Mapping[str, str] = {}

    def __init__(self, session: Session, stylers: MutableSequence[LayerStyler]) -> None:
        super().__init__(session, stylers)
        self._request: dict[str, Any] = {}

    def name(self) -> str:
        return self.TYPE

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        valid, message = super().checkParameterValues(parameters, context)
        if valid:
            message = self._why_not(parameters, context)
        return not message, message

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        if problem := self._why_not(parameters, context):
            raise QgsProcessingException(problem)
        self._request = {
            "type": self.TYPE,
            **self._asked(parameters, context),
            **model_field(self, parameters, context),
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        given = {name: self._destination(parameters, name, context) for name in self.FIELDS}
        outputs = {name: path for name, path in given.items() if path}
        request = {**self._request, **{self.FIELDS[name]: path for name, path in outputs.items()}}
        result = self._run(request, feedback)
        for line in result["warnings"]:
            feedback.pushWarning(line)
        for line in self._lines(result):
            feedback.pushInfo(line)
        self._dress(result, outputs, context)
        return {**outputs, **self._numbers(result)}

    def _why_not(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        for name in self.MAPS:
            layer = self.parameterAsRasterLayer(parameters, name, context)
            if problem := why_no_map(layer, self.parameterDefinition(name).description()):
                return problem
        return self._session.problem() or self._wrong_suffix(parameters, context)

    def _destination(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        # The first has a layer loaded into the project, where that is asked for.
        if self.SUFFIXES[name][0] in (".tif", ".gpkg"):
            return str(self.parameterAsOutputLayer(parameters, name, context) or "")
        return self._output_path(parameters, name, context)

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The request's fields but outputs and model."""
        raise NotImplementedError

    def _lines(self, result: dict[str, Any]) -> list[str]:
        """The result for the log."""
        raise NotImplementedError

    def _numbers(self, result: dict[str, Any]) -> dict[str, Any]:
        """The numbers that the algorithm gives."""
        raise NotImplementedError

    def _dress(
        self, result: dict[str, Any], outputs: dict[str, str], context: QgsProcessingContext
    ) -> None:
        """Have layers styled when they are loaded."""
