"""Pixels on another grid than their scene's, block by block, never a scene at a time."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.pixels import OpenBand, Pixels
from eurosat_qgis.core.scene.scene_grid import WGS84, SceneGrid, placed, to_crs

# Half the width in pixels of the widest kernel, Lanczos.
_KERNEL = 3
_BLOCK = 256
# Points along each side of a block whose place in the scene is worked out.
_ALONG = 9
# Blocks of one row and the next are both at hand while strips overlap.
_ROWS_KEPT = 3
# A kernel is widened, so that finer pixels are taken together, from so many of them on.
_FINER = 1.1


@dataclass(frozen=True)
class Block:
    """`height` x `width` pixels of a grid, whose corner has the geotransform `place`."""

    place: Affine
    height: int
    width: int


@dataclass(frozen=True)
class Below:
    """What of a scene lies below a block: its numbers `(bands, rows, cols) float32`, NaN where they
    are invalid, and the `window` of the scene that they are, whose CRS and geotransform are given.

    One of its pixels spans `across` x `down` of the block's, at most 1.
    """

    numbers: np.ndarray
    window: Window
    crs: CRS
    transform: Affine
    across: float
    down: float


@dataclass(frozen=True)
class BlockPixels(ABC):
    """Bands of a `source` on another `grid`.

    Every pixel comes from the block it lies in, so it has the same number whatever window it is
    read with.
    """

    source: Pixels
    grid: SceneGrid
    _blocks: OrderedDict[tuple[int, int], np.ndarray] = field(
        default_factory=OrderedDict, init=False
    )
    # How many of the scene's pixels around those below a block are given with them.
    _margin: ClassVar[int] = _KERNEL + 1

    @abstractmethod
    def _computed(self, block: Block, below: Below) -> np.ndarray:
        """The numbers of a block, `(bands, rows, cols) float32`, NaN where there are none."""

    @property
    def bands(self) -> tuple[OpenBand, ...]:
        return self.source.bands

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        top, left = int(window.row_off), int(window.col_off)
        height, width = int(window.height), int(window.width)
        found: np.ndarray | None = None
        for row in range(top // _BLOCK, (top + height - 1) // _BLOCK + 1):
            for col in range(left // _BLOCK, (left + width - 1) // _BLOCK + 1):
                block = self._block(row, col)
                if found is None:
                    found = np.full((len(block), height, width), np.nan, block.dtype)
                y, x = row * _BLOCK - top, col * _BLOCK - left
                rows = slice(max(0, y), min(height, y + block.shape[1]))
                cols = slice(max(0, x), min(width, x + block.shape[2]))
                found[:, rows, cols] = block[
                    :, rows.start - y : rows.stop - y, cols.start - x : cols.stop - x
                ]
        if found is None:
            raise ValueError("An empty window holds no pixels.")
        return found, np.isfinite(found).all(axis=0)

    def _block(self, row: int, col: int) -> np.ndarray:
        key = (row, col)
        if key in self._blocks:
            self._blocks.move_to_end(key)
            return self._blocks[key]
        block = self._made(row, col)
        self._blocks[key] = block
        while len(self._blocks) > _ROWS_KEPT * math.ceil(self.grid.width / _BLOCK) + 1:
            self._blocks.popitem(last=False)
        return block

    def _made(self, row: int, col: int) -> np.ndarray:
        top, left = row * _BLOCK, col * _BLOCK
        height, width = min(_BLOCK, self.grid.height - top), min(_BLOCK, self.grid.width - left)
        block = Block(self.grid.transform @ Affine.translation(left, top), height, width)
        below = self._below(block)
        if below is None:
            probe, _ = self.source.read(Window(0, 0, 1, 1))
            return np.full((len(probe), height, width), np.nan, np.float32)
        if np.isnan(below.numbers).all():
            return np.full((len(below.numbers), height, width), np.nan, np.float32)
        return self._computed(block, below)

    def _below(self, block: Block) -> Below | None:
        """What lies below a block, None when it lies outside the scene."""
        own = self.source.grid
        crs, transform = without_dateline(own)
        found = _window_below(block, self.grid.crs, crs, transform, own, self._margin)
        if found is None:
            return None
        window, across, down = found
        stored, valid = self.source.read(window)
        numbers = np.where(valid, stored, np.float32(np.nan)).astype(np.float32)
        return Below(numbers, window, crs, transform, across, down)


def without_dateline(own: SceneGrid) -> tuple[CRS, Affine]:
    """A scene's CRS and geotransform; for degrees across the dateline, counted from there.

    Longitudes that other CRS give lie in -180..180, so those of a scene at 179..181 would not be
    found. Raises InputError for degrees on another ellipsoid than WGS 84.
    """
    crs = own.crs
    if crs is None:
        raise ValueError("Pixels without a place cannot be brought to another grid.")
    corners = [own.transform @ (c, r) for c in (0, own.width) for r in (0, own.height)]
    if not crs.is_geographic or all(abs(x) <= 180 for x, _ in corners):
        return crs, own.transform
    if crs != WGS84:
        raise InputError(
            "The scene crosses the dateline in degrees of another CRS than EPSG:4326: reproject it "
            "to its UTM zone."
        )
    shift = -180.0 if max(x for x, _ in corners) > 180 else 180.0
    return (
        CRS.from_proj4("+proj=longlat +datum=WGS84 +pm=180 +no_defs"),
        Affine.translation(shift, 0) @ own.transform,
    )


def _window_below(
    block: Block,
    target: CRS | None,
    crs: CRS,
    transform: Affine,
    own: SceneGrid,
    margin: int,
) -> tuple[Window, float, float] | None:
    """The window of a scene below a block, and how many of the block's pixels one of its spans.

    None when the block lies outside the scene.
    """
    if target is None:
        raise ValueError("A grid to bring pixels to has a CRS.")
    height, width = block.height, block.width
    cols, rows = (
        axis.ravel()
        for axis in np.meshgrid(np.linspace(0, width, _ALONG), np.linspace(0, height, _ALONG))
    )
    x, y = to_crs(target, crs, *placed(block.place, cols, rows))
    known = np.isfinite(x) & np.isfinite(y)
    if not known.any():
        return None
    cols, rows = placed(~transform, x, y)
    across, down = (_finer(axis.reshape(_ALONG, _ALONG), height, width) for axis in (cols, rows))
    margin_x, margin_y = (math.ceil(margin * finer) for finer in (across, down))
    cols, rows = cols[known], rows[known]
    left, right = (_clipped(e, own.width) for e in (cols.min() - margin_x, cols.max() + margin_x))
    top, bottom = (_clipped(e, own.height) for e in (rows.min() - margin_y, rows.max() + margin_y))
    if right <= left or bottom <= top:
        return None
    return Window(left, top, right - left, bottom - top), 1 / across, 1 / down


def _finer(axis: np.ndarray, height: int, width: int) -> float:
    """How many of the scene's columns (or rows) one pixel of a block spans, at least 1.

    `axis` has the scene's column (or row) at points spread over the block, `(_ALONG, _ALONG)`.
    """
    by_col = np.abs(np.diff(axis, axis=1)) * (_ALONG - 1) / width
    by_row = np.abs(np.diff(axis, axis=0)) * (_ALONG - 1) / height
    found = np.hypot(by_col[:-1], by_row[:, :-1])
    finite = found[np.isfinite(found)]
    finer = float(np.median(finite)) if finite.size else 1.0
    return finer if finer > _FINER else 1.0


def _clipped(edge: float, size: int) -> int:
    return round(min(max(edge, 0), size))
