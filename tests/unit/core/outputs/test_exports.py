"""What a map may be written as besides GeoTIFF: COG, dissolved polygons, SLD."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

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
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.repeat import command_line
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.cli import commands
from eurosat_qgis.core.grid import grid_over
from eurosat_qgis.core.outputs.cog import make_cloud_optimized
from eurosat_qgis.core.outputs.polygons import patches, write_polygons
from eurosat_qgis.core.outputs.rasters import write_confidence, write_land_cover
from eurosat_qgis.core.outputs.sld_style import write_sld
from eurosat_qgis.core.outputs.statistics import class_areas
from eurosat_qgis.core.scene.areas import pixel_row_areas

CLASSES = (
    CardClass(1, "Red", "Red", "#ff0000"),
    CardClass(7, "Blue", "Blue & <cold>", "#0000ff"),
)
TITLES = {c.code: c.title for c in CLASSES} | {255: "Uncertain"}
UTM = CRS.from_epsg(32631)
PIXEL = Affine(10, 0, 600000, 0, -10, 5600000)
GRID = grid_over(20, 27, 8, 64)
ROWS = pixel_row_areas(UTM, PIXEL, GRID.height, GRID.width)


@settings(deadline=None, max_examples=25)
@given(arrays(np.uint8, (3, 4), elements=st.sampled_from([0, 1, 7, 255])))
def test_dissolved_polygons_are_one_valid_feature_a_class_with_the_rasters_areas(
    tmp_path_factory: pytest.TempPathFactory, codes: np.ndarray
) -> None:
    path = tmp_path_factory.mktemp("dissolved") / "map.gpkg"
    write_polygons(path, patches(codes, GRID, ROWS), TITLES, PIXEL, UTM, dissolve=True)
    meta, _, geometries, columns = pyogrio.raw.read(path, layer="land_cover")
    table = dict(zip(meta["fields"], columns, strict=True))
    shapes = shapely.from_wkb(geometries)
    assert meta["geometry_type"] == "MultiPolygon"
    assert shapely.is_valid(shapes).all()
    found = [a for a in class_areas(codes, GRID, ROWS, CLASSES) if a.cells]
    assert list(table["code"]) == [a.land_cover_class.code for a in found]
    assert list(table["cells"]) == [a.cells for a in found]
    assert table["area_m2"] == pytest.approx([a.area_m2 for a in found])
    assert shapely.area(shapes) == pytest.approx(table["area_m2"])
    assert list(table["patches"]) == [len(s.geoms) for s in shapes]


def test_a_cog_holds_what_the_geotiff_held_and_overviews_of_its_classes_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / ".map.tif.1.part"
    codes = np.random.default_rng(3).choice(np.array([1, 7, 255], np.uint8), (700, 600))
    write_land_cover(path, codes, CLASSES, PIXEL, UTM, {"MODEL": "é & <m>"})
    make_cloud_optimized(path, of_classes=True)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    with rasterio.open(path) as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.tags()["MODEL"] == "é & <m>"
        assert (raster.nodata, raster.transform, raster.crs) == (0, PIXEL, UTM)
        assert raster.colormap(1)[7] == (0, 0, 255, 255)
        assert np.array_equal(raster.read(1), codes)
        assert raster.overviews(1)
    with rasterio.open(path, overview_level=0) as small:
        assert set(np.unique(small.read(1))) <= {1, 7, 255}


def test_the_overviews_of_a_cogs_confidence_are_means(tmp_path: Path) -> None:
    path = tmp_path / "confidence.tif"
    values = np.tile(np.array([[0.2, 0.4], [0.6, 0.8]], np.float32), (350, 300))
    write_confidence(path, values, PIXEL, UTM, {})
    make_cloud_optimized(path, of_classes=False)
    with rasterio.open(path, overview_level=0) as small:
        assert small.read(1) == pytest.approx(0.5)


def test_sld_gives_each_class_its_colour_and_title(tmp_path: Path) -> None:
    write_sld(tmp_path / "map.sld", "a < b", CLASSES)
    root = ET.parse(tmp_path / "map.sld").getroot()
    sld = "{http://www.opengis.net/sld}"
    assert root.findtext(f"{sld}NamedLayer/{sld}Name") == "a < b"
    (colors,) = root.iter(f"{sld}ColorMap")
    assert colors.get("type") == "values"
    assert [(e.get("quantity"), e.get("color"), e.get("label")) for e in colors] == [
        ("1", "#ff0000", "Red"),
        ("7", "#0000ff", "Blue & <cold>"),
    ]


def test_classify_writes_all_of_them(scene_file: Path, tmp_path: Path) -> None:
    request = ClassifyRequest(
        str(scene_file),
        tmp_path / "map.tif",
        cell=16,
        confidence=tmp_path / "confidence.tif",
        polygons=tmp_path / "map.gpkg",
        dissolve=True,
        cog=True,
        sld=True,
    )
    plain = classify(replace(request, output=tmp_path / "plain.tif", cog=False, sld=False))
    result = classify(request)
    assert result.areas == plain.areas
    for name in ("map.tif", "confidence.tif"):
        with rasterio.open(tmp_path / name) as raster:
            assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    with rasterio.open(tmp_path / "map.tif") as cog, rasterio.open(tmp_path / "plain.tif") as tiff:
        assert np.array_equal(cog.read(1), tiff.read(1))
    assert (tmp_path / "map.sld").is_file()
    assert not (tmp_path / "plain.sld").exists()
    features = pyogrio.read_info(tmp_path / "map.gpkg")["features"]
    assert features == sum(1 for area in result.areas if area.cells)


def test_the_command_line_of_a_map_asks_for_the_same_again(
    scene_file: Path, tmp_path: Path
) -> None:
    request = ClassifyRequest(
        str(scene_file),
        tmp_path / "my map.tif",
        cell=16,
        extent=(-1.5, 2.0, 3.25, 4.0),
        min_confidence=0.4,
        aoi=f"{scene_file}|layer one",
        mask="https://example.org/mask.tif?key=secret",
        cloud_screen=True,
        polygons=tmp_path / "p.gpkg",
    )
    typed = shlex.split(command_line(request))
    assert typed[:4] == ["python", "-m", "eurosat_qgis", "classify"]
    options = commands.commands["classify"].make_context("classify", typed[4:]).params
    options.pop("as_json")
    by_name = {
        "scene": scene_file.name,
        "output": Path("my map.tif"),
        "aoi": f"{scene_file.name}|layer one",
        "mask": "https://example.org/mask.tif",
        "polygons": Path("p.gpkg"),
    }
    assert ClassifyRequest(**options) == replace(request, **by_name)
