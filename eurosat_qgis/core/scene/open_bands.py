"""Opens the files of a scene's bands and brings them together on one grid."""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.products.sources import BandSource
from eurosat_qgis.core.products.web import fetch_file
from eurosat_qgis.core.scene.block_pixels import BlockPixels
from eurosat_qgis.core.scene.nodata import Nodata, find_nodata
from eurosat_qgis.core.scene.pixels import (
    OpenBand,
    OwnPixels,
    Pixels,
    StackedPixels,
    check_blocks,
)
from eurosat_qgis.core.scene.reading import AUTO, BY_DEFAULT, Reading
from eurosat_qgis.core.scene.scene_grid import SceneGrid, grid_of
from eurosat_qgis.core.scene.trimmed_grid import trimmed
from eurosat_qgis.core.scene.undone_resampling import how_resampled
from eurosat_qgis.core.scene.warped_pixels import WarpedPixels

# GDAL's block cache; the strips of a full tile fit several times.
# rasterio counts it in bytes.
_CACHE_BYTES = 256 << 20
_HTTP_SECONDS = 30
_ON_THE_WEB = ("/vsicurl/", "/vsis3/", "http://", "https://")
_CURL, _NO_RANGES = "/vsicurl/", "Range downloading not supported"
# What a scene holds is told from windows of so many pixels a side, so many along each side of it;
# fewer where each costs the decoding of a large block, as in a product's JP2s.
_SAMPLE, _SAMPLES_A_SIDE, _FEWER_A_SIDE = 64, 5, 3
_LARGE_BLOCK = 512 * 512


def gdal_environment() -> rasterio.Env:
    """GDAL's settings while a scene is open: its cache, and patience with the web."""
    options = {
        "GDAL_CACHEMAX": _CACHE_BYTES,
        "GDAL_NUM_THREADS": "ALL_CPUS",
        "GDAL_HTTP_CONNECTTIMEOUT": _HTTP_SECONDS,
        "GDAL_HTTP_LOW_SPEED_TIME": _HTTP_SECONDS,
        "GDAL_HTTP_LOW_SPEED_LIMIT": 1,
        "GDAL_HTTP_MAX_RETRY": 2,
    }
    # Public buckets are read without an account, unless the user has one.
    if not any(name.startswith("AWS_") for name in os.environ):
        options["AWS_NO_SIGN_REQUEST"] = "YES"
    return rasterio.Env(**options)


def open_raster(name: str, opened: ExitStack) -> rasterio.DatasetReader:
    """Open a raster until `opened` closes. Raises InputError when it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            with _beside(name):
                return opened.enter_context(rasterio.open(name))
        # ValueError: a name that GDAL's virtual file systems refuse.
        except (RasterioError, ValueError) as error:
            if _NO_RANGES in str(error) and name.startswith(_CURL):
                # Simple web servers give whole files alone.
                folder = Path(opened.enter_context(TemporaryDirectory(prefix="eurosat-")))
                fetched = fetch_file(name.removeprefix(_CURL), folder)
                return open_raster(str(fetched), opened)
            raise InputError(
                f"{name} cannot be opened as a raster ({first_line(error)}): give a GeoTIFF, JP2 "
                "or another raster that GDAL reads."
            ) from error


def _beside(name: str) -> AbstractContextManager[object]:
    """Leaves out what lies beside a raster on the web, such as an .aux.xml: it was not asked for.

    A file's own header, mask, world file or .aux.xml here is a part of it.
    """
    if any(prefix in name for prefix in _ON_THE_WEB):
        return rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR")
    return nullcontext()


def open_sources(sources: Sequence[BandSource], opened: ExitStack) -> tuple[OpenBand, ...]:
    """Open the files of bands, each once. Raises InputError when one is not there or no raster."""
    datasets: dict[str, rasterio.DatasetReader] = {}
    for name in (source.name for source in sources):
        if name not in datasets:
            datasets[name] = open_raster(name, opened)
    bands = []
    for source in sources:
        dataset = datasets[source.name]
        if source.index > dataset.count:
            raise InputError(
                f"{source.file} has {dataset.count} bands, not {source.index}: copy it again."
            )
        bands.append(OpenBand(dataset, source.index, source.nodata))
    for band in bands:
        _check_numbers(band)
    check_blocks(bands)
    return tuple(bands)


def _check_numbers(band: OpenBand) -> None:
    dtype = band.dataset.dtypes[band.index - 1]
    if dtype.startswith("complex") or not np.issubdtype(np.dtype(dtype), np.number):
        file = PurePath(band.dataset.name).name
        raise InputError(f"{file} holds {dtype} numbers: give reflectance.")


def on_one_grid(bands: Sequence[OpenBand], reading: Reading) -> tuple[Pixels, SceneGrid, Nodata]:
    """The pixels of `bands`, in their order, on the grid of the finest; the grid, the nodata.

    Raises InputError when they cannot be brought to 10 m.
    """
    groups = _by_grid(bands)
    keys = sorted(groups, key=lambda key: _pixel_area(bands[groups[key][0]]))
    owns = [_own_pixels(tuple(bands[p] for p in groups[key]), reading) for key in keys]
    grid = _grid_over(owns[0], reading)
    resampling = Resampling[BY_DEFAULT if reading.resampling == AUTO else reading.resampling]
    moved = not (grid.as_it_is or grid.exact)
    resampled = how_resampled(owns[0], grid) if moved and reading.resampling == AUTO else None
    if resampled is not None:
        before = _grid_over(owns[0], reading, resampled.origin.crs)
        grid = replace(before, reason=resampled.reason)
    if moved:
        # Whatever way pixels are brought there, the same margins are empty.
        grid = trimmed(WarpedPixels(owns[0], grid, resampling))
    sources: list[Pixels] = []
    for place, own in enumerate(owns):
        if place == 0 and grid.as_it_is:
            sources.append(own)
            continue
        if place == 0 and resampled is not None:
            sources.append(resampled.undone(own, grid))
            continue
        if not (own.grid.crs and grid.crs):
            raise InputError(
                f"{PurePath(own.bands[0].dataset.name).name} has other pixels than the first band, "
                "and no CRS: georeference the bands."
            )
        exact = place == 0 and grid.exact
        sources.append(WarpedPixels(own, grid, Resampling.nearest if exact else resampling))
    if len(sources) == 1:
        return sources[0], grid, owns[0].nodata
    places: list[tuple[int, int]] = [(0, 0)] * len(bands)
    for source, key in enumerate(keys):
        for inside, place in enumerate(groups[key]):
            places[place] = (source, inside)
    return StackedPixels(tuple(sources), tuple(places)), grid, owns[0].nodata


def _grid_over(own: OwnPixels, reading: Reading, before: CRS | None = None) -> SceneGrid:
    dataset = own.bands[0].dataset
    return grid_of(
        own.grid.crs,
        own.grid.transform,
        own.grid.width,
        own.grid.height,
        reading.force,
        PurePath(dataset.name).name,
        before,
    )


def _by_grid(bands: Sequence[OpenBand]) -> Mapping[tuple, list[int]]:
    groups: dict[tuple, list[int]] = {}
    for place, band in enumerate(bands):
        dataset = band.dataset
        key = (
            dataset.crs.to_wkt() if dataset.crs else "",
            tuple(round(number, 9) for number in dataset.transform[:6]),
            dataset.width,
            dataset.height,
        )
        groups.setdefault(key, []).append(place)
    return groups


def _pixel_area(band: OpenBand) -> float:
    area = abs(band.dataset.transform.determinant)
    return area if math.isfinite(area) else 0.0


def _own_pixels(bands: tuple[OpenBand, ...], reading: Reading) -> OwnPixels:
    dataset = bands[0].dataset
    own = SceneGrid(
        dataset.crs, dataset.transform, dataset.width, dataset.height, "Pixels as they are."
    )
    bare = OwnPixels(bands, own, Nodata((), ""))
    tagged = dataset.nodatavals[bands[0].index - 1]
    stated = bands[0].nodata if bands[0].nodata is not None else tagged
    nodata = find_nodata(
        reading.border_fill,
        stated,
        any(band.is_masked for band in bands),
        np.result_type(*(band.dataset.dtypes[band.index - 1] for band in bands)),
        (dataset.height, dataset.width),
        bare.read_stored,
    )
    return OwnPixels(bands, own, nodata)


def spread_sample(pixels: Pixels, bands: Sequence[OpenBand]) -> np.ndarray:
    """Valid pixels `(N, bands)` of small windows spread over a scene; N may be 0.

    Windows and not a decimated read, which would touch every block of a file without overviews.
    `bands` are those that the pixels come from.
    """
    # Resampled numbers are no longer those that were stored, by which their scaling is told.
    pixels = pixels.source if isinstance(pixels, BlockPixels) else pixels
    height, width = pixels.grid.height, pixels.grid.width
    blocks = [b.dataset.block_shapes[b.index - 1] for b in bands]
    large = any(rows * cols > _LARGE_BLOCK for rows, cols in blocks)
    places = _FEWER_A_SIDE if large else _SAMPLES_A_SIDE
    found = []
    for row in _spread(height, places):
        for col in _spread(width, places):
            window = Window(col, row, min(_SAMPLE, width - col), min(_SAMPLE, height - row))
            stored, valid = pixels.read(window)
            found.append(stored[:, valid].T)
    return np.concatenate(found)


def _spread(size: int, places: int) -> list[int]:
    last = max(0, size - _SAMPLE)
    return sorted({round(last * i / (places - 1)) for i in range(places)})
