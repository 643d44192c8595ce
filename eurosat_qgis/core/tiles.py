"""Tiles of cells for a dense network, with the windows of the cells that it cannot serve."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.dense_plan import TilePlan
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks import Masks
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.core.windows import DenseTile, Ground, Piece, read_ground


def tiles(
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    scaling: InputScaling,
    masks: Masks,
    max_masked: float,
    plan: TilePlan,
    skip: int = 0,
) -> Iterator[Piece]:
    """Read the tiles that hold `wanted` cells ((rows, cols) bool), row by row.

    The first `skip` pieces are not read again; only what they counted is told.

    Tiles begin at the corner of the whole scene's grid, so that a cell lies in the same tile
    whatever part of the scene is asked for. Cells whose window is moved inward at the scene's
    border, or not all clear, come as windows, as `strips` gives them.
    """
    for row in range(-(grid.first_row % plan.cells), grid.rows, plan.cells):
        for col in range(-(grid.first_col % plan.cells), grid.cols, plan.cells):
            cells = _wanted_in(wanted, row, col, plan.cells)
            if not cells.any():
                continue
            if skip:
                skip -= 1
                yield Piece((), (), int(cells.sum()), 0)
            else:
                yield read_tile(scene, grid, cells, row, col, scaling, masks, max_masked, plan)


def read_tile(
    scene: Scene,
    grid: Grid,
    cells: np.ndarray,
    row: int,
    col: int,
    scaling: InputScaling,
    masks: Masks,
    max_masked: float,
    plan: TilePlan,
) -> Piece:
    """The tile whose first cell is (`row`, `col`) of the grid, for the wanted `cells` in it."""
    # Windows of the tile's cells, by row and by column: cells may be thousands.
    window_rows, window_cols = (
        np.array([start(first + place) for place in range(plan.cells)])
        for start, first in ((grid.window_row, row), (grid.window_col, col))
    )
    first_row, first_col = (
        (first + index) * plan.cell + plan.cell // 2 - grid.window // 2 + plan.first
        for first, index in ((grid.first_row, row), (grid.first_col, col))
    )
    rows, cols = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    begin_rows, begin_cols = window_rows[rows], window_cols[cols]
    top = max(0, min(first_row, int(begin_rows.min())))
    left = max(0, min(first_col, int(begin_cols.min())))
    height = max(first_row + plan.side, int(begin_rows.max()) + grid.window) - top
    width = max(first_col + plan.side, int(begin_cols.max()) + grid.window) - left
    ground = read_ground(scene, grid, top, left, height, width, scaling, masks)
    steps = np.arange(plan.cells) * plan.cell
    centred_rows = window_rows == first_row - plan.first + steps
    centred_cols = window_cols == first_col - plan.first + steps
    takes = cells & centred_rows[:, None] & centred_cols
    if not ground.clear.all():
        hidden = _counts(~ground.clear, begin_rows - top, begin_cols - left, grid.window)
        takes[np.ix_(rows, cols)] &= hidden == 0
    others = [(row + int(r), col + int(c)) for r, c in np.argwhere(cells & ~takes)]
    found = ground.windows(grid, others, max_masked)
    tile = None
    if takes.any():
        values = _on_tile(ground, first_row, first_col, plan.side)
        tile = DenseTile(row, col, values, takes)
    return Piece(*found, int(cells.sum()), ground.pixels, tile)


def _wanted_in(wanted: np.ndarray, row: int, col: int, side: int) -> np.ndarray:
    cells = np.zeros((side, side), bool)
    part = wanted[max(0, row) : row + side, max(0, col) : col + side]
    below, beside = max(0, -row), max(0, -col)
    cells[below : below + part.shape[0], beside : beside + part.shape[1]] = part
    return cells


def _counts(found: np.ndarray, rows: np.ndarray, cols: np.ndarray, side: int) -> np.ndarray:
    """How many are `found` in each square of `side` that begins at one of `rows` and of `cols`."""
    # Sums of all above and left of each corner: four of them count any rectangle.
    summed = np.pad(found.astype(np.int32).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    below, beside = rows + side, cols + side
    return np.asarray(
        summed[np.ix_(below, beside)]
        - summed[np.ix_(rows, beside)]
        - summed[np.ix_(below, cols)]
        + summed[np.ix_(rows, cols)]
    )


def _on_tile(ground: Ground, first_row: int, first_col: int, side: int) -> np.ndarray:
    """The tile's pixels; around windows, what is hidden or beyond the scene shows their mean."""
    rows, cols = (
        slice(max(0, first - start), max(0, first - start + side))
        for first, start in ((first_row, ground.top), (first_col, ground.left))
    )
    values, clear = ground.values[rows, cols], ground.clear[rows, cols]
    if clear.shape == (side, side) and clear.all():
        return values
    mean = values[clear].mean(axis=0, dtype=np.float64).astype(np.float32)
    tile = np.broadcast_to(mean, (side, side, len(mean))).copy()
    # A ground smaller than the tile begins where the scene does.
    below, beside = max(0, ground.top - first_row), max(0, ground.left - first_col)
    inside = np.s_[below : below + clear.shape[0], beside : beside + clear.shape[1]]
    tile[inside] = np.where(clear[..., None], values, mean)
    return tile
