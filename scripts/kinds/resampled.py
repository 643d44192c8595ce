"""Kinds on another grid than the scene's own: degrees, rotated, projected, larger pixels."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.transform import array_bounds
from rasterio.warp import calculate_default_transform, reproject, transform_bounds

from scripts.kinds.ground import Ground, WriteKind

_ANGLE = 20.0
# GDAL would guess how much to widen its kernel from the sizes of the two, and blur.
_AS_SHARP = {"XSCALE": 1, "YSCALE": 1}


def warped(
    folder: Path,
    ground: Ground,
    crs: CRS,
    transform: Affine,
    shape: tuple[int, int],
    how: Resampling,
) -> str:
    """A scene brought to another grid, nodata 0."""
    target = np.zeros((len(ground.stack), *shape), np.uint16)
    reproject(
        ground.stack,
        target,
        src_crs=ground.crs,
        src_transform=ground.transform,
        dst_crs=crs,
        dst_transform=transform,
        resampling=how,
        init_dest_nodata=True,
        src_nodata=0,
        dst_nodata=0,
        **({} if how == Resampling.average else _AS_SHARP),
    )
    return ground.write(folder / "warped.tif", target, crs=crs, transform=transform)


def in_degrees(how: Resampling, step: float = 9e-5) -> WriteKind:
    """In EPSG:4326, a pixel `step` degrees from north to south, and as many metres across."""

    def write(folder: Path, ground: Ground) -> str:
        height, width = ground.stack.shape[1:]
        left, bottom, right, top = transform_bounds(
            ground.crs, "EPSG:4326", *array_bounds(height, width, ground.transform)
        )
        across = step / math.cos(math.radians((bottom + top) / 2))
        shape = (math.ceil((top - bottom) / step), math.ceil((right - left) / across))
        transform = Affine(across, 0, left, 0, -step, top)
        return warped(folder, ground, CRS.from_epsg(4326), transform, shape, how)

    return write


def rotated(folder: Path, ground: Ground) -> str:
    height, width = ground.stack.shape[1:]
    above = math.ceil(width * math.sin(math.radians(_ANGLE))) + 4
    transform = ground.transform @ Affine.translation(0, -above) @ Affine.rotation(_ANGLE)
    shape = (height + width, width + height // 2)
    return warped(folder, ground, ground.crs, transform, shape, Resampling.lanczos)


def projected(code: int, metres: float, how: Resampling = Resampling.lanczos) -> WriteKind:
    """In another projection, with pixels of so many of its own metres."""

    def write(folder: Path, ground: Ground) -> str:
        height, width = ground.stack.shape[1:]
        bounds = array_bounds(height, width, ground.transform)
        crs = CRS.from_epsg(code)
        transform, cols, rows = calculate_default_transform(
            ground.crs, crs, width, height, *bounds, resolution=metres
        )
        return warped(folder, ground, crs, transform, (rows, cols), how)

    return write


def averaged(pixels: int) -> WriteKind:
    """On its own grid, so many times larger pixels, averaged."""

    def write(folder: Path, ground: Ground) -> str:
        height, width = ground.stack.shape[1:]
        shape = (height // pixels, width // pixels)
        transform = ground.transform @ Affine.scale(pixels)
        return warped(folder, ground, ground.crs, transform, shape, Resampling.average)

    return write


def between_pixels(folder: Path, ground: Ground) -> str:
    """At 9.4 m in the scene's own projection."""
    height, width = ground.stack.shape[1:]
    transform = ground.transform @ Affine.scale(0.94)
    shape = (math.ceil(height / 0.94), math.ceil(width / 0.94))
    return warped(folder, ground, ground.crs, transform, shape, Resampling.lanczos)


RESAMPLED: dict[str, WriteKind] = {
    "degrees": in_degrees(Resampling.lanczos),
    "degrees, by bicubic": in_degrees(Resampling.cubic),
    "degrees, by bilinear": in_degrees(Resampling.bilinear),
    "degrees, by nearest neighbour": in_degrees(Resampling.nearest),
    "rotated by 20 degrees": rotated,
    "Web Mercator": projected(3857, 10.0),
    "Web Mercator, by bilinear": projected(3857, 10.0, Resampling.bilinear),
    "Web Mercator, by nearest neighbour": projected(3857, 10.0, Resampling.nearest),
    "9.4 m": between_pixels,
    "14 m in degrees, by nearest neighbour": in_degrees(Resampling.nearest, 1.26e-4),
    "20 m": averaged(2),
}
