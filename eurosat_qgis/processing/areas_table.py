"""The areas per class as lines of text."""

from __future__ import annotations

from typing import Any

from eurosat_qgis.processing.styles import FoundClass
from eurosat_qgis.runtime.translation import class_title, tr

# Two no-break spaces are as wide as a digit in the usual fonts, and no log collapses them, as Qt
# does with every other space.
DIGIT_WIDE_SPACE = "\u00a0\u00a0"


def areas_table(classes: list[FoundClass], pad: str = " ") -> list[str]:
    """A line for each class, km² and % of the classified area before its name, then their sum.

    Where areas are unknown (no CRS) cells stand in their place. `pad` is one column's space.
    """
    if not classes:
        return []
    in_km2 = all(found.area_m2 is not None for found in classes)
    rows = [
        (_amount(found, in_km2), _percent(found.share), class_title(found.title))
        for found in classes
    ]
    rows.append((_total(classes, in_km2), _percent(sum(f.share for f in classes)), tr("in all")))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    unit = tr("km²") if in_km2 else tr("cells")
    return [
        f"{_right(amount, widths[0], pad)} {unit}{pad * 2}{_right(percent, widths[1], pad)} %"
        f"{pad * 2}{title}"
        for amount, percent, title in rows
    ]


def limits(result: dict[str, Any]) -> list[str]:
    """Lines on what a result leaves out: what is masked, and the size of the area of interest."""
    lines = []
    if result["masks"]:
        area = _in_km2(result["masked_area_m2"])
        lines.append(
            tr("Masked: {count} of {total} cells{area} ({masks}).").format(
                count=result["masked_cells"],
                total=result["cells"],
                area=area,
                masks="; ".join(result["masks"]),
            )
        )
    if result["area_of_interest_m2"] is not None:
        lines.append(
            tr(
                "The area of interest itself has {area} km²: cells that touch it count as a whole."
            ).format(area=_km2(result["area_of_interest_m2"]))
        )
    return lines


def _in_km2(area_m2: float | None) -> str:
    return "" if area_m2 is None else f", {_km2(area_m2)} km²"


def _right(number: str, width: int, pad: str) -> str:
    return pad * (width - len(number)) + number


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _amount(found: FoundClass, in_km2: bool) -> str:
    return _km2(found.area_m2 or 0.0) if in_km2 else f"{found.cells}"


def _total(classes: list[FoundClass], in_km2: bool) -> str:
    if not in_km2:
        return f"{sum(found.cells for found in classes)}"
    return _km2(sum(found.area_m2 or 0.0 for found in classes))


def _km2(area_m2: float) -> str:
    return f"{area_m2 / 1e6:.2f}"
