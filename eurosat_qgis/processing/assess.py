"""The algorithm `eurosat:assess`: how good a land-cover map is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from eurosat_qgis.core.accuracy.map_requests import AUTO, CORINE, DESIGNS
from eurosat_qgis.core.map_lines import accuracy_lines
from eurosat_qgis.processing.help_text import assess_help
from eurosat_qgis.processing.map_algorithm import MapAlgorithm
from eurosat_qgis.processing.map_layers import (
    map_of,
    model_parameter,
    reference_of,
    why_no_reference,
)
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import tr

# How values of the reference are matched where no table is given.
OWN_NAMES = "map"
_NUMBERS = {
    "ACCURACY": "accuracy",
    "ACCURACY_CI95": "accuracy_ci95",
    "KAPPA": "kappa",
    "COMPARED": "n",
}


class AssessAlgorithm(MapAlgorithm):
    """Holds a map against a reference in the worker."""

    TYPE = "assess"
    HELP = HelpPage.ASSESS
    FIELDS: Mapping[str, str] = {"HTML": "html", "TABLE": "csv"}
    SUFFIXES: Mapping[str, tuple[str, ...]] = {"HTML": (".html", ".htm"), "TABLE": (".csv",)}

    def displayName(self) -> str:
        return tr("Accuracy of a land-cover map")

    def tags(self) -> list[str]:
        return [
            "accuracy", "assessment", "validation", "confusion matrix", "kappa", "olofsson",
            "reference", "corine", "area estimation",
        ]  # fmt: skip

    def shortDescription(self) -> str:
        return tr("Holds a land-cover map against reference points, polygons or a raster.")

    def shortHelpString(self) -> str:
        return assess_help()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer("INPUT", tr("Land-cover map")))
        self.addParameter(
            QgsProcessingParameterMapLayer(
                "REFERENCE",
                tr("Reference (points, polygons or a raster)"),
                types=[
                    QgsProcessing.SourceType.TypeVectorPoint,
                    QgsProcessing.SourceType.TypeVectorPolygon,
                    QgsProcessing.SourceType.TypeRaster,
                ],
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                "FIELD",
                tr("Field that holds the class (reference)"),
                parentLayerParameterName="REFERENCE",
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                "CLASSES",
                tr("How values of the reference are matched with classes"),
                [OWN_NAMES, CORINE],
                defaultValue=OWN_NAMES,
                usesStaticStrings=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                "CLASS_TABLE",
                tr("Table of classes instead"),
                optional=True,
                fileFilter=tr("Tables (*.csv)"),
            )
        )
        design = QgsProcessingParameterEnum(
            "DESIGN",
            tr("How the reference was chosen"),
            list(DESIGNS),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        share = QgsProcessingParameterNumber(
            "MIN_SHARE",
            tr("Share of a cell that one reference class must cover"),
            QgsProcessingParameterNumber.Type.Double,
            0.0,
            minValue=0.0,
            maxValue=1.0,
        )
        for parameter in (design, share):
            parameter.setFlags(
                parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            )
            self.addParameter(parameter)
        self.addParameter(model_parameter())
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "HTML", tr("Report"), tr("Reports (*.html)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "TABLE", tr("Table"), tr("Tables (*.csv)"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Overall accuracy")))
        self.addOutput(
            QgsProcessingOutputNumber("ACCURACY_CI95", tr("Half width of its 95 % interval"))
        )
        self.addOutput(QgsProcessingOutputNumber("KAPPA", tr("Kappa")))
        self.addOutput(QgsProcessingOutputNumber("COMPARED", tr("Points or cells compared")))

    def _why_not(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        layer = self.parameterAsLayer(parameters, "REFERENCE", context)
        return super()._why_not(parameters, context) or why_no_reference(
            layer, self._field(parameters, context)
        )

    def _field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        if not parameters.get("FIELD"):
            return ""
        return str(self.parameterAsString(parameters, "FIELD", context)).strip()

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        layer = self.parameterAsLayer(parameters, "REFERENCE", context)
        asked = {
            "map": map_of(self, parameters, "INPUT", context),
            **reference_of(layer, self._field(parameters, context)),
            "design": self.parameterAsEnumString(parameters, "DESIGN", context) or AUTO,
            "min_share": self.parameterAsDouble(parameters, "MIN_SHARE", context),
        }
        if table := self.parameterAsFile(parameters, "CLASS_TABLE", context):
            asked["classes"] = table
        elif self.parameterAsEnumString(parameters, "CLASSES", context) == CORINE:
            asked["classes"] = CORINE
        return asked

    def _lines(self, result: dict[str, Any]) -> list[str]:
        return accuracy_lines(result)

    def _numbers(self, result: dict[str, Any]) -> dict[str, Any]:
        return {name: result[key] for name, key in _NUMBERS.items() if result[key] is not None}
