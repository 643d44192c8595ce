"""Tiles of cells for a dense network, with the windows of the cells that it cannot serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.classification.windows import DenseTile, Ground, GroundReader, Piece
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.network.dense_network import DenseNetwork
from eurosat_qgis.core.network.dense_plan import Side

# The network's edges take a second to build, once; a scene of fewer rows and columns of cells has
# its border windows classified sooner.
_LEAST_BORDER = 700


def tiles(
    reader: GroundReader, wanted: np.ndarray, network: DenseNetwork, skip: int = 0
) -> Iterator[Piece]:
    """Read the tiles that hold `wanted` cells ((rows, cols) bool), row by row.

    The first `skip` pieces are not read again; only what they counted is told.

    Tiles begin at the corner of the whole scene's grid, so that a cell lies in the same tile
    whatever part of the scene is asked for. Cells whose window is moved inward at the border of a
    large scene come with a tile of the network's edge, where it has one; these and others as
    windows, as `strips` gives them, where they are not all clear.
    """
    grid, sides = reader.grid, (network.plan.rows.cells, network.plan.cols.cells)
    for row in range(-(grid.first_row % sides[0]), grid.rows, sides[0]):
        for col in range(-(grid.first_col % sides[1]), grid.cols, sides[1]):
            cells = _wanted_in(wanted, row, col, sides)
            if not cells.any():
                continue
            if skip:
                skip -= 1
                yield Piece((), (), int(cells.sum()), 0)
            else:
                yield read_tile(reader, cells, row, col, network)


def read_tile(
    reader: GroundReader, cells: np.ndarray, row: int, col: int, network: DenseNetwork
) -> Piece:
    """The tile whose first cell is (`row`, `col`) of the grid, for the wanted `cells` in it."""
    grid, plan = reader.grid, network.plan
    down = _side_at(
        plan.rows, grid, grid.first_row + row, lambda place: grid.window_row(row + place)
    )
    across = _side_at(
        plan.cols, grid, grid.first_col + col, lambda place: grid.window_col(col + place)
    )
    rows, cols = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    begin_rows, begin_cols = down.begins[rows], across.begins[cols]
    top = max(0, min(down.pixels.start, int(begin_rows.min())))
    left = max(0, min(across.pixels.start, int(begin_cols.min())))
    height = max(down.pixels.stop, int(begin_rows.max()) + grid.window) - top
    width = max(across.pixels.stop, int(begin_cols.max()) + grid.window) - left
    ground = reader.read(top, left, height, width)
    seen = cells.copy()
    if not ground.clear.all():
        hidden = _counts(~ground.clear, begin_rows - top, begin_cols - left, grid.window)
        seen[np.ix_(rows, cols)] &= hidden == 0
    found, left_over = [], cells.copy()
    edge = network.edge if _has_long_borders(grid) else None
    for placed, outputs, pixels in _tiles_of(down, across, edge):
        taken = placed & seen
        if taken.any():
            inside = np.argwhere(taken)
            values = _on_tile(ground, *pixels)
            found.append(DenseTile(values, inside + np.array((row, col)), inside * outputs))
            left_over &= ~taken
    others = [(row + int(r), col + int(c)) for r, c in np.argwhere(left_over)]
    windows, masked = ground.windows(grid, others, reader.max_masked)
    return Piece(windows, masked, int(cells.sum()), ground.pixels, tuple(found))


def _has_long_borders(grid: Grid) -> bool:
    """Whether the whole scene, of which the grid may be a part, is worth the network's edges."""
    return (grid.height + grid.width) // grid.cell >= _LEAST_BORDER


@dataclass(frozen=True)
class _SideAt:
    """The rows of a tile, or its columns.

    `begins` are where the windows of its cells begin, `(cells,) int`, and `centred` tells which of
    them were not moved inward at the scene's border; `pixels` are those that the tile takes.
    """

    begins: np.ndarray
    centred: np.ndarray
    pixels: slice

    def edges(self, edge: Side) -> Iterator[tuple[np.ndarray, slice]]:
        """Which windows begin together at a border, and the pixels that their edge takes."""
        for begin in np.unique(self.begins[~self.centred]):
            first = int(begin) + edge.first
            yield ~self.centred & (self.begins == begin), slice(first, first + edge.pixels)


def _side_at(plan: Side, grid: Grid, first_cell: int, begin: Callable[[int], int]) -> _SideAt:
    """A side of the tile that begins with the scene's `first_cell`."""
    # By row and by column: cells may be thousands.
    begins = np.array([begin(place) for place in range(plan.cells)])
    first = first_cell * plan.cell + plan.cell // 2 - grid.window // 2
    centred = begins == first + np.arange(plan.cells) * plan.cell
    return _SideAt(begins, centred, slice(first + plan.first, first + plan.first + plan.pixels))


def _tiles_of(
    down: _SideAt, across: _SideAt, edge: Side | None
) -> Iterator[tuple[np.ndarray, tuple[bool, bool], tuple[slice, slice]]]:
    """The cells of each tile, `(cells, cells) bool`, along which sides its outputs lie, its pixels.

    The first is for cells whose window is centred, the others for those at the scene's borders.
    """
    yield down.centred[:, None] & across.centred, (True, True), (down.pixels, across.pixels)
    if edge is None:
        return
    for rows, pixels in down.edges(edge):
        yield rows[:, None] & across.centred, (False, True), (pixels, across.pixels)
    for cols, pixels in across.edges(edge):
        yield down.centred[:, None] & cols, (True, False), (down.pixels, pixels)


def _wanted_in(wanted: np.ndarray, row: int, col: int, sides: tuple[int, int]) -> np.ndarray:
    cells = np.zeros(sides, bool)
    part = wanted[max(0, row) : row + sides[0], max(0, col) : col + sides[1]]
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


def _on_tile(ground: Ground, rows: slice, cols: slice) -> np.ndarray:
    """Pixels of the scene; around windows, what is hidden or beyond the scene shows their mean."""
    inside_rows, inside_cols = (
        slice(max(0, part.start - start), max(0, part.stop - start))
        for part, start in ((rows, ground.top), (cols, ground.left))
    )
    values, clear = ground.values[inside_rows, inside_cols], ground.clear[inside_rows, inside_cols]
    shape = (rows.stop - rows.start, cols.stop - cols.start)
    if clear.shape == shape and clear.all():
        return values
    # Sums of whole rows: numpy is slow at axes as short as that of the bands.
    seen, hidden = values, ~clear
    if hidden.any():
        seen = values.copy()
        seen[hidden] = 0
    sums = seen.sum(axis=0, dtype=np.float64).sum(axis=0)
    mean = (sums / np.count_nonzero(clear)).astype(np.float32)
    tile = np.broadcast_to(np.tile(mean, (shape[1], 1)), (*shape, len(mean))).copy()
    # A ground smaller than the tile begins where the scene does.
    below, beside = max(0, ground.top - rows.start), max(0, ground.left - cols.start)
    inside = tile[below : below + clear.shape[0], beside : beside + clear.shape[1]]
    inside[...] = seen
    inside[hidden] = mean
    return tile
