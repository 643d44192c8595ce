"""How many cells a run has and how long it takes: arithmetic and words, no widgets."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from eurosat_qgis.runtime.translation import tr

# A run that is measured over less than this says little of the next.
SHORTEST_MEASURE_S = 1.0
# The last measure counts for this much beside those before it.
WEIGHT_OF_NEWEST = 0.5

Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class CellGrid:
    """The pixels that a map's cells are made of: their number, size and place."""

    width: int
    height: int
    left: float
    top: float
    pixel_width: float
    pixel_height: float
    crs: str | None

    @classmethod
    def of_info(cls, info: dict[str, Any]) -> CellGrid | None:
        """The grid that the worker's `info` states, None where it states none."""
        grid = info.get("grid")
        if not grid:
            return None
        a, _b, c, _d, e, f = grid["transform"]
        return cls(grid["width"], grid["height"], c, f, abs(a), abs(e), grid["crs"])

    def cells(self, cell: int, extent: Extent | None = None) -> int:
        """Cells of `cell` pixels over the scene, or over those of `extent` in the grid's CRS."""
        left, right, top, bottom = 0.0, float(self.width), 0.0, float(self.height)
        if extent is not None:
            xmin, ymin, xmax, ymax = extent
            left = max(left, (xmin - self.left) / self.pixel_width)
            right = min(right, (xmax - self.left) / self.pixel_width)
            top = max(top, (self.top - ymax) / self.pixel_height)
            bottom = min(bottom, (self.top - ymin) / self.pixel_height)
        if left >= right or top >= bottom:
            return 0
        columns = math.ceil(right / cell) - math.floor(left / cell)
        return columns * (math.ceil(bottom / cell) - math.floor(top / cell))

    def cells_of_polygons(self, sizes: Sequence[tuple[float, float]], cell: int) -> int:
        """About so many cells touch polygons of these areas and perimeters, in the CRS' units.

        A rectangle w x h touches on average (w + c)(h + c) / c² cells of side c, so a polygon
        about A / c² + P / 2c + 1.
        """
        side = cell * math.sqrt(self.pixel_width * self.pixel_height)
        touched = sum(area / side**2 + around / (2 * side) + 1 for area, around in sizes)
        return min(self.cells(cell), round(touched))


def detail_label(cell: int, pixel_size_m: float | None) -> str:
    """The side of a cell, in metres where the scene's pixels have a size."""
    if pixel_size_m is None:
        return tr("{count} pixels").format(count=cell)
    return f"{cell * pixel_size_m:.0f} m"


def about(seconds: float) -> str:
    """A time as people say it: `about 40 s`, `about 3 min`, `about 2 h`."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 20:
        return tr("about {time}").format(time=f"{5 * round(seconds / 5)} s")
    if seconds < 95:
        return tr("about {time}").format(time=f"{10 * round(seconds / 10)} s")
    if seconds < 95 * 60:
        return tr("about {time}").format(time=f"{max(2, round(seconds / 60))} min")
    return tr("about {time}").format(time=f"{seconds / 3600:.1f} h")


def time_left(elapsed_s: float, done: float) -> str:
    """What a run that has done the share `done`, 0..1, in `elapsed_s` still needs."""
    if done <= 0.02 or elapsed_s < SHORTEST_MEASURE_S:
        return ""
    return tr("{time} left").format(time=about(elapsed_s * (1 - done) / done))


@dataclass
class Speeds:
    """What this machine was measured to do: cells a second, by model and cell size."""

    measured: dict[str, float] = field(default_factory=dict)

    @classmethod
    def from_text(cls, text: str) -> Speeds:
        """What `as_text` kept; nothing where the text is damaged."""
        try:
            content = json.loads(text)
            return cls({str(key): float(value) for key, value in content.items() if value > 0})
        except (ValueError, AttributeError, TypeError):
            return cls()

    def as_text(self) -> str:
        return json.dumps(self.measured)

    def note(self, model: str, cell: int, cells: float, seconds: float) -> None:
        """Take in a run that classified `cells` in `seconds`; too short ones say nothing."""
        if seconds < SHORTEST_MEASURE_S or cells <= 0:
            return
        key, rate = _key(model, cell), cells / seconds
        before = self.measured.get(key, rate)
        self.measured[key] = WEIGHT_OF_NEWEST * rate + (1 - WEIGHT_OF_NEWEST) * before

    def seconds(self, model: str, cell: int, cells: int) -> float | None:
        """How long `cells` take, None when nothing of the kind was ever measured here."""
        rate = self.measured.get(_key(model, cell))
        return cells / rate if rate else None


def _key(model: str, cell: int) -> str:
    return f"{model} {cell}"


def rate_of(progress: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Share of a run and seconds between its first progress above 0 and its last.

    `progress` are pairs of seconds and share done, 0..1. What comes before the first windows are
    classified (starting, loading the network) is no work that grows with the scene.
    """
    begun = [(when, share) for when, share in progress if share > 0]
    if len(begun) < 2:
        return 0.0, 0.0
    return begun[-1][1] - begun[0][1], begun[-1][0] - begun[0][0]
