"""The maps of a printed map: frames, coordinates along the edge, insets."""

from __future__ import annotations

import math

from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from eurosat_qgis.processing.print_layout.items import FAINT_INK, INK, frame, place, text_format
from eurosat_qgis.processing.print_layout.sheet import Box, nice_step

# Room for a coordinate of seven digits between two ticks, in millimetres.
_BETWEEN_TICKS = 24.0
_Side = QgsLayoutItemMapGrid.BorderSide


def add_map(
    layout: QgsPrintLayout, name: str, layer: QgsRasterLayer, extent: QgsRectangle, box: Box
) -> QgsLayoutItemMap:
    """Add a framed map of one layer; `extent` is in its CRS and of `box`'s shape."""
    made = QgsLayoutItemMap(layout)
    made.setId(name)
    layout.addLayoutItem(made)
    place(made, box)
    made.setCrs(layer.crs())
    made.setLayers([layer])
    made.setKeepLayerSet(True)
    made.setBackgroundColor(QColor("#ffffff"))
    made.setExtent(extent)
    # The extent has changed the item's height.
    place(made, box)
    frame(made)
    return made


def add_ticks(on: QgsLayoutItemMap, box: Box) -> None:
    """Ticks on all four sides, and coordinates in the map's CRS on the left and below."""
    crs = on.crs()
    grid = QgsLayoutItemMapGrid("Coordinates", on)
    step = nice_step(_BETWEEN_TICKS * on.extent().width() / box.width)
    grid.setCrs(crs)
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.FrameAnnotationsOnly)
    grid.setLineSymbol(QgsLineSymbol.createSimple({"line_color": INK, "line_width": "0.1"}))
    grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
    grid.setFrameWidth(1.2)
    grid.setFramePenSize(0.15)
    grid.setFramePenColor(QColor(INK))
    grid.setAnnotationEnabled(True)
    if crs.isGeographic():
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DecimalWithSuffix)
        grid.setAnnotationPrecision(max(0, -math.floor(math.log10(step) + 1e-9)))
    else:
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.Decimal)
        grid.setAnnotationPrecision(0)
    grid.setAnnotationTextFormat(text_format(6.5, FAINT_INK))
    grid.setAnnotationFrameDistance(0.7)
    for side in (_Side.Top, _Side.Right):
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.HideAll, side)
    outside = QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame
    for side in (_Side.Left, _Side.Bottom):
        grid.setAnnotationPosition(outside, side)
    upwards = QgsLayoutItemMapGrid.AnnotationDirection.Vertical
    grid.setAnnotationDirection(upwards, _Side.Left)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Horizontal, _Side.Bottom)
    on.grids().addGrid(grid)
    on.updateBoundingRect()
