from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.scene.areas import pixel_row_areas

WGS84 = CRS.from_epsg(4326)


def test_projected_pixels_have_their_plane_area() -> None:
    utm = CRS.from_epsg(32631)
    assert pixel_row_areas(utm, Affine(10, 0, 0, 0, -10, 0), 3, 5).tolist() == [100.0] * 3


def test_a_rotated_pixel_keeps_its_area() -> None:
    turned = Affine.rotation(30) @ Affine.scale(10, -10)
    assert pixel_row_areas(CRS.from_epsg(32631), turned, 1, 1) == pytest.approx([100.0])


def test_feet_are_brought_to_metres() -> None:
    # EPSG:2263 counts in US survey feet of 1200/3937 m.
    areas = pixel_row_areas(CRS.from_epsg(2263), Affine(1, 0, 0, 0, -1, 0), 1, 1)
    assert areas == pytest.approx([(1200 / 3937) ** 2], rel=1e-9)


def test_all_degrees_together_are_the_surface_of_the_earth() -> None:
    # Surface of the WGS 84 ellipsoid, 510 065 621.724 km² (Moritz, Geodetic Reference System 1980,
    # differs in the ninth digit).
    areas = pixel_row_areas(WGS84, Affine(1, 0, -180, 0, -1, 90), 180, 360)
    assert areas.sum() * 360 == pytest.approx(510_065_621.724e6, rel=1e-9)


def test_a_degree_at_the_equator_is_larger_than_one_at_sixty_north() -> None:
    areas = pixel_row_areas(WGS84, Affine(1, 0, 0, 0, -1, 61), 61, 1)
    # 111.320 km along the equator by 110.574 km along the meridian, to a part in 10,000.
    assert areas[-1] == pytest.approx(111_319.5 * 110_574.4, rel=1e-4)
    # A sphere would give the cosine; the flattening adds about a hundredth there.
    assert areas[0] / areas[-1] == pytest.approx(np.cos(np.radians(60.5)), rel=0.015)
