"""The pictures of a report, as PNG: a land-cover map, and its scene on the same ground."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from warnings import catch_warnings, simplefilter

import numpy as np
from affine import Affine
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetReader, MemoryFile
from rasterio.vrt import WarpedVRT

from eurosat_qgis.core.bundle import NODATA_CODE, CardClass
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.open_bands import open_raster
from eurosat_qgis.core.scene.scene import open_scene

TRUE_COLOR = ("B04", "B03", "B02")
# The longer side of a picture in pixels, of a map at most and of a scene about.
_LONGEST = 1600
_SCENE_SIDE = 900
# Shares of a scene's numbers that become black and white; the gamma opens the shadows.
_BLACK, _WHITE, _GAMMA = 0.005, 0.96, 0.75


@dataclass(frozen=True)
class Picture:
    """A PNG; `shape` is its width by its height on the ground."""

    png: bytes
    shape: float


def map_picture(path: Path, classes: tuple[CardClass, ...]) -> Picture:
    """A land-cover raster in its classes' colours, a pixel a cell where that is not too large."""
    with ExitStack() as opened:
        raster = open_raster(str(path), opened)
        shrink = max(1.0, max(raster.width, raster.height) / _LONGEST)
        size = round(raster.height / shrink) or 1, round(raster.width / shrink) or 1
        codes = raster.read(1, out_shape=size, resampling=Resampling.nearest)
        shape = _shape_on_the_ground(raster)
    return Picture(_palette_png(codes, {c.code: c.rgb for c in classes}), shape)


def scene_picture(scene: str, land_cover: Path) -> Picture:
    """The part of a scene under a land-cover raster in true colour.

    Raises InputError when either cannot be read, or the map has no place on the ground.
    """
    with ExitStack() as opened:
        raster = open_raster(str(land_cover), opened)
        if not raster.crs or raster.transform == Affine.identity():
            raise InputError(f"{land_cover.name} has no place on the map to show the scene of.")
        shape, crs = _shape_on_the_ground(raster), raster.crs
        scale = _SCENE_SIDE / max(raster.width, raster.height * 1.0)
        width, height = round(raster.width * scale) or 1, round(raster.height * scale) or 1
        transform = raster.transform @ Affine.scale(raster.width / width, raster.height / height)
    bands = np.zeros((3, height, width), np.float32)
    seen = np.ones((height, width), bool)
    with open_scene(scene, TRUE_COLOR) as found:
        for place, band in enumerate(found.pixels.bands):
            with WarpedVRT(
                band.dataset,
                crs=crs,
                transform=transform,
                width=width,
                height=height,
                resampling=Resampling.bilinear,
                add_alpha=False,
                nodata=found.nodata.value,
            ) as warped:
                bands[place] = warped.read(band.index)
                seen &= warped.read_masks(band.index) > 0
    seen &= np.isfinite(bands).all(axis=0) & (bands != 0).any(axis=0)
    if not seen.any():
        raise InputError(f"{scene} does not lie where {land_cover.name} lies: choose its scene.")
    # Each band by itself: the air lightens blue most.
    black, white = np.quantile(bands[:, seen], (_BLACK, _WHITE), axis=1)[..., None, None]
    shown = ((bands - black) / np.maximum(white - black, 1e-6)).clip(0, 1) ** _GAMMA * 255
    alpha = np.where(seen, 255, 0).astype(np.uint8)
    return Picture(_png(np.concatenate([shown.astype(np.uint8), alpha[None]])), shape)


def _shape_on_the_ground(raster: DatasetReader) -> float:
    transform = raster.transform
    wide, high = abs(transform.a) * raster.width, abs(transform.e) * raster.height
    if raster.crs and raster.crs.is_geographic:
        wide *= float(np.cos(np.radians((raster.bounds.bottom + raster.bounds.top) / 2)))
    return float(wide / high) if wide and high else raster.width / raster.height


def _palette_png(codes: np.ndarray, colors: Mapping[int, tuple[int, int, int]]) -> bytes:
    rgba = np.zeros((256, 4), np.uint8)
    for code, color in colors.items():
        rgba[code] = (*color, 255)
    rgba[NODATA_CODE] = 0
    return _png(np.moveaxis(rgba[codes], -1, 0))


def _png(bands: np.ndarray) -> bytes:
    count, height, width = bands.shape
    # A picture has no place on the map, of which rasterio warns.
    with catch_warnings(), MemoryFile(ext=".png") as file:
        simplefilter("ignore", NotGeoreferencedWarning)
        with file.open(
            driver="PNG", count=count, height=height, width=width, dtype="uint8"
        ) as picture:
            picture.write(bands)
        return bytes(file.read())
