"""One scene written as every kind of product: the sample's real pixels, in another dress each.

A kind is a function that writes a `Ground` into a folder and gives the name to open it by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from scripts.safe_scenes import sample_pixels

NAMES = ("B04", "B03", "B02", "B08")


@dataclass(frozen=True)
class Ground:
    """A part of the sample scene: bands `(rows, cols) uint16`, CRS and geotransform."""

    pixels: Mapping[str, np.ndarray]
    crs: CRS
    transform: Affine

    @cached_property
    def stack(self) -> np.ndarray:
        """The bands NAMES, `(bands, rows, cols)`."""
        return np.stack([self.pixels[name] for name in NAMES])

    def write(
        self,
        path: Path,
        stack: np.ndarray | None = None,
        names: tuple[str, ...] | None = NAMES,
        transform: Affine | None = None,
        crs: CRS | None = None,
        **profile: object,
    ) -> str:
        """Write it, or another `stack` in its place, as a raster; gives the path."""
        found = self.stack if stack is None else stack
        return write_stack(
            path, found, crs or self.crs, transform or self.transform, names, **profile
        )


WriteKind = Callable[[Path, Ground], str]


def whole_sample() -> Ground:
    """The sample scene, 512 x 1024 pixels."""
    return Ground(*sample_pixels())


def crop_of_sample() -> Ground:
    """Canal, lake, factories, fields and forest; 5 x 4 cells of 64 pixels."""
    return Ground(*sample_pixels(Window(130, 600, 256, 320)))


def write_stack(
    path: Path,
    stack: np.ndarray,
    crs: CRS | None,
    transform: Affine,
    descriptions: tuple[str, ...] | None = NAMES,
    **profile: object,
) -> str:
    """Write `(bands, rows, cols)` as a GeoTIFF; gives its path."""
    count, height, width = stack.shape
    settings = {"driver": "GTiff", "dtype": stack.dtype, "crs": crs, "transform": transform}
    with rasterio.open(
        path, "w", count=count, height=height, width=width, **{**settings, **profile}
    ) as raster:
        raster.write(stack)
        if descriptions:
            raster.descriptions = descriptions
    return str(path)
