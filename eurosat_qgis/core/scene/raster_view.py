"""Rasters of any CRS and pixel size, seen on other pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np
import rasterio
import rasterio.warp
from affine import Affine

# What GDAL's refusals are raised as where rasterio has no error of its own; it has no public name.
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError

# How far, in pixels of the raster, a pixel may be looked up from its place. On a full tile in
# another CRS it takes an eighth of the time of a millionth of a pixel, and twice that of GDAL's own
# 0.125.
_TOLERANCE = 1e-3


class PlacedPixels(Protocol):
    """Pixels that have a place on the map, as those of a scene."""

    @property
    def crs(self) -> CRS | None: ...
    @property
    def transform(self) -> Affine: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


def has_same_pixels(dataset: rasterio.DatasetReader, wanted: PlacedPixels) -> bool:
    """Whether the raster's pixels are those wanted; a raster without CRS has them by its size."""
    same_size = (dataset.height, dataset.width) == (wanted.height, wanted.width)
    if dataset.crs is None:
        return same_size
    return (
        same_size
        and dataset.crs == wanted.crs
        and dataset.transform.almost_equals(wanted.transform, 1e-9)
    )


@contextmanager
def view_on(
    dataset: rasterio.DatasetReader, wanted: PlacedPixels, resampling: Resampling
) -> Iterator[rasterio.DatasetReader]:
    """A view of the raster on the `wanted` pixels, made window by window as it is read.

    Raises InputError when the raster cannot be brought there.
    """
    if has_same_pixels(dataset, wanted):
        yield dataset
        return
    nodata = dataset.nodata
    if nodata is None and dataset.dtypes[0].startswith("float"):
        nodata = float("nan")
    has_alpha = ColorInterp.alpha in dataset.colorinterp
    try:
        view = WarpedVRT(
            dataset,
            crs=wanted.crs,
            transform=wanted.transform,
            width=wanted.width,
            height=wanted.height,
            resampling=resampling,
            src_nodata=nodata,
            nodata=nodata,
            # Tells what lies beyond the raster from its zeros.
            add_alpha=nodata is None and not has_alpha,
            tolerance=_TOLERANCE,
        )
    except (RasterioError, CPLE_BaseError) as error:
        raise InputError(
            f"{Path(dataset.name).name} cannot be brought to other pixels ({error}): check its CRS."
        ) from error
    with view:
        yield view


def pixels_in_one(dataset: rasterio.DatasetReader, wanted: PlacedPixels) -> float:
    """How many of the raster's pixels are as large as a wanted one, in the middle of these.

    1 where one of them has no place on the map.
    """
    if dataset.crs is None or wanted.crs is None:
        return 1.0
    col, row = wanted.width / 2, wanted.height / 2
    corners = [wanted.transform @ at for at in ((col, row), (col + 1, row), (col, row + 1))]
    x, y = rasterio.warp.transform(wanted.crs, dataset.crs, *zip(*corners, strict=True))
    origin, right, below = (
        np.array(~dataset.transform @ place) for place in zip(x, y, strict=True)
    )
    (a, b), (c, d) = right - origin, below - origin
    return float(abs(a * d - b * c))


def read_known(
    view: rasterio.DatasetReader, bands: tuple[int, ...], window: Window, name: str
) -> tuple[np.ndarray, np.ndarray]:
    """Values and which of them are known, `(bands, height, width)` each.

    Raises InputError when the raster cannot be read.
    """
    try:
        values = view.read(list(bands), window=window)
        known = np.isfinite(values)
        if any(MaskFlags.all_valid not in view.mask_flag_enums[band - 1] for band in bands):
            known &= view.read_masks(list(bands), window=window) != 0
    except RasterioError as error:
        raise InputError(
            f"{name} cannot be read ({error}): the file is damaged or was cut off; copy it again."
        ) from error
    return values, known
