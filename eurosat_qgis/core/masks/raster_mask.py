"""Masks that come as rasters of any CRS and pixel size, read on the scene's pixels."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import rasterio.warp

# What GDAL's refusals are raised as where rasterio has no error of its own; it has no public name.
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.scene_classes import LARGEST_NUMBER, class_names
from eurosat_qgis.core.scene.raster_view import (
    has_same_pixels,
    pixels_in_one,
    read_known,
    view_on,
)
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.scene.source_names import may_be_opened

# Rasters of this share of the scene's pixel area count as finer.
_FINER = 0.99
# How far, in pixels of the mask, its edge may lie inside the scene's and still cover it.
_SLACK = 1.0


@dataclass(frozen=True)
class RasterMask:
    """Hides pixels where any band of a raster is neither 0 nor nodata.

    `views` show the raster on the scene's pixels. Where the raster's pixels are smaller one view
    gives the largest, another the smallest of those in a pixel of the scene, so that none is lost.
    """

    name: str
    views: tuple[rasterio.DatasetReader, ...]
    bands: tuple[int, ...]
    notes: tuple[str, ...] = ()
    halo: int = 0

    @property
    def description(self) -> str:
        return f"mask {self.name}"

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray:
        """Which pixels of a window are masked, `(height, width) bool`. Raises InputError."""
        window = _window(row, col, numbers)
        hidden = np.zeros(numbers.shape[:2], bool)
        for view in self.views:
            values, known = read_known(view, self.bands, window, self.name)
            hidden |= ((values != 0) & known).any(axis=0)
        return hidden


@dataclass(frozen=True)
class SceneClassificationMask:
    """Hides pixels of the chosen classes of a scene classification (SCL)."""

    name: str
    view: rasterio.DatasetReader
    classes: frozenset[int]
    notes: tuple[str, ...] = ()
    halo: int = 0

    @property
    def description(self) -> str:
        return f"scene classification {self.name}: {class_names(self.classes)}"

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray:
        """Which pixels of a window are of a chosen class, `(height, width) bool`.

        Raises InputError when the raster is no scene classification.
        """
        (values,), (known,) = read_known(self.view, (1,), _window(row, col, numbers), self.name)
        largest = values.max(initial=0, where=known)
        if largest > LARGEST_NUMBER:
            raise InputError(
                f"{self.name} holds {largest}, a scene classification only 0 to {LARGEST_NUMBER}: "
                "give it as a mask, or choose another file."
            )
        return np.isin(values, list(self.classes)) & known


@contextmanager
def open_raster_mask(source: str, scene: Scene) -> Iterator[RasterMask]:
    """Open a mask on the scene's pixels: nonzero in any of its bands hides a pixel.

    Raises InputError when it is no raster of real numbers or does not touch the scene.
    """
    with _opened(source) as dataset:
        bands = tuple(
            index
            for index, color in enumerate(dataset.colorinterp, start=1)
            if color != ColorInterp.alpha
        )
        if not bands or any(dataset.dtypes[band - 1].startswith("complex") for band in bands):
            raise InputError(f"{Path(source).name} holds no mask: give a raster of 0 and 1.")
        name, notes = Path(source).name, _coverage_notes(dataset, scene)
        if pixels_in_one(dataset, scene) <= 1 / _FINER:
            with view_on(dataset, scene, Resampling.nearest) as view:
                yield RasterMask(name, (view,), bands, notes)
            return
        with (
            view_on(dataset, scene, Resampling.max) as largest,
            view_on(dataset, scene, Resampling.min) as smallest,
        ):
            yield RasterMask(name, (largest, smallest), bands, notes)


@contextmanager
def open_scene_classification(
    source: str, scene: Scene, classes: frozenset[int]
) -> Iterator[SceneClassificationMask]:
    """Open a scene classification on the scene's pixels, whose `classes` hide a pixel.

    Raises InputError when it is no raster of whole numbers or does not touch the scene.
    """
    with _opened(source) as dataset:
        name = Path(source).name
        if not np.issubdtype(np.dtype(dataset.dtypes[0]), np.integer):
            raise InputError(
                f"{name} holds {dataset.dtypes[0]} numbers, a scene classification whole ones: "
                "choose another file."
            )
        with view_on(dataset, scene, Resampling.nearest) as view:
            yield SceneClassificationMask(name, view, classes, _coverage_notes(dataset, scene))


def is_raster(source: str) -> bool:
    """Whether GDAL opens `source` as a raster with bands."""
    try:
        with _opened(source) as dataset:
            return bool(dataset.count)
    except InputError:
        return False


@contextmanager
def _opened(source: str) -> Iterator[rasterio.DatasetReader]:
    if not may_be_opened(source):
        raise InputError(f"{source} does not exist: check the mask's path.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            dataset = rasterio.open(source)
        except RasterioIOError as error:
            raise InputError(
                f"{source} cannot be opened as a raster: give a GeoTIFF, JP2 or another raster "
                "that GDAL reads."
            ) from error
    with dataset:
        yield dataset


def _coverage_notes(dataset: rasterio.DatasetReader, scene: Scene) -> tuple[str, ...]:
    name = Path(dataset.name).name
    if has_same_pixels(dataset, scene):
        return ()
    if dataset.crs is None or scene.crs is None:
        raise InputError(
            f"{name} or the scene has no place on the map, and they differ in size: give a mask "
            "with the scene's pixels."
        )
    corners = [(0, 0), (scene.width, 0), (scene.width, scene.height), (0, scene.height)]
    x, y = zip(*(scene.transform @ corner for corner in corners), strict=True)
    try:
        x, y = rasterio.warp.transform(scene.crs, dataset.crs, x, y)
    except CPLE_BaseError as error:
        raise InputError(f"{name} cannot be brought to the scene ({error}): check its CRS.") from (
            error
        )
    pixels = np.array([~dataset.transform @ place for place in zip(x, y, strict=True)])
    size = (dataset.width, dataset.height)
    if (pixels.max(axis=0) <= 0).any() or (pixels.min(axis=0) >= size).any():
        raise InputError(f"{name} does not touch the scene: choose a mask of the same place.")
    if (pixels.min(axis=0) < -_SLACK).any() or (pixels.max(axis=0) > np.add(size, _SLACK)).any():
        return (f"{name} covers only a part of the scene: beyond it nothing is masked.",)
    return ()


def _window(row: int, col: int, numbers: np.ndarray) -> Window:
    height, width = numbers.shape[:2]
    return Window(col, row, width, height)
