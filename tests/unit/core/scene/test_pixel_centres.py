"""Where pixels' centres lie on another grid, against PROJ and against GDAL's warper."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.transform import array_bounds
from rasterio.warp import calculate_default_transform, reproject

from eurosat_qgis.core.scene.pixel_centres import centres_on, straightened_pieces
from eurosat_qgis.core.scene.scene_grid import to_crs

UTM, PLACE = CRS.from_epsg(32631), Affine(10, 0, 650_000, 0, -10, 5_690_000)
DEGREES = CRS.from_epsg(4326)


def test_centres_are_those_of_proj_to_a_thousandth_of_a_pixel() -> None:
    transform = Affine(9e-5, 0, 5.1, 0, -9e-5, 51.3)
    rows, cols = range(200, 300), range(70, 170)
    found_cols, found_rows = centres_on(DEGREES, transform, rows, cols, UTM, PLACE)
    x, y = np.meshgrid(np.array(cols) + 0.5, np.array(rows) + 0.5)
    east, north = to_crs(DEGREES, UTM, 5.1 + 9e-5 * x, 51.3 - 9e-5 * y)
    assert np.abs(found_cols.ravel() - (east - 650_000) / 10).max() < 1e-3
    assert np.abs(found_rows.ravel() - (5_690_000 - north) / 10).max() < 1e-3


def test_pieces_are_halved_as_gdal_halves_them() -> None:
    assert straightened_pieces(7, 0).tolist() == [[0, 6]]
    assert straightened_pieces(7, 1).tolist() == [[0, 2], [3, 6]]
    assert straightened_pieces(8, 2).tolist() == [[0, 0], [1, 2], [3, 4], [5, 7]]


@pytest.mark.parametrize("width", [700, 4000])
def test_straightened_centres_are_where_gdals_warper_takes_its_pixels(width: int) -> None:
    # Every pixel of the source has a number of its own: the warped raster says which it took.
    height = 120
    source = np.arange(height * width, dtype=np.float64).reshape(height, width) + 1
    crs = CRS.from_epsg(3857)
    bounds = array_bounds(height, width, PLACE)
    transform, cols, rows = calculate_default_transform(
        UTM, crs, width, height, *bounds, resolution=10.0
    )
    warped = np.zeros((rows, cols))
    reproject(
        source,
        warped,
        src_crs=UTM,
        src_transform=PLACE,
        dst_crs=crs,
        dst_transform=transform,
        resampling=Resampling.nearest,
    )
    shares = []
    for way in (None, *(straightened_pieces(cols, halvings) for halvings in range(7))):
        at_col, at_row = centres_on(crs, transform, range(rows), range(cols), UTM, PLACE, way)
        expected = np.floor(at_row) * width + np.floor(at_col) + 1
        # GDAL fills the rim from the nearest pixel that there is.
        inside = (at_row > 1) & (at_row < height - 1) & (at_col > 1) & (at_col < width - 1)
        shares.append((warped[inside] == expected[inside]).mean())
    exact, *straightened = shares
    # Rows are not halved equally often where the tolerance is just met.
    assert max(straightened) > 0.995
    assert 1 - max(straightened) < (1 - exact) / 2
