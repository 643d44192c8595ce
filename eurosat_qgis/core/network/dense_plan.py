"""Which part of every map of a trunk a tile of cells needs, and what of it is computed at once."""

from __future__ import annotations

import math
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
# Scenes of so many tiles are cut to measure, which a network has to be built for; smaller scenes
# are done before that pays.
_MANY_TILES = 32


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

    Each band makes `made` rows of a map of `rows`, or of the cells where it `ends` at the head. The
    bands are alike, so the last may begin before the one above it ends. They look at the map of
    `source`; the maps between them stay in the processor's cache (core/network/depth_first.py).
    """

    source: str
    steps: tuple[Step, ...]
    bands: tuple[Parts, ...]
    made: int
    rows: int
    ends: bool


@dataclass(frozen=True)
class Side:
    """The rows of a tile, or its columns: `cells` of `cell` pixels.

    `parts` are those of each layer's map, and of the image: of the pixels that the tile takes,
    counted from `further` pixels beyond the corner of the first cell's window. `pooled` is how many
    of the trunk's outputs the head looks at, `spacing` how many lie between two cells of one shift.
    """

    cells: int
    cell: int
    further: int
    pooled: int
    spacing: int
    parts: Parts

    @property
    def first(self) -> int:
        """The first row of pixels, counted from the first cell's window."""
        return self.parts[IMAGE].first + self.further

    @property
    def pixels(self) -> int:
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


@dataclass(frozen=True)
class TilePlan:
    """A tile. The trunk's `stretches` follow each other; what is after them is computed whole."""

    rows: Side
    cols: Side
    stretches: tuple[Stretch, ...] = ()

    @property
    def shape(self) -> tuple[int, int]:
        """Its pixels, height and width."""
        return self.rows.pixels, self.cols.pixels


def plan_tile(
    trunk: Trunk,
    channels: Channels,
    cell: int,
    window: int,
    average: int,
    scene: tuple[int, int],
) -> TilePlan:
    """The plan of the largest tile that is not too large, the smallest at least.

    `channels` are those of each layer's map, `average` the side in pixels of what the head pools
    over, at the middle of a window of `window` pixels, `scene` the rows and columns of cells of the
    whole scene. Raises CannotBeDense.
    """
    if trunk.stride % cell and cell % trunk.stride:
        raise CannotBeDense(
            f"Cells of {cell} pixels do not fit a trunk whose stride is {trunk.stride} pixels."
        )
    check_average(trunk, window, average)
    shifts = max(1, trunk.stride // cell)

    def of(rows: int, cols: int) -> TilePlan:
        down, across = (_side(trunk, n, cell, window, average) for n in (rows, cols))
        return TilePlan(down, across, tuple(_stretches(trunk, channels, down, across)))

    for pixels in _TILE_PIXELS:
        side = max(shifts, pixels // cell)
        square = of(side, side)
        if _largest_map(square, channels) <= _LARGEST_MAP_BYTES:
            break
    if math.prod(-(-cells // side) for cells in scene) < _MANY_TILES:
        return square
    cols = _even(scene[1], side, shifts)
    # Of a tall tile less is rim, but its maps are larger. A wide one would have fewer rows in the
    # cache.
    tall = of(_even(scene[0], side * 3 // 2, shifts), cols)
    if _largest_map(tall, channels) <= _LARGEST_MAP_BYTES:
        return tall
    return of(_even(scene[0], side, shifts), cols)


def plan_edge(trunk: Trunk, cell: int, window: int) -> Side:
    """As few cells as there can be: of windows that begin at one row (or column)."""
    return _side(trunk, max(1, trunk.stride // cell), cell, window, window)


def _even(cells: int, most: int, shifts: int) -> int:
    """The cells of each of the fewest equal parts that have at most `most`."""
    parts = -(-cells // most)
    return -(-cells // (parts * shifts)) * shifts


def _largest_map(plan: TilePlan, channels: Channels) -> int:
    """The bytes of the largest map of a tile that is there at once."""
    rows = dict(plan.rows.parts)
    for stretch in plan.stretches:
        # The last one's map is there whole.
        for step in stretch.steps if stretch.ends else stretch.steps[:-1]:
            rows[step.name] = stretch.bands[0][step.name]
    return max(
        part.shifts**2 * part.side * rows[name].side * channels.get(name, 0) * 4
        for name, part in plan.cols.parts.items()
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


def _side(trunk: Trunk, cells: int, cell: int, window: int, average: int) -> Side:
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
    return Side(cells, cell, further, pooled, spacing, parts)


def _stretches(trunk: Trunk, channels: Channels, rows: Side, cols: Side) -> Iterator[Stretch]:
    """What is computed in bands of rows: up to each narrow map before windows are shifted.

    Where they never are, the last stretch ends with the cells.
    """
    source, begin = IMAGE, 0
    for stop in (*narrow_steps(trunk.steps, channels), len(trunk.steps)):
        steps = trunk.steps[begin:stop]
        last = rows.parts[steps[-1].name]
        if last.shifts > 1:
            return
        ends = stop == len(trunk.steps)
        # How many rows of its last map a stretch moves on by, and sees at once, for a row it makes.
        apart, seen = (rows.spacing, rows.pooled) if ends else (1, 1)
        wanted = rows.cells if ends else last.side
        # The bytes that a row takes in the largest map.
        a_row = max(
            cols.parts[step.name].side
            * channels[step.name]
            * 4
            * apart
            * last.stride
            // rows.parts[step.name].stride
            for step in steps
        )
        count = -(-wanted // max(1, NEAR_BYTES // a_row))
        made = -(-wanted // count)
        bands = []
        for row in range(0, wanted, made):
            first = last.first + min(row, wanted - made) * apart
            needed = rows_looked_at(steps, (first, first + (made - 1) * apart + seen))
            bands.append(
                {
                    name: replace(rows.parts[name], first=a, stop=b)
                    for name, (a, b) in needed.items()
                }
            )
        yield Stretch(source, steps, tuple(bands), made, wanted, ends)
        begin, source = stop, steps[-1].name
