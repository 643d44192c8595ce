from __future__ import annotations

import math

import pytest
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.scene_grid import grid_of

UTM31 = CRS.from_epsg(32631)
DEGREES = CRS.from_epsg(4326)


def north_up(size: float, left: float = 600000, top: float = 5600000) -> Affine:
    return Affine(size, 0, left, 0, -size, top)


@pytest.mark.parametrize(
    "crs",
    [
        "EPSG:32631",
        "EPSG:3035",
        "EPSG:2154",
        "+proj=tmerc +lat_0=0 +lon_0=23 +k=1 +datum=WGS84 +units=m",
    ],
)
def test_ten_metres_north_up_in_a_crs_in_metres_stay_as_they_are(crs: str) -> None:
    place = {"EPSG:3035": (4e6, 3e6), "EPSG:2154": (7e5, 6.6e6)}.get(crs, (1e5, 4e6))
    transform = north_up(10, *place)
    grid = grid_of(CRS.from_string(crs), transform, 100, 80)
    assert grid.as_it_is
    assert (grid.transform, grid.width, grid.height) == (transform, 100, 80)


def test_twenty_metres_keep_their_zone_and_corner() -> None:
    grid = grid_of(UTM31, north_up(20), 100, 80)
    assert grid.crs == UTM31
    assert grid.transform == north_up(10)
    assert (grid.width, grid.height, grid.enlarged) == (200, 160, pytest.approx(2, rel=2e-3))
    assert grid.warnings == ()


def test_degrees_come_to_the_local_zone_on_multiples_of_ten_metres() -> None:
    grid = grid_of(DEGREES, Affine(1e-4, 0, 5.2, 0, -1e-4, -30.0), 1000, 1000)
    # 5.25 degrees east lie in zone 31, from 0 to 6; south of the equator it is EPSG:327xx.
    assert grid.crs.to_epsg() == 32731
    assert grid.transform.c % 10 == grid.transform.f % 10 == 0
    # 0.1 degrees of the parallel at 30.05 S: 111.32 km x cos.
    assert grid.width * 10 == pytest.approx(11132 * math.cos(math.radians(30.05)), rel=0.03)


def test_mercators_metres_are_not_metres_and_are_brought_to_ten() -> None:
    # At 51 N ten metres of EPSG:3857 are 10 x cos(51) = 6.3 m on the ground.
    grid = grid_of(CRS.from_epsg(3857), north_up(10, 560000, 6_620_000), 1000, 1000)
    assert not grid.as_it_is
    # 2 degrees from the zone's middle the box leans by 2 x sin(51) degrees: 17 pixels more.
    assert 629 <= grid.width <= 629 + 22


def test_feet_of_a_crs_that_differs_by_its_unit_alone_give_the_very_pixels() -> None:
    crs = CRS.from_proj4("+proj=utm +zone=31 +datum=WGS84 +units=us-ft +no_defs")
    # A US survey foot is 1200/3937 m.
    foot = 1200 / 3937
    grid = grid_of(crs, Affine.scale(1 / foot) @ north_up(10), 100, 80)
    assert grid.exact
    assert tuple(grid.transform) == pytest.approx(tuple(north_up(10)))
    shifted = grid_of(crs, Affine.scale(1 / foot) @ north_up(10, 600003), 100, 80)
    assert not shifted.exact


@pytest.mark.parametrize(
    "turned", [Affine.scale(1, -1), Affine.scale(-1, 1), Affine(0, 1, 0, 1, 0, 0)]
)
def test_mirrored_and_quarter_turned_pixels_are_only_put_in_order(turned: Affine) -> None:
    grid = grid_of(UTM31, north_up(10) @ turned, 100, 80)
    assert grid.exact
    assert (grid.transform.a, grid.transform.e, grid.crs) == (10, -10, UTM31)
    assert grid.width * grid.height == 8000


def test_a_rotated_scene_is_straightened() -> None:
    grid = grid_of(UTM31, north_up(10) @ Affine.rotation(30), 100, 100)
    assert not grid.exact
    # A square turned by 30 degrees is cos 30 + sin 30 = 1.366 times as wide.
    assert grid.width == pytest.approx(137, abs=1)


@pytest.mark.parametrize("left", [179.95, -180.05])
def test_a_scene_across_the_dateline_keeps_its_size(left: float) -> None:
    grid = grid_of(DEGREES, Affine(1e-4, 0, left, 0, -1e-4, 10.05), 1000, 1000)
    assert grid.crs.to_epsg() in (32601, 32660)
    # It leans by 3 x sin(10) degrees, for 10 pixels more.
    assert grid.width == pytest.approx(1113 * math.cos(math.radians(10)) + 10, rel=0.005)


def test_around_the_poles_it_is_polar_stereographic() -> None:
    assert grid_of(DEGREES, Affine(1e-3, 0, 5, 0, -1e-4, 85), 500, 500).crs.to_epsg() == 5041
    assert grid_of(DEGREES, Affine(1e-3, 0, 5, 0, -1e-4, -82), 500, 500).crs.to_epsg() == 5042


def test_enlarging_is_warned_about_beyond_2_and_refused_beyond_6_unless_forced() -> None:
    assert grid_of(UTM31, north_up(20), 10, 10).warnings == ()
    assert "enlarged 3.0 times" in grid_of(UTM31, north_up(30), 10, 10).warnings[0]
    assert grid_of(UTM31, north_up(60), 10, 10).warnings
    with pytest.raises(InputError, match="--force"):
        grid_of(UTM31, north_up(100), 10, 10)
    assert grid_of(UTM31, north_up(100), 10, 10, forced=True).width == 100


@pytest.mark.parametrize(
    ("crs", "transform", "size", "says"),
    [
        (UTM31, north_up(0.2), (100, 100), "too fine"),
        (DEGREES, Affine(1e-4, 0, 0, 0, -1e-4, 50), (300_000, 1000), "too wide"),
        (UTM31, Affine(10, 10, 0, 10, 10, 0), (100, 100), "without area"),
        (DEGREES, Affine(1e-4, 0, 5, 0, -1e-4, 1000), (100, 100), "outside its CRS"),
        (UTM31, north_up(10), (600_000, 10), "more than any product"),
    ],
)
def test_what_has_no_place_at_ten_metres_is_refused(
    crs: CRS, transform: Affine, size: tuple[int, int], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        grid_of(crs, transform, *size)


def test_a_scene_without_a_place_stays_as_it_is() -> None:
    assert grid_of(None, north_up(10), 10, 10).as_it_is
    assert grid_of(UTM31, Affine.identity(), 10, 10).as_it_is
