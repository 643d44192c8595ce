"""GDAL's settings for reading within a run's limits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import rasterio

from eurosat_qgis.core.scene.open_bands import gdal_environment

# What TensorFlow, the shipped network and one batch of windows take, in MiB, rounded up; the rest
# is GDAL's to keep blocks in.
_FIXED_MIB = 900
_LEAST_CACHE_MIB, _LARGEST_CACHE_MIB = 72, 128


@contextmanager
def limited_gdal(threads: int | None, memory_mib: int | None) -> Iterator[None]:
    """GDAL's settings for reading, within the limits; None limits nothing."""
    # A row of blocks of a full tile's JP2s takes 68 MiB; what is more serves no strip.
    options: dict[str, int] = {"GDAL_CACHEMAX": _LARGEST_CACHE_MIB << 20}
    if threads is not None:
        options["GDAL_NUM_THREADS"] = threads
    if memory_mib is not None:
        cache = min(max(memory_mib - _FIXED_MIB, _LEAST_CACHE_MIB), _LARGEST_CACHE_MIB)
        options["GDAL_CACHEMAX"] = cache << 20
    with gdal_environment(), rasterio.Env(**options):
        yield
