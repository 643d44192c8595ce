"""Areas of every CRS land on the same pixels of a scene."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio.warp
import shapely
from affine import Affine

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.area_of_interest import open_area
from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene import open_scene
from eurosat_qgis.core.vectors.scene_polygons import open_polygons

# 10 km around the antimeridian, at 17° south: Fiji, whose tiles lie on both sides of it.
FIJI = {"crs": "EPSG:32701", "transform": Affine(10, 0, 178000, 0, -10, 8124000)}
ORIGIN = (600000, 5600000)


@pytest.fixture
def scene(write_scene):
    """100 x 80 pixels of 10 m at ORIGIN."""
    path = write_scene(np.ones((3, 80, 100), np.uint16))
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn") as opened:
        yield opened


@pytest.fixture
def fiji(write_scene):
    path = write_scene(np.ones((3, 1000, 1000), np.uint16), **FIJI)
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn") as opened:
        yield opened


def in_metres(*pixels: tuple[float, float]) -> shapely.Polygon:
    return shapely.Polygon([(ORIGIN[0] + 10 * x, ORIGIN[1] - 10 * y) for x, y in pixels])


def brought_to(crs: str, shape: shapely.Polygon, dense: bool) -> shapely.Polygon:
    """A shape of UTM 31N in another CRS, by GDAL, with a point every metre or only its corners."""
    shape = shapely.segmentize(shape, 1) if dense else shape
    x, y = rasterio.warp.transform("EPSG:32631", crs, *shapely.get_coordinates(shape).T)
    return shapely.Polygon(np.column_stack([x, y]))


def apart(a: shapely.Geometry, b: shapely.Geometry) -> float:
    """The area, in pixels, that only one of two shapes covers."""
    return a.symmetric_difference(b).area


TRIANGLE = ((20.25, 10.5), (70, 15), (30, 60.75))


def test_a_shape_in_the_scenes_crs_keeps_its_corners(scene, write_shapes) -> None:
    found = open_polygons(write_shapes(in_metres(*TRIANGLE)), scene)
    (polygon,) = found.polygons
    assert apart(polygon, shapely.Polygon(TRIANGLE)) < 1e-6
    assert (found.beyond, found.notes) == (False, ())


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035", "EPSG:3857", "EPSG:32632", "EPSG:2154"])
def test_a_shape_in_any_crs_covers_the_same_pixels(scene, write_shapes, crs: str) -> None:
    shape = brought_to(crs, in_metres(*TRIANGLE), dense=True)
    (polygon,) = open_polygons(write_shapes(shape, crs=crs), scene).polygons
    assert apart(polygon, shapely.Polygon(TRIANGLE)) < 0.1


def test_long_edges_are_straight_in_their_own_crs_and_so_curved_in_the_scenes(
    write_scene, write_shapes
) -> None:
    # The 50.5th parallel across a tile of 110 km: by the sagitta of a parallel in a transverse
    # Mercator, L²/8R tan(latitude), it bends by about 290 m, 29 pixels.
    path = write_scene(
        np.ones((3, 128, 128), np.uint16), transform=Affine(860, 0, 499980, 0, -860, 5650020)
    )
    west, east = 3.01, 4.5
    strip = shapely.box(west, 50.3, east, 50.5)
    enlarged = Reading(force=True)
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn", reading=enlarged) as scene:
        (found,) = open_polygons(write_shapes(strip, crs="EPSG:4326"), scene).polygons
        along = np.linspace(west, east, 500)
        x, y = rasterio.warp.transform("EPSG:4326", scene.crs, along, np.full(500, 50.5))
        top = [~scene.transform @ place for place in zip(x, y, strict=True)]
    distances = shapely.distance(found.exterior, shapely.points(top))
    assert distances.max() < 0.06
    assert shapely.distance(shapely.LineString([top[0], top[-1]]), shapely.Point(top[250])) > 20


def test_what_reaches_beyond_the_scene_is_cut_and_said(scene, write_shapes) -> None:
    for crs in ("EPSG:32631", "EPSG:4326"):
        shape = brought_to(crs, in_metres((90, 70), (140, 70), (140, 110), (90, 110)), dense=True)
        found = open_polygons(write_shapes(shape, name=f"{crs[5:]}.gpkg", crs=crs), scene)
        assert found.beyond
        assert shapely.union_all(found.polygons).area == pytest.approx(10 * 10, abs=0.01)


def test_an_area_around_the_world_covers_the_scene(scene, write_shapes) -> None:
    (found,) = open_polygons(
        write_shapes(shapely.box(-180, -90, 180, 90), crs="EPSG:4326"), scene
    ).polygons
    assert found.area == pytest.approx(100 * 80)


def fiji_areas() -> dict[str, list[list[list[float]]]]:
    """One area from 179.98° east to 179.99° west in the ways in which it is written."""
    west, east, south, north = 179.98, 180.01, -16.97, -16.95

    def box(left: float, right: float) -> list[list[float]]:
        return [[left, south], [right, south], [right, north], [left, north], [left, south]]

    return {
        "on to 180.01": [box(west, east)],
        "on to -180.02": [box(west - 360, east - 360)],
        "split": [box(west, 180), box(-180, east - 360)],
        "jumping": [box(west, east - 360)],
    }


@pytest.mark.parametrize("way", fiji_areas())
def test_an_area_across_the_antimeridian_is_one(fiji, tmp_path: Path, way: str) -> None:
    path = tmp_path / "fiji.geojson"
    shape = {"type": "MultiPolygon", "coordinates": [[ring] for ring in fiji_areas()[way]]}
    path.write_text(json.dumps(shape))
    area = open_area(str(path), fiji)
    dense = shapely.segmentize(shapely.box(179.98, -16.97, 180.01, -16.95), 1e-4)
    moved = rasterio.warp.transform("EPSG:4326", fiji.crs, *shapely.get_coordinates(dense).T)
    expected = shapely.Polygon([~fiji.transform @ place for place in zip(*moved, strict=True)])
    assert expected.within(shapely.box(0, 0, 1000, 1000))
    assert apart(area.shape, expected) < 0.05 * expected.length
    assert bool(area.notes) == (way == "jumping")


def test_a_hole_beyond_the_antimeridian_stays_in_its_shell(fiji, tmp_path: Path) -> None:
    shell, hole = (
        [[w, s], [e, s], [e, n], [w, n], [w, s]]
        for w, s, e, n in ((179.98, -16.97, -179.98, -16.95), (-179.995, -16.965, -179.99, -16.96))
    )
    path = tmp_path / "fiji.geojson"
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [shell, hole]}))
    area = open_area(str(path), fiji)
    # 0.04° by 0.02° without 0.005° by 0.005°: 800 - 25 parts of a millionth of a square degree.
    degree = area.area_m2 / (800 - 25)
    assert degree == pytest.approx(111.32e3 * np.cos(np.radians(16.96)) * 110.65e3 * 1e-6, rel=0.01)


def test_without_a_crs_the_coordinates_are_the_scenes_and_that_is_said(scene, write_shapes) -> None:
    found = open_polygons(write_shapes(in_metres(*TRIANGLE), name="a.shp", crs=None), scene)
    assert apart(found.polygons[0], shapely.Polygon(TRIANGLE)) < 1e-6
    assert found.notes == ("a.shp states no CRS: its coordinates are taken for the scene's.",)


def test_a_scene_without_a_place_takes_only_areas_in_its_own_coordinates(
    write_scene, write_shapes
) -> None:
    path = write_scene(np.ones((3, 80, 100), np.uint16), crs=None, transform=Affine.identity())
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn") as scene:
        area = open_area(write_shapes(shapely.box(0, 0, 7, 5), name="a.shp", crs=None), scene)
        assert (area.shape.area, area.area_m2) == (35, None)
        with pytest.raises(InputError, match="scene has none"):
            open_area(write_shapes(shapely.box(0, 0, 7, 5)), scene)


@pytest.mark.parametrize("crs", ["EPSG:32631", "EPSG:4326", "EPSG:3413"])
def test_an_area_elsewhere_is_refused_in_one_line(scene, write_shapes, crs: str) -> None:
    with pytest.raises(InputError, match="lies outside the scene") as refused:
        open_area(write_shapes(shapely.box(20, 30, 21, 31), crs=crs), scene)
    assert "\n" not in str(refused.value)


def test_an_empty_file_is_no_area(scene, write_shapes) -> None:
    with pytest.raises(InputError, match="holds no polygons"):
        open_area(write_shapes(shapely.Polygon()), scene)
