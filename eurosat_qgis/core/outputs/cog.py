"""Cloud optimized GeoTIFFs: what a browser or QGIS reads in pieces over the net."""

from __future__ import annotations

from pathlib import Path

from rasterio.errors import RasterioError
from rasterio.shutil import copy

from eurosat_qgis.core.errors import OutputError


def make_cloud_optimized(path: Path, of_classes: bool) -> None:
    """Write the GeoTIFF `path` anew as a cloud optimized one, with overviews.

    Overviews of class codes (`of_classes`) are nearest neighbours, of other numbers means.

    Raises OutputError when it cannot be written.
    """
    # Named after the part file, so that what clears those away finds it.
    optimized = path.with_name(f"{path.name}.cog")
    try:
        copy(
            path,
            optimized,
            driver="COG",
            COMPRESS="DEFLATE",
            PREDICTOR="NO" if of_classes else "YES",
            OVERVIEW_RESAMPLING="NEAREST" if of_classes else "AVERAGE",
            BIGTIFF="IF_SAFER",
        )
        optimized.replace(path)
    except (RasterioError, OSError) as error:
        raise OutputError(f"{path.name} cannot be written ({error}): is the disk full?") from error
    finally:
        # GDAL makes the overviews in files beside it.
        for left in path.parent.iterdir():
            if left.name.startswith(optimized.name):
                left.unlink(missing_ok=True)
