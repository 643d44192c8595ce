"""A Sentinel-2 scene: any raster that GDAL opens, read window by window."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError, RasterioIOError
from rasterio.warp import transform as transform_points
from rasterio.windows import Window

from eurosat_qgis.core.areas import pixel_row_areas
from eurosat_qgis.core.bands import choose_bands, identify_bands
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.radiometry import Radiometry, detect_radiometry
from eurosat_qgis.core.scalings import AUTO
from eurosat_qgis.core.tag_facts import facts_of_tags

# Radiometry is told from windows of so many pixels a side, so many along each side of the scene.
_SAMPLE = 64
_SAMPLES_A_SIDE = 5
# GDAL's block cache; the strips of a full tile fit several times.
_CACHE_MB = 256


@dataclass(frozen=True)
class Scene:
    """An open scene and what is known of it. `bands` are the 1-based indices that are read."""

    name: str
    dataset: rasterio.DatasetReader
    identified: dict[str, int]
    band_reason: str
    bands: tuple[int, ...]
    radiometry: Radiometry

    @property
    def height(self) -> int:
        return int(self.dataset.height)

    @property
    def width(self) -> int:
        return int(self.dataset.width)

    @property
    def transform(self) -> Affine:
        return self.dataset.transform

    @property
    def crs(self) -> CRS | None:
        return self.dataset.crs

    @property
    def is_placed(self) -> bool:
        """Whether the scene has a place on the map: a CRS and a geotransform."""
        return bool(self.crs) and self.transform != Affine.identity()

    def row_areas(self) -> np.ndarray | None:
        """Area in m² of one pixel of each row, `(height,) float64`; None without a place."""
        if not self.is_placed or self.crs is None:
            return None
        return pixel_row_areas(self.crs, self.transform, self.height, self.width)

    def pixel_size_m(self) -> float | None:
        """Side of a square pixel of the scene's mean area, in metres; None without a place."""
        areas = self.row_areas()
        return None if areas is None else float(np.sqrt(areas.mean()))

    def read(self, row: int, col: int, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        """Read a window of pixels of the chosen bands.

        Returns the stored numbers `(height, width, bands)` and `(height, width) bool`, which
        pixels are valid: not nodata, masked or NaN in any band, not 0 in all.

        Raises InputError when the file turns out to be damaged.
        """
        return _read(self.dataset, self.bands, Window(col, row, width, height))


@contextmanager
def open_scene(
    scene: str,
    wanted_bands: tuple[str, ...],
    bands: str = "auto",
    scaling: str = AUTO,
    atmosphere: str = AUTO,
    wanted_level: str = "L1C",
) -> Iterator[Scene]:
    """Open a raster and find out which bands and numbers it holds.

    `scene` is a path or any name that GDAL opens, `wanted_bands` and `wanted_level` are the card's,
    `bands`, `scaling` and `atmosphere` the user's choice or `auto`.

    Raises InputError when it is no raster, lacks a band, or an option makes no sense.
    """
    with rasterio.Env(GDAL_CACHEMAX=_CACHE_MB), _open(scene) as dataset:
        colors = tuple(c.name for c in dataset.colorinterp)
        identified, reason = identify_bands(
            dataset.descriptions, colors, lambda places: _sample(dataset, tuple(places))
        )
        chosen = choose_bands(wanted_bands, bands, identified, dataset.count)
        if bands != "auto":
            reason = "Bands chosen by the user."
        yield Scene(
            Path(scene).name,
            dataset,
            identified,
            reason,
            chosen,
            detect_radiometry(
                Path(scene).name,
                facts_of_tags(Path(scene).name, dataset.tags()),
                _number_type(dataset, scene, chosen),
                _sample(dataset, chosen),
                wanted_bands,
                scaling,
                atmosphere,
                wanted_level,
                _place(dataset),
            ),
        )


def _open(scene: str) -> rasterio.DatasetReader:
    # A name with a colon may be a URL or one of GDAL's own (NETCDF:file:variable).
    if ":" not in scene and not scene.startswith("/vsi") and not Path(scene).exists():
        raise InputError(f"{scene} does not exist: check the scene's path.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            return rasterio.open(scene)
        except RasterioIOError as error:
            raise InputError(
                f"{scene} cannot be opened as a raster ({_first_line(error)}): give a GeoTIFF, "
                "JP2 or another raster that GDAL reads."
            ) from error


def _first_line(error: BaseException) -> str:
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0]


def _number_type(dataset: rasterio.DatasetReader, scene: str, bands: tuple[int, ...]) -> str:
    dtype = str(dataset.dtypes[bands[0] - 1])
    if not np.issubdtype(np.dtype(dtype), np.number) or dtype.startswith("complex"):
        raise InputError(f"{Path(scene).name} holds {dtype} numbers: give reflectance.")
    return dtype


def _place(dataset: rasterio.DatasetReader) -> tuple[float, float] | None:
    """Longitude and latitude of the scene's centre in degrees, None where it has none."""
    if not dataset.crs or dataset.transform == Affine.identity():
        return None
    x, y = dataset.transform @ (dataset.width / 2, dataset.height / 2)
    try:
        longitudes, latitudes = transform_points(dataset.crs, "EPSG:4326", [x], [y])
    except RasterioError:
        return None
    place = float(longitudes[0]), float(latitudes[0])
    return place if abs(place[0]) <= 360 and abs(place[1]) <= 90 else None


def _sample(dataset: rasterio.DatasetReader, bands: tuple[int, ...]) -> np.ndarray:
    """Valid pixels `(N, bands)` of small windows spread over the scene; N may be 0.

    Windows and not a decimated read, which would touch every block of a file without overviews.
    """
    found = []
    for row in _spread(dataset.height):
        for col in _spread(dataset.width):
            window = Window(
                col, row, min(_SAMPLE, dataset.width - col), min(_SAMPLE, dataset.height - row)
            )
            stored, valid = _read(dataset, bands, window)
            found.append(stored[valid])
    return np.concatenate(found)


def _spread(size: int) -> list[int]:
    last = max(0, size - _SAMPLE)
    return sorted({round(last * i / (_SAMPLES_A_SIDE - 1)) for i in range(_SAMPLES_A_SIDE)})


def _read(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...], window: Window
) -> tuple[np.ndarray, np.ndarray]:
    try:
        stored = dataset.read(list(bands), window=window)
        valid = _valid(dataset, bands, stored, window)
    except RasterioError as error:
        raise InputError(
            f"{Path(dataset.name).name} cannot be read at row {window.row_off}, column "
            f"{window.col_off} ({_first_line(error)}): the file is damaged or was cut off; copy "
            "it again."
        ) from error
    return np.moveaxis(stored, 0, -1), valid


def _valid(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...], stored: np.ndarray, window: Window
) -> np.ndarray:
    # A pixel that is 0 in every band is nodata in Sentinel-2 products and in EuroSAT.
    valid = (stored != 0).any(axis=0)
    if np.issubdtype(stored.dtype, np.floating):
        valid &= np.isfinite(stored).all(axis=0)
    if any(MaskFlags.all_valid not in dataset.mask_flag_enums[b - 1] for b in bands):
        valid &= (dataset.read_masks(list(bands), window=window) != 0).all(axis=0)
    return valid
