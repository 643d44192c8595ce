"""Which part of every map of a trunk a tile of cells needs, and what of it is computed at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eurosat_qgis.core.dense_form import IMAGE, CannotBeDense, Step, Trunk, rows_looked_at

# Tiles are as large as the largest of their maps may be; smaller ones spend more on their rims,
# larger ones memory, in each thread.
_LARGEST_MAP_BYTES = 32 << 20
_TILE_PIXELS = (512, 256, 128)
# The first layers, whose maps are the largest, are computed for so many rows of their last map at
# once: more spend memory, and leave the processor's cache; fewer spend more on their rims.
_BAND_ROWS = 8


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
class TilePlan:
    """The rows of a tile, or its columns: `cells` of `cell` pixels.

    `parts` are those of each layer's map, and of the image: of the pixels that the tile takes,
    counted from `further` pixels beyond the corner of the first cell's window. `pooled` is how many
    of the trunk's outputs the head looks at, `spacing` how many lie between two cells of one shift.
    The first `early` steps are computed for each of `bands` by itself.
    """

    cells: int
    cell: int
    further: int
    pooled: int
    spacing: int
    parts: Parts
    early: int
    bands: tuple[Parts, ...]

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
    # The last map of the bands is there whole.
    inner = list(plan.bands[0])[1:] if plan.bands else []
    for name in inner:
        rows[name] = max((band[name] for band in plan.bands), key=lambda part: part.side)
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
    strides: dict[str, int] = {IMAGE: 1}
    for step in trunk.steps:
        strides[step.name] = strides[_source(step)] * step.stride
    shifts = {name: max(1, stride // cell) for name, stride in strides.items()}

    def for_shifts(step: Step) -> int:
        """How many rows further a step looks for the last of the shifts that it adds."""
        source = _source(step)
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
    early = _early_steps(trunk, channels, parts)
    bands = tuple(_bands(trunk.steps[:early], parts)) if early else ()
    return TilePlan(cells, cell, further, pooled, spacing, parts, early, bands)


def _source(step: Step) -> str:
    return step.inputs[0] if step.inputs else IMAGE


def _early_steps(trunk: Trunk, channels: Channels, parts: Parts) -> int:
    """How many steps lead to the first map that is smaller than the image, and is all that the
    others look at: of several of its size the one of the fewest channels. 0 where there is none
    before the last, or windows are shifted on the way.
    """
    found: list[int] = []
    for count in range(1, len(trunk.steps)):
        part = parts[trunk.steps[count - 1].name]
        if part.shifts > 1 or (
            found and part.stride > parts[trunk.steps[found[0] - 1].name].stride
        ):
            break
        after = {source for step in trunk.steps[count:] for source in step.inputs}
        before = {step.name for step in trunk.steps[: count - 1]}
        if part.stride > 1 and not after & before:
            found.append(count)
    return min(found, key=lambda count: channels[trunk.steps[count - 1].name], default=0)


def _bands(steps: Sequence[Step], parts: Parts) -> Iterator[Parts]:
    """The parts of each band of the last step's rows."""
    last = parts[steps[-1].name]
    for first in range(last.first, last.stop, _BAND_ROWS):
        needed = rows_looked_at(steps, (first, min(first + _BAND_ROWS, last.stop)))
        yield {name: replace(parts[name], first=a, stop=b) for name, (a, b) in needed.items()}
