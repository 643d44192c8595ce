"""GDAL's memory and threads within a run's limits."""

from __future__ import annotations

import pytest
import rasterio

from eurosat_qgis.core.scene.gdal_limits import limited_gdal


@pytest.mark.parametrize(
    ("memory", "cache_mib"), [(None, 128), (1024, 124), (950, 72), (4096, 128)]
)
def test_what_the_network_leaves_is_gdals_cache_within_bounds(
    memory: int | None, cache_mib: int
) -> None:
    with limited_gdal(2, memory):
        assert rasterio.env.getenv()["GDAL_CACHEMAX"] == cache_mib << 20
        assert rasterio.env.getenv()["GDAL_NUM_THREADS"] == 2
