"""GDAL's memory and threads within a run's limits."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio

from eurosat_qgis.core.scene.gdal_limits import limited_gdal, tiles_cache_mib
from eurosat_qgis.core.scene.pixels import OpenBand


@pytest.mark.parametrize(
    ("memory", "cache_mib"), [(None, 128), (1024, 124), (950, 72), (4096, 128)]
)
def test_what_the_network_leaves_is_gdals_cache_within_bounds(
    memory: int | None, cache_mib: int
) -> None:
    with limited_gdal(2, memory):
        assert rasterio.env.getenv()["GDAL_CACHEMAX"] == cache_mib << 20
        assert rasterio.env.getenv()["GDAL_NUM_THREADS"] == 2


@pytest.mark.parametrize(
    ("stored", "cache_mib"),
    [
        # 2 rows x 1024 x 11264 pixels x 3 bands x 2 bytes are 132 MiB.
        ({"tiled": True, "blockxsize": 1024, "blockysize": 1024, "dtype": "uint16"}, 140),
        ({"tiled": True, "blockxsize": 512, "blockysize": 512, "dtype": "uint16"}, 74),
        ({"tiled": True, "blockxsize": 1024, "blockysize": 1024, "dtype": "float32"}, 152),
        ({"blockysize": 1, "dtype": "uint16"}, 72),
    ],
    ids=["as JP2s", "small blocks", "too much", "lines"],
)
def test_tiles_have_two_rows_of_blocks_kept_within_bounds(
    tmp_path: Path, stored: dict[str, object], cache_mib: int
) -> None:
    size = {"width": 10980, "height": 10980, "count": 3}
    path = tmp_path / "empty.tif"
    rasterio.open(path, "w", driver="GTiff", SPARSE_OK=True, **size, **stored).close()
    with rasterio.open(path) as dataset:
        bands = [OpenBand(dataset, index) for index in dataset.indexes]
        assert tiles_cache_mib(bands) == cache_mib
    with limited_gdal(None, None, cache_mib):
        assert rasterio.env.getenv()["GDAL_CACHEMAX"] == cache_mib << 20
    with limited_gdal(None, 950, cache_mib):
        assert rasterio.env.getenv()["GDAL_CACHEMAX"] == 72 << 20
