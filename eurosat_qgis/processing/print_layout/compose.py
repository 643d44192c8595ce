"""Puts a printed map together as a QGIS layout that its user can edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDate, QLocale, Qt

from eurosat_qgis.processing.print_layout.items import (
    FAINT_INK,
    add_label,
    add_north_arrow,
    add_scale_bar,
    text_format,
)
from eurosat_qgis.processing.print_layout.legends import OTHER_ROWS, add_legend, add_ramp
from eurosat_qgis.processing.print_layout.maps import add_map, add_ticks
from eurosat_qgis.processing.print_layout.sheet import (
    CAPTION,
    LABELS_BELOW,
    RAMP_WIDTH,
    Box,
    arrange,
)
from eurosat_qgis.processing.styles import found_classes
from eurosat_qgis.runtime.translation import tr

_ARROW_WIDTH = 10.0
# The longest caption, in English and in other languages.
_CAPTION_WIDTH = 24.0


@dataclass(frozen=True)
class MapLayers:
    """The layers that a printed map shows, each styled."""

    land_cover: QgsRasterLayer
    confidence: QgsRasterLayer | None = None
    scene: QgsRasterLayer | None = None


def compose(
    project: QgsProject, name: str, title: str, layers: MapLayers, described: dict[str, Any]
) -> QgsPrintLayout:
    """A layout on A4. `described` is what the worker says of the map; an empty `title` is made of
    it. What it does not say is left out.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    classes = found_classes(described)
    extent = layers.land_cover.extent()
    companions = [
        (name, caption, layer)
        for name, caption, layer in (
            ("Confidence", tr("Confidence"), layers.confidence),
            ("Scene", tr("Scene"), layers.scene),
        )
        if layer is not None
    ]
    shape = extent.width() / extent.height()
    sheet = arrange(shape, len(companions), len(classes) + OTHER_ROWS)
    add_label(
        layout, "Title", title or title_of(described), sheet.title, text_format(17, bold=True)
    )
    add_label(layout, "Subtitle", subtitle_of(described), sheet.subtitle, text_format(9, FAINT_INK))
    main = add_map(layout, "Map", layers.land_cover, extent, sheet.main)
    layout.setReferenceMap(main)
    if sheet.captions:
        _add_caption(layout, "Land cover", tr("Land cover"), sheet.main)
    for index, (name, caption, layer) in enumerate(companions):
        box = sheet.companions[index]
        if box is not None:
            add_map(layout, name, layer, extent, box)
            _add_caption(layout, name, caption, box)
            if layer is layers.confidence:
                add_ramp(layout, layer, _below(box))
    add_legend(layout, layers.land_cover, classes, sheet.legend, sheet.row_height)
    if layers.land_cover.crs().isValid():
        add_ticks(main, sheet.main)
        bar = sheet.scale_bar
        room = Box(bar.x, bar.y + 3, bar.width - _ARROW_WIDTH - 12, bar.height)
        add_scale_bar(layout, main, room)
        arrow = Box(bar.right - _ARROW_WIDTH, bar.y - 1, _ARROW_WIDTH, bar.height)
        add_north_arrow(layout, main, arrow)
    owed = described["credits"]
    footer = "\n".join((_crs_line(layers.land_cover), f"{owed}." if owed else ""))
    add_label(layout, "Credits", footer, sheet.footer, text_format(7, FAINT_INK), top=True)
    layout.undoStack().stack().clear()
    return layout


def title_of(described: dict[str, Any]) -> str:
    """The date where it is known, else the scene's name."""
    day = _day(described)
    if day:
        return tr("Land cover, {day}").format(day=day)
    return tr("Land cover of {scene}").format(scene=_scene(described))


def subtitle_of(described: dict[str, Any]) -> str:
    """Scene, level, cell size and area of interest, those that are known."""
    tags = described["tags"]
    level = tags.get("SCENE_LEVEL", "")
    cell = described["cell_m"]
    size = QLocale().toString(float(cell), "g", 3) if cell else ""
    area = tags.get("AREA_OF_INTEREST")
    parts = (
        _scene(described) if _day(described) else "",
        tr("Level-{level}").format(level=level[1:]) if level.startswith("L") else "",
        tr("cells of {size} m").format(size=size) if size else "",
        area if "AREA_OF_INTEREST_M2" in tags else "",
    )
    return "  ·  ".join(part for part in parts if part)


def _scene(described: dict[str, Any]) -> str:
    return str(described["tags"].get("SCENE", described["map"]))


def _day(described: dict[str, Any]) -> str:
    day = QDate.fromString(described["tags"].get("SCENE_TIME", "")[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, tr("d MMMM yyyy")) if day.isValid() else ""


def _crs_line(layer: QgsRasterLayer) -> str:
    crs = layer.crs()
    if not crs.isValid():
        return tr("No coordinate reference system: areas are unknown.")
    return f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description()


def _add_caption(layout: QgsPrintLayout, name: str, text: str, box: Box) -> None:
    above = Box(box.x, box.y - CAPTION, max(box.width, _CAPTION_WIDTH), CAPTION - 0.8)
    add_label(layout, f"Caption: {name}", text, above, text_format(8.5, bold=True))


def _below(box: Box) -> Box:
    """Where a legend stands under a map."""
    return Box(box.x, box.bottom + 1.2, min(box.width, RAMP_WIDTH), LABELS_BELOW - 1.2)
