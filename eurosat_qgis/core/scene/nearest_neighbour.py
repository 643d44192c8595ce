"""Pixels that nearest neighbour moved to another grid: told, and put back.

It is what GDAL's warper, QGIS and Earth Engine reproject with unless told otherwise. It leaves
every number as it was, at a place up to half a pixel off. Seen on the grid that they were on, two
neighbours are copies of one pixel, or of two that touch, or of two that do not; so the first must
be equal, and the last differ by more than the second. Numbers that were computed anew show neither,
nor do those that come from another grid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from eurosat_qgis.core.scene.origin import PlacedWindow, UndonePixels

# Of neighbours that should be equal so large a share more is than of those that touch. Measured on
# the kinds of scripts/kinds: 0.7 or more, and 0.1 or less otherwise.
_EQUAL = 0.5
# How many times as much two pixels that do not touch differ. Measured: 1.13 or more, and 1.05 or
# less otherwise.
_FURTHER = 1.09
# So many neighbours tell, and of them so large a share of all.
_LEAST, _LEAST_SHARE = 1000, 0.01


@dataclass
class _Seen:
    """Neighbours that were counted: copies of one pixel, of two that touch, of two that do not."""

    copies: int = 0
    equal_copies: int = 0
    touching: int = 0
    equal_touching: int = 0
    apart: int = 0
    difference_apart: float = 0.0
    difference_beside: float = 0.0

    def count(self, numbers: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> None:
        """Count the pixels of a window, `(bands, rows, cols)`, and those right of them; `rows` and
        `cols` are where they lie on the other grid."""
        differences = np.abs(np.diff(numbers, axis=2)).sum(axis=0)
        steps = np.abs(np.diff(rows, axis=1)) + np.abs(np.diff(cols, axis=1))
        valid = np.isfinite(differences)
        copies, touching = valid & (steps == 0), valid & (steps == 1)
        self.copies += int(copies.sum())
        self.equal_copies += int((differences[copies] == 0).sum())
        self.touching += int(touching.sum())
        self.equal_touching += int((differences[touching] == 0).sum())
        # Beside others that touch, whose contrast is that of the same ground.
        apart = (valid & (steps >= 2))[:, 1:-1] & touching[:, :-2] & touching[:, 2:]
        self.apart += int(apart.sum())
        self.difference_apart += float(differences[:, 1:-1][apart].sum())
        beside = differences[:, :-2] + differences[:, 2:]
        self.difference_beside += float(beside[apart].sum()) / 2

    @property
    def likeness(self) -> float:
        enough = max(_LEAST, _LEAST_SHARE * (self.copies + self.touching + self.apart))
        if self.copies >= enough and self.touching:
            more = self.equal_copies / self.copies - self.equal_touching / self.touching
            return more / _EQUAL
        if self.apart >= enough and self.difference_beside:
            return self.difference_apart / self.difference_beside / _FURTHER
        return 0.0


def likeness_to_copies(windows: Iterable[PlacedWindow]) -> float:
    """How much windows look like copies of pixels at an origin: from 1 on they are."""
    seen = _Seen()
    for window in windows:
        cols, rows = (np.floor(axis).astype(np.int64) for axis in (window.cols, window.rows))
        seen.count(window.numbers, rows, cols)
        seen.count(window.numbers.transpose(0, 2, 1), rows.T, cols.T)
    return seen.likeness


@dataclass(frozen=True)
class PutBackPixels(UndonePixels):
    """Bands whose every pixel is a copy of one of the `grid`.

    Each copy goes back to where it is from. Pixels of which there is none, where the copies are
    larger than they were, are interpolated along rows and columns from those that there are.
    """

    # Gaps are interpolated from two pixels on both sides, in two passes.
    _around: ClassVar[int] = 4

    def _undone(
        self, numbers: np.ndarray, cols: np.ndarray, rows: np.ndarray, shape: tuple[int, int]
    ) -> np.ndarray:
        # Of several in one pixel the one nearest to its centre is written last, and stays.
        order = np.argsort(-np.hypot(cols % 1 - 0.5, rows % 1 - 0.5), kind="stable")
        found = np.full((len(numbers), *shape), np.nan, np.float32)
        found[:, rows[order].astype(int), cols[order].astype(int)] = numbers[:, order]
        return _without_gaps(found)


def _without_gaps(numbers: np.ndarray) -> np.ndarray:
    """`(bands, rows, cols)` with gaps interpolated, but for wide ones and those at the edges."""
    # Where a row and a column that lack cross, only what the first pass found lies beside.
    for _ in range(2):
        gaps = np.isnan(numbers)
        if not gaps.any():
            break
        ways = np.stack([_between(numbers, axis) for axis in (1, 2)])
        known = np.isfinite(ways)
        count = known.sum(axis=0)
        mean = np.where(known, ways, 0).sum(axis=0) / np.maximum(count, 1)
        numbers = np.where(gaps & (count > 0), mean, numbers).astype(np.float32)
    return numbers


def _between(numbers: np.ndarray, axis: int) -> np.ndarray:
    """Each number from those on both sides along an axis: cubic (Keys 1981) where there are four of
    them, else linear; NaN where one beside it lacks."""
    before, after, far_before, far_after = (np.roll(numbers, by, axis) for by in (1, -1, 2, -2))
    cubic = (9 * (before + after) - far_before - far_after) / 16
    return np.where(np.isfinite(cubic), cubic, (before + after) / 2)
