"""Pixels that were interpolated on another grid: how is told, and they are solved for.

Every such number is a weighted mean of the pixels around its place on their own grid, so these can
be solved for by least squares, where there are about as many numbers as pixels, or more. The right
grid and kernel tell themselves by what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from eurosat_qgis.core.scene.origin import PlacedWindow, UndonePixels

# Larger pixels than so many of the grid's are fewer equations than unknowns, and GDAL widens its
# kernels for them.
_LARGEST = 1.05
# Numbers halfway between pixels are smoother than those on them: by so much at least, on the grid
# that they were interpolated from. Measured on the kinds of scripts/kinds: to 0.93 (Lanczos), 0.82
# (cubic) or 0.72 (bilinear) times and less; 0.98 to 1.02 times on others.
SMOOTHER = 0.96
# Solved for with the right kernel, pixels between numbers are as rough as those at numbers, and the
# equations are met, in shares of what neighbours differ by. Measured: 0.97 to 1.04 times and to
# 0.012; with a wrong kernel further off in one of the two.
_AS_ROUGH, _MET = 0.05, 0.02
# Parts of a pixel from the middle between two of them that count as halfway, and as on one.
_HALFWAY, _ON_ONE = 1 / 8, 3 / 8
# In shares of the usual difference, what two alike are taken to differ by.
_ALIKE = 0.02
# Of the windows so many pixels a side are solved for, and so many windows are needed.
_SIDE, _LEAST_WINDOWS = 96, 4
# Pixels around a window, or a block, that are known too little of.
_AROUND = 8
# Steps of conjugate gradients by which pixels are solved for: more fit little but rounding.
_STEPS = 6
# The least weight of a pixel by which what the numbers say of it at first is divided.
_HARDLY = 0.1
# With less than this share of the usual weight in all equations a pixel is beyond their edge.
_LEAST_WEIGHT = 0.4

Taps = list[tuple[int, np.ndarray]]


@dataclass(frozen=True)
class Kernel:
    """What a number takes of pixels, by their distance from it along rows or columns in pixels, up
    to `radius`.

    After so many `steps` pixels that it made are as rough halfway as on numbers, which those that
    other kernels made are not: later than that they differ less.
    """

    name: str
    radius: int
    steps: int
    weight: Callable[[np.ndarray], np.ndarray]


def _bilinear(distance: np.ndarray) -> np.ndarray:
    return np.maximum(0.0, 1.0 - np.abs(distance))


def _cubic(distance: np.ndarray) -> np.ndarray:
    """Keys 1981 with a = -0.5, as GDAL has it."""
    x = np.abs(distance)
    near = 1.5 * x**3 - 2.5 * x**2 + 1
    far = -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2
    return np.where(x <= 1, near, np.where(x < 2, far, 0.0))


def _lanczos(distance: np.ndarray) -> np.ndarray:
    return np.where(np.abs(distance) < 3, np.sinc(distance) * np.sinc(distance / 3), 0.0)


KERNELS = (
    Kernel("bilinear interpolation", 1, 6, _bilinear),
    Kernel("cubic interpolation", 2, 5, _cubic),
    Kernel("Lanczos' interpolation", 3, 4, _lanczos),
)


class _Equations:
    """Numbers at places on a grid of `shape`, rows and columns: weighted means of its pixels.

    `cols` and `rows`, `(N,)`, are counted from the corner of the grid's first pixel, and lie at
    least the kernel's radius away from its edges.
    """

    def __init__(
        self, cols: np.ndarray, rows: np.ndarray, shape: tuple[int, int], kernel: Kernel
    ) -> None:
        self._size, self.width = shape[0] * shape[1], shape[1]
        self._kernel = kernel
        left, top = np.floor(cols - 0.5), np.floor(rows - 0.5)
        # The place in the flattened grid of the pixel to the upper left of each number, and how far
        # on from its centre the number lies, 0..1.
        self.first = (top * self.width + left).astype(np.int64)
        self.across, self.down = cols - 0.5 - left, rows - 0.5 - top

    @cached_property
    def _taps(self) -> Taps:
        """How far from the first pixel others lie in the flattened grid, and their weights."""
        return self._taps_of(self._kernel)

    @cached_property
    def _bilinear_taps(self) -> Taps:
        return self._taps_of(KERNELS[0])

    def _taps_of(self, kernel: Kernel) -> Taps:
        reach = range(1 - kernel.radius, kernel.radius + 1)
        across, down = (
            [kernel.weight(share - step) for step in reach] for share in (self.across, self.down)
        )
        total = np.sum(across, axis=0) * np.sum(down, axis=0)
        return [
            (row * self.width + col, of_row * of_col / total)
            for row, of_row in zip(reach, down, strict=True)
            for col, of_col in zip(reach, across, strict=True)
        ]

    def _means(self, grid: np.ndarray) -> np.ndarray:
        found = np.zeros(len(self.first))
        for step, weight in self._taps:
            found += grid[self.first + step] * weight
        return found

    def _spread(self, values: np.ndarray, taps: Taps) -> np.ndarray:
        found = np.zeros(self._size)
        for step, weight in taps:
            found += np.bincount(self.first + step, weight * values, self._size)
        return found

    @cached_property
    def weight(self) -> np.ndarray:
        """How much of each pixel is in all numbers together, `(pixels,)`, taken bilinearly."""
        return self._spread(np.ones(len(self.first)), self._bilinear_taps)

    def solved(self, numbers: np.ndarray, steps: int) -> tuple[np.ndarray, np.ndarray]:
        """The flattened grid that `numbers`, `(N,)`, are the means of, and what they are still off.

        By so many steps of conjugate gradients on the normal equations (CGLS; Björck 1996, section
        7.4), few of which leave alone what the numbers hardly tell.
        """
        level = numbers.mean()
        begun = self._spread(numbers - level, self._bilinear_taps)
        found = begun / np.maximum(self.weight, _HARDLY)
        left = numbers - level - self._means(found)
        way = gradient = self._spread(left, self._taps)
        squared = gradient @ gradient
        for _ in range(steps):
            if not squared:
                break
            change = self._means(way)
            length = squared / (change @ change)
            found = found + length * way
            left = left - length * change
            gradient = self._spread(left, self._taps)
            before, squared = squared, gradient @ gradient
            way = gradient + squared / before * way
        return found + level, left


def likeness_to_interpolated(kernel: Kernel, windows: Iterable[PlacedWindow]) -> float:
    """How much windows look like pixels at an origin that `kernel` interpolated: from 1 on they
    are."""
    seen = _Seen(kernel)
    for window in _whole(windows):
        if not seen.count(window.numbers[0].astype(np.float64), window.cols, window.rows):
            return 0.0
    return seen.likeness


def roughness_halfway(windows: Iterable[PlacedWindow]) -> float:
    """How many times as rough numbers are halfway between pixels at an origin as on them: up to
    SMOOTHER they were interpolated from there."""
    roughness = _HalfwayAndOn()
    inner = np.s_[1:-1, 1:-1]
    for window in _whole(windows):
        for axis, places in ((1, window.rows), (2, window.cols)):
            second = np.abs(np.diff(window.numbers, 2, axis=axis)).sum(axis=0)
            second = second[:, 1:-1] if axis == 1 else second[1:-1]
            roughness.count(axis - 1, second, (places[inner] - 0.5) % 1)
    return roughness.ratio


def _whole(windows: Iterable[PlacedWindow]) -> Iterator[PlacedWindow]:
    """Those without an invalid pixel."""
    return (window for window in windows if np.isfinite(window.numbers).all())


class _HalfwayAndOn:
    """Means of logarithms of differences, along rows and along columns, of what lies halfway
    between pixels and of what lies on them."""

    def __init__(self) -> None:
        self._sums, self._counts = np.zeros((2, 2)), np.zeros((2, 2))

    def count(self, axis: int, differences: np.ndarray, shares: np.ndarray) -> None:
        """Count differences, of any unit, at `shares` 0..1 of the way between two pixels."""
        usual = differences.mean()
        if not usual:
            return
        logarithms = np.log(differences / usual + _ALIKE)
        logarithms = logarithms - logarithms.mean()
        off = np.abs(shares - 0.5)
        for place, chosen in enumerate((off < _HALFWAY, off >= _ON_ONE)):
            self._sums[axis, place] += logarithms[chosen].sum()
            self._counts[axis, place] += chosen.sum()

    @property
    def ratio(self) -> float:
        """How many times as rough it is halfway; infinite where that is not known."""
        if not self._counts.all():
            return float("inf")
        means = self._sums / self._counts
        return float(np.exp((means[:, 0] - means[:, 1]).mean()))


class _Seen:
    """What pixels are like that windows were solved for."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._windows = 0
        self._left = self._contrast = 0.0
        self._roughness = _HalfwayAndOn()

    def count(self, numbers: np.ndarray, cols: np.ndarray, rows: np.ndarray) -> bool:
        """Solve for what is below a window; False where its pixels are too large."""
        numbers, cols, rows = (part[:_SIDE, :_SIDE] for part in (numbers, cols, rows))
        steps = [np.hypot(np.diff(cols, axis=a), np.diff(rows, axis=a)).mean() for a in (0, 1)]
        if max(steps) > _LARGEST or min(numbers.shape) <= 3 * _AROUND:
            return False
        margin = self._kernel.radius + 1
        cols, rows = (part - np.floor(part.min()) + margin for part in (cols, rows))
        shape = int(rows.max()) + 1 + margin, int(cols.max()) + 1 + margin
        equations = _Equations(cols.ravel(), rows.ravel(), shape, self._kernel)
        grid, left = equations.solved(numbers.ravel(), self._kernel.steps)
        inner = np.s_[_AROUND:-_AROUND, _AROUND:-_AROUND]
        self._windows += 1
        self._left += float((left.reshape(numbers.shape)[inner] ** 2).mean())
        self._contrast += float((np.diff(numbers, 2, axis=1) ** 2).mean())
        first, width = equations.first.reshape(numbers.shape)[inner], equations.width
        shares = (part.reshape(numbers.shape)[inner] for part in (equations.across, equations.down))
        for axis, (share, (on, beside)) in enumerate(
            zip(shares, ((1, width), (width, 1)), strict=True)
        ):
            differences = np.abs(grid[first + on] - grid[first])
            differences += np.abs(grid[first + beside + on] - grid[first + beside])
            self._roughness.count(axis, differences, share)
        return True

    @property
    def likeness(self) -> float:
        if self._windows < _LEAST_WINDOWS or not self._contrast:
            return 0.0
        rougher = abs(np.log(self._roughness.ratio)) / _AS_ROUGH
        off = np.sqrt(self._left / self._contrast) / _MET
        return float(1 / max(rougher, off, 1e-6))


@dataclass(frozen=True)
class SolvedPixels(UndonePixels):
    """Bands whose every number is a mean of pixels of the `grid`, by weights that the `kernel`
    tells; these are solved for."""

    kernel: Kernel

    _around: ClassVar[int] = _AROUND
    _margin: ClassVar[int] = 2 * _AROUND

    @property
    def _reach(self) -> int:
        return self.kernel.radius

    def _undone(
        self, numbers: np.ndarray, cols: np.ndarray, rows: np.ndarray, shape: tuple[int, int]
    ) -> np.ndarray:
        equations = _Equations(cols, rows, shape, self.kernel)
        grids = [equations.solved(band.astype(np.float64), _STEPS)[0] for band in numbers]
        enough = _LEAST_WEIGHT * np.median(equations.weight[equations.weight > 0])
        found = np.where(equations.weight >= enough, np.stack(grids), np.nan)
        return found.reshape(-1, *shape)
