"""How samples and changes look in QGIS: colours and titles come from the worker's result."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from eurosat_qgis.core.accuracy.map_requests import MAP_FIELD, REFERENCE_FIELD
from eurosat_qgis.runtime.translation import change_title, class_title, later, tr

_EDGE_DARKER = 130
_NOT_YET = later("(not labelled yet)")


def style_changes(layer: QgsRasterLayer, changes: list[dict[str, Any]]) -> None:
    """Give a raster of changes the colour of what is there now; what stayed is transparent."""
    entries = [
        QgsPalettedRasterRenderer.Class(
            change["code"], QColor(change["color"]), change_title(change["title"])
        )
        for change in changes
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))


def style_changed_patches(layer: QgsVectorLayer, changes: list[dict[str, Any]]) -> None:
    """Give changed patches the same colours, by their field `code`."""
    categories = []
    for change in changes:
        edge = QColor(change["color"]).darker(_EDGE_DARKER).name()
        symbol = QgsFillSymbol.createSimple(
            {"color": change["color"], "outline_color": edge, "outline_width": "0.1"}
        )
        categories.append(
            QgsRendererCategory(change["code"], symbol, change_title(change["title"]))
        )
    layer.setRenderer(QgsCategorizedSymbolRenderer("code", categories))


def style_sample(layer: QgsVectorLayer, labels: list[dict[str, Any]]) -> None:
    """Points whose `reference` is chosen from the map's classes; neither they nor their form tell
    what the map says."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "255,255,255,90", "outline_color": "#000000", "size": "3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    choices = [{tr(_NOT_YET): ""}, *({class_title(c["title"]): c["title"]} for c in labels)]
    fields = layer.fields()
    form = QgsEditorWidgetSetup("ValueMap", {"map": choices})
    layer.setEditorWidgetSetup(fields.indexOf(REFERENCE_FIELD), form)
    for name in {"fid", "map_code", MAP_FIELD}.intersection(fields.names()):
        layer.setEditorWidgetSetup(fields.indexOf(name), QgsEditorWidgetSetup("Hidden", {}))
