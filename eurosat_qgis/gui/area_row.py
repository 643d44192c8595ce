"""The row on which the area is chosen: all, the view, selected polygons or a drawn rectangle."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface, QgsMapTool, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from eurosat_qgis.gui.widgets import SPACING, tool_button
from eurosat_qgis.runtime.translation import tr

LINE = QColor(230, 60, 30)
FILL = QColor(230, 60, 30, 25)


@dataclass(frozen=True)
class AreaChoice:
    """A rectangle in its CRS, or a layer whose selected polygons count; neither: all."""

    rectangle: QgsRectangle | None = None
    crs: QgsCoordinateReferenceSystem | None = None
    layer: QgsVectorLayer | None = None
    problem: str = ""

    def as_extent(self) -> QgsReferencedRectangle | None:
        """The rectangle as Processing's parameters take it, also in a CRS without a code."""
        if self.rectangle is None or self.crs is None:
            return None
        return QgsReferencedRectangle(self.rectangle, self.crs)

    def rectangle_in(
        self, crs: QgsCoordinateReferenceSystem
    ) -> tuple[float, float, float, float] | None:
        """xmin, ymin, xmax, ymax of the rectangle in another CRS, None for no rectangle."""
        if self.rectangle is None or self.crs is None:
            return None
        transform = QgsCoordinateTransform(self.crs, crs, QgsProject.instance())
        try:
            r = transform.transformBoundingBox(self.rectangle)
        except QgsCsException:
            return None
        return r.xMinimum(), r.yMinimum(), r.xMaximum(), r.yMaximum()

    def selected_sizes_in(self, crs: QgsCoordinateReferenceSystem) -> list[tuple[float, float]]:
        """Area and perimeter of each selected polygon in the units of `crs`."""
        if self.layer is None:
            return []
        transform = QgsCoordinateTransform(self.layer.crs(), crs, QgsProject.instance())
        sizes = []
        for feature in self.layer.selectedFeatures():
            shape = feature.geometry()
            try:
                shape.transform(transform)
            except QgsCsException:
                continue
            sizes.append((shape.area(), shape.length()))
        return sizes


class AreaRow(QWidget):
    """Four choices, of which one is always on."""

    changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        canvas = iface.mapCanvas()
        self._drawn: QgsRectangle | None = None
        self._drawn_crs: QgsCoordinateReferenceSystem | None = None
        self._tool_before: QgsMapTool | None = None
        self._all = _choice(tr("all"), tr("The whole scene"))
        self._view = _choice(tr("view"), tr("What the map shows now"))
        self._selection = _choice(tr("selection"), tr("The selected polygons of the current layer"))
        self._draw = tool_button(tr("Area: rectangle"), tr("Draw a rectangle on the map"),
                                 "/mActionAddBasicRectangle.svg")  # fmt: skip
        self._draw.setCheckable(True)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for button in (self._all, self._view, self._selection, self._draw):
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self._all.setChecked(True)
        self._tool = QgsMapToolExtent(canvas)
        self._tool.extentChanged.connect(self._on_drawn)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(LINE)
        self._band.setFillColor(FILL)
        self._band.setWidth(2)
        self._group.buttonToggled.connect(self._on_toggled)
        self._draw.clicked.connect(lambda _checked=False: self.draw())
        canvas.extentsChanged.connect(self._on_view)
        iface.currentLayerChanged.connect(self._on_layer)
        self._watched: QgsVectorLayer | None = None
        self._on_layer(iface.activeLayer())

    def choice(self) -> AreaChoice:
        """What is chosen now."""
        canvas = self._iface.mapCanvas()
        if self._view.isChecked():
            return AreaChoice(canvas.extent(), canvas.mapSettings().destinationCrs())
        if self._selection.isChecked():
            layer = _polygons(self._iface.activeLayer())
            if layer is None or not layer.selectedFeatureCount():
                return AreaChoice(
                    problem=tr(
                        "No polygon is selected: make a layer of polygons the current one and "
                        "select some."
                    )
                )
            return AreaChoice(layer=layer)
        if self._draw.isChecked():
            if self._drawn is None:
                return AreaChoice(problem=tr("No rectangle is drawn yet: draw one on the map."))
            return AreaChoice(self._drawn, self._drawn_crs)
        return AreaChoice()

    def draw(self) -> None:
        """Let the user draw the rectangle; the map tool of before comes back afterwards."""
        canvas = self._iface.mapCanvas()
        if canvas.mapTool() is not self._tool:
            self._tool_before = canvas.mapTool()
        canvas.setMapTool(self._tool)
        canvas.setFocus()

    def take_rectangle(self, rectangle: QgsRectangle) -> None:
        """Take a rectangle in the map's CRS."""
        self._draw.setChecked(True)
        self._on_drawn(rectangle)

    def release(self) -> None:
        """Take back what was put on the map."""
        canvas = self._iface.mapCanvas()
        if canvas.mapTool() is self._tool:
            canvas.unsetMapTool(self._tool)
        self._band.reset()
        canvas.scene().removeItem(self._band)

    def _on_drawn(self, rectangle: QgsRectangle) -> None:
        canvas = self._iface.mapCanvas()
        if rectangle.isEmpty():
            return
        self._drawn = QgsRectangle(rectangle)
        self._drawn_crs = canvas.mapSettings().destinationCrs()
        self._tool.clearRubberBand()
        self._band.setToGeometry(QgsGeometry.fromRect(rectangle), self._drawn_crs)
        self._band.show()
        if canvas.mapTool() is self._tool and self._tool_before is not None:
            canvas.setMapTool(self._tool_before)
        self.changed.emit()

    def _on_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self._band.setVisible(self._draw.isChecked() and self._drawn is not None)
            self.changed.emit()

    def _on_view(self) -> None:
        if self._view.isChecked():
            self.changed.emit()

    def _on_layer(self, layer: object) -> None:
        if self._watched is not None:
            try:
                self._watched.selectionChanged.disconnect(self._on_selection)
            except (TypeError, RuntimeError):
                # QGIS has deleted the layer, and the connection with it.
                self._watched = None
        self._watched = _polygons(layer)
        if self._watched is not None:
            self._watched.selectionChanged.connect(self._on_selection)
        self._on_selection()

    def _on_selection(self, *_selected: object) -> None:
        if self._selection.isChecked():
            self.changed.emit()


def _choice(text: str, tip: str) -> QRadioButton:
    button = QRadioButton(text)
    button.setAccessibleName(tr("Area: {choice}").format(choice=text))
    button.setToolTip(tip)
    return button


def _polygons(layer: object) -> QgsVectorLayer | None:
    if not isinstance(layer, QgsVectorLayer):
        return None
    polygon = QgsWkbTypes.GeometryType.PolygonGeometry
    return layer if layer.geometryType() == polygon else None
