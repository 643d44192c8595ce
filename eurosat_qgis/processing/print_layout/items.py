"""The simple items of a printed map: text, frames, a scale bar, a north arrow."""

from __future__ import annotations

from qgis.core import (
    QgsDistanceArea,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsPointXY,
    QgsPrintLayout,
    QgsSymbolLayerUtils,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QPolygonF

from eurosat_qgis.processing.print_layout.sheet import Box, nice_step

INK, FAINT_INK = "#1f2328", "#57606a"
# Fonts that may be embedded, the first that is there: those of Linux, Windows and macOS.
_FONTS = ("Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial")
_METRES = QgsUnitTypes.DistanceUnit.DistanceMeters
_KILOMETRES = QgsUnitTypes.DistanceUnit.DistanceKilometers
_NORTH_ARROW = "arrows/NorthArrow_04.svg"


def text_format(points: float, color: str = INK, bold: bool = False) -> QgsTextFormat:
    """Text of a size in points."""
    found = QgsTextFormat()
    font = QFont(next((f for f in _FONTS if QFontInfo(QFont(f)).family() == f), "DejaVu Sans"))
    font.setBold(bold)
    found.setFont(font)
    if bold:
        found.setNamedStyle("Bold")
    found.setSize(points)
    found.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    found.setColor(QColor(color))
    return found


def place(item: QgsLayoutItem, box: Box) -> None:
    """Put an item where `box` is."""
    item.attemptMove(QgsLayoutPoint(box.x, box.y))
    item.attemptResize(QgsLayoutSize(box.width, box.height))


def add_label(
    layout: QgsPrintLayout,
    name: str,
    text: str,
    box: Box,
    form: QgsTextFormat,
    right: bool = False,
    top: bool = False,
) -> QgsLayoutItemLabel:
    """Add text; `name` is what the layout's list of items calls it."""
    label = QgsLayoutItemLabel(layout)
    label.setId(name)
    label.setText(text)
    # A label of the layout's has a format of its own only since 3.24.
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(form)
    else:
        font = form.font()
        font.setPointSizeF(form.size())
        label.setFont(font)
        label.setFontColor(form.color())
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    label.setVAlign(Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
    layout.addLayoutItem(label)
    place(label, box)
    return label


def add_line(layout: QgsPrintLayout, name: str, box: Box) -> None:
    """A thin level line along the top of `box`."""
    corners = QPolygonF([QPointF(box.x, box.y), QPointF(box.right, box.y)])
    line = QgsLayoutItemPolyline(corners, layout)
    line.setId(name)
    line.setSymbol(QgsLineSymbol.createSimple({"line_color": FAINT_INK, "line_width": "0.15"}))
    layout.addLayoutItem(line)


def frame(item: QgsLayoutItem) -> None:
    """A thin frame around an item."""
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(INK))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))


def add_scale_bar(layout: QgsPrintLayout, of: QgsLayoutItemMap, box: Box) -> None:
    """A scale bar of two parts whose length is a round number, at most about `box`'s width."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("Scale bar")
    bar.setStyle("Single Box")
    bar.setLinkedMap(of)
    layout.addLayoutItem(bar)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    # The largest round number of metres that fits.
    longest = _width_in_metres(layout, of) / of.rect().width() * box.width / 2
    segment = nice_step(longest * 0.4)
    while nice_step(segment * 1.01) <= longest:
        segment = nice_step(segment * 1.01)
    in_km = segment * 2 >= 1000
    bar.setUnits(_KILOMETRES if in_km else _METRES)
    bar.setUnitLabel("km" if in_km else "m")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setUnitsPerSegment(segment / 1000 if in_km else segment)
    bar.setTextFormat(text_format(7.5))
    bar.setHeight(1.4)
    bar.setLabelBarSpace(1.0)
    bar.setBoxContentSpace(0)
    ink = {"color": INK, "outline_color": INK, "outline_width": "0.15"}
    bar.setFillSymbol(QgsFillSymbol.createSimple(ink))
    bar.setAlternateFillSymbol(QgsFillSymbol.createSimple({**ink, "color": "#ffffff"}))
    bar.setLineSymbol(QgsLineSymbol.createSimple({"line_color": INK, "line_width": "0.15"}))
    bar.attemptMove(QgsLayoutPoint(box.x, box.y))
    bar.update()


def _width_in_metres(layout: QgsPrintLayout, of: QgsLayoutItemMap) -> float:
    """How wide a map is on the ground along its middle."""
    measure = QgsDistanceArea()
    project = layout.project()
    measure.setSourceCrs(of.crs(), project.transformContext())
    measure.setEllipsoid(project.ellipsoid())
    extent = of.extent()
    y = extent.center().y()
    ends = QgsPointXY(extent.xMinimum(), y), QgsPointXY(extent.xMaximum(), y)
    return float(measure.convertLengthMeasurement(measure.measureLine(*ends), _METRES))


def add_north_arrow(layout: QgsPrintLayout, of: QgsLayoutItemMap, box: Box) -> None:
    """An arrow to true north, which the map's own up is not quite."""
    arrow = QgsLayoutItemPicture(layout)
    arrow.setId("North arrow")
    # QGIS' own: a project keeps its name alone, which every QGIS finds.
    found = QgsSymbolLayerUtils.svgSymbolNameToPath(_NORTH_ARROW, layout.project().pathResolver())
    arrow.setPicturePath(found, QgsLayoutItemPicture.Format.FormatSVG)
    arrow.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    arrow.setPictureAnchor(QgsLayoutItem.ReferencePoint.Middle)
    arrow.setSvgFillColor(QColor(INK))
    arrow.setSvgStrokeColor(QColor(INK))
    arrow.setLinkedMap(of)
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    layout.addLayoutItem(arrow)
    place(arrow, box)
