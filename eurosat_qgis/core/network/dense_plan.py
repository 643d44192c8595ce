"""Which part of every map of a trunk a tile of cells needs, and what of it is computed at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from eurosat_qgis.core.network.dense_form import (
    IMAGE,
    CannotBeDense,
    Step,
    Trunk,
    narrow_steps,
    rows_looked_at,
    strides_of,
)
from eurosat_qgis.core.network.depth_first import NEAR_BYTES

# Tiles are as large as the largest of their maps may be; smaller ones spend more on their rims,
# larger ones memory, in each thread.
_LARGEST_MAP_BYTES = 32 << 20
_TILE_PIXELS = (512, 256, 128)


@dataclass(frozen=True)
class Part:
    """Rows (or columns) `[first, stop)` of a layer's map, counted from the tile's first window.

    A step in the map is `stride` pixels. The map is there `shifts` x `shifts` times, each for
    windows that begin `cell` pixels later.
    """

    first: int
    stop: int
    stride: int
    shifts: int

    @property
    def side(self) -> int:
        return self.stop - self.first


Parts = Mapping[str, Part]
Channels = Mapping[str, int]


@dataclass(frozen=True)
class Stretch:
    """Steps that are computed for a few rows at once, for each of `bands`.

    The bands are alike, so the last may begin before the one above it ends. They look at the map of
    `source`; the maps between them stay in the processor's cache
    (core/network/depth_first.py).
    """

    source: str
    steps: tuple[Step, ...]
    bands: tuple[Parts, ...]


@dataclass(frozen=True)
class TilePlan:
    """The rows of a tile, or its columns: `cells` of `cell` pixels.

    `parts` are those of each layer's map, and of the image: of the pixels that the tile takes,
    counted from `further` pixels beyond the corner of the first cell's window. `pooled` is how many
    of the trunk's outputs the head looks at, `spacing` how many lie between two cells of one shift.
    The trunk's `stretches` follow each other; what comes after them is computed whole.
    """

    cells: int
    cell: int
    further: int
    pooled: int
    spacing: int
    parts: Parts
    stretches: tuple[Stretch, ...]

    @property
    def first(self) -> int:
        """The first row of pixels, counted from the first cell's window."""
        return self.parts[IMAGE].first + self.further

    @property
    def side(self) -> int:
        """How many rows of pixels."""
        return self.parts[IMAGE].side

    def looked_at(self, step: Step, source: str, parts: Parts) -> list[slice]:
        """Where in the `parts` of its `source` a step looks, once for each shift that it adds."""
        part, before = parts[step.name], parts[source]
        # How far two shifts that the step adds lie apart in the map before it.
        apart = before.shifts * self.cell // before.stride
        start = part.first * step.stride - step.before - before.first
        side = (part.side - 1) * step.stride + step.reach
        begins = [start + apart * shift for shift in range(part.shifts // before.shifts)]
        return [slice(begin, begin + side) for begin in begins]


def plan_tile(trunk: Trunk, channels: Channels, cell: int, window: int, average: int) -> TilePlan:
    """The plan of the largest tile that is not too large, the smallest at least.

    `channels` are those of each layer's map, `average` the side in pixels of what the head pools
    over, at the middle of a window of `window` pixels. Raises CannotBeDense.
    """
    if trunk.stride % cell and cell % trunk.stride:
        raise CannotBeDense(
            f"Cells of {cell} pixels do not fit a trunk whose stride is {trunk.stride} pixels."
        )
    check_average(trunk, window, average)
    for pixels in _TILE_PIXELS:
        shifts = max(1, trunk.stride // cell)
        cells = max(shifts, pixels // cell)
        plan = _planned(trunk, channels, cells, cell, window, average)
        if _largest_map(plan, channels) <= _LARGEST_MAP_BYTES:
            break
    return plan


def plan_edge(trunk: Trunk, channels: Channels, cell: int, window: int) -> TilePlan:
    """The plan of as few cells as there can be: of windows that begin at one row (or column)."""
    return _planned(trunk, channels, max(1, trunk.stride // cell), cell, window, window)


def _largest_map(plan: TilePlan, channels: Channels) -> int:
    """The bytes of the largest map of a square tile that is there at once."""
    rows = dict(plan.parts)
    for stretch in plan.stretches:
        # The last one's map is there whole.
        for step in stretch.steps[:-1]:
            bands = [band[step.name] for band in stretch.bands]
            rows[step.name] = max(bands, key=lambda part: part.side)
    return max(
        part.shifts**2 * part.side * rows[name].side * channels.get(name, 0) * 4
        for name, part in plan.parts.items()
    )


def check_average(trunk: Trunk, window: int, average: int, centred: bool = False) -> None:
    """Raise CannotBeDense when the head cannot pool over the middle `average` pixels of a window.

    `centred` asks for outputs of the window's own trunk, which no shift can bring to its middle.
    """
    if average == window:
        return
    if not trunk.pools or trunk.side * trunk.stride != window:
        raise CannotBeDense(
            "This model's head looks at its whole window: leave the window average at "
            f"{window} pixels."
        )
    least = 2 * trunk.stride if centred and trunk.side % 2 == 0 else trunk.stride
    if average % least:
        raise CannotBeDense(
            f"This model's trunk has one output in {trunk.stride} pixels: choose a window average "
            f"of {least} pixels or more."
        )


def _planned(
    trunk: Trunk, channels: Channels, cells: int, cell: int, window: int, average: int
) -> TilePlan:
    strides = strides_of(trunk.steps)
    shifts = {name: max(1, stride // cell) for name, stride in strides.items()}

    def for_shifts(step: Step) -> int:
        """How many rows further a step looks for the last of the shifts that it adds."""
        source = step.sources[0]
        return (shifts[step.name] // shifts[source] - 1) * (
            shifts[source] * cell // strides[source]
        )

    # Where the middle lies between two outputs the whole tile is looked at from further on.
    begin, further = divmod((window - average) // 2, trunk.stride)
    pooled = trunk.side if average == window else average // trunk.stride
    spacing = max(1, cell // trunk.stride)
    apart = (cells // shifts[trunk.output] - 1) * spacing
    needed = rows_looked_at(trunk.steps, (begin, begin + apart + pooled), for_shifts)
    parts = {name: Part(*needed[name], strides[name], shifts[name]) for name in needed}
    stretches = tuple(_stretches(trunk, channels, parts))
    return TilePlan(cells, cell, further, pooled, spacing, parts, stretches)


def _stretches(trunk: Trunk, channels: Channels, parts: Parts) -> Iterator[Stretch]:
    """What is computed in bands of rows: up to the last narrow map before windows are shifted."""
    begin, source = 0, IMAGE
    for stop in narrow_steps(trunk.steps, channels):
        steps = trunk.steps[begin:stop]
        last = parts[steps[-1].name]
        if last.shifts > 1:
            return
        # The bytes that a row of the last map takes in the largest before it.
        a_row = max(
            part.side * channels[name] * 4 * last.stride // part.stride
            for name, part in ((step.name, parts[step.name]) for step in steps)
        )
        count = -(-last.side // max(1, NEAR_BYTES // a_row))
        rows = -(-last.side // count)
        bands = []
        for begin_row in range(last.first, last.stop, rows):
            first = max(last.first, min(begin_row, last.stop - rows))
            needed = rows_looked_at(steps, (first, first + rows))
            bands.append(
                {name: replace(parts[name], first=a, stop=b) for name, (a, b) in needed.items()}
            )
        yield Stretch(source, steps, tuple(bands))
        begin, source = stop, steps[-1].name
