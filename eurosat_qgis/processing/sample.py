"""The algorithm `eurosat:sample`: random points in each class of a map, to label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from eurosat_qgis.core.accuracy.map_requests import (
    ALLOCATIONS,
    PLACES,
    USUAL_EXPECTED_ACCURACY,
    USUAL_MINIMUM,
    USUAL_STANDARD_ERROR,
)
from eurosat_qgis.core.map_lines import sample_lines
from eurosat_qgis.processing.help_text import sample_help
from eurosat_qgis.processing.map_algorithm import MapAlgorithm
from eurosat_qgis.processing.map_layers import map_of, model_parameter
from eurosat_qgis.processing.map_styles import style_sample
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import tr

_INTEGER = QgsProcessingParameterNumber.Type.Integer
_DOUBLE = QgsProcessingParameterNumber.Type.Double


class SampleAlgorithm(MapAlgorithm):
    """Draws points in the worker."""

    TYPE = "sample"
    HELP = HelpPage.SAMPLE
    FIELDS: Mapping[str, str] = {"OUTPUT": "output"}
    SUFFIXES: Mapping[str, tuple[str, ...]] = {"OUTPUT": (".gpkg",)}

    def displayName(self) -> str:
        return tr("Points to label")

    def tags(self) -> list[str]:
        return ["sample", "stratified", "random points", "accuracy", "reference", "olofsson"]

    def shortDescription(self) -> str:
        return tr("Draws random points from each class of a land-cover map, for people to label.")

    def shortHelpString(self) -> str:
        return sample_help()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer("INPUT", tr("Land-cover map")))
        self.addParameter(
            QgsProcessingParameterNumber(
                "SIZE",
                tr("Points in all (what the standard error asks for)"),
                _INTEGER,
                optional=True,
                minValue=1,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "STANDARD_ERROR",
                tr("Standard error of overall accuracy, when no number of points is given"),
                _DOUBLE,
                USUAL_STANDARD_ERROR,
                minValue=0.001,
                maxValue=0.49,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                "EXPECTED",
                tr("User's accuracy to expect: one for all classes, or Forest=0.9,0.8"),
                str(USUAL_EXPECTED_ACCURACY),
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                "ALLOCATION",
                tr("How points are shared among classes"),
                list(ALLOCATIONS),
                defaultValue=ALLOCATIONS[0],
                usesStaticStrings=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                "BLIND", tr("Leave the map's class out of the file"), defaultValue=False
            )
        )
        minimum = QgsProcessingParameterNumber(
            "MINIMUM",
            tr("Points in a class at least ({count} where there is room)").format(
                count=USUAL_MINIMUM
            ),
            _INTEGER,
            optional=True,
            minValue=0,
        )
        place = QgsProcessingParameterEnum(
            "PLACE",
            tr("Place of a point in its cell"),
            list(PLACES),
            defaultValue=PLACES[0],
            usesStaticStrings=True,
        )
        seed = QgsProcessingParameterNumber(
            "SEED", tr("Seed, to draw the same points again"), _INTEGER, optional=True, minValue=0
        )
        for parameter in (minimum, place, seed):
            parameter.setFlags(
                parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            )
            self.addParameter(parameter)
        self.addParameter(model_parameter())
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", tr("Points"), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addOutput(QgsProcessingOutputNumber("POINTS", tr("Number of points")))
        self.addOutput(QgsProcessingOutputNumber("SEED_USED", tr("Seed that draws them again")))

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        expected = self.parameterAsString(parameters, "EXPECTED", context).strip()
        numbers = {
            name.lower(): self.parameterAsInt(parameters, name, context)
            for name in ("SIZE", "MINIMUM", "SEED")
            if parameters.get(name) not in (None, "")
        }
        return {
            "map": map_of(self, parameters, "INPUT", context),
            "standard_error": self.parameterAsDouble(parameters, "STANDARD_ERROR", context),
            "expected": expected or str(USUAL_EXPECTED_ACCURACY),
            "allocation": self.parameterAsEnumString(parameters, "ALLOCATION", context),
            "place": self.parameterAsEnumString(parameters, "PLACE", context),
            "blind": self.parameterAsBool(parameters, "BLIND", context),
            **numbers,
        }

    def _lines(self, result: dict[str, Any]) -> list[str]:
        return sample_lines(result)

    def _numbers(self, result: dict[str, Any]) -> dict[str, Any]:
        return {"POINTS": result["points"], "SEED_USED": result["seed"]}

    def _dress(
        self, result: dict[str, Any], outputs: dict[str, str], context: QgsProcessingContext
    ) -> None:
        labels = result["labels"]
        self._style("OUTPUT", outputs, context, lambda layer: style_sample(layer, labels))
