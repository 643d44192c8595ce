"""Windows of a grid's cells, ready for the network, read strip by strip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.radiometry import to_model_values
from eurosat_qgis.core.scene import Scene

# A window with less than this share of valid pixels says too little: its cell becomes nodata.
MIN_VALID_SHARE = 0.5


@dataclass(frozen=True)
class CellWindow:
    """A cell of the grid and the values of its window, `(window, window, bands)`."""

    row: int
    col: int
    values: np.ndarray


@dataclass(frozen=True)
class Strip:
    """The windows of one row of cells that hold enough valid pixels."""

    row: int
    cells: list[CellWindow]


def strips(scene: Scene, grid: Grid, scaling: InputScaling) -> Iterator[Strip]:
    """Read the scene row of cells by row of cells, never more than one strip of windows.

    A cell without a valid pixel of its own, or whose window has too few, is left out. Invalid
    pixels of the others take the mean of the window's valid ones.
    """
    window = grid.window
    left = grid.window_col(0)
    right = min(grid.window_col(grid.cols - 1) + window, grid.width)
    for row in range(grid.rows):
        top = grid.window_row(row)
        height = min(window, grid.height - top)
        stored, valid = scene.read(top, left, height, right - left)
        numbers = scene.radiometry.to_digital_numbers(stored)
        values = to_model_values(np.where(valid[..., None], numbers, 0), scaling)
        values, valid = _pad_to_window(values, valid, window)
        yield Strip(row, list(_windows_of_row(values, valid, grid, row, top, left)))


def _pad_to_window(
    values: np.ndarray, valid: np.ndarray, window: int
) -> tuple[np.ndarray, np.ndarray]:
    below, right = (max(0, window - size) for size in valid.shape)
    if not below and not right:
        return values, valid
    edges = ((0, below), (0, right))
    return np.pad(values, (*edges, (0, 0)), "reflect"), np.pad(valid, edges, "reflect")


def _windows_of_row(
    values: np.ndarray, valid: np.ndarray, grid: Grid, row: int, top: int, left: int
) -> Iterator[CellWindow]:
    first, last = (edge - top for edge in grid.pixel_rows(row))
    complete = bool(valid.all())
    for col in range(grid.cols):
        start = grid.window_col(col) - left
        window = values[:, start : start + grid.window]
        if not complete:
            good = valid[:, start : start + grid.window]
            begin, end = (edge - left for edge in grid.pixel_cols(col))
            own = valid[first:last, begin:end]
            if not own.any() or good.mean() < MIN_VALID_SHARE:
                continue
            if not good.all():
                window = _filled(window, good)
        yield CellWindow(row, col, window)


def _filled(window: np.ndarray, good: np.ndarray) -> np.ndarray:
    mean = window[good].mean(axis=0)
    if window.dtype == np.uint8:
        mean = np.round(mean)
    return np.where(good[..., None], window, mean.astype(window.dtype))
