"""Which cells touch an area, and how large it is."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid, grid_over
from eurosat_qgis.core.masks.area_of_interest import (
    AreaOfInterest,
    area_of_shape,
    cells_in,
    cells_touched,
)
from eurosat_qgis.core.scene.areas import pixel_row_areas

HEIGHT, WIDTH = 90, 75
SCENE = shapely.box(0, 0, WIDTH, HEIGHT)
cells = st.sampled_from([64, 32, 16, 8])


@st.composite
def shapes(draw: st.DrawFn) -> shapely.Geometry:
    """Areas of several parts with holes, also thin ones and ones along the cells' edges."""
    numbers = st.one_of(
        st.integers(0, 90).map(float), st.floats(0, 90, allow_nan=False).map(lambda x: round(x, 3))
    )
    rings = draw(
        st.lists(
            st.lists(st.tuples(numbers, numbers), min_size=3, max_size=6), min_size=1, max_size=4
        )
    )
    shape = shapely.Polygon()
    for ring in rings:
        part = shapely.buffer(shapely.make_valid(shapely.Polygon(ring)), 0)
        shape = shape.symmetric_difference(part)
    drawn = shapely.set_precision(shape.intersection(SCENE), 1e-3)
    parts = shapely.get_parts(shapely.get_parts(drawn))
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def cell_box(grid: Grid, row: int, col: int) -> shapely.Polygon:
    (top, bottom), (left, right) = grid.pixel_rows(row), grid.pixel_cols(col)
    return shapely.box(left, top, right, bottom)


def touched_one_by_one(grid: Grid, shape: shapely.Geometry) -> np.ndarray:
    touched = np.zeros((grid.rows, grid.cols), bool)
    for row in range(grid.rows):
        for col in range(grid.cols):
            touched[row, col] = shape.intersection(cell_box(grid, row, col)).area > 0
    return touched


@settings(deadline=None)
@given(shapes(), cells)
def test_the_cells_touched_are_those_with_an_area_in_common(shape, cell: int) -> None:
    grid = grid_over(HEIGHT, WIDTH, cell, 64)
    assert np.array_equal(cells_touched(grid, shape), touched_one_by_one(grid, shape))


@settings(deadline=None)
@given(shapes(), cells, st.data())
def test_an_extent_leaves_the_touched_cells_as_they_are(shape, cell: int, draw) -> None:
    whole = grid_over(HEIGHT, WIDTH, cell, 64)
    row, col = draw.draw(st.integers(0, whole.rows - 1)), draw.draw(st.integers(0, whole.cols - 1))
    part = Grid(HEIGHT, WIDTH, cell, 64, row, col, whole.rows - row, whole.cols - col)
    assert np.array_equal(cells_touched(part, shape), cells_touched(whole, shape)[row:, col:])


@settings(deadline=None)
@given(shapes(), shapes(), cells)
def test_an_area_of_two_parts_touches_what_either_touches(one, other, cell: int) -> None:
    grid = grid_over(HEIGHT, WIDTH, cell, 64)
    together = cells_touched(grid, one.union(other))
    assert np.array_equal(together, cells_touched(grid, other.union(one)))
    # The union is made of rounded coordinates: what it gains or loses is thinner than the touch.
    either = cells_touched(grid, one) | cells_touched(grid, other)
    doubtful = cells_touched(grid, one.boundary.union(other.boundary).buffer(1e-2))
    assert np.array_equal(together[~doubtful], either[~doubtful])


@settings(deadline=None)
@given(shapes(), cells)
def test_the_grid_is_cut_to_the_cells_touched(shape, cell: int) -> None:
    grid = grid_over(HEIGHT, WIDTH, cell, 64)
    touched = cells_touched(grid, shape)
    area = AreaOfInterest("area", shape, None)
    if not touched.any():
        with pytest.raises(InputError, match="no cell in common"):
            cells_in(area, grid)
        return
    part, wanted = cells_in(area, grid)
    assert wanted.shape == (part.rows, part.cols)
    assert wanted[0].any() and wanted[-1].any() and wanted[:, 0].any() and wanted[:, -1].any()
    again = np.zeros_like(touched)
    again[part.first_row :, part.first_col :][: part.rows, : part.cols] = wanted
    assert np.array_equal(again, touched)


def test_a_hole_of_whole_cells_is_not_touched() -> None:
    ring = shapely.box(0, 0, 64, 64).difference(shapely.box(15.9, 16, 48, 48.5))
    touched = cells_touched(grid_over(64, 64, 16, 64), ring)
    # By hand: the hole holds columns 1 and 2 of rows 1 and 2; of row 3 it takes only a part.
    assert touched.tolist() == [
        [True] * 4, [True, False, False, True], [True, False, False, True], [True] * 4,
    ]  # fmt: skip


@settings(deadline=None)
@given(shapes())
def test_the_areas_own_size_is_its_shapes(shape) -> None:
    rows = pixel_row_areas(CRS.from_epsg(32631), Affine(10, 0, 0, 0, -10, 0), HEIGHT, WIDTH)
    assert area_of_shape(shape, rows) == pytest.approx(shape.area * 100, abs=1e-3)


def test_in_degrees_the_areas_size_is_that_on_the_ellipsoid() -> None:
    wgs84, degree = CRS.from_epsg(4326), Affine(0.1, 0, 0, 0, -0.1, 50)
    rows = pixel_row_areas(wgs84, degree, 100, 100)
    # A rectangle of whole rows is the sum of its rows; half of a row band the half by longitude.
    assert area_of_shape(shapely.box(10, 20, 30, 70), rows) == pytest.approx(rows[20:70].sum() * 20)
    slanted = shapely.Polygon([(0, 0), (100, 0), (100, 100)])
    whole = area_of_shape(shapely.box(0, 0, 100, 100), rows)
    # Triangle above the diagonal: each row counts from its own middle on.
    by_rows = (rows * (100 - (np.arange(100) + 0.5))).sum()
    assert area_of_shape(slanted, rows) == pytest.approx(by_rows, rel=1e-4)
    assert area_of_shape(slanted, rows) < whole


@settings(deadline=None)
@given(shapes(), cells)
def test_the_cells_touched_cover_the_area(shape, cell: int) -> None:
    grid = grid_over(HEIGHT, WIDTH, cell, 64)
    covered = cells_touched(grid, shape)
    boxes = [
        shapely.box(
            grid.pixel_cols(c)[0],
            grid.pixel_rows(r)[0],
            grid.pixel_cols(c)[1],
            grid.pixel_rows(r)[1],
        )
        for r, c in np.argwhere(covered)
    ]
    assert shape.difference(shapely.union_all(boxes)).area < 1e-3


def test_a_large_area_costs_by_its_outline_and_not_by_its_cells() -> None:
    grid = grid_over(10980, 10980, 8, 64)
    shape = shapely.Point(5490, 5490).buffer(5000, quad_segs=256)
    touched = cells_touched(grid, shape)
    # 1.9 million cells. A circle of 625 cells' radius touches its area, give or take its outline.
    assert touched.sum() == pytest.approx(np.pi * 625**2, abs=2 * np.pi * 625 * 1.5)
