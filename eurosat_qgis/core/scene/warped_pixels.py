"""Pixels brought to another grid by GDAL's warper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from affine import Affine
from rasterio import MemoryFile
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

from eurosat_qgis.core.scene.block_pixels import Below, Block, BlockPixels

# How exactly GDAL works out the way from pixel to pixel, in pixels of the scene.
_TOLERANCE = 1e-3


@dataclass(frozen=True)
class WarpedPixels(BlockPixels):
    """Bands brought to another grid; invalid pixels of the source lend nothing to neighbours."""

    resampling: Resampling

    def _computed(self, block: Block, below: Below) -> np.ndarray:
        count, height, width = below.numbers.shape
        profile = {
            "driver": "GTiff",
            "dtype": "float32",
            "count": count,
            "height": height,
            "width": width,
            "crs": below.crs,
            "transform": below.transform
            @ Affine.translation(below.window.col_off, below.window.row_off),
            "nodata": np.nan,
        }
        with MemoryFile() as memory:
            with memory.open(**profile) as piece:
                piece.write(below.numbers)
            with (
                memory.open() as piece,
                WarpedVRT(
                    piece,
                    crs=self.grid.crs,
                    transform=block.place,
                    width=block.width,
                    height=block.height,
                    resampling=self.resampling,
                    tolerance=_TOLERANCE,
                    # GDAL would guess these from the sizes of the pieces, and blur.
                    XSCALE=below.across,
                    YSCALE=below.down,
                ) as view,
            ):
                return np.asarray(view.read(), np.float32)
