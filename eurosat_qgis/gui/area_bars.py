"""The areas of a map as the bars and the legend show them: numbers and words, no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from eurosat_qgis.runtime.translation import class_title, tr

# A number with so many decimals, as the user's locale writes it.
Number = Callable[[float, int], str]

MASKED_COLOR = "#d0d0d0"
# Above so much in all, hectares are too small a unit to read.
KM2_FROM_M2 = 1e7


@dataclass(frozen=True)
class AreaBar:
    """One bar: `share` of the classified area, 0..1, None for what is masked and has no class."""

    code: int | None
    title: str
    color: str
    amount: str
    share: float | None

    @property
    def length(self) -> float:
        """The share to draw, 0..1."""
        return self.share or 0.0


def area_bars(result: dict[str, Any], number: Number) -> list[AreaBar]:
    """A bar for each class of a worker's result, largest first; uncertain and masked come last."""
    classes = sorted(result["classes"], key=lambda c: (c["code"] == 255, -c["share"], c["code"]))
    total = sum(c["area_m2"] or 0.0 for c in classes)
    in_km2 = total >= KM2_FROM_M2
    bars = [
        AreaBar(
            int(c["code"]),
            class_title(str(c["title"])),
            str(c["color"]),
            amount(c["area_m2"], c["cells"], in_km2, number),
            float(c["share"]),
        )
        for c in classes
    ]
    if result.get("masked_cells"):
        masked = amount(result.get("masked_area_m2"), result["masked_cells"], in_km2, number)
        bars.append(AreaBar(None, tr("Masked"), MASKED_COLOR, masked, None))
    return bars


def cells_text(cells: int, written: str) -> str:
    """A number of cells, `written` as the user's locale writes it, with its noun."""
    text = tr("{count} cell") if cells == 1 else tr("{count} cells")
    return text.format(count=written)


def amount(area_m2: float | None, cells: int, in_km2: bool, number: Number) -> str:
    """An area with its unit; cells where the scene has no place on the map."""
    if area_m2 is None:
        return cells_text(cells, number(cells, 0))
    if in_km2:
        km2 = area_m2 / 1e6
        return f"{number(km2, 0 if km2 >= 100 else 1 if km2 >= 10 else 2)} km²"
    hectares = area_m2 / 1e4
    return f"{number(hectares, 0 if hectares >= 100 else 1)} ha"


def percent(share: float | None, number: Number) -> str:
    """A share as `41 %`; small ones keep a decimal, those that round to nothing say so."""
    if share is None:
        return ""
    if 0 < share < 0.0005:
        return f"< {number(0.1, 1)} %"
    return f"{number(100 * share, 0 if share >= 0.1 else 1)} %"


def summary(result: dict[str, Any], number: Number) -> str:
    """One line on the whole: area or cells classified."""
    classes = result["classes"]
    cells = int(result["valid_cells"])
    counted = cells_text(cells, number(cells, 0))
    if not classes or classes[0]["area_m2"] is None:
        return counted
    total = sum(c["area_m2"] for c in classes)
    area = amount(total, cells, total >= KM2_FROM_M2, number)
    return tr("{area} in {cells}").format(area=area, cells=counted)
