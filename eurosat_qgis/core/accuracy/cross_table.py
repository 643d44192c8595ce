"""How often, and over what area, two rasters of codes meet."""

from __future__ import annotations

import numpy as np

CODES = 256
_STRIP = 512


def cross_table(
    first: np.ndarray, second: np.ndarray, heights: np.ndarray, widths: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Cells and area of each pair of codes, `(256, 256)` int64 and float64, first by rows.

    `first` and `second` are `(rows, cols) uint8`; the area of a cell is its row's height times its
    column's width.
    """
    cells = np.zeros(CODES * CODES, np.int64)
    areas = np.zeros(CODES * CODES)
    for start in range(0, len(first), _STRIP):
        rows = slice(start, start + _STRIP)
        pairs = (first[rows].astype(np.int32) * CODES + second[rows]).ravel()
        cells += np.bincount(pairs, minlength=CODES * CODES)
        covered = np.outer(heights[rows], widths).ravel()
        areas += np.bincount(pairs, covered, minlength=CODES * CODES)
    return cells.reshape(CODES, CODES), areas.reshape(CODES, CODES)


def code_table(
    codes: np.ndarray, heights: np.ndarray, widths: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Cells and area of each code, `(256,)` each."""
    cells, areas = cross_table(codes, np.zeros_like(codes), heights, widths)
    return cells[:, 0], areas[:, 0]
