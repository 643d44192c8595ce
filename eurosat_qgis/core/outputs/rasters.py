"""The land-cover, confidence and probability rasters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass
from eurosat_qgis.core.errors import OutputError

_BLOCK = 256


def write_land_cover(
    path: Path,
    codes: np.ndarray,
    classes: Sequence[CardClass],
    transform: Affine,
    crs: CRS | None,
    tags: Mapping[str, str],
) -> None:
    """Write class codes `(rows, cols) uint8` as a tiled, deflated GeoTIFF with a colour table.

    Raises OutputError when the file cannot be written (a full disk, for instance).
    """
    colors = {c.code: (*c.rgb, 255) for c in (*classes, UNCERTAIN)}
    with _create(path, codes[None], NODATA_CODE, transform, crs, tags) as raster:
        raster.write(codes, 1)
        raster.write_colormap(1, {NODATA_CODE: (0, 0, 0, 0), **colors})
        raster.set_band_description(1, "land cover")


def write_category_names(path: Path, classes: Sequence[CardClass]) -> None:
    """Write the class titles to `path`, the `.aux.xml` beside a land-cover GeoTIFF.

    GDAL keeps category names of GeoTIFFs there (GDAL manual, Persistent Auxiliary Metadata), one
    for each code from 0.
    """
    titles = {c.code: c.title for c in (*classes, UNCERTAIN)}
    listed = (escape(titles.get(code, "")) for code in range(max(titles) + 1))
    names = "".join(f"<Category>{title}</Category>" for title in listed)
    band = f'<PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames></PAMRasterBand>'
    try:
        path.write_text(f"<PAMDataset>{band}</PAMDataset>\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path.name} cannot be written ({error.strerror}).") from error


def write_change(
    path: Path,
    changes: np.ndarray,
    transform: Affine,
    crs: CRS | None,
    tags: Mapping[str, str],
) -> None:
    """Write codes of changes (see `change_codes`), `(rows, cols) int32`, 0 for nodata."""
    with _create(path, changes[None], NODATA_CODE, transform, crs, tags) as raster:
        raster.write(changes, 1)
        raster.set_band_description(1, "change")


def write_confidence(
    path: Path,
    confidence: np.ndarray,
    transform: Affine,
    crs: CRS | None,
    tags: Mapping[str, str],
) -> None:
    """Write the probability of each cell's class, `(rows, cols) float32`, NaN for nodata."""
    with _create(path, confidence[None], float("nan"), transform, crs, tags) as raster:
        raster.write(confidence, 1)
        raster.set_band_description(1, "confidence")


def write_probabilities(
    path: Path,
    probabilities: np.ndarray,
    classes: Sequence[CardClass],
    transform: Affine,
    crs: CRS | None,
    tags: Mapping[str, str],
) -> None:
    """Write `(classes, rows, cols) float32`, one band a class, NaN for nodata."""
    with _create(path, probabilities, float("nan"), transform, crs, tags) as raster:
        raster.write(probabilities)
        for index, land_cover_class in enumerate(classes, start=1):
            raster.set_band_description(index, land_cover_class.name)


def _create(
    path: Path,
    bands: np.ndarray,
    nodata: float,
    transform: Affine,
    crs: CRS | None,
    tags: Mapping[str, str],
) -> rasterio.io.DatasetWriter:
    count, rows, cols = bands.shape
    try:
        raster = rasterio.open(
            path,
            "w",
            driver="GTiff",
            dtype=bands.dtype,
            count=count,
            height=rows,
            width=cols,
            nodata=nodata,
            transform=transform,
            crs=crs,
            tiled=True,
            blockxsize=_BLOCK,
            blockysize=_BLOCK,
            compress="deflate",
            predictor=3 if bands.dtype.kind == "f" else 1,
            bigtiff="if_safer",
        )
    except (RasterioError, OSError) as error:
        raise OutputError(f"{path.name} cannot be written ({error}): is the disk full?") from error
    raster.update_tags(**tags)
    return raster
