from __future__ import annotations

import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid, grid_over

WINDOW = 64
sizes = st.integers(1, 400)
cells = st.sampled_from([64, 32, 16, 8])


@given(sizes, sizes, cells)
def test_every_pixel_lies_in_exactly_one_cell(height: int, width: int, cell: int) -> None:
    grid = grid_over(height, width, cell, WINDOW)
    rows = [p for r in range(grid.rows) for p in range(*grid.pixel_rows(r))]
    cols = [p for c in range(grid.cols) for p in range(*grid.pixel_cols(c))]
    assert rows == list(range(height))
    assert cols == list(range(width))


@given(st.integers(64, 400), st.integers(64, 400), cells)
def test_every_window_is_inside_the_scene_and_holds_its_cell(
    height: int, width: int, cell: int
) -> None:
    grid = grid_over(height, width, cell, WINDOW)
    for row in range(grid.rows):
        start, stop = grid.pixel_rows(row)
        assert 0 <= grid.window_row(row) <= start
        assert stop <= grid.window_row(row) + WINDOW <= height
    for col in range(grid.cols):
        start, stop = grid.pixel_cols(col)
        assert 0 <= grid.window_col(col) <= start
        assert stop <= grid.window_col(col) + WINDOW <= width


@pytest.mark.parametrize(("cell", "expected"), [(64, 128), (32, 48), (16, 8), (8, 0)])
def test_a_window_away_from_the_border_is_centred_on_its_cell(cell: int, expected: int) -> None:
    # By hand: cell 2 starts at 2 * cell, its centre is half a cell on, the window 32 before that.
    assert grid_over(400, 400, cell, WINDOW).window_row(2) == expected


def test_the_last_window_moves_inward_at_the_border() -> None:
    assert grid_over(200, 168, 64, WINDOW).window_row(3) == 200 - 64
    assert grid_over(200, 168, 64, WINDOW).window_col(2) == 168 - 64


def test_a_scene_smaller_than_a_window_has_one_window_at_its_origin() -> None:
    grid = grid_over(35, 42, 64, WINDOW)
    assert (grid.rows, grid.cols, grid.window_row(0), grid.window_col(0)) == (1, 1, 0, 0)


def test_cells_keep_the_scenes_origin_and_are_cell_pixels_wide() -> None:
    scene = Affine(10, 0, 600000, 0, -10, 5600000)
    assert grid_over(200, 168, 16, WINDOW).transform(scene) == Affine(
        160, 0, 600000, 0, -160, 5600000
    )


def test_an_extent_takes_the_cells_that_it_touches() -> None:
    scene = Affine(10, 0, 600000, 0, -10, 5600000)
    # Pixels 100 to 130 across and 20 to 33 down: cells 6 to 8 and 1 to 2 of 16 pixels.
    grid = grid_over(200, 168, 16, WINDOW, (601000, 5599670, 601300, 5599800), scene)
    assert grid == Grid(200, 168, 16, WINDOW, 1, 6, 2, 3)
    assert grid.transform(scene) == Affine(160, 0, 600960, 0, -160, 5599840)


def test_an_extent_along_cell_edges_takes_no_neighbours() -> None:
    scene = Affine(10, 0, 600000, 0, -10, 5600000)
    grid = grid_over(200, 168, 16, WINDOW, (600160, 5599680, 600320, 5599840), scene)
    assert (grid.first_row, grid.first_col, grid.rows, grid.cols) == (1, 1, 1, 1)


@given(st.integers(64, 300), st.integers(64, 300), cells, st.data())
def test_a_cell_has_the_same_window_in_an_extent_as_in_the_whole(
    height: int, width: int, cell: int, draw: st.DataObject
) -> None:
    scene = Affine(10, 0, 0, 0, -10, 0)
    left = draw.draw(st.integers(0, width - 1))
    top = draw.draw(st.integers(0, height - 1))
    extent = (left * 10.0, -(top + 1) * 10.0, (left + 1) * 10.0, -top * 10.0)
    part = grid_over(height, width, cell, WINDOW, extent, scene)
    whole = grid_over(height, width, cell, WINDOW)
    assert (part.rows, part.cols) == (1, 1)
    assert (part.first_row, part.first_col) == (top // cell, left // cell)
    assert part.window_row(0) == whole.window_row(top // cell)
    assert part.window_col(0) == whole.window_col(left // cell)


@pytest.mark.parametrize(
    "extent", [(0, 0, 10, 10), (600100, 5599000, 600100, 5599500), (600200, 1, 600100, 2)]
)
def test_an_extent_beside_the_scene_or_empty_is_refused(
    extent: tuple[float, float, float, float],
) -> None:
    with pytest.raises(InputError, match="extent"):
        grid_over(200, 168, 16, WINDOW, extent, Affine(10, 0, 600000, 0, -10, 5600000))
