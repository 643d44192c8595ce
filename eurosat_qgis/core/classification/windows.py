"""Windows of a grid's cells, ready for the network, read strip by strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks.masks import Masks
from eurosat_qgis.core.scene.scene import Scene

# A window with less than this share of valid pixels says too little: its cell becomes nodata.
MIN_VALID_SHARE = 0.5


@dataclass(frozen=True)
class CellWindow:
    """The values of a window, `(window, window, bands)`, and the cells (row, col) that have it.

    They are several where windows are moved inward at the scene's border.
    """

    places: tuple[tuple[int, int], ...]
    values: np.ndarray


@dataclass(frozen=True)
class DenseTile:
    """Pixels `(height, width, bands)` for a dense network, and the cells that it is for.

    `places` are their rows and columns in the grid, `(N, 2) int`, and `outputs` those of what the
    network says of each.
    """

    values: np.ndarray
    places: np.ndarray
    outputs: np.ndarray


@dataclass(frozen=True)
class Piece:
    """Cells whose ground was read together.

    `windows` are those to classify, `tiles` what a dense network sees of the others
    with enough to see, `masked` the rows and columns of those that would have it but for a mask;
    `looked_at` counts the cells asked for, `pixels` those read of each band.
    """

    windows: tuple[CellWindow, ...]
    masked: tuple[tuple[int, int], ...]
    looked_at: int
    pixels: int
    tiles: tuple[DenseTile, ...] = ()


def strips(
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    scaling: InputScaling,
    masks: Masks,
    max_masked: float,
    skip: int = 0,
) -> Iterator[Piece]:
    """Read the windows of the `wanted` cells ((rows, cols) bool), never more than a row at once.

    The first `skip` pieces are not read again; only what they counted is told.

    Rows without such a cell are not read, nor what lies between the windows of a row.

    A cell without a valid pixel of its own, or whose window has too few, is left out. So is one of
    whose own valid pixels, or of whose window's, more than `max_masked` (0..1) are masked. Invalid
    and masked pixels of the others take the mean of the rest of the window.
    """
    for row in range(grid.rows):
        for cols in _runs(grid, wanted[row]):
            if skip:
                skip -= 1
                yield Piece((), (), len(cols), 0)
                continue
            top, left = grid.window_row(row), grid.window_col(cols[0])
            height, width = grid.window, grid.window_col(cols[-1]) + grid.window - left
            ground = read_ground(scene, grid, top, left, height, width, scaling, masks)
            cells = [(row, col) for col in cols]
            yield Piece(*ground.windows(grid, cells, max_masked), len(cols), ground.pixels)


def _runs(grid: Grid, wanted: np.ndarray) -> Iterator[list[int]]:
    """Columns of wanted cells, those together whose windows overlap or touch."""
    run: list[int] = []
    for col in map(int, np.flatnonzero(wanted)):
        if run and grid.window_col(col) > grid.window_col(run[-1]) + grid.window:
            yield run
            run = []
        run.append(col)
    if run:
        yield run


def read_ground(
    scene: Scene,
    grid: Grid,
    top: int,
    left: int,
    height: int,
    width: int,
    scaling: InputScaling,
    masks: Masks,
) -> Ground:
    """Read what a part of the scene shows; of a scene smaller than a window, a whole window."""
    bottom, right = min(top + height, grid.height), min(left + width, grid.width)
    first_row, first_col = max(0, top - masks.halo), max(0, left - masks.halo)
    height = min(bottom + masks.halo, grid.height) - first_row
    width = min(right + masks.halo, grid.width) - first_col
    stored, valid = scene.read(first_row, first_col, height, width)
    clear = valid
    if masks.masks:
        hidden = masks.hides(first_row, first_col, scene.radiometry.to_digital_numbers(stored))
        clear = valid if hidden is None else valid & ~hidden
    inner = np.s_[top - first_row : bottom - first_row, left - first_col : right - first_col]
    stored, valid, clear = stored[inner], valid[inner], clear[inner]
    values = scene.values(stored, valid, scaling)
    values, valid, clear = _padded_to(grid.window, values, valid, clear)
    return Ground(values, valid, clear, top, left, height * width)


def _padded_to(window: int, *layers: np.ndarray) -> Iterator[np.ndarray]:
    for layer in layers:
        below, right = (max(0, window - size) for size in layer.shape[:2])
        edges = ((0, below), (0, right), (0, 0))[: layer.ndim]
        yield np.pad(layer, edges, "reflect") if below or right else layer


class Unseen(Enum):
    """Why a cell has no window for the network."""

    NODATA = auto()
    MASKED = auto()


@dataclass(frozen=True)
class Ground:
    """Pixels read at once: the network's values, which are valid, and which of those are clear.

    `top` and `left` are the scene's pixel at the corner; `pixels` were read of each band.
    """

    values: np.ndarray
    valid: np.ndarray
    clear: np.ndarray
    top: int
    left: int
    pixels: int

    def windows(
        self, grid: Grid, cells: Iterable[tuple[int, int]], max_masked: float
    ) -> tuple[tuple[CellWindow, ...], tuple[tuple[int, int], ...]]:
        """The windows of cells (row, col), and the cells that a mask took theirs from."""
        places: dict[tuple[int, int], list[tuple[int, int]]] = {}
        values: dict[tuple[int, int], np.ndarray] = {}
        masked = []
        for row, col in cells:
            seen = self._window(grid, row, col, max_masked)
            if isinstance(seen, np.ndarray):
                start = grid.window_row(row), grid.window_col(col)
                # What a window shows does not hang on the cell that it is read for.
                values[start] = seen
                places.setdefault(start, []).append((row, col))
            elif seen is Unseen.MASKED:
                masked.append((row, col))
        windows = [CellWindow(tuple(places[start]), values[start]) for start in places]
        return tuple(windows), tuple(masked)

    def _window(self, grid: Grid, row: int, col: int, max_masked: float) -> np.ndarray | Unseen:
        """The values of a cell's window, `(window, window, bands)`, or why there are none."""
        below, beside = grid.window_row(row) - self.top, grid.window_col(col) - self.left
        window = np.s_[below : below + grid.window, beside : beside + grid.window]
        clear = self.clear[window]
        if clear.all():
            return self.values[window]
        (first, last), (begin, end) = grid.pixel_rows(row), grid.pixel_cols(col)
        own = np.s_[first - self.top : last - self.top, begin - self.left : end - self.left]
        if not self.valid[own].any() or self.valid[window].mean() < MIN_VALID_SHARE:
            return Unseen.NODATA
        if not self.clear[own].any() or max(map(self._masked_share, (own, window))) > max_masked:
            return Unseen.MASKED
        return _filled(self.values[window], clear)

    def _masked_share(self, part: tuple[slice, slice]) -> float:
        valid = int(self.valid[part].sum())
        return (valid - int(self.clear[part].sum())) / valid


def _filled(window: np.ndarray, good: np.ndarray) -> np.ndarray:
    mean = window[good].mean(axis=0)
    if window.dtype == np.uint8:
        mean = np.round(mean)
    return np.where(good[..., None], window, mean.astype(window.dtype))
