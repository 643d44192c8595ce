"""Maps as files, for the algorithms on finished maps."""

from __future__ import annotations

import json
from pathlib import Path

from osgeo import gdal, osr

CLASSES = [
    {"code": 1, "name": "AnnualCrop", "title": "Annual crop", "color": "#ffff00"},
    {"code": 2, "name": "Forest", "title": "Forest", "color": "#00aa00"},
    {"code": 7, "name": "SeaLake", "title": "Sea and lake", "color": "#0000ff"},
]
LEFT, TOP, CELL = 600_000, 5_600_000, 100


def write_map(
    path: Path, codes: list[list[int]], epsg: int = 32631, left: int = LEFT, top: int = TOP
) -> str:
    """A land-cover map of cells of a hectare that names its classes, as EuroSAT does."""
    rows, cols = len(codes), len(codes[0])
    raster = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((left, CELL, 0, top, 0, -CELL))
    place = osr.SpatialReference()
    place.ImportFromEPSG(epsg)
    raster.SetProjection(place.ExportToWkt())
    raster.SetMetadataItem("CLASSES", json.dumps(CLASSES))
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(0)
    band.WriteRaster(0, 0, cols, rows, bytes(code for row in codes for code in row))
    # Dropping the dataset writes it.
    del band, raster
    return str(path)
