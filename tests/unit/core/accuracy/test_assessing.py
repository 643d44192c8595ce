"""Maps held against references whose answer is known by hand or by numpy."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.warp
import shapely
from affine import Affine

from eurosat_qgis.core.accuracy.assessing import assess
from eurosat_qgis.core.accuracy.class_table import class_table
from eurosat_qgis.core.accuracy.estimators import stratified_estimate
from eurosat_qgis.core.accuracy.map_requests import AssessRequest
from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.errors import Cancelled, InputError, OutputError
from tests.unit.core.written_maps import (
    CELLS,
    CLASSES,
    at,
    block,
    write_labelled,
    write_map,
    write_raster,
)

# Field, forest, water; nodata and uncertain.
CODES = [[1, 1, 2, 2], [1, 7, 2, 0], [1, 1, 255, 2]]


@pytest.fixture
def land_cover(tmp_path: Path) -> str:
    return write_map(tmp_path / "map.tif", CODES)


def assessed(land_cover: str, reference: str, **options: Any) -> dict[str, Any]:
    return assess(AssessRequest(map=land_cover, reference=reference, **options)).as_json()


def points(tmp_path: Path, *labelled: tuple[shapely.Geometry, object], **options: Any) -> str:
    shapes, labels = zip(*labelled, strict=True)
    return write_labelled(tmp_path / "points.gpkg", shapes, labels, **options)


def test_points_are_held_against_the_cell_that_they_lie_in(land_cover: str, tmp_path: Path) -> None:
    reference = points(
        tmp_path,
        (at(0.5, 0.5), "Field"),
        (at(1.9, 0.1), "forest & <WOOD>"),
        (at(2.5, 0.5), "2"),
        (at(1.5, 1.5), "Sea and lake"),
    )
    found = assessed(land_cover, reference)
    assert found["classes"] == ["Field", "Forest", "Water"]
    assert found["confusion"] == [[1, 1, 0], [0, 1, 0], [0, 0, 1]]
    assert (found["n"], found["kind"], found["estimator"]) == (4, "points", "stratified")


def test_a_point_on_a_border_belongs_to_the_cell_right_of_it_or_below(
    land_cover: str, tmp_path: Path
) -> None:
    reference = points(tmp_path, (at(2, 0.5), "2"), (at(1.5, 1), "7"), (at(2, 1), "2"))
    assert assessed(land_cover, reference)["confusion"] == [[0, 0, 0], [0, 2, 0], [0, 0, 1]]


def test_what_cannot_be_compared_is_counted_by_its_reason(land_cover: str, tmp_path: Path) -> None:
    reference = points(
        tmp_path,
        (at(0.5, 0.5), "Field"),
        (at(-0.5, 0.5), "Field"),
        # The map's right edge is no cell of it any more.
        (at(4, 0.5), "Forest"),
        (at(0.5, 1.5), ""),
        (at(0.5, 1.5), "Desert"),
        (at(0.5, 2.5), "Desert"),
        (at(3.5, 1.5), "Forest"),
        (at(2.5, 2.5), "Forest"),
        (at(2.5, 2.6), "Forest"),
    )
    found = assessed(land_cover, reference)
    assert found["n"] == 1
    assert found["left_out"] == {
        "outside": 2, "no_label": 1, "unmatched": 2, "left_out": 0, "mixed": 0, "map_nodata": 1,
        "map_uncertain": 2,
    }  # fmt: skip
    assert found["left_out_values"]["unmatched"] == {"Desert": 2}


def test_points_of_one_cell_count_each_and_are_told_of(land_cover: str, tmp_path: Path) -> None:
    both = shapely.MultiPoint([at(2.2, 0.5), at(2.8, 0.5)])
    found = assessed(land_cover, points(tmp_path, (both, "Forest")))
    assert (found["n"], found["points_in_shared_cells"]) == (2, 2)
    assert any("share a cell" in note for note in found["warnings"])


def test_points_of_another_crs_find_their_cells(land_cover: str, tmp_path: Path) -> None:
    places = [at(0.5, 0.5), at(2.5, 0.5), at(1.5, 1.5)]
    lon, lat = rasterio.warp.transform(
        "EPSG:32631", "EPSG:4326", [p.x for p in places], [p.y for p in places]
    )
    moved = [shapely.Point(*place) for place in zip(lon, lat, strict=True)]
    labelled = zip(moved, ("1", "2", "7"), strict=True)
    found = assessed(land_cover, points(tmp_path, *labelled, crs="EPSG:4326"))
    assert found["confusion"] == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def test_a_random_sample_is_estimated_with_the_maps_own_areas(tmp_path: Path) -> None:
    # 30 cells of 1 ha of field, 10 of forest.
    codes = np.repeat([[1] * 6 + [2] * 2], 5, axis=0)
    source = write_map(tmp_path / "map.tif", codes)
    labels = ["1"] * 8 + ["2"] * 2 + ["2"] * 6 + ["1"] * 4
    shapes = [at(0.5, 0.5)] * 10 + [at(6.5, 0.5)] * 10
    found = assessed(source, write_labelled(tmp_path / "p.gpkg", shapes, labels))
    expected = stratified_estimate(np.array([[8, 2], [4, 6]]), np.array([30.0, 10.0]))
    # By hand: (0.75 x 0.8 + 0.25 x 0.6).
    assert found["accuracy"] == pytest.approx(0.75)
    assert found["accuracy_ci95"] == pytest.approx(expected.scores.overall_ci95)
    field = found["per_class"]["Field"]
    assert field["map_area_m2"] == pytest.approx(300_000)
    # 30 x 0.8 + 10 x 0.4 = 28 ha.
    assert field["area_m2"] == pytest.approx(280_000)
    assert field["area_ci95_m2"] == pytest.approx(expected.area_ci95[0] * 400_000)
    assert sum(map(sum, found["proportions"])) == pytest.approx(1)


def test_points_counted_plainly_have_no_intervals(land_cover: str, tmp_path: Path) -> None:
    reference = points(tmp_path, (at(0.5, 0.5), "1"), (at(2.5, 0.5), "1"))
    found = assessed(land_cover, reference, design="counts")
    assert (found["accuracy"], found["accuracy_ci95"]) == (0.5, None)
    assert found["proportions"] is None
    assert found["per_class"]["Field"]["area_m2"] is None


def test_a_class_without_points_is_told_to_be_left_out_of_the_estimate(
    land_cover: str, tmp_path: Path
) -> None:
    found = assessed(land_cover, points(tmp_path, (at(0.5, 0.5), "1"), (at(0.5, 1.5), "1")))
    # Of ten classified cells five are field, four forest, one water.
    assert any("Sea and lake (10.0% of the map)" in note for note in found["warnings"])
    assert found["per_class"]["Field"]["area_m2"] == pytest.approx(50_000)
    assert found["per_class"]["Water"]["users_accuracy"] is None


def test_points_that_were_drawn_from_another_map_are_told_of(
    land_cover: str, tmp_path: Path
) -> None:
    shapes, labels = [at(0.5, 0.5), at(2.5, 0.5)], ["1", "2"]
    drawn = write_labelled(
        tmp_path / "p.gpkg", shapes, labels, map_class=["Annual crop", "Sea and lake"]
    )
    (note,) = (n for n in assessed(land_cover, drawn)["warnings"] if "drawn for another" in n)
    assert note.startswith("1 points")


def test_a_cell_has_the_class_of_the_polygons_that_cover_most_of_it(
    land_cover: str, tmp_path: Path
) -> None:
    reference = write_labelled(
        tmp_path / "areas.gpkg",
        [block(0, 0, 1.6, 1), block(1.6, 0, 4, 1), block(0, 1, 0.4, 2), block(1, 1, 2, 2)],
        ["Field", "Forest", "Field", "Moon"],
    )
    found = assessed(land_cover, reference)
    assert found["confusion"] == [[2, 0, 0], [0, 2, 0], [0, 0, 0]]
    # Of one cell in the second row polygons cover 40 %, of another all with what matches nothing.
    assert found["left_out"]["unmatched"] == 1
    assert found["left_out_values"]["unmatched"] == {"Moon": 1}
    assert found["left_out"]["outside"] == 5
    assert (found["estimator"], found["accuracy_ci95"]) == ("counts", None)
    assert found["per_class"]["Field"]["compared_map_area_m2"] == pytest.approx(20_000)


def test_cells_that_no_class_covers_enough_are_mixed(land_cover: str, tmp_path: Path) -> None:
    reference = write_labelled(
        tmp_path / "areas.gpkg", [block(0, 0, 1.6, 1), block(1.6, 0, 4, 1)], ["1", "2"]
    )
    found = assessed(land_cover, reference, min_share=0.7)
    # The second cell is field by 60 %.
    assert (found["n"], found["left_out"]["mixed"]) == (3, 1)


def test_polygons_of_another_crs_lie_where_they_belong(land_cover: str, tmp_path: Path) -> None:
    corners = np.array(block(0, 0, 2, 3).exterior.coords)
    lon, lat = rasterio.warp.transform("EPSG:32631", "EPSG:4326", *corners.T)
    moved = shapely.Polygon(np.column_stack([lon, lat]))
    reference = write_labelled(tmp_path / "areas.geojson", [moved], ["1"], crs="EPSG:4326")
    # Six cells: five of field, one of water.
    assert assessed(land_cover, reference)["confusion"] == [[5, 0, 0], [0, 0, 0], [1, 0, 0]]


def test_a_raster_of_smaller_pixels_decides_by_majority(land_cover: str, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    values = rng.choice(np.array([0, 1, 2, 7, 50], np.uint8), (3 * 20, 4 * 20))
    pixels = CELLS @ Affine.scale(1 / 20)
    found = assessed(
        land_cover, write_raster(tmp_path / "r.tif", values, pixels, nodata=0), min_share=0.2
    )
    expected = np.zeros((3, 3), int)
    left_out = {"unmatched": 0, "outside": 0, "mixed": 0}
    known = [1, 2, 7]
    for row, col in np.ndindex(3, 4):
        if CODES[row][col] not in known:
            continue
        block_of = values[row * 20 : row * 20 + 20, col * 20 : col * 20 + 20].ravel()
        counts = {v: int((block_of == v).sum()) for v in (0, 50, 1, 2, 7)}
        best = max(counts, key=counts.get)
        reason = {0: "outside", 50: "unmatched"}.get(best)
        if reason:
            left_out[reason] += 1
        else:
            expected[known.index(CODES[row][col]), known.index(best)] += 1
    assert found["confusion"] == expected.tolist()
    assert {name: found["left_out"][name] for name in left_out} == left_out


def test_a_raster_of_larger_pixels_is_looked_up_in_each_cell(
    land_cover: str, tmp_path: Path
) -> None:
    # Pixels of 200 m, of which the map's cells are quarters.
    values = np.array([[1, 2], [7, 2]], np.uint8)
    reference = write_raster(tmp_path / "r.tif", values, CELLS @ Affine.scale(2))
    assert assessed(land_cover, reference)["confusion"] == [[3, 0, 2], [0, 4, 0], [1, 0, 0]]


def test_a_raster_of_another_crs_agrees_with_itself(land_cover: str, tmp_path: Path) -> None:
    with rasterio.open(land_cover) as source:
        values, transform = rasterio.warp.reproject(
            np.kron(source.read(1), np.ones((10, 10), np.uint8)),
            src_transform=CELLS @ Affine.scale(0.1),
            src_crs=source.crs,
            dst_crs="EPSG:3035",
            dst_nodata=0,
        )
    reference = write_raster(tmp_path / "r.tif", values[0], transform, "EPSG:3035", nodata=0)
    found = assessed(land_cover, reference)
    assert (found["n"], found["accuracy"], found["kappa"]) == (10, 1, 1)


def test_cells_of_corine_are_those_that_numpy_counts(data: Path, tmp_path: Path) -> None:
    classes = open_bundle().card.classes
    with rasterio.open(data / "corine_2018_512x1024.tif") as corine:
        values, place, crs = corine.read(1), corine.transform, corine.crs.to_string()
    table = class_table("corine", classes)
    coded = np.vectorize(table.code)(values)
    # A map of cells of 160 m that has every class somewhere.
    rng = np.random.default_rng(2)
    codes = rng.choice([c.code for c in classes], (64, 32)).astype(np.uint8)
    source = write_map(tmp_path / "map.tif", codes, place @ Affine.scale(16), crs, classes)
    found = assessed(source, str(data / "corine_2018_512x1024.tif"), classes="corine")
    expected = np.zeros((256, 256), int)
    blocks = coded.reshape(64, 16, 32, 16).transpose(0, 2, 1, 3).reshape(64, 32, 256)
    left_out = 0
    for row, col in np.ndindex(64, 32):
        # The lowest code wins a tie; 0 is what the grouping leaves out.
        best = int(np.bincount(blocks[row, col], minlength=256).argmax())
        if best == 0:
            left_out += 1
        else:
            expected[codes[row, col], best] += 1
    places = [c.code for c in classes]
    assert found["confusion"] == expected[np.ix_(places, places)].tolist()
    assert found["left_out"]["left_out"] == left_out > 0
    assert any(v.startswith("21 Land principally") for v in found["left_out_values"]["left_out"])


def test_the_table_says_what_the_json_says(land_cover: str, tmp_path: Path) -> None:
    reference = points(tmp_path, (at(0.5, 0.5), "1"), (at(0.5, 1.5), "2"), (at(2.5, 0.5), "2"))
    found = assessed(land_cover, reference, csv=tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["class"] for row in rows] == [c.title for c in CLASSES] + ["All"]
    titles = [f"reference: {c.title}" for c in CLASSES]
    assert [[int(row[t]) for t in titles] for row in rows[:-1]] == found["confusion"]
    assert float(rows[0]["users_accuracy"]) == found["per_class"]["Field"]["users_accuracy"]
    assert rows[2]["users_accuracy"] == ""
    assert float(rows[-1]["accuracy"]) == pytest.approx(found["accuracy"], abs=1e-6)
    assert rows[-1]["estimator"] == "stratified"


class Page(HTMLParser):
    """The tags and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [v or "" for name, v in attributes if name in ("src", "href", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_report_is_one_file_with_everything_escaped(tmp_path: Path) -> None:
    named = tmp_path / "<b>map & co.tif"
    source = write_map(named, CODES)
    labels = ["1", "2", "2", "<script>alert(1)</script>"]
    shapes = [at(0.5, 0.5), at(2.5, 0.5), at(0.5, 1.5), at(0.2, 1.2)]
    reference = write_labelled(tmp_path / "p.gpkg", shapes, labels)
    assessed(source, reference, html=tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.links == []
    assert "script" not in page.tags
    assert "wood" not in page.tags
    assert "<b>map & co.tif" in page.text
    assert "Forest & <wood>" in page.text
    assert "<script>alert(1)</script> (1)" in page.text
    assert "Stratified estimator (Olofsson et al. 2014)" in page.text
    assert not re.search(r"url\(|@import|https?://", text)
    # Its matrix: three classes by three, both counts and shares of the area.
    assert page.tags.count("table") == 3
    for c in CLASSES:
        assert c.color in text


@pytest.mark.parametrize(
    ("labels", "options", "says"),
    [
        (["Moon"], {}, "1 with a value that matches no class"),
        (["1"], {"field": "name"}, "no field name: choose of reference"),
        (["1"], {"classes": "none.csv"}, "does not exist"),
        (["1"], {"design": "random"}, "choose auto, stratified, counts"),
        (["1"], {"min_share": 2}, "choose 0 to 1"),
    ],
)
def test_what_cannot_be_assessed_says_why(
    land_cover: str, tmp_path: Path, labels: list[str], options: dict[str, Any], says: str
) -> None:
    reference = points(tmp_path, *[(at(0.5, 0.5), label) for label in labels])
    with pytest.raises(InputError, match=says):
        assessed(land_cover, reference, **options)


def test_a_field_must_be_named_where_there_are_several(land_cover: str, tmp_path: Path) -> None:
    path = tmp_path / "p.gpkg"
    pyogrio.raw.write(
        path, geometry=np.array([at(0.5, 0.5).wkb], object), geometry_type="Point",
        crs="EPSG:32631", fields=["name", "kind"],
        field_data=[np.array(["x"], object), np.array([1], np.int32)],
    )  # fmt: skip
    with pytest.raises(
        InputError, match=r"which field of p\.gpkg holds the class: it has name, kind"
    ):
        assessed(land_cover, str(path))
    assert assessed(land_cover, str(path), field="kind")["n"] == 1


def test_polygons_are_no_random_sample(land_cover: str, tmp_path: Path) -> None:
    reference = write_labelled(tmp_path / "areas.gpkg", [block(0, 0, 4, 3)], ["1"])
    with pytest.raises(InputError, match="for points drawn at random"):
        assessed(land_cover, reference, design="stratified")


def test_fractions_are_no_classes(land_cover: str, tmp_path: Path) -> None:
    reference = write_raster(tmp_path / "r.tif", np.full((3, 4), 0.5, np.float32), CELLS)
    with pytest.raises(InputError, match="holds fractions"):
        assessed(land_cover, reference)


def test_an_output_is_never_the_map_or_the_reference(land_cover: str, tmp_path: Path) -> None:
    reference = points(tmp_path, (at(0.5, 0.5), "1"))
    for path, what in ((land_cover, "map"), (reference, "reference")):
        before = Path(path).read_bytes()
        with pytest.raises(OutputError, match=f"is the {what} itself"):
            assessed(land_cover, reference, csv=Path(path))
        assert Path(path).read_bytes() == before


def test_cancelling_leaves_no_file(land_cover: str, tmp_path: Path) -> None:
    reference = write_labelled(tmp_path / "areas.gpkg", [block(0, 0, 4, 3)], ["1"])
    request = AssessRequest(map=land_cover, reference=reference, html=tmp_path / "out" / "r.html")
    (tmp_path / "out").mkdir()
    with pytest.raises(Cancelled):
        assess(request, is_cancelled=lambda: True)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_map_without_place_is_held_against_a_raster_of_its_size(tmp_path: Path) -> None:
    source = write_map(tmp_path / "map.tif", CODES, Affine.identity(), None)
    same = np.array(CODES, np.uint8)
    reference = write_raster(tmp_path / "r.tif", same, Affine.identity(), None)
    found = assessed(source, reference)
    assert (found["n"], found["accuracy"]) == (10, 1)
    assert found["per_class"]["Field"]["map_area_m2"] is None
    other = write_raster(tmp_path / "o.tif", same[:2], Affine.identity(), None)
    with pytest.raises(InputError, match="no place on the map"):
        assessed(source, other)


def test_the_json_holds_no_number_that_json_lacks(land_cover: str, tmp_path: Path) -> None:
    found = assessed(land_cover, points(tmp_path, (at(0.5, 0.5), "1")))
    json.dumps(found, allow_nan=False)
