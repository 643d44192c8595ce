"""The reference class of a map's cells, voted by the parts of each cell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.accuracy.class_table import LEFT_OUT, UNMATCHED
from eurosat_qgis.core.accuracy.cross_table import CODES, cross_table
from eurosat_qgis.core.accuracy.left_out import GROUPED_OUT, MIXED, NO_LABEL, NOT_MATCHED, OUTSIDE
from eurosat_qgis.core.accuracy.observations import reason_of_map
from eurosat_qgis.core.classification.cell_map import IsCancelled, OnProgress, stop_if
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap

# Beside a class table's codes: parts of a cell without label, without reference, and outside the
# scene.
UNLABELLED, NOTHING, NOT_THERE = -2, -3, -4
# Parts along a cell's side at most, such as 10 m in 640 m.
_MOST_PARTS = 64
# Parts of a whole map, and of those that are looked at in one go.
_MOST_IN_ALL, _AT_ONCE = 400_000_000, 4_000_000


@dataclass(frozen=True)
class FineCells:
    """The cells of a map in `parts` x `parts` each; also pixels to see a raster on."""

    crs: CRS | None
    transform: Affine
    width: int
    height: int
    parts: int


# The code of every part in the cell rows from the first to before the second number.
ReadParts = Callable[[int, int], np.ndarray]


def fine_cells(land_cover: LandCoverMap, parts: int) -> FineCells:
    """The map's cells in `parts` x `parts` each, or fewer where these would be too many."""
    cells = land_cover.height * land_cover.width
    parts = max(1, min(parts, _MOST_PARTS, math.isqrt(_MOST_IN_ALL // cells)))
    return FineCells(
        land_cover.crs,
        land_cover.transform @ Affine.scale(1 / parts),
        land_cover.width * parts,
        land_cover.height * parts,
        parts,
    )


@dataclass(frozen=True)
class Votes:
    """Pairs of classes as in Observations, and how many cells are in none, by reason."""

    counts: np.ndarray
    areas: np.ndarray
    left_out: Counter[str]


def vote(
    land_cover: LandCoverMap,
    fine: FineCells,
    read: ReadParts,
    min_share: float,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> Votes:
    """Pair each cell of the map with the class that most of its parts in the scene have.

    Of a class that has less than `min_share` of them the cell is mixed, and in no pair.
    """
    heights, widths, _ = land_cover.sides()
    counts = np.zeros((CODES, CODES), np.int64)
    areas = np.zeros((CODES, CODES))
    left_out: Counter[str] = Counter()
    for first, last in _strips(land_cover.height, fine):
        stop_if(is_cancelled)
        parts = read(first, last)
        _cut_at_the_scenes_edge(parts, first, land_cover, fine.parts)
        codes, share = _largest(parts, fine.parts)
        on_map = land_cover.codes[first:last]
        pairs, out = _sorted_out(on_map, codes, share, min_share)
        left_out += out
        reference = np.where(pairs, codes, 0).astype(np.uint8)
        strip = cross_table(
            np.where(pairs, on_map, np.uint8(0)), reference, heights[first:last], widths
        )
        counts += strip[0]
        areas += strip[1]
        on_progress(last, land_cover.height)
    # What is no pair was coded 0.
    counts[0] = 0
    areas[0] = 0
    return Votes(counts, areas, left_out)


def _strips(rows: int, fine: FineCells) -> Iterator[tuple[int, int]]:
    step = max(1, _AT_ONCE // (fine.width * fine.parts))
    for first in range(0, rows, step):
        yield first, min(first + step, rows)


def _cut_at_the_scenes_edge(
    parts: np.ndarray, first: int, land_cover: LandCoverMap, per_cell: int
) -> None:
    grid = land_cover.grid
    # Centres of parts in the grid's pixels; of a border cell only a part is in the scene.
    y = (first + (np.arange(parts.shape[0]) + 0.5) / per_cell) * grid.cell
    x = (np.arange(parts.shape[1]) + 0.5) / per_cell * grid.cell
    parts[y >= grid.height] = NOT_THERE
    parts[:, x >= grid.width] = NOT_THERE


def _largest(parts: np.ndarray, per_cell: int) -> tuple[np.ndarray, np.ndarray]:
    """The code that most parts of each cell have, the lowest of several, and its share of them."""
    rows, cols = (side // per_cell for side in parts.shape)
    blocks = parts.reshape(rows, per_cell, cols, per_cell)
    there = np.count_nonzero(blocks != NOT_THERE, axis=(1, 3))
    best = np.full((rows, cols), NOTHING, np.int16)
    most = np.zeros((rows, cols), np.int64)
    for code in np.unique(parts):
        if code != NOT_THERE:
            held = np.count_nonzero(blocks == code, axis=(1, 3))
            best[held > most] = code
            most = np.maximum(most, held)
    return best, most / np.maximum(there, 1)


def _sorted_out(
    on_map: np.ndarray, codes: np.ndarray, share: np.ndarray, min_share: float
) -> tuple[np.ndarray, Counter[str]]:
    """Which cells are a pair, and how many are none for which reason."""
    left_out: Counter[str] = Counter()
    pairs = np.ones(on_map.shape, bool)

    def leave_out(which: np.ndarray, reason: str) -> None:
        nonlocal pairs
        if count := int((which & pairs).sum()):
            left_out[reason] += count
        pairs &= ~which

    for code in np.unique(on_map):
        if reason := reason_of_map(int(code)):
            leave_out(on_map == code, reason)
    leave_out(codes == NOTHING, OUTSIDE)
    leave_out(codes == UNLABELLED, NO_LABEL)
    leave_out(codes == UNMATCHED, NOT_MATCHED)
    leave_out(codes == LEFT_OUT, GROUPED_OUT)
    leave_out(share < min_share, MIXED)
    return pairs, left_out
