"""The sections of a report, in HTML."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from html import escape

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.outputs.finished_map import FinishedMap, credits_of
from eurosat_qgis.core.outputs.statistics import ClassArea
from eurosat_qgis.core.report.charts import confidence_histogram
from eurosat_qgis.core.report.model import model_sections
from eurosat_qgis.core.report.page import facts_table
from eurosat_qgis.core.report.pictures import Picture
from eurosat_qgis.core.versions import installed_versions

# The height of pictures on the page and their largest width, in CSS pixels.
_PICTURE_HEIGHT, _PICTURE_WIDTH = 560, 1030
_SIDE_BY_SIDE = 505
_HIDDEN_SHARE = 0.0005

Tags = Mapping[str, str]


def sections(
    title: str, found: FinishedMap, bundle: Bundle | None, pictures: list[str]
) -> list[str]:
    """The page's body; `pictures` are figures. `bundle` is None where it is not at hand."""
    tags = found.tags
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="under">{escape(_under_the_title(found))}</p>',
        f'<div class="pictures">{"".join(pictures)}</div>',
        f"<p>{escape(_place(found))}</p>",
        "<h2>Areas</h2>",
        _areas(found),
    ]
    if found.confidence is not None:
        body += [
            "<h2>Confidence</h2>",
            "<p>How much of the map has which probability of its class, by the model.</p>",
            confidence_histogram(found.confidence.histogram, found.confidence.mean),
        ]
    body += ["<h2>The scene</h2>", facts_table(_scene_facts(tags))]
    body += [f'<p class="warning">{escape(tags["WARNINGS"])}</p>'] if tags.get("WARNINGS") else []
    body += ["<h2>What was done</h2>", facts_table(_settings(found))]
    if "COMMAND" in tags:
        body += [
            "<p>The command that makes this map again, in the folder of the files:</p>",
            f"<pre>{escape(tags['COMMAND'])}</pre>",
        ]
    body += ["<h2>The model</h2>", *model_sections(found, bundle)]
    body += ["<h2>Versions</h2>", facts_table(_versions(tags))]
    if owed := credits_of(tags):
        body.append(f"<footer>{escape(owed)}.</footer>")
    return body


def figure(picture: Picture, caption: str, kind: str, beside: str | None) -> str:
    """A picture of fixed height, or of the page's width (half of it where two stand together)."""
    widest = _PICTURE_WIDTH if beside is None else _SIDE_BY_SIDE
    width = round(min(widest, _PICTURE_HEIGHT * picture.shape))
    data = base64.b64encode(picture.png).decode("ascii")
    # Pixels need not be square on the ground.
    return (
        f'<figure style="width:{width}px"><img class="{kind}" alt="{escape(caption)}" '
        f'style="aspect-ratio:{picture.shape:.5f}" src="data:image/png;base64,{data}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _under_the_title(found: FinishedMap) -> str:
    tags = found.tags
    parts = [_day(tags.get("SCENE_TIME"))]
    if "SCENE_LEVEL" in tags:
        parts.append(tags["SCENE_LEVEL"].replace("L", "Level-"))
    parts.append(f"{found.valid_cells:,} cells" + (f" of {_metres(found)}" if found.cell_m else ""))
    if model := tags.get("MODEL_TITLE", tags.get("MODEL")):
        parts.append(f"model {model}")
    return " · ".join(part for part in parts if part)


def _day(moment: str | None) -> str:
    try:
        day = date.fromisoformat((moment or "")[:10])
    except ValueError:
        return moment or ""
    return f"{day.day} {day:%B %Y}"


def _metres(found: FinishedMap) -> str:
    return f"{found.cell_m:.4g} m" if found.cell_m else ""


def _place(found: FinishedMap) -> str:
    if found.crs is None or found.cell_m is None:
        return "The map has no place on the ground: areas are unknown."
    left, bottom, right, top = found.bounds
    shown = ", ".join(f"{side:.10g}" for side in (left, bottom, right, top))
    return f"{found.crs}; west, south, east and north of the map: {shown}."


def _areas(found: FinishedMap) -> str:
    by_class = found.confidence.by_class if found.confidence else {}
    largest = max((area.share for area in found.areas), default=1.0)
    total = _total(found)
    rows = [_area_row(area, largest, total, by_class) for area in found.areas]
    unit = "cells" if total is None else "km²"
    means = '<th class="number">confidence</th>' if by_class else ""
    sums = f"{found.valid_cells:,}" if total is None else _km2(total, total)
    mean = f'<td class="number">{found.confidence.mean:.2f}</td>' if found.confidence else ""
    return (
        f'<table><thead><tr><th>class</th><th></th><th class="number">{unit}</th>'
        f'<th class="number">%</th>{means}</tr></thead><tbody>{"".join(rows)}</tbody>'
        f'<tfoot><tr><td>In all</td><td></td><td class="number">{sums}</td>'
        f'<td class="number">100.0</td>{mean}</tr></tfoot></table>'
    )


def _total(found: FinishedMap) -> float | None:
    known = [area.area_m2 for area in found.areas if area.area_m2 is not None]
    return sum(known) if known else None


def _area_row(
    area: ClassArea, largest: float, total: float | None, by_class: Mapping[int, float]
) -> str:
    c = area.land_cover_class
    size = f"{area.cells:,}" if area.area_m2 is None else _km2(area.area_m2, total or 0.0)
    percent = f"{100 * area.share:.1f}" if area.share >= _HIDDEN_SHARE else "< 0.1"
    mean = f'<td class="number">{by_class[c.code]:.2f}</td>' if c.code in by_class else ""
    return (
        f'<tr><td class="class"><span class="swatch" style="background:{c.color}"></span>'
        f'{escape(c.title)}</td><td class="chart"><div class="share" '
        f'style="background:{c.color};width:{100 * area.share / largest:.2f}%"></div></td>'
        f'<td class="number">{size}</td><td class="number">{percent}</td>{mean}</tr>'
    )


def _km2(area_m2: float, total_m2: float) -> str:
    digits = 3 if total_m2 < 1e7 else 2 if total_m2 < 1e9 else 1
    return f"{area_m2 / 1e6:,.{digits}f}"


def _scene_facts(tags: Tags) -> list[tuple[str, str | None]]:
    return [
        ("Scene", tags.get("SCENE")),
        ("Time of sensing", tags.get("SCENE_TIME")),
        ("Level", _with_confidence(tags, "SCENE_LEVEL")),
        ("Processing baseline", tags.get("SCENE_BASELINE")),
        ("Bands", tags.get("SCENE_BANDS", "").replace(",", ", ").replace("=", " is ")),
        ("Numbers", _with_confidence(tags, "SCENE_SCALING")),
        ("Offset", tags.get("SCENE_OFFSET", "").replace(",", ", ")),
        ("Atmosphere put over it", tags.get("SCENE_ATMOSPHERE")),
        ("How it was recognised", tags.get("SCENE_REASONS")),
    ]


def _with_confidence(tags: Tags, name: str) -> str | None:
    if name not in tags:
        return None
    sure = tags.get(f"{name}_CONFIDENCE")
    return f"{tags[name]} (confidence {sure})" if sure else str(tags[name])


def _settings(found: FinishedMap) -> list[tuple[str, str | None]]:
    tags = found.tags
    pixels = f"{tags['CELL_PIXELS']} pixels" if "CELL_PIXELS" in tags else None
    in_metres = f"{_metres(found)}" if found.cell_m else None
    area = tags.get("AREA_OF_INTEREST_M2")
    of_size = f", {float(area) / 1e6:,.2f} km²" if area else ""
    return [
        ("Cell", ", ".join(part for part in (pixels, in_metres) if part)),
        ("Cells classified", f"{found.valid_cells:,} of {found.cells:,}"),
        ("Minimum confidence", tags.get("MIN_CONFIDENCE")),
        ("Area", tags.get("AREA_OF_INTEREST", "") + of_size),
        ("Masks", tags.get("MASKS")),
        ("Largest masked share of a cell", tags.get("MAX_MASKED")),
    ]


def _versions(tags: Tags) -> list[tuple[str, str | None]]:
    page_by = ", ".join(f"{name} {v}" for name, v in installed_versions().items() if v)
    return [("The map was made by", tags.get("VERSIONS")), ("This page by", page_by)]
