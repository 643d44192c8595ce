"""The map tool that looks at cells: hover to see, click to keep, Esc to leave."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from eurosat_qgis.gui.inspect_panel import InspectPanel
from eurosat_qgis.gui.latest_answer import LatestAnswer
from eurosat_qgis.runtime.map_record import MapRecord
from eurosat_qgis.runtime.messages import Message
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.translation import class_title, tr

HOVER_MS = 60
CELL_LINE, WINDOW_LINE = QColor(255, 0, 200), QColor(255, 255, 255)
UNCERTAIN, NODATA = 255, 0


class InspectTool(QgsMapTool):
    """Looks at one land-cover layer and its record."""

    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, session: Session) -> None:
        super().__init__(canvas)
        self.panel = InspectPanel(canvas)
        self.pinned = False
        self._layer: QgsRasterLayer | None = None
        self._record: MapRecord | None = None
        self._cell: tuple[int, int] | None = None
        self._on_map = ""
        self._asker = LatestAnswer(session, self, HOVER_MS)
        self._asker.answered.connect(self._on_answer)
        self._asker.refused.connect(self._on_refused)
        self._cell_band = _band(canvas, CELL_LINE, 2)
        self._window_band = _band(canvas, WINDOW_LINE, 1)
        self._window_band.setSecondaryStrokeColor(QColor(0, 0, 0))
        self._window_band.setLineStyle(Qt.PenStyle.DashLine)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def look_at(self, layer: QgsRasterLayer | None, record: MapRecord | None) -> None:
        """Look at another layer from now on."""
        self._layer, self._record = layer, record
        self._forget_cell()

    def release(self) -> None:
        """Take everything back from the map."""
        self._asker.leave()
        self.canvas().unsetMapTool(self)
        for band in (self._cell_band, self._window_band):
            self.canvas().scene().removeItem(band)
        self.panel.setParent(None)
        self.panel.deleteLater()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if not self.pinned:
            self.look(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        before = self._cell
        was_pinned, self.pinned = self.pinned, False
        self.look(event.mapPoint())
        self.pinned = self._cell is not None and not (was_pinned and self._cell == before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.canvas().unsetMapTool(self)
            event.accept()
        else:
            super().keyPressEvent(event)

    def deactivate(self) -> None:
        self._forget_cell()
        super().deactivate()
        self.left.emit()

    def look(self, point: QgsPointXY) -> None:
        """Look at the cell that holds a point of the map, unless it is the one that is shown."""
        found = self._cell_at(point)
        if found is None:
            self._forget_cell()
            return
        cell, rectangle, inside = found
        if cell == self._cell or self._layer is None or self._record is None:
            return
        self._cell = cell
        self._on_map = self._class_at(inside)
        self._cell_band.setToGeometry(QgsGeometry.fromRect(rectangle), self._layer.crs())
        middle = rectangle.center()
        self._asker.ask(self._record.question_about(middle.x(), middle.y()))

    def _cell_at(
        self, point: QgsPointXY
    ) -> tuple[tuple[int, int], QgsRectangle, QgsPointXY] | None:
        """Column and row of the cell under a point of the map, its rectangle, the point there."""
        layer = self._layer
        if layer is None:
            return None
        transform = QgsCoordinateTransform(
            self.canvas().mapSettings().destinationCrs(), layer.crs(), QgsProject.instance()
        )
        try:
            inside = transform.transform(point)
        except QgsCsException:
            return None
        extent = layer.extent()
        if not extent.contains(inside):
            return None
        wide, high = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
        column = math.floor((inside.x() - extent.xMinimum()) / wide)
        row = math.floor((extent.yMaximum() - inside.y()) / high)
        left, top = extent.xMinimum() + column * wide, extent.yMaximum() - row * high
        return (column, row), QgsRectangle(left, top - high, left + wide, top), inside

    def _class_at(self, point: QgsPointXY) -> str:
        if self._layer is None or self._record is None:
            return ""
        value, found = self._layer.dataProvider().sample(point, 1)
        code = int(value) if found and not math.isnan(value) else NODATA
        titles = {c["code"]: class_title(c["title"]) for c in self._record.result["classes"]}
        return str({UNCERTAIN: tr("Uncertain"), NODATA: tr("no class"), **titles}.get(code, code))

    def _on_answer(self, _question: Message, answer: dict[str, Any]) -> None:
        if self._cell is None or self._layer is None:
            return
        ring = [QgsPointXY(x, y) for x, y in answer["window"]]
        self._window_band.setToGeometry(QgsGeometry.fromPolygonXY([ring]), self._layer.crs())
        self.panel.show_cell(answer, self._on_map, self.pinned)

    def _on_refused(self, _question: Message, why: str) -> None:
        if self._cell is not None:
            self.panel.say(why)

    def _forget_cell(self) -> None:
        self._asker.forget()
        self.pinned = False
        self._cell = None
        for band in (self._cell_band, self._window_band):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        self.panel.hide()


def _band(canvas: QgsMapCanvas, color: QColor, width: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(color)
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setWidth(width)
    return band
