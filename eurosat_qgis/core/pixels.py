"""Pixels of a scene's bands, from one file or several, on one grid, window by window."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Protocol

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import MaskFlags, Resampling
from rasterio.errors import RasterioError
from rasterio.warp import reproject
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.nodata import Nodata
from eurosat_qgis.core.scene_grid import WGS84, SceneGrid, placed, to_crs

# Half the width in pixels of the widest kernel, Lanczos.
_KERNEL = 3
# GDAL's approximation of the way from pixel to pixel, in pixels of the scene.
_TOLERANCE = 0.01
_BLOCK = 256
# Points along each side of a block whose place in the scene is worked out.
_ALONG = 9
# Blocks of one row and the next are both at hand while strips overlap.
_ROWS_KEPT = 3
# The largest block of a file that is read at once: the tile of no product comes near.
_LARGEST_BLOCK_BYTES = 1 << 30


class Pixels(Protocol):
    """Bands on one grid."""

    @property
    def grid(self) -> SceneGrid: ...

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """The numbers `(bands, rows, cols)` and `(rows, cols) bool`, which are valid.

        Raises InputError when a file turns out to be damaged.
        """


@dataclass(frozen=True)
class OpenBand:
    """One band of an open raster; `nodata` is what its product keeps for nodata in it."""

    dataset: rasterio.DatasetReader
    index: int
    nodata: float | None = None

    @property
    def is_masked(self) -> bool:
        """Whether the file has a tag, a mask or an alpha band that says what is nodata."""
        return MaskFlags.all_valid not in self.dataset.mask_flag_enums[self.index - 1]


@dataclass(frozen=True)
class OwnPixels:
    """Bands of one grid as the files hold them."""

    bands: tuple[OpenBand, ...]
    grid: SceneGrid
    nodata: Nodata

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        stored = self.read_stored(window)
        valid = self.nodata.valid(stored)
        try:
            for place, band in enumerate(self.bands):
                if band.nodata is not None:
                    valid &= stored[place] != band.nodata
                if band.is_masked:
                    valid &= band.dataset.read_masks(band.index, window=window) != 0
        except RasterioError as error:
            raise _damaged(self.bands[0].dataset, window, error) from error
        return stored, valid

    def read_stored(self, window: Window) -> np.ndarray:
        """The numbers `(bands, rows, cols)` of a window."""
        parts: list[np.ndarray | None] = [None] * len(self.bands)
        for dataset in {id(b.dataset): b.dataset for b in self.bands}.values():
            places = [p for p, band in enumerate(self.bands) if band.dataset is dataset]
            try:
                read = dataset.read([self.bands[p].index for p in places], window=window)
            except RasterioError as error:
                raise _damaged(dataset, window, error) from error
            for place, part in zip(places, read, strict=True):
                parts[place] = part
        return np.stack([part for part in parts if part is not None])


def _damaged(dataset: rasterio.DatasetReader, window: Window, error: RasterioError) -> InputError:
    first = (str(error).splitlines() or [type(error).__name__])[0]
    return InputError(
        f"{PurePath(dataset.name).name} cannot be read at row {window.row_off}, column "
        f"{window.col_off} ({first}): the file is damaged or was cut off; copy it again."
    )


@dataclass(frozen=True)
class WarpedPixels:
    """Bands brought to another grid block by block, as they are asked for.

    Every pixel comes from the block it lies in, so it has the same number whatever window it is
    read with. Invalid pixels of the source lend nothing to their neighbours.
    """

    source: Pixels
    grid: SceneGrid
    resampling: Resampling
    _blocks: OrderedDict[tuple[int, int], np.ndarray] = field(default_factory=OrderedDict)

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
        block = self._warped(row, col)
        self._blocks[key] = block
        while len(self._blocks) > _ROWS_KEPT * math.ceil(self.grid.width / _BLOCK) + 1:
            self._blocks.popitem(last=False)
        return block

    def _warped(self, row: int, col: int) -> np.ndarray:
        """One block, `(bands, rows, cols) float32`, NaN where the scene has nothing."""
        top, left = row * _BLOCK, col * _BLOCK
        height, width = min(_BLOCK, self.grid.height - top), min(_BLOCK, self.grid.width - left)
        place = self.grid.transform @ Affine.translation(left, top)
        own = self.source.grid
        crs, transform = _without_dateline(own)
        window = _window_below(place, height, width, self.grid.crs, crs, transform, own)
        if window is None:
            probe, _ = self.source.read(Window(0, 0, 1, 1))
            return np.full((len(probe), height, width), np.nan, np.float32)
        stored, valid = self.source.read(window)
        numbers = np.where(valid, stored, np.float32(np.nan)).astype(np.float32)
        block = np.full((len(numbers), height, width), np.nan, np.float32)
        if not valid.any():
            return block
        reproject(
            numbers,
            block,
            src_transform=transform @ Affine.translation(window.col_off, window.row_off),
            src_crs=crs,
            src_nodata=np.nan,
            dst_transform=place,
            dst_crs=self.grid.crs,
            dst_nodata=np.nan,
            resampling=self.resampling,
            tolerance=_TOLERANCE,
        )
        return block


def _without_dateline(own: SceneGrid) -> tuple[CRS, Affine]:
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
    place: Affine,
    height: int,
    width: int,
    target: CRS | None,
    crs: CRS,
    transform: Affine,
    own: SceneGrid,
) -> Window | None:
    """The scene's pixels from which a block at `place` is made, None when it lies outside."""
    if target is None:
        raise ValueError("A grid to warp to has a CRS.")
    cols, rows = (
        axis.ravel()
        for axis in np.meshgrid(np.linspace(0, width, _ALONG), np.linspace(0, height, _ALONG))
    )
    x, y = to_crs(target, crs, *placed(place, cols, rows))
    known = np.isfinite(x) & np.isfinite(y)
    if not known.any():
        return None
    cols, rows = placed(~transform, x[known], y[known])
    # A kernel grows with the pixels that it takes together.
    finer = max(1.0, float(np.ptp(cols)) / width, float(np.ptp(rows)) / height)
    margin = math.ceil((_KERNEL + 1) * finer)
    left, right = (_clipped(e, own.width) for e in (cols.min() - margin, cols.max() + margin))
    top, bottom = (_clipped(e, own.height) for e in (rows.min() - margin, rows.max() + margin))
    if right <= left or bottom <= top:
        return None
    return Window(left, top, right - left, bottom - top)


def _clipped(edge: float, size: int) -> int:
    return round(min(max(edge, 0), size))


@dataclass(frozen=True)
class StackedPixels:
    """Bands of several sources that share a grid, in the order of `places`.

    `places` has, for each band, the source and the band's place in it.
    """

    sources: tuple[Pixels, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def grid(self) -> SceneGrid:
        return self.sources[0].grid

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        parts = [source.read(window) for source in self.sources]
        stored = np.stack([parts[source][0][place] for source, place in self.places])
        return stored, np.logical_and.reduce([valid for _, valid in parts])


def check_blocks(bands: Sequence[OpenBand]) -> None:
    """Raise InputError when a file's header claims blocks that would fill the memory."""
    for band in bands:
        rows, cols = band.dataset.block_shapes[band.index - 1]
        size = np.dtype(band.dataset.dtypes[band.index - 1]).itemsize
        if rows * cols * size > _LARGEST_BLOCK_BYTES:
            raise InputError(
                f"{PurePath(band.dataset.name).name} is stored in blocks of {cols} x {rows} "
                "pixels, too large to be read: save it in tiles, or copy it again if it is damaged."
            )
