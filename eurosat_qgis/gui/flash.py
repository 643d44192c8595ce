"""Shows on the map where a class is."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from eurosat_qgis.gui.class_cells import class_rectangles

# Cells looked at along each side: more are not told apart in a flash.
MOST_CELLS = 240
FLASHES, FLASH_MS = 3, 350


def flash_class(canvas: QgsMapCanvas, layer: QgsRasterLayer, code: int) -> int:
    """Flash the cells of `code` that the map shows; gives the number of rectangles flashed."""
    extent = layer.extent()
    visible = canvas.mapSettings().outputExtentToLayerExtent(layer, canvas.extent())
    part = _whole_cells(layer, visible.intersect(extent))
    if part.isEmpty():
        return 0
    columns = max(1, min(MOST_CELLS, round(part.width() / layer.rasterUnitsPerPixelX())))
    rows = max(1, min(MOST_CELLS, round(part.height() / layer.rasterUnitsPerPixelY())))
    block = layer.dataProvider().block(1, part, columns, rows)
    data = bytes(block.data())
    lines = [data[row * columns : (row + 1) * columns] for row in range(rows)]
    wide, high = part.width() / columns, part.height() / rows
    shapes = [
        QgsGeometry.fromRect(
            QgsRectangle(
                part.xMinimum() + left * wide,
                part.yMaximum() - bottom * high,
                part.xMinimum() + right * wide,
                part.yMaximum() - top * high,
            )
        )
        for left, right, top, bottom in class_rectangles(lines, code)
    ]
    if shapes:
        together = QgsGeometry.collectGeometry(shapes)
        bright, clear = QColor(255, 0, 200, 255), QColor(255, 0, 200, 0)
        canvas.flashGeometries([together], layer.crs(), bright, clear, FLASHES, FLASH_MS)
    return len(shapes)


def _whole_cells(layer: QgsRasterLayer, part: QgsRectangle) -> QgsRectangle:
    """`part` grown to whole cells, so that what flashes lies over the cells that are seen."""
    extent = layer.extent()
    wide, high = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    if part.isEmpty() or not wide or not high:
        return QgsRectangle()
    left = int((part.xMinimum() - extent.xMinimum()) / wide)
    right = -int(-(part.xMaximum() - extent.xMinimum()) // wide)
    top = int((extent.yMaximum() - part.yMaximum()) / high)
    bottom = -int(-(extent.yMaximum() - part.yMinimum()) // high)
    grown = QgsRectangle(
        extent.xMinimum() + left * wide,
        extent.yMaximum() - bottom * high,
        extent.xMinimum() + right * wide,
        extent.yMaximum() - top * high,
    )
    return grown.intersect(extent)
