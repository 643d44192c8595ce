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


@dataclass(frozen=True)
class GroundReader:
    """Reads what the network may see of a scene: numbers in its `scaling`, but for what is masked.

    `grid` is that of the cells; one gets no class where more than `max_masked` (0..1) of what it
    shows is masked.
    """

    scene: Scene
    grid: Grid
    scaling: InputScaling
    masks: Masks
    max_masked: float

    def read(self, top: int, left: int, height: int, width: int) -> Ground:
        """Read a part of the scene, in pixels; of one smaller than a window, a whole window."""
        grid, halo = self.grid, self.masks.halo
        bottom, right = min(top + height, grid.height), min(left + width, grid.width)
        first_row, first_col = max(0, top - halo), max(0, left - halo)
        height = min(bottom + halo, grid.height) - first_row
        width = min(right + halo, grid.width) - first_col
        stored, valid = self.scene.read(first_row, first_col, height, width)
        clear = valid
        if self.masks.masks:
            numbers = self.scene.radiometry.to_digital_numbers(stored)
            hidden = self.masks.hides(first_row, first_col, numbers)
            clear = valid if hidden is None else valid & ~hidden
        inner = np.s_[top - first_row : bottom - first_row, left - first_col : right - first_col]
        stored, valid, clear = stored[inner], valid[inner], clear[inner]
        values = self.scene.values(stored, valid, self.scaling)
        values, valid, clear = _padded_to(grid.window, values, valid, clear)
        return Ground(values, valid, clear, top, left, height * width)


def strips(reader: GroundReader, wanted: np.ndarray, skip: int = 0) -> Iterator[Piece]:
    """Read the windows of the `wanted` cells ((rows, cols) bool), never more than a row at once.

    The first `skip` pieces are not read again; only what they counted is told.

    Rows without such a cell are not read, nor what lies between the windows of a row.

    A cell without a valid pixel of its own, or whose window has too few, is left out. So is one of
    whose own valid pixels, or of whose window's, more than the reader's `max_masked` are masked.
    Invalid and masked pixels of the others take the mean of the rest of the window.
    """
    grid = reader.grid
    for row in range(grid.rows):
        for cols in _runs(grid, wanted[row]):
            if skip:
                skip -= 1
                yield Piece((), (), len(cols), 0)
                continue
            top, left = grid.window_row(row), grid.window_col(cols[0])
            height, width = grid.window, grid.window_col(cols[-1]) + grid.window - left
            ground = reader.read(top, left, height, width)
            cells = [(row, col) for col in cols]
            seen = ground.windows(grid, cells, reader.max_masked)
            yield Piece(*seen, len(cols), ground.pixels)


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
