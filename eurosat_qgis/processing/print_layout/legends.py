"""The legends of a printed map: classes with their areas beside them, and the confidence."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsLayoutFrame,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QLocale, QSizeF, Qt
from qgis.PyQt.QtGui import QColor

from eurosat_qgis.processing.print_layout.items import (
    FAINT_INK,
    INK,
    add_line,
    text_format,
)
from eurosat_qgis.processing.print_layout.sheet import Box
from eurosat_qgis.processing.styles import FoundClass
from eurosat_qgis.runtime.translation import tr

# QGIS 3.30 gave legends text formats and later deprecated their fonts.
TEXT_FORMATS_IN_LEGENDS = 33000
# Rows beside those of the classes: the heading and the sum.
OTHER_ROWS = 2
_AREA_WIDTH, _PERCENT_WIDTH = 19.0, 14.0
_SWATCH_WIDTH, _SWATCH_SPACE = 6.0, 2.2
_SMALLEST_SHARE = 0.0005


def add_legend(
    layout: QgsPrintLayout,
    layer: QgsRasterLayer,
    classes: list[FoundClass],
    box: Box,
    row_height: float,
) -> None:
    """A legend of `classes`, in their order, with km² (or cells) and % beside each, and the sum.

    The legend is the layer's: who changes its colours changes them here. The table beside it has
    rows of the same height.
    """
    size = min(8.5, row_height * 1.7)
    _add_classes(layout, layer, classes, _row(box, 1, row_height), row_height, size)
    rows = _rows(classes)
    _add_numbers(layout, rows, box, row_height, size)
    add_line(layout, "Line above the sum", _row(box, len(rows) - 1, row_height))


def _row(box: Box, index: int, row_height: float) -> Box:
    return Box(box.x, box.y + index * row_height, box.width, row_height)


def _rows(classes: list[FoundClass]) -> list[tuple[str, str, str]]:
    """The heading, a row for each class but its name, and the sum, by the user's locale."""
    locale = QLocale()
    areas = [found.area_m2 for found in classes if found.area_m2 is not None]
    if len(areas) == len(classes):
        total = sum(areas)
        digits = 3 if total < 1e7 else 2 if total < 1e9 else 1
        amounts = [locale.toString(area / 1e6, "f", digits) for area in (*areas, total)]
        unit = tr("km²")
    else:
        counts = [found.cells for found in classes]
        amounts = [locale.toString(count) for count in (*counts, sum(counts))]
        unit = tr("cells")
    shares = [
        f"< {locale.toString(0.1, 'f', 1)}"
        if 0 < found.share < _SMALLEST_SHARE
        else locale.toString(100 * found.share, "f", 1)
        for found in classes
    ]
    shares.append(locale.toString(100.0, "f", 1))
    names = [*("" for _ in classes), tr("In all")]
    numbers = [(names[row], amount, shares[row]) for row, amount in enumerate(amounts)]
    return [(tr("Land cover"), unit, "%"), *numbers]


def _add_classes(
    layout: QgsPrintLayout,
    layer: QgsRasterLayer,
    classes: list[FoundClass],
    box: Box,
    row_height: float,
    size: float,
) -> None:
    legend = _legend_of(layout, layer, "Legend")
    entry = legend.model().rootGroup().findLayers()[0]
    # The renderer's classes come after a line that names the band.
    codes = [int(c.value) for c in _renderer(layer).classes()]
    nodes = legend.model().layerOriginalLegendNodes(entry)
    first = len(nodes) - len(codes)
    order = [first + codes.index(found.code) for found in classes]
    QgsMapLayerLegendUtils.setLegendNodeOrder(entry, order)
    legend.model().refreshLayerLegend(entry)
    swatch = row_height * 0.72
    space = row_height - swatch
    legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, space)
    legend.rstyle(QgsLegendStyle.Style.SymbolLabel).setMargin(
        QgsLegendStyle.Side.Left, _SWATCH_SPACE
    )
    _set_font(legend, size, INK)
    legend.setSymbolWidth(_SWATCH_WIDTH)
    legend.setSymbolHeight(swatch)
    legend.setDrawRasterStroke(True)
    legend.setRasterStrokeColor(QColor(FAINT_INK))
    legend.setRasterStrokeWidth(0.1)
    legend.adjustBoxSize()
    # The first row has no margin above it.
    legend.attemptMove(QgsLayoutPoint(box.x, box.y + space / 2))


def _renderer(layer: QgsRasterLayer) -> QgsPalettedRasterRenderer:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        raise TypeError(f"{layer.name()} is not drawn class by class.")
    return renderer


def _add_numbers(
    layout: QgsPrintLayout,
    rows: list[tuple[str, str, str]],
    box: Box,
    row_height: float,
    size: float,
) -> None:
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setShowGrid(False)
    table.setCellMargin(0)
    table.setBackgroundColor(QColor(0, 0, 0, 0))
    table.setColumns([QgsLayoutTableColumn() for _ in rows[0]])
    heading, total = 0, len(rows) - 1
    contents = []
    for index, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            is_name = column == 0
            color = FAINT_INK if index == heading and not is_name else INK
            bold = index == total or (index == heading and is_name)
            cell = QgsTableCell(text)
            side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
            cell.setHorizontalAlignment(side)
            cell.setVerticalAlignment(Qt.AlignmentFlag.AlignVCenter)
            cell.setTextFormat(text_format(size, color, bold))
            cells.append(cell)
        contents.append(cells)
    table.setTableContents(contents)
    name_width = box.width - _AREA_WIDTH - _PERCENT_WIDTH
    table.setColumnWidths([name_width, _AREA_WIDTH, _PERCENT_WIDTH])
    table.setRowHeights([row_height] * len(rows))
    shown = QgsLayoutFrame(layout, table)
    shown.setId("Areas")
    shown.attemptMove(QgsLayoutPoint(box.x, box.y))
    shown.attemptResize(QgsLayoutSize(box.width, row_height * len(rows) + 0.5))
    table.addFrame(shown)
    table.recalculateFrameSizes()


def add_ramp(layout: QgsPrintLayout, layer: QgsRasterLayer, box: Box) -> None:
    """The colours of a layer from its least to its largest number, level, in `box`."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        return
    shader = renderer.shader().rasterShaderFunction()
    if not isinstance(shader, QgsColorRampShader):
        return
    settings = QgsColorRampLegendNodeSettings(shader.legendSettings())
    settings.setOrientation(Qt.Orientation.Horizontal)
    shader.setLegendSettings(settings)
    legend = _legend_of(layout, layer, "Legend of the confidence")
    entry = legend.model().rootGroup().findLayers()[0]
    # The ramp comes after a line that names the band.
    ramp = len(legend.model().layerOriginalLegendNodes(entry)) - 1
    QgsMapLayerLegendUtils.setLegendNodeOrder(entry, [ramp])
    QgsMapLayerLegendUtils.setLegendNodeSymbolSize(entry, ramp, QSizeF(box.width, box.height / 2))
    legend.model().refreshLayerLegend(entry)
    _set_font(legend, 6.5, FAINT_INK)
    legend.adjustBoxSize()
    legend.attemptMove(QgsLayoutPoint(box.x, box.y))


def _legend_of(layout: QgsPrintLayout, layer: QgsRasterLayer, name: str) -> QgsLayoutItemLegend:
    """A legend of one layer without its name, and without room around what it shows."""
    legend = QgsLayoutItemLegend(layout)
    legend.setId(name)
    layout.addLayoutItem(legend)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    entry = root.addLayer(layer)
    QgsLegendRenderer.setNodeLegendStyle(entry, QgsLegendStyle.Style.Hidden)
    for style in (
        QgsLegendStyle.Style.Title,
        QgsLegendStyle.Style.Group,
        QgsLegendStyle.Style.Subgroup,
        QgsLegendStyle.Style.Symbol,
        QgsLegendStyle.Style.SymbolLabel,
    ):
        legend.rstyle(style).setMargin(0)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)
    return legend


def _set_font(legend: QgsLayoutItemLegend, size: float, color: str) -> None:
    if Qgis.QGIS_VERSION_INT >= TEXT_FORMATS_IN_LEGENDS:
        style = legend.rstyle(QgsLegendStyle.Style.SymbolLabel)
        style.setTextFormat(text_format(size, color))
        return
    font = text_format(size).font()
    font.setPointSizeF(size)
    legend.setStyleFont(QgsLegendStyle.Style.SymbolLabel, font)
    legend.setFontColor(QColor(color))
