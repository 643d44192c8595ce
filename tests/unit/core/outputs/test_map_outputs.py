"""Rasters, polygons and tables of one map agree with each other and with arithmetic."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.crs import CRS

from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.grid import Grid, grid_over
from eurosat_qgis.core.outputs.polygons import patches, write_polygons
from eurosat_qgis.core.outputs.rasters import (
    write_category_names,
    write_confidence,
    write_land_cover,
)
from eurosat_qgis.core.outputs.statistics import class_areas, write_statistics
from eurosat_qgis.core.scene.areas import pixel_row_areas

CLASSES = (
    CardClass(1, "Red", "Red", "#ff0000"),
    CardClass(2, "Green", "Green", "#00ff00"),
    CardClass(7, "Blue", "Blue & <cold>", "#0000ff"),
)
UTM = CRS.from_epsg(32631)
PIXEL = Affine(10, 0, 600000, 0, -10, 5600000)
# 20 x 27 pixels in cells of 8: the last row holds 4 pixels, the last column 3.
GRID = grid_over(20, 27, 8, 64)
CODES = np.array([[1, 1, 2, 2], [1, 7, 2, 0], [1, 1, 255, 2]], np.uint8)

codes_of_grid = arrays(np.uint8, (3, 4), elements=st.sampled_from([0, 1, 2, 7, 255]))


def utm_rows(grid: Grid) -> np.ndarray:
    return pixel_row_areas(UTM, PIXEL, grid.height, grid.width)


def test_a_border_cell_counts_with_its_part_inside_the_scene() -> None:
    areas = {a.land_cover_class.code: a for a in class_areas(CODES, GRID, utm_rows(GRID), CLASSES)}
    # By hand, in pixels of 100 m²: class 1 has three full cells of 64 and two of the last row, 32
    # each; class 2 has two full ones, a last column of 8 x 3 and the corner of 4 x 3.
    assert areas[1].area_m2 == (3 * 64 + 2 * 32) * 100
    assert areas[2].area_m2 == (2 * 64 + 8 * 3 + 4 * 3) * 100
    assert areas[255].area_m2 == 4 * 8 * 100
    assert [areas[c].cells for c in (1, 2, 7, 255)] == [5, 4, 1, 1]
    assert sum(a.share for a in areas.values()) == pytest.approx(1)


def test_without_a_place_areas_are_unknown_and_shares_are_not() -> None:
    areas = class_areas(CODES, GRID, None, CLASSES)
    assert {a.area_m2 for a in areas} == {None}
    assert areas[0].share == pytest.approx((3 * 64 + 2 * 32) / (20 * 27 - 8 * 3))


@settings(deadline=None)
@given(codes_of_grid)
def test_polygons_and_raster_have_the_same_cells_and_areas(codes: np.ndarray) -> None:
    for crs, transform in ((UTM, PIXEL), (CRS.from_epsg(4326), Affine(1e-4, 0, 4, 0, -1e-4, 51))):
        rows = pixel_row_areas(crs, transform, GRID.height, GRID.width)
        listed = list(patches(codes, GRID, rows))
        for area in class_areas(codes, GRID, rows, CLASSES):
            mine = [p for p in listed if p.code == area.land_cover_class.code]
            assert sum(p.cells for p in mine) == area.cells
            assert sum(p.area_m2 or 0.0 for p in mine) == pytest.approx(area.area_m2)


@settings(deadline=None)
@given(codes_of_grid)
def test_polygons_are_valid_disjoint_and_inside_the_scene(codes: np.ndarray) -> None:
    polygons = [shapely.Polygon(p.rings[0], p.rings[1:]) for p in patches(codes, GRID, None)]
    assert all(shapely.is_valid(polygons))
    union = shapely.union_all(polygons)
    assert union.area == pytest.approx(sum(p.area for p in polygons))
    assert union.difference(shapely.box(0, 0, GRID.width, GRID.height)).is_empty


def test_a_class_around_another_has_a_hole() -> None:
    ring = np.array([[1, 1, 1], [1, 2, 1], [1, 1, 1]], np.uint8)
    outer, inner = sorted(patches(ring, grid_over(24, 24, 8, 64), None), key=lambda p: p.code)
    assert (len(outer.rings), len(inner.rings)) == (2, 1)
    assert (outer.cells, inner.cells) == (8, 1)


def test_geopackage_polygons_lie_where_the_raster_cells_lie(tmp_path: Path) -> None:
    path = tmp_path / ".map.gpkg.1.part"
    path.touch()
    titles = {c.code: c.title for c in CLASSES} | {255: "Uncertain"}
    write_polygons(path, patches(CODES, GRID, utm_rows(GRID)), titles, PIXEL, UTM)
    meta, _, geometries, fields = pyogrio.raw.read(path, layer="land_cover")
    table = dict(zip(meta["fields"], fields, strict=True))
    assert meta["crs"] == "EPSG:32631"
    assert list(table) == ["code", "class", "cells", "area_m2"]
    shapes = shapely.from_wkb(geometries)
    assert shapely.area(shapes) == pytest.approx(table["area_m2"])
    cold = shapes[list(table["class"]).index("Blue & <cold>")]
    # Cell row 1, column 1: 80 to 160 m from the origin both ways.
    assert cold.bounds == (600080, 5599840, 600160, 5599920)


def test_land_cover_is_a_tiled_deflated_byte_raster_with_colours(tmp_path: Path) -> None:
    path = tmp_path / "map.tif"
    write_land_cover(path, CODES, CLASSES, PIXEL, UTM, {"MODEL": "m"})
    with rasterio.open(path) as raster:
        assert raster.dtypes == ("uint8",)
        assert raster.nodata == 0
        assert raster.profile["tiled"]
        assert raster.profile["compress"] == "deflate"
        assert raster.tags()["MODEL"] == "m"
        colors = raster.colormap(1)
        assert (colors[1], colors[7][:3], colors[0][3]) == ((255, 0, 0, 255), (0, 0, 255), 0)
        assert np.array_equal(raster.read(1), CODES)


@pytest.mark.skipif(not shutil.which("ogrinfo"), reason="GDAL's own tools are not installed")
def test_older_gdal_opens_the_geopackage_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "map.gpkg"
    titles = {c.code: c.title for c in CLASSES} | {255: "Uncertain"}
    write_polygons(path, patches(CODES, GRID, None), titles, PIXEL, UTM)
    listing = subprocess.run(
        ["ogrinfo", "-so", path, "land_cover"], capture_output=True, text=True, check=True
    )
    assert "Warning" not in listing.stderr
    assert "Geometry: Polygon" in listing.stdout


@pytest.mark.skipif(not shutil.which("gdalinfo"), reason="GDAL's own tools are not installed")
def test_gdal_reads_the_category_names(tmp_path: Path) -> None:
    path = tmp_path / "map.tif"
    write_land_cover(path, CODES, CLASSES, PIXEL, UTM, {})
    write_category_names(tmp_path / "map.tif.aux.xml", CLASSES)
    listing = subprocess.run(
        ["gdalinfo", "-json", path], capture_output=True, text=True, check=True
    )
    names = subprocess.run(["gdalinfo", path], capture_output=True, text=True, check=True).stdout
    assert json.loads(listing.stdout)["bands"][0]["noDataValue"] == 0
    for line in ("1: Red", "2: Green", "7: Blue & <cold>", "255: Uncertain"):
        assert line in names


def test_confidence_is_float_with_nan_for_nodata(tmp_path: Path) -> None:
    values = np.array([[0.5, np.nan]], np.float32)
    write_confidence(tmp_path / "c.tif", values, PIXEL, UTM, {})
    with rasterio.open(tmp_path / "c.tif") as raster:
        assert np.isnan(raster.nodata)
        assert np.array_equal(raster.read(1), values, equal_nan=True)


def test_the_table_lists_every_class_with_cells_area_and_share(tmp_path: Path) -> None:
    write_statistics(tmp_path / "a.csv", class_areas(CODES, GRID, utm_rows(GRID), CLASSES))
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [r["code"] for r in rows] == ["1", "2", "7", "255"]
    assert rows[0]["area_m2"] == "25600.0"
    assert rows[2]["class"] == "Blue & <cold>"
