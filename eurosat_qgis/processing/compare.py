"""The algorithm `eurosat:compare`: what changed from one land-cover map to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from eurosat_qgis.core.map_lines import change_lines
from eurosat_qgis.processing.help_text import compare_help
from eurosat_qgis.processing.map_algorithm import MapAlgorithm
from eurosat_qgis.processing.map_layers import map_of, model_parameter
from eurosat_qgis.processing.map_styles import style_changed_patches, style_changes
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import tr

_HECTARE = 10_000.0


class CompareAlgorithm(MapAlgorithm):
    """Compares two maps in the worker."""

    TYPE = "compare"
    HELP = HelpPage.COMPARE
    MAPS = ("BEFORE", "AFTER")
    FIELDS: Mapping[str, str] = {"OUTPUT": "change", "POLYGONS": "polygons", "STATISTICS": "stats"}
    SUFFIXES: Mapping[str, tuple[str, ...]] = {
        "OUTPUT": (".tif", ".tiff"),
        "POLYGONS": (".gpkg",),
        "STATISTICS": (".csv",),
    }

    def displayName(self) -> str:
        return tr("Change between two land-cover maps")

    def tags(self) -> list[str]:
        return ["change", "change detection", "compare", "from-to matrix", "transition", "raster"]

    def shortDescription(self) -> str:
        return tr("Tells what changed from one land-cover map to another, cell by cell.")

    def shortHelpString(self) -> str:
        return compare_help()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer("BEFORE", tr("Map before")))
        self.addParameter(QgsProcessingParameterRasterLayer("AFTER", tr("Map after")))
        self.addParameter(model_parameter())
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Changes")))
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                "POLYGONS",
                tr("Changed patches"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "STATISTICS",
                tr("From-to matrix"),
                tr("Tables (*.csv)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("COMPARED_CELLS", tr("Compared cells")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_CELLS", tr("Changed cells")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_HA", tr("Changed area in ha")))

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return {
            "before": map_of(self, parameters, "BEFORE", context),
            "after": map_of(self, parameters, "AFTER", context),
        }

    def _lines(self, result: dict[str, Any]) -> list[str]:
        return change_lines(result)

    def _numbers(self, result: dict[str, Any]) -> dict[str, Any]:
        numbers = {
            "COMPARED_CELLS": result["compared_cells"],
            "CHANGED_CELLS": result["changed_cells"],
        }
        if result["changed_area_m2"] is not None:
            numbers["CHANGED_HA"] = result["changed_area_m2"] / _HECTARE
        return numbers

    def _dress(
        self, result: dict[str, Any], outputs: dict[str, str], context: QgsProcessingContext
    ) -> None:
        changes = result["changes"]
        self._style("OUTPUT", outputs, context, lambda layer: style_changes(layer, changes))
        self._style(
            "POLYGONS", outputs, context, lambda layer: style_changed_patches(layer, changes)
        )
