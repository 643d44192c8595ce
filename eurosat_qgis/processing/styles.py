"""How results look in QGIS: colours and titles come from the result, so from the model's card."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsFillSymbol,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QColor

from eurosat_qgis.runtime.map_record import RECORD_PROPERTY, MapRecord
from eurosat_qgis.runtime.translation import class_title, tr

# ColorBrewer's YlGnBu, light to dark: readable in grey and with any colour vision.
CONFIDENCE_COLORS = ("#ffffd9", "#c7e9b4", "#41b6c4", "#225ea8", "#081d58")


@dataclass(frozen=True)
class FoundClass:
    """A class that a map holds; `area_m2` is None where the scene has no place on the map."""

    code: int
    title: str
    color: str
    cells: int
    area_m2: float | None
    share: float


def found_classes(result: dict[str, Any]) -> list[FoundClass]:
    """The classes of a result, those with the largest share first."""
    classes = [
        FoundClass(
            int(entry["code"]),
            str(entry["title"]),
            str(entry["color"]),
            int(entry["cells"]),
            None if _unknown(entry["area_m2"]) else float(entry["area_m2"]),
            float(entry["share"]),
        )
        for entry in result["classes"]
    ]
    return sorted(classes, key=lambda found: (-found.share, found.code))


def _unknown(area: float | None) -> bool:
    return area is None or math.isnan(area)


def style_land_cover(layer: QgsRasterLayer, classes: list[FoundClass]) -> None:
    """Give a raster of class codes the colours and titles of the classes that it holds."""
    entries = [
        QgsPalettedRasterRenderer.Class(found.code, QColor(found.color), class_title(found.title))
        for found in classes
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))


def style_map(layer: QgsRasterLayer, classes: list[FoundClass], record: MapRecord) -> None:
    """Style a map, have its legend say the areas, and let the layer remember its making."""
    style_land_cover(layer, classes)
    layer.setCustomProperty(RECORD_PROPERTY, record.as_text())
    entry = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    if entry is None:
        return
    # The layer's own legend begins with a line that names the band.
    for place, found in enumerate(classes, 1):
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(entry, place, _with_area(found))
    QgsMapLayerLegendUtils.setLegendNodeOrder(entry, list(range(1, len(classes) + 1)))
    # The layer panel has listed it already.
    layer.legendChanged.emit()


def _with_area(found: FoundClass) -> str:
    locale = QLocale()
    text = f"{locale.toString(100 * found.share, 'f', 1)} %"
    if found.area_m2 is not None:
        text = f"{locale.toString(found.area_m2 / 1e4, 'f', 0)} ha, {text}"
    return tr("{title}: {text}").format(title=class_title(found.title), text=text)


def style_confidence(layer: QgsRasterLayer) -> None:
    """Give a raster of confidence, 0..1, one ramp over that whole range, so that maps compare."""
    shader_function = QgsColorRampShader(0.0, 1.0)
    steps = len(CONFIDENCE_COLORS) - 1
    shader_function.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(step / steps, QColor(color), f"{step / steps:.2f}")
            for step, color in enumerate(CONFIDENCE_COLORS)
        ]
    )
    shader = QgsRasterShader(0.0, 1.0)
    shader.setRasterShaderFunction(shader_function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(1.0)
    layer.setRenderer(renderer)


def style_true_color(layer: QgsRasterLayer, bands: Sequence[int]) -> None:
    """Show the 1-based `bands` of a layer as red, green and blue, each without its extremes."""
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *bands))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )


def style_polygons(layer: QgsVectorLayer, classes: list[FoundClass]) -> None:
    """Give polygons the colours of the classes in their field `class`."""
    categories = []
    for found in classes:
        edge = QColor(found.color).darker(130).name()
        symbol = QgsFillSymbol.createSimple(
            {"color": found.color, "outline_color": edge, "outline_width": "0.1"}
        )
        categories.append(QgsRendererCategory(found.title, symbol, class_title(found.title)))
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles an output when Processing loads it into the project."""

    def __init__(self, style: Callable[[Any], None]) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if layer is None or not layer.isValid():
            return
        self._style(layer)
        layer.emitStyleChanged()
        layer.triggerRepaint()
        project = context.project()
        entry = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
        if entry is not None:
            # The legend is what the map is read by.
            entry.setExpanded(True)
