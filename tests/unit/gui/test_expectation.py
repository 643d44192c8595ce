from __future__ import annotations

import pytest

from eurosat_qgis.gui.expectation import CellGrid, Speeds, about, detail_label, rate_of, time_left

# 10980 x 10980 pixels of 10 m, a whole Sentinel-2 tile.
TILE = CellGrid.of_info(
    {"grid": {"width": 10980, "height": 10980, "crs": "EPSG:32631",
              "transform": [10.0, 0.0, 600_000.0, 0.0, -10.0, 5_700_000.0]}}
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "cells"), [(64, 172**2), (32, 344**2), (16, 687**2), (8, 1373**2)]
)
def test_a_whole_tile_has_a_cell_for_every_begun_side(cell: int, cells: int) -> None:
    assert TILE is not None
    assert TILE.cells(cell) == cells


def test_an_extent_counts_every_cell_that_it_touches() -> None:
    assert TILE is not None
    # 640 m cells: from 100 m to 700 m east touches the first two, 0 to 640 m south the first.
    assert TILE.cells(64, (600_100, 5_699_360, 600_700, 5_700_000)) == 2
    assert TILE.cells(64, (0, 0, 1, 1)) == 0
    assert TILE.cells(64, (0, 0, 1e7, 1e7)) == TILE.cells(64)


def test_polygons_touch_as_many_cells_as_rectangles_of_their_size_do_on_average() -> None:
    assert TILE is not None
    # 6400 m x 6400 m: 11 x 11 cells of 640 m on average; 700 m x 500 m: 0.85 + 1.9 + 1.
    assert TILE.cells_of_polygons([(6400.0**2, 4 * 6400.0)], 64) == 121
    assert TILE.cells_of_polygons([(700.0 * 500, 2400.0)], 64) == 4
    assert TILE.cells_of_polygons([], 64) == 0
    assert TILE.cells_of_polygons([(1e12, 4e6)], 64) == TILE.cells(64)


def test_a_scene_without_images_has_no_grid() -> None:
    assert CellGrid.of_info({"grid": None}) is None


def test_the_side_of_a_cell_is_in_metres_where_pixels_have_a_size() -> None:
    assert detail_label(16, 10.0) == "160 m"
    assert detail_label(16, None) == "16 pixels"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2, "a few seconds"), (14, "about 15 s"), (42, "about 40 s"), (94, "about 90 s"),
        (200, "about 3 min"), (7200, "about 2.0 h"),
    ],
)  # fmt: skip
def test_times_are_told_as_people_do(seconds: float, words: str) -> None:
    assert about(seconds) == words


def test_the_time_left_follows_from_what_is_done_and_is_not_told_too_early() -> None:
    assert time_left(30, 0.25) == "about 90 s left"
    assert time_left(0.5, 0.5) == ""
    assert time_left(30, 0.0) == ""


def test_nothing_is_expected_before_a_run_of_that_model_and_cell_was_measured() -> None:
    speeds = Speeds()
    assert speeds.seconds("net", 64, 1000) is None
    speeds.note("net", 64, 500, 10.0)
    assert speeds.seconds("net", 64, 1000) == pytest.approx(20)
    assert speeds.seconds("net", 16, 1000) is None
    assert speeds.seconds("other", 64, 1000) is None


def test_newer_runs_count_for_more_and_too_short_ones_for_nothing() -> None:
    speeds = Speeds()
    speeds.note("net", 64, 100, 10.0)
    speeds.note("net", 64, 300, 10.0)
    # The mean of 10 and 30 cells a second.
    assert speeds.seconds("net", 64, 200) == pytest.approx(10)
    speeds.note("net", 64, 1_000_000, 0.2)
    assert speeds.seconds("net", 64, 200) == pytest.approx(10)


def test_measures_survive_being_kept_and_damage_is_forgotten() -> None:
    speeds = Speeds()
    speeds.note("net", 8, 100, 10.0)
    assert Speeds.from_text(speeds.as_text()).measured == speeds.measured
    for damaged in ("", "no json", "[1]", '{"net 8": "fast"}'):
        assert Speeds.from_text(damaged).measured == {}


def test_loading_the_network_is_not_counted_as_work() -> None:
    # Nothing in the first 20 s, then 20 % after 22 s and all after 30 s.
    share, seconds = rate_of([(0.1, 0.0), (20.0, 0.0), (22.0, 0.2), (30.0, 1.0)])
    assert (share, seconds) == (pytest.approx(0.8), pytest.approx(8))
    assert rate_of([(3.0, 1.0)]) == (0.0, 0.0)
