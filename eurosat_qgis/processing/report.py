"""The algorithm `eurosat:report`: all that is known of a land-cover map as one HTML page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from eurosat_qgis.processing.help_text import report_help
from eurosat_qgis.processing.map_algorithm import MapAlgorithm
from eurosat_qgis.processing.map_layers import map_of
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import tr


class ReportAlgorithm(MapAlgorithm):
    """Has the worker write the page that the command line writes."""

    TYPE = "report"
    HELP = HelpPage.REPORT
    FIELDS: Mapping[str, str] = {"OUTPUT": "output"}
    SUFFIXES: Mapping[str, tuple[str, ...]] = {"OUTPUT": (".html", ".htm")}

    def displayName(self) -> str:
        return tr("Report on a land-cover map")

    def tags(self) -> list[str]:
        return ["html", "areas", "confidence", "provenance", "model card", "statistics"]

    def shortDescription(self) -> str:
        return tr(
            "Writes areas, confidence, origin and model of a land-cover map as one HTML page."
        )

    def shortHelpString(self) -> str:
        return report_help()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer("INPUT", tr("Land-cover map")))
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                "CONFIDENCE", tr("Confidence, for a histogram"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer("SCENE", tr("Scene, for a picture"), optional=True)
        )
        model = QgsProcessingParameterFile(
            "MODEL",
            tr("Model that made the map (the plugin's, by its checksum)"),
            optional=True,
            fileFilter=tr("Model bundles (*.keras)"),
        )
        model.setFlags(model.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(model)
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Report"), tr("Reports (*.html)"))
        )

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        asked = {"map": map_of(self, parameters, "INPUT", context)}
        for name in ("CONFIDENCE", "SCENE"):
            if parameters.get(name) not in (None, ""):
                asked[name.lower()] = map_of(self, parameters, name, context)
        return asked

    def _lines(self, result: dict[str, Any]) -> list[str]:
        return []

    def _numbers(self, result: dict[str, Any]) -> dict[str, Any]:
        return {}
