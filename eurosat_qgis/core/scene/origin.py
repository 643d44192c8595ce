"""Where the pixels of a resampled raster come from: the grid of a Sentinel-2 product."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from eurosat_qgis.core.scene.block_pixels import Below, Block, BlockPixels, without_dateline
from eurosat_qgis.core.scene.pixel_centres import centres_on, straightened_pieces
from eurosat_qgis.core.scene.pixels import Pixels
from eurosat_qgis.core.scene.scene_grid import PIXEL_M, SceneGrid

# The corners of a product's 10 m pixels lie at multiples of 10 m in its UTM zone.
_UTM_10_M = Affine(PIXEL_M, 0, 0, 0, -PIXEL_M, 0)
# How often GDAL may have halved the rows of a raster before their parts were straight enough.
_HALVINGS = range(7)
# Windows of so many pixels a side are looked at, so many along each side of the scene.
_SIDE, _ALONG = 128, 4


@dataclass(frozen=True)
class Origin:
    """The UTM zone on whose 10 m grid the pixels of a raster were, before they were resampled.

    `halvings` is how often its rows were halved, of whose parts each was worked out straight
    (`straightened_pieces`), None where every pixel's place was worked out by itself.
    """

    crs: CRS
    halvings: int | None

    def centres_on(
        self, own: Pixels, window: Window, place: Affine = _UTM_10_M
    ) -> tuple[np.ndarray, np.ndarray]:
        """Columns and rows, `(rows, cols) float`, on the zone's grid of geotransform `place` of the
        centres of a window of the raster's `own` pixels; whole numbers are corners of pixels."""
        crs, transform = without_dateline(own.grid)
        rows = range(window.row_off, window.row_off + window.height)
        cols = range(window.col_off, window.col_off + window.width)
        pieces = None
        if self.halvings is not None:
            pieces = straightened_pieces(own.grid.width, self.halvings)
        return centres_on(crs, transform, rows, cols, self.crs, place, pieces)


@dataclass(frozen=True)
class PlacedWindow:
    """A window of a raster: its numbers `(bands, rows, cols)`, NaN where invalid, and where its
    pixels' centres lie on an origin's grid, `(rows, cols)`, counted from corners of pixels."""

    numbers: np.ndarray
    cols: np.ndarray
    rows: np.ndarray


@dataclass(frozen=True)
class UndonePixels(BlockPixels):
    """Bands brought back to a `grid` of their `origin`, block by block."""

    origin: Origin

    # Pixels around a block that are worked out with it.
    _around: ClassVar[int]

    @property
    def _reach(self) -> int:
        """How far from the edges of what is worked out numbers must lie, in pixels."""
        return 0

    @abstractmethod
    def _undone(
        self, numbers: np.ndarray, cols: np.ndarray, rows: np.ndarray, shape: tuple[int, int]
    ) -> np.ndarray:
        """Pixels, `(bands, *shape)`, NaN where there are none, from `numbers`, `(bands, N)`, whose
        centres lie at `cols` and `rows`, `(N,)`, counted from corners of pixels."""

    def _computed(self, block: Block, below: Below) -> np.ndarray:
        around, reach = self._around, self._reach
        corner = block.place @ Affine.translation(-around, -around)
        shape = height, width = block.height + 2 * around, block.width + 2 * around
        cols, rows = self.origin.centres_on(self.source, below.window, corner)
        known = np.isfinite(below.numbers).all(axis=0)
        known &= (cols >= reach) & (cols < width - reach)
        known &= (rows >= reach) & (rows < height - reach)
        if not known.any():
            return np.full((len(below.numbers), block.height, block.width), np.nan, np.float32)
        found = self._undone(below.numbers[:, known], cols[known], rows[known], shape)
        return found[:, around:-around, around:-around].astype(np.float32)


def possible_origins(grid: SceneGrid) -> Iterator[tuple[Origin, ...]]:
    """Origins to try for a raster that is to be brought to `grid`, zone by zone.

    They are the grid's zone and those beside it, whose products reach into it.
    """
    code = grid.crs.to_epsg() if grid.crs else None
    if code is None or not (32601 <= code <= 32660 or 32701 <= code <= 32760):
        return
    zone, hemisphere = code % 100, code - code % 100
    for other in (zone, (zone - 2) % 60 + 1, zone % 60 + 1):
        crs = CRS.from_epsg(hemisphere + other)
        yield tuple(Origin(crs, halvings) for halvings in (None, *_HALVINGS))


def sampled_windows(own: Pixels) -> list[tuple[Window, np.ndarray]]:
    """Windows spread over a scene, and their numbers `(bands, rows, cols)`, NaN where invalid."""
    height, width = min(_SIDE, own.grid.height), min(_SIDE, own.grid.width)
    shares = (np.arange(_ALONG) + 0.5) / _ALONG
    found = []
    for row in sorted({round(share * (own.grid.height - height)) for share in shares}):
        for col in sorted({round(share * (own.grid.width - width)) for share in shares}):
            window = Window(col, row, width, height)
            stored, valid = own.read(window)
            found.append((window, np.where(valid, stored, np.nan)))
    return found


def placed_at(
    origin: Origin, windows: list[tuple[Window, np.ndarray]], own: Pixels
) -> list[PlacedWindow]:
    """Windows of a raster's `own` pixels on an origin's grid, those whose places are known."""
    found = []
    for window, numbers in windows:
        cols, rows = origin.centres_on(own, window)
        if np.isfinite(cols).all() and np.isfinite(rows).all():
            found.append(PlacedWindow(numbers, cols, rows))
    return found
