"""Pixels that were interpolated bilinearly to another grid: told, and brought back.

Every such number is a mean of four, by weights that its place on their grid tells, so the four can
be solved for: with as many equations as unknowns, or more, by least squares.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from affine import Affine
from rasterio.windows import Window

from eurosat_qgis.core.scene.block_pixels import Below, Block, BlockPixels
from eurosat_qgis.core.scene.origin import Origin
from eurosat_qgis.core.scene.pixels import Pixels

# Steps of conjugate gradients. Four leave a fifth of the blur; ten begin to fit rounding.
_STEPS = 6
# Larger pixels than so many of the grid's are fewer equations than unknowns, and GDAL widens its
# kernel for them.
_LARGEST = 1.05
# Solved for with the right grid and kernel, pixels that lie between two of the equations' places
# vary as much as others. Measured on the kinds of scripts/kinds: 0.94 to 1.03 times, by cubic and
# wider kernels 1.06 or more, or the equations are not met.
_FLAT = (0.92, 1.045)
# How far the equations are from being met, by how much neighbours differ. Measured: 0.006 to 0.02,
# by other kernels 0.045 or more, or the pixels are not flat.
_MET = 0.03
_LEAST_WINDOWS = 4
# Pixels around a window, or a block, that are known too little of.
_AROUND = 8
# With less than this share of the usual weight in all equations a pixel is beyond their edge.
_LEAST_WEIGHT = 0.4


@dataclass(frozen=True)
class _Equations:
    """Numbers that are weighted means of four of the pixels of a grid of `height` x `width`.

    `first` is the place of the upper left of the four in the flattened grid, `across` and `down`,
    0..1, how far on from its centre the number's own lies; all are `(N,)`.
    """

    first: np.ndarray
    across: np.ndarray
    down: np.ndarray
    height: int
    width: int

    @property
    def places(self) -> np.ndarray:
        return self.first + np.array([[0], [1], [self.width], [self.width + 1]])

    @property
    def weights(self) -> np.ndarray:
        x, y = self.across, self.down
        return np.stack([(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y])

    def solved(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The grid, `(height * width,)`, of which `numbers`, `(N,)`, are the means, and what these
        still differ by; conjugate gradients on the normal equations (CGLS, Björck 1996)."""
        places, weights, size = self.places, self.weights, self.height * self.width

        def means(grid: np.ndarray) -> np.ndarray:
            return np.asarray((grid[places] * weights).sum(axis=0))

        def spread(values: np.ndarray) -> np.ndarray:
            return np.bincount(places.ravel(), (weights * values).ravel(), size)

        level = numbers.mean()
        found = spread(numbers - level) / np.maximum(spread(np.ones(len(numbers))), 0.1)
        left = numbers - level - means(found)
        gradient = spread(left)
        way, squared = gradient, gradient @ gradient
        for _ in range(_STEPS):
            change = means(way)
            if not squared:
                break
            length = squared / (change @ change)
            found = found + length * way
            left = left - length * change
            gradient = spread(left)
            before, squared = squared, gradient @ gradient
            way = gradient + squared / before * way
        return found + level, left


def _equations(cols: np.ndarray, rows: np.ndarray, height: int, width: int) -> _Equations:
    """Of numbers whose centres lie at `cols` and `rows`, `(N,)`, counted from corners of pixels."""
    left, top = np.floor(cols - 0.5), np.floor(rows - 0.5)
    first = (top * width + left).astype(np.int64)
    return _Equations(first, cols - 0.5 - left, rows - 0.5 - top, height, width)


def likeness_to_bilinear(
    windows: Iterable[tuple[Window, np.ndarray]], own: Pixels, origin: Origin
) -> float:
    """How much `windows` of a scene's `own` pixels, `(bands, rows, cols)` each, look like means of
    pixels at `origin`: from 1 on they are."""
    seen = _Seen()
    for window, numbers in windows:
        cols, rows = origin.centres_on(own, window)
        known = all(np.isfinite(found).all() for found in (numbers, cols, rows))
        if known and not seen.count(numbers[0].astype(np.float64), cols, rows):
            return 0.0
    return seen.likeness


class _Seen:
    """What pixels are like that windows were solved for."""

    def __init__(self) -> None:
        self._windows = 0
        self._left = self._contrast = 0.0
        # Sums of logarithms of differences, and their numbers: between places, and at them.
        self._sums, self._counts = np.zeros((2, 2)), np.zeros((2, 2))

    def count(self, numbers: np.ndarray, cols: np.ndarray, rows: np.ndarray) -> bool:
        """Solve for what is below a window; False where its pixels are too large."""
        steps = [np.hypot(np.diff(cols, axis=a), np.diff(rows, axis=a)).mean() for a in (0, 1)]
        if max(steps) > _LARGEST or min(numbers.shape) <= 3 * _AROUND:
            return False
        cols, rows = cols - np.floor(cols.min()) + 1, rows - np.floor(rows.min()) + 1
        height, width = int(rows.max()) + 2, int(cols.max()) + 2
        equations = _equations(cols.ravel(), rows.ravel(), height, width)
        grid, left = equations.solved(numbers.ravel())
        inner = np.zeros(numbers.shape, bool)
        inner[_AROUND:-_AROUND, _AROUND:-_AROUND] = True
        self._windows += 1
        self._left += float((left**2).mean())
        self._contrast += float((np.diff(numbers, 2, axis=1) ** 2).mean())
        first = equations.first[inner.ravel()]
        for axis, (on, beside, share) in enumerate(
            ((1, width, equations.across), (width, 1, equations.down))
        ):
            differences = np.abs(grid[first + on] - grid[first])
            differences += np.abs(grid[first + beside + on] - grid[first + beside])
            logarithms = np.log1p(differences)
            off = np.abs(share[inner.ravel()] - 0.5)
            for place, chosen in enumerate((off < 1 / 8, off >= 3 / 8)):
                self._sums[axis, place] += (logarithms - logarithms.mean())[chosen].sum()
                self._counts[axis, place] += chosen.sum()
        return True

    @property
    def likeness(self) -> float:
        if self._windows < _LEAST_WINDOWS or not self._contrast or not self._counts.all():
            return 0.0
        means = self._sums / self._counts
        flatness = float(np.exp((means[:, 0] - means[:, 1]).mean()))
        if not _FLAT[0] <= flatness <= _FLAT[1]:
            return 0.0
        return _MET / max(np.sqrt(self._left / self._contrast), 1e-6)


@dataclass(frozen=True)
class SolvedPixels(BlockPixels):
    """Bands whose every number is a mean of four pixels of the `grid`, as `origin` tells; these are
    solved for, block by block."""

    origin: Origin

    _margin: ClassVar[int] = 2 * _AROUND

    def _computed(self, block: Block, below: Below) -> np.ndarray:
        corner = block.place @ Affine.translation(-_AROUND, -_AROUND)
        height, width = block.height + 2 * _AROUND, block.width + 2 * _AROUND
        cols, rows = self.origin.centres_on(self.source, below.window, corner)
        known = np.isfinite(below.numbers).all(axis=0)
        known &= (cols >= 0.5) & (cols < width - 0.5) & (rows >= 0.5) & (rows < height - 0.5)
        if not known.any():
            return np.full((len(below.numbers), block.height, block.width), np.nan, np.float32)
        equations = _equations(cols[known], rows[known], height, width)
        weight = np.bincount(equations.places.ravel(), equations.weights.ravel(), height * width)
        grids = [equations.solved(band[known].astype(np.float64))[0] for band in below.numbers]
        enough = _LEAST_WEIGHT * np.median(weight[weight > 0])
        found = np.where(weight >= enough, np.stack(grids), np.nan)
        inner = np.s_[:, _AROUND:-_AROUND, _AROUND:-_AROUND]
        return found.reshape(-1, height, width)[inner].astype(np.float32)
