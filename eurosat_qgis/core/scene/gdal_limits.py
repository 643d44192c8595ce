"""GDAL's settings for reading within a run's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import rasterio

from eurosat_qgis.core.scene.open_bands import gdal_environment
from eurosat_qgis.core.scene.pixels import OpenBand

# What TensorFlow, the shipped network and one batch of windows take, in MiB, rounded up; the rest
# is GDAL's to keep blocks in.
_FIXED_MIB = 900
_LEAST_CACHE_MIB = 72
# A row of blocks of a full tile's JP2s takes 68 MiB; what is more than this serves no strip.
_STRIPS_CACHE_MIB = 128
_LARGEST_CACHE_MIB = 152


@contextmanager
def limited_gdal(
    threads: int | None, memory_mib: int | None, cache_mib: int = _STRIPS_CACHE_MIB
) -> Iterator[None]:
    """GDAL's settings for reading, within the limits; None limits nothing.

    `cache_mib` are worth keeping of blocks that have been read.
    """
    options: dict[str, int] = {"GDAL_CACHEMAX": cache_mib << 20}
    if threads is not None:
        options["GDAL_NUM_THREADS"] = threads
    if memory_mib is not None:
        cache = min(max(memory_mib - _FIXED_MIB, _LEAST_CACHE_MIB), cache_mib)
        options["GDAL_CACHEMAX"] = cache << 20
    with gdal_environment(), rasterio.Env(**options):
        yield


def tiles_cache_mib(bands: Sequence[OpenBand]) -> int:
    """What of these bands is worth keeping where tiles are read, row by row.

    A row of tiles is at two rows of blocks, of which the next needs the lower one again.
    """
    found = 0
    for band in bands:
        rows, cols = band.dataset.block_shapes[band.index - 1]
        across = -(-band.dataset.width // cols) * cols
        found += 2 * rows * across * np.dtype(band.dataset.dtypes[band.index - 1]).itemsize
    # Some masks' blocks besides.
    return min(max(_LEAST_CACHE_MIB, (found >> 20) + 8), _LARGEST_CACHE_MIB)
