"""Which part of every map of a trunk a square tile of cells needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eurosat_qgis.core.dense_form import CannotBeDense, Step, Trunk

# Tiles are as large as the largest of their maps may be; smaller ones spend more on their rims,
# larger ones memory, in each thread.
_LARGEST_MAP_BYTES = 64 << 20
_TILE_PIXELS = (512, 256, 128)
# No layer is called so.
_IMAGE = ""


@dataclass(frozen=True)
class Part:
    """Rows and columns `[first, stop)` of a layer's map, counted from the tile's first window.

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


@dataclass(frozen=True)
class TilePlan:
    """A tile of `cells` x `cells` cells of `cell` pixels.

    `image` is the part of the pixels that it takes, counted from `further` pixels beyond the corner
    of the first cell's window. `pooled` is how many of the trunk's outputs a side the head looks
    at, `spacing` how many lie between two cells of one shift.
    """

    cells: int
    cell: int
    image: Part
    further: int
    pooled: int
    spacing: int
    parts: Mapping[str, Part]

    @property
    def first(self) -> int:
        """The first row and column of pixels, counted from the first cell's window."""
        return self.image.first + self.further

    @property
    def side(self) -> int:
        """Pixels a side."""
        return self.image.side

    def before(self, step: Step) -> tuple[Part, ...]:
        """The parts that a step's inputs come with."""
        return tuple(self.parts[name] for name in step.inputs) or (self.image,)

    def apart(self, before: Part) -> int:
        """How far two shifts that a layer adds lie apart in the map before it."""
        return before.shifts * self.cell // before.stride


def plan_tile(
    trunk: Trunk, channels: Mapping[str, int], cell: int, window: int, average: int
) -> TilePlan:
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
        plan = _planned(trunk, cells, cell, window, average)
        largest = max(
            (part.shifts * part.side) ** 2 * channels[name] * 4 for name, part in plan.parts.items()
        )
        if largest <= _LARGEST_MAP_BYTES:
            break
    return plan


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


def _planned(trunk: Trunk, cells: int, cell: int, window: int, average: int) -> TilePlan:
    strides: dict[str, int] = {}
    for step in trunk.steps:
        strides[step.name] = (strides[step.inputs[0]] if step.inputs else 1) * step.stride
    shifts = {name: max(1, stride // cell) for name, stride in strides.items()}
    # Where the middle lies between two outputs the whole tile is looked at from further on.
    begin, further = divmod((window - average) // 2, trunk.stride)
    pooled = trunk.side if average == window else average // trunk.stride
    spacing = max(1, cell // trunk.stride)
    apart = (cells // shifts[trunk.output] - 1) * spacing
    needed = {trunk.output: (begin, begin + apart + pooled)}
    for step in reversed(trunk.steps):
        first, stop = needed[step.name]
        source = step.inputs[0] if step.inputs else _IMAGE
        stride, shifted = strides.get(source, 1), shifts.get(source, 1)
        extra = (shifts[step.name] // shifted - 1) * (shifted * cell // stride)
        start = first * step.stride - step.before
        end = (stop - 1) * step.stride - step.before + step.reach + extra
        for name in step.inputs or (_IMAGE,):
            low, high = needed.get(name, (start, end))
            needed[name] = min(start, low), max(end, high)
    image = Part(*needed.pop(_IMAGE), 1, 1)
    parts = {name: Part(*needed[name], strides[name], shifts[name]) for name in needed}
    return TilePlan(cells, cell, image, further, pooled, spacing, parts)
