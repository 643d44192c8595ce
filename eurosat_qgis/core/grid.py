"""The grid rule: square cells on the scene's own grid, each with the window centred on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from affine import Affine

from eurosat_qgis.core.errors import InputError

# A cell at the edge of a requested extent or area is left out when it is touched by less than this
# share of a pixel: coordinates come rounded.
TOUCH = 1e-6


@dataclass(frozen=True)
class Grid:
    """Cells of `cell` pixels over a scene of `height` x `width` pixels.

    The grid covers `rows` x `cols` cells from cell (`first_row`, `first_col`) of the whole scene's
    grid; `window` is the side of the network's window in pixels.
    """

    height: int
    width: int
    cell: int
    window: int
    first_row: int
    first_col: int
    rows: int
    cols: int

    def of_whole_scene(self) -> Grid:
        """The grid of all cells of the scene, of which this one may cover a part."""
        rows, cols = math.ceil(self.height / self.cell), math.ceil(self.width / self.cell)
        return replace(self, first_row=0, first_col=0, rows=rows, cols=cols)

    def window_row(self, row: int) -> int:
        """First pixel row of the window of cell row `row` (0 is the grid's own first)."""
        return _window_start(self.first_row + row, self.cell, self.window, self.height)

    def window_col(self, col: int) -> int:
        """First pixel column of the window of cell column `col`."""
        return _window_start(self.first_col + col, self.cell, self.window, self.width)

    def pixel_rows(self, row: int) -> tuple[int, int]:
        """Pixel rows `[start, stop)` of cell row `row` that lie inside the scene."""
        start = (self.first_row + row) * self.cell
        return start, min(start + self.cell, self.height)

    def pixel_cols(self, col: int) -> tuple[int, int]:
        """Pixel columns `[start, stop)` of cell column `col` that lie inside the scene."""
        start = (self.first_col + col) * self.cell
        return start, min(start + self.cell, self.width)

    def transform(self, scene_transform: Affine) -> Affine:
        """Geotransform of the cells, given that of the scene's pixels."""
        origin = Affine.translation(self.first_col * self.cell, self.first_row * self.cell)
        return scene_transform @ origin @ Affine.scale(self.cell)


def grid_over(
    height: int,
    width: int,
    cell: int,
    window: int,
    extent: tuple[float, float, float, float] | None = None,
    scene_transform: Affine | None = None,
) -> Grid:
    """The grid over a whole scene, or over the cells that touch `extent` (xmin, ymin, xmax, ymax
    in the scene's CRS).

    Raises InputError when the extent does not touch the scene or is empty.
    """
    rows, cols = math.ceil(height / cell), math.ceil(width / cell)
    if extent is None or scene_transform is None:
        return Grid(height, width, cell, window, 0, 0, rows, cols)
    xmin, ymin, xmax, ymax = extent
    if not (xmin < xmax and ymin < ymax):
        raise InputError("The extent is empty: give xmin, ymin, xmax, ymax with min below max.")
    corners = [~scene_transform @ (x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
    left, right = (f(c[0] for c in corners) for f in (min, max))
    top, bottom = (f(c[1] for c in corners) for f in (min, max))
    if right <= TOUCH or bottom <= TOUCH or left >= width - TOUCH or top >= height - TOUCH:
        raise InputError("The extent does not touch the scene: choose one inside it.")
    first_row, last_row = _touched(top, bottom, cell, rows)
    first_col, last_col = _touched(left, right, cell, cols)
    return Grid(
        height,
        width,
        cell,
        window,
        first_row,
        first_col,
        last_row - first_row + 1,
        last_col - first_col + 1,
    )


def _window_start(index: int, cell: int, window: int, size: int) -> int:
    centred = index * cell + cell // 2 - window // 2
    return max(0, min(centred, size - window))


def _touched(start: float, stop: float, cell: int, count: int) -> tuple[int, int]:
    first = math.floor((start + TOUCH) / cell)
    last = math.ceil((stop - TOUCH) / cell) - 1
    return max(0, first), min(count - 1, max(first, last))
