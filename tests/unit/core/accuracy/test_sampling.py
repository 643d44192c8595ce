"""Points to label lie where their map says, and lead back to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from eurosat_qgis.core.accuracy.assessing import assess
from eurosat_qgis.core.accuracy.map_requests import AssessRequest, SampleRequest
from eurosat_qgis.core.accuracy.sampling import sample
from eurosat_qgis.core.errors import InputError
from tests.unit.core.written_maps import CELLS, write_map

# 60 ha of field, 36 of forest, 4 of water.
CODES = np.full((10, 10), 1)
CODES[6:, :9] = 2
CODES[6:, 9] = 7


@pytest.fixture
def land_cover(tmp_path: Path) -> str:
    return write_map(tmp_path / "map.tif", CODES)


def drawn(land_cover: str, target: Path, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is told of the points, and their fields with `shapes`."""
    told = sample(SampleRequest(map=land_cover, output=target, **options)).as_json()
    meta, _, wkb, values = pyogrio.raw.read(target, layer="sample")
    fields = dict(zip(map(str, meta["fields"]), values, strict=True))
    return told, {"shapes": shapely.from_wkb(wkb), "crs": meta["crs"], **fields}


def cells_of(shapes: np.ndarray) -> np.ndarray:
    col, row = ~CELLS @ (shapely.get_x(shapes), shapely.get_y(shapes))
    return np.column_stack([np.floor(row), np.floor(col)]).astype(int)


def test_every_point_lies_in_a_cell_of_its_class(land_cover: str, tmp_path: Path) -> None:
    told, found = drawn(land_cover, tmp_path / "p.gpkg", size=212, minimum=20)
    assert found["crs"] == "EPSG:32631"
    rows, cols = cells_of(found["shapes"]).T
    assert (CODES[rows, cols] == found["map_code"]).all()
    assert sorted(found["id"]) == list(range(1, 213))
    assert set(found["reference"]) == {""}
    points = {c["name"]: c["points"] for c in told["classes"]}
    # Water would have 8 of 212 by its area, and gets 20; field and forest share 192 as 60 to 36.
    assert points == {"Field": 120, "Forest": 72, "Water": 20}
    assert [(found["map_code"] == code).sum() for code in (1, 2, 7)] == [120, 72, 20]


def test_the_order_of_points_does_not_tell_their_class(land_cover: str, tmp_path: Path) -> None:
    _, found = drawn(land_cover, tmp_path / "p.gpkg", size=200, seed=3)
    codes = found["map_code"]
    # Sorted by class there would be two changes from one point to the next.
    assert (np.diff(codes) != 0).sum() > 50


def test_a_blind_sample_says_nothing_of_the_map(land_cover: str, tmp_path: Path) -> None:
    _, found = drawn(land_cover, tmp_path / "p.gpkg", size=60, blind=True)
    assert set(found) == {"shapes", "crs", "id", "reference"}


def test_a_seed_draws_the_same_points_again(land_cover: str, tmp_path: Path) -> None:
    told, first = drawn(land_cover, tmp_path / "a.gpkg", size=60)
    _, again = drawn(land_cover, tmp_path / "b.gpkg", size=60, seed=told["seed"])
    _, other = drawn(land_cover, tmp_path / "c.gpkg", size=60, seed=told["seed"] + 1)
    assert shapely.equals(first["shapes"], again["shapes"]).all()
    assert not shapely.equals(first["shapes"], other["shapes"]).all()


def test_without_a_size_the_standard_error_decides(land_cover: str, tmp_path: Path) -> None:
    told, _ = drawn(land_cover, tmp_path / "p.gpkg", standard_error=0.05, minimum=0)
    # (sqrt(0.8 x 0.2) / 0.05)² = 64.
    assert told["points"] == 64
    # What rare classes have at least is on top.
    told, _ = drawn(land_cover, tmp_path / "p.gpkg", standard_error=0.05, minimum=10)
    assert [c["points"] for c in told["classes"]] == [38, 23, 10]
    assert told["expected_standard_error"] < 0.052


def test_random_places_spread_over_whole_cells(land_cover: str, tmp_path: Path) -> None:
    _, found = drawn(land_cover, tmp_path / "p.gpkg", size=2000, seed=1)
    col, row = ~CELLS @ (shapely.get_x(found["shapes"]), shapely.get_y(found["shapes"]))
    for along in (col % 1, row % 1):
        # The mean of 2000 uniform numbers, to four of its standard deviations.
        assert along.mean() == pytest.approx(0.5, abs=4 * np.sqrt(1 / 12 / 2000))
        assert along.std() == pytest.approx(np.sqrt(1 / 12), rel=0.05)


def test_centres_are_drawn_once_each_until_there_are_no_more(
    land_cover: str, tmp_path: Path
) -> None:
    told, found = drawn(land_cover, tmp_path / "p.gpkg", size=150, place="centre", minimum=4)
    assert told["points"] == 100
    assert any("each has its point" in note for note in told["warnings"])
    assert len(np.unique(cells_of(found["shapes"]), axis=0)) == 100
    col, row = ~CELLS @ (shapely.get_x(found["shapes"]), shapely.get_y(found["shapes"]))
    assert np.allclose(np.column_stack([col, row]) % 1, 0.5)


def test_points_keep_inside_the_scene_in_border_cells(tmp_path: Path) -> None:
    # Two cells of 10 pixels; of the second the scene has three.
    tags = {"SCENE_EXTENT": "600000,5599900,600130,5600000", "CELL_PIXELS": "10"}
    source = write_map(tmp_path / "map.tif", [[1, 1]], **tags)
    told, found = drawn(source, tmp_path / "p.gpkg", size=500, seed=1)
    x = shapely.get_x(found["shapes"]) - 600_000
    assert x.max() < 130
    # Uniform over 130 m: 30 of 130 lie in the second cell.
    assert (x > 100).mean() == pytest.approx(30 / 130, abs=4 * np.sqrt(0.18 / 500))
    assert told["classes"][0]["share"] == 1


def test_labels_that_repeat_the_map_make_it_perfect(land_cover: str, tmp_path: Path) -> None:
    _, found = drawn(land_cover, tmp_path / "p.gpkg", size=150)
    pyogrio.raw.write(
        tmp_path / "labelled.gpkg", geometry=shapely.to_wkb(found["shapes"]), geometry_type="Point",
        crs=found["crs"], fields=["reference"], field_data=[found["map_class"]],
    )  # fmt: skip
    request = AssessRequest(map=land_cover, reference=str(tmp_path / "labelled.gpkg"))
    told = assess(request).as_json()
    assert (told["n"], told["accuracy"], told["accuracy_ci95"], told["kappa"]) == (150, 1, 0, 1)
    assert told["per_class"]["Forest"]["area_m2"] == pytest.approx(360_000)


def test_expected_accuracies_may_be_given_by_class(land_cover: str, tmp_path: Path) -> None:
    told, _ = drawn(
        land_cover, tmp_path / "p.gpkg", size=300, allocation="neyman", minimum=0,
        expected="Forest=0.5, water=1, 0.9",
    )  # fmt: skip
    # 0.6 x 0.3 to 0.36 x 0.5 to nothing.
    assert [c["points"] for c in told["classes"]] == [150, 150, 0]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"size": 0}, "take 1 to"),
        ({"size": 100, "minimum": 50}, "at least 150"),
        ({"standard_error": 0}, "standard error"),
        ({"allocation": "best"}, "choose proportional, equal, neyman"),
        ({"place": "corner"}, "choose random, centre"),
        ({"expected": "high"}, "no expected accuracy"),
        ({"expected": "Moon=0.5,0.8"}, "no class Moon; choose of|no class Moon: choose of"),
        ({"expected": "Forest=0.5"}, "leaves out Field"),
        ({"seed": -1}, "seed"),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_says_why_and_writes_nothing(
    land_cover: str, tmp_path: Path, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        sample(SampleRequest(map=land_cover, output=tmp_path / "p.gpkg", **options))
    assert not list(tmp_path.glob("*p.gpkg*"))


def test_a_small_sample_is_warned_about(land_cover: str, tmp_path: Path) -> None:
    told, _ = drawn(land_cover, tmp_path / "p.gpkg", size=30)
    assert [c["points"] for c in told["classes"]] == [10, 10, 10]
    assert any("intervals will be wide" in note for note in told["warnings"])
