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

from eurosat_qgis.core.map_requests import REFERENCE_FIELD

_EDGE_DARKER = 130


def style_changes(layer: QgsRasterLayer, changes: list[dict[str, Any]]) -> None:
    """Give a raster of changes the colour of what is there now; what stayed is transparent."""
    entries = [
        QgsPalettedRasterRenderer.Class(change["code"], QColor(change["color"]), change["title"])
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
        categories.append(QgsRendererCategory(change["code"], symbol, change["title"]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("code", categories))


def style_sample(layer: QgsVectorLayer, labels: list[dict[str, Any]]) -> None:
    """Points that do not tell the map's class, whose `reference` is chosen from its classes."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "255,255,255,90", "outline_color": "#000000", "size": "3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    choices = [{label["title"]: label["title"]} for label in labels]
    field = layer.fields().indexOf(REFERENCE_FIELD)
    layer.setEditorWidgetSetup(field, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
