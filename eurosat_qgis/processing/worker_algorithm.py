"""What all algorithms share whose work the worker does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableSequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.paths import resource
from eurosat_qgis.processing.styles import LayerStyler
from eurosat_qgis.runtime.client import WorkerError
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.translation import tr

# Failures whose cause may stand in the worker's log.
KINDS_WITH_LOG = ("died", "environment", "internal", "protocol")


class WorkerAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that sends requests to the worker of `session`.

    `stylers` outlives the run and so keeps what styles the layers: Processing runs a copy of the
    algorithm, drops it, and only then loads the layers. `SUFFIXES` are those that each output's
    file name may have: other formats are not written. `HELP` is what the dialog's Help opens.
    """

    SUFFIXES: Mapping[str, tuple[str, ...]] = {}
    HELP: HelpPage

    def __init__(self, session: Session, stylers: MutableSequence[LayerStyler]) -> None:
        super().__init__()
        self._session = session
        self._stylers = stylers

    def createInstance(self) -> WorkerAlgorithm:
        return type(self)(self._session, self._stylers)

    def group(self) -> str:
        return tr("Land cover")

    def groupId(self) -> str:
        return "landcover"

    def helpUrl(self) -> str:
        return self.HELP.url()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(resource("icon.svg"))

    def canExecute(self) -> tuple[bool, str]:
        problem = self._session.problem()
        return not problem, problem

    def _wrong_suffix(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """What is wrong with the outputs' file names, empty when nothing is."""
        for name, suffixes in self.SUFFIXES.items():
            given = self._output_path(parameters, name, context)
            if given and Path(given).suffix.lower() not in suffixes:
                title = self.parameterDefinition(name).description()
                text = tr("{title}: give a file name that ends in {suffix}, not {file}.")
                return text.format(title=title, suffix=suffixes[0], file=given)
        return ""

    def _output_path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return str(self.parameterAsFileOutput(parameters, name, context))

    def _run(self, request: dict[str, Any], feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """The worker's result; QgsProcessingException with its message when there is none."""
        said: set[str] = set()

        def on_progress(done: int, total: int, message: str) -> None:
            if message and message not in said:
                said.add(message)
                feedback.pushInfo(message)
            if total:
                feedback.setProgress(100 * done / total)

        try:
            return self._session.client().run(request, on_progress, feedback.isCanceled)
        except LandCoverError as error:
            if isinstance(error, WorkerError) and error.kind in KINDS_WITH_LOG and error.log:
                last = tr("The worker's last lines:")
                feedback.pushDebugInfo(f"{last}\n{error.log}")
            raise QgsProcessingException(str(error)) from error

    def _style(
        self,
        name: str,
        outputs: dict[str, str],
        context: QgsProcessingContext,
        style: Callable[[Any], None],
    ) -> None:
        """Have `style` called with the layer of output `name`, when it is loaded."""
        path = outputs.get(name)
        if path and context.willLoadLayerOnCompletion(path):
            styler = LayerStyler(style)
            self._stylers.append(styler)
            context.layerToLoadOnCompletionDetails(path).setPostProcessor(styler)
