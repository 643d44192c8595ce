"""Two maps held against each other, by hand and by what must always hold."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eurosat_qgis.core.accuracy.comparing import compare
from eurosat_qgis.core.accuracy.cross_table import code_table
from eurosat_qgis.core.accuracy.map_requests import CompareRequest
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import open_map
from tests.unit.core.written_maps import CELLS, CLASSES, write_map

BEFORE = [[1, 1, 2], [1, 7, 2], [0, 255, 2]]
AFTER = [[1, 2, 2], [7, 7, 1], [1, 1, 255]]
DEGREES = Affine(0.01, 0, 5, 0, -0.02, 60)


def compared(before: str, after: str, **outputs: Path) -> dict[str, Any]:
    return compare(CompareRequest(before=before, after=after, **outputs)).as_json()


@pytest.fixture
def maps(tmp_path: Path) -> tuple[str, str]:
    return write_map(tmp_path / "before.tif", BEFORE), write_map(tmp_path / "after.tif", AFTER)


def test_the_matrix_says_from_what_to_what_in_hectares(maps: tuple[str, str]) -> None:
    found = compared(*maps)
    assert [c["title"] for c in found["classes"]] == [
        "Annual crop", "Forest & <wood>", "Sea and lake", "Uncertain", "No data",
    ]  # fmt: skip
    # By hand; every cell is one hectare.
    assert found["from_to_ha"] == [
        [1, 1, 1, 0, 0],
        [1, 1, 0, 1, 0],
        [0, 0, 1, 0, 0],
        [1, 0, 0, 0, 0],
        [1, 0, 0, 0, 0],
    ]
    assert (found["compared_cells"], found["changed_cells"]) == (6, 3)
    assert found["changed_area_m2"] == pytest.approx(30_000)
    assert found["changed_share"] == pytest.approx(0.5)
    assert (found["uncertain_cells"], found["nodata_cells"]) == (2, 1)
    assert [c["net_m2"] for c in found["classes"][:3]] == [10_000, -10_000, 10_000]


def test_changes_are_listed_largest_first(tmp_path: Path) -> None:
    before = write_map(tmp_path / "before.tif", [[1, 1, 1, 2]])
    after = write_map(tmp_path / "after.tif", [[2, 7, 7, 2]])
    listed = [(c["code"], c["title"], c["cells"]) for c in compared(before, after)["changes"]]
    assert listed == [
        (1007, "Annual crop → Sea and lake", 2),
        (1002, "Annual crop → Forest & <wood>", 1),
    ]


def test_the_raster_of_changes_holds_from_and_to(maps: tuple[str, str], tmp_path: Path) -> None:
    compared(*maps, change=tmp_path / "change.tif")
    with rasterio.open(tmp_path / "change.tif") as raster:
        assert raster.read(1).tolist() == [
            [1001, 1002, 2002],
            [1007, 7007, 2001],
            [0, 0, 0],
        ]
        assert (raster.nodata, raster.crs.to_epsg(), raster.transform) == (0, 32631, CELLS)
        assert "from x 1000 + to" in raster.tags()["TIFFTAG_IMAGEDESCRIPTION"]


def test_the_style_lists_only_what_changed(maps: tuple[str, str], tmp_path: Path) -> None:
    compared(*maps, change=tmp_path / "change.tif")
    style = (tmp_path / "change.qml").read_text(encoding="utf-8")
    assert style.count("<paletteEntry") == 3
    assert 'value="1002" color="#00aa00"' in style
    assert "Annual crop → Forest &amp; &lt;wood&gt;" in style
    assert 'value="2002"' not in style


def test_changed_patches_are_where_the_cells_are(maps: tuple[str, str], tmp_path: Path) -> None:
    compared(*maps, polygons=tmp_path / "p.gpkg")
    meta, _, wkb, values = pyogrio.raw.read(tmp_path / "p.gpkg", layer="changes")
    fields = dict(zip(map(str, meta["fields"]), values, strict=True))
    found = dict(zip(fields["code"].tolist(), shapely.from_wkb(wkb), strict=True))
    assert sorted(found) == [1002, 1007, 2001]
    left, top = CELLS @ (2, 1)
    assert found[2001].bounds == (left, top - 100, left + 100, top)
    patch = fields["code"].tolist().index(1002)
    assert [fields[name][patch] for name in ("from_code", "to_code", "from_class", "to_class")] == [
        1, 2, "Annual crop", "Forest & <wood>",
    ]  # fmt: skip
    assert fields["area_m2"].tolist() == [10_000] * 3


def test_the_table_is_the_matrix_with_its_sums(maps: tuple[str, str], tmp_path: Path) -> None:
    found = compared(*maps, stats=tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(newline="", encoding="utf-8") as file:
        head, *rows, sums = list(csv.reader(file))
    assert head[0] == "from \\ to (ha)"
    assert [[float(x) for x in row[1:-1]] for row in rows] == found["from_to_ha"]
    assert [float(row[-1]) for row in rows] == [3, 3, 1, 1, 1]
    assert [float(x) for x in sums[1:]] == [4, 2, 2, 1, 0, 9]


codes = arrays(np.uint8, (3, 5), elements=st.sampled_from([0, 1, 2, 7, 255])).filter(
    lambda found: bool(np.isin(found, (1, 2, 7)).any())
)


@settings(deadline=None, max_examples=40)
@given(codes, codes, st.booleans())
def test_rows_sum_to_the_areas_before_and_swapping_turns_the_matrix(
    before: np.ndarray, after: np.ndarray, in_degrees: bool
) -> None:
    place = (DEGREES, "EPSG:4326") if in_degrees else (CELLS, "EPSG:32631")
    with TemporaryDirectory() as folder:
        first = write_map(Path(folder) / "before.tif", before, *place)
        second = write_map(Path(folder) / "after.tif", after, *place)
        there = compared(first, second, polygons=Path(folder) / "p.gpkg")
        back = compared(second, first)
        _, _, _, values = pyogrio.raw.read(Path(folder) / "p.gpkg", columns=["area_m2"])
        land_cover = open_map(first)
        heights, widths, _ = land_cover.sides()
        _, areas = code_table(land_cover.codes, heights, widths)
    matrix = np.array(there["from_to_ha"])
    assert matrix.sum(axis=1) == pytest.approx([areas[c["code"]] / 1e4 for c in there["classes"]])
    assert there["classes"] == [
        {**c, "before_m2": c["after_m2"], "after_m2": c["before_m2"],
         "net_m2": pytest.approx(-c["net_m2"])}
        for c in back["classes"]
    ]  # fmt: skip
    assert matrix == pytest.approx(np.array(back["from_to_ha"]).T)
    assert there["changed_area_m2"] == pytest.approx(values[0].sum())


def test_maps_of_different_extent_are_compared_where_both_are(tmp_path: Path) -> None:
    before = write_map(tmp_path / "before.tif", [[1, 1, 2], [2, 2, 2]])
    # One column to the right, one row down.
    after = write_map(
        tmp_path / "after.tif", [[2, 7, 7], [1, 1, 1]], CELLS @ Affine.translation(1, 1)
    )
    found = compared(before, after, change=tmp_path / "change.tif")
    assert (found["compared_cells"], found["changed_cells"]) == (2, 1)
    assert "the 1 x 2 cells that both have" in found["warnings"][0]
    with rasterio.open(tmp_path / "change.tif") as raster:
        assert raster.read(1).tolist() == [[2002, 2007]]
        assert raster.transform == CELLS @ Affine.translation(1, 1)


def test_border_cells_count_with_the_part_that_both_scenes_have(tmp_path: Path) -> None:
    # Cells of 10 pixels of 10 m. Of the second column one scene has 30 m, the other 50 m.
    def tags(right: int) -> dict[str, str]:
        return {"SCENE_EXTENT": f"600000,5599900,{right},5600000", "CELL_PIXELS": "10"}

    before = write_map(tmp_path / "before.tif", [[1, 1]], **tags(600_130))
    after = write_map(tmp_path / "after.tif", [[1, 2]], **tags(600_150))
    found = compared(before, after)
    assert found["from_to_ha"] == [[1, pytest.approx(0.3)], [0, 0]]
    whole = write_map(tmp_path / "whole.tif", [[1, 2]])
    assert compared(before, whole)["from_to_ha"][0][1] == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("transform", "crs", "says"),
    [
        (CELLS, "EPSG:32632", "CRS differ .EPSG:32631 and EPSG:32632"),
        (CELLS @ Affine.scale(2), "EPSG:32631", "cells differ .100 x 100 and 200 x 200"),
        (CELLS @ Affine.translation(0.5, 0), "EPSG:32631", "by a part of a cell"),
        (CELLS @ Affine.rotation(10), "EPSG:32631", "cells differ"),
        (CELLS @ Affine.scale(1, -1), "EPSG:32631", "cells differ"),
        (CELLS @ Affine.translation(3, 0), "EPSG:32631", "do not overlap"),
    ],
    ids=["crs", "size", "shift", "turned", "mirrored", "apart"],
)
def test_grids_that_do_not_match_are_refused_with_the_way_out(
    transform: Affine, crs: str, says: str, tmp_path: Path
) -> None:
    before = write_map(tmp_path / "before.tif", BEFORE)
    after = write_map(tmp_path / "after.tif", AFTER, transform, crs)
    with pytest.raises(InputError, match=says) as refused:
        compared(before, after, change=tmp_path / "change.tif")
    assert ":" in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1
    assert not list(tmp_path.glob("*change*"))


def test_codes_that_mean_different_things_are_refused(tmp_path: Path) -> None:
    before = write_map(tmp_path / "before.tif", BEFORE)
    others = [CardClass(2, "City", "City", "#ff0000"), *CLASSES[::2]]
    after = write_map(tmp_path / "after.tif", AFTER, classes=others)
    with pytest.raises(InputError, match=r"Code 2 is Forest & <wood> in before\.tif and City"):
        compared(before, after)


def test_maps_without_place_are_counted_in_cells(tmp_path: Path) -> None:
    place = (Affine.identity(), None)
    before = write_map(tmp_path / "before.tif", BEFORE, *place)
    after = write_map(tmp_path / "after.tif", AFTER, *place)
    found = compared(before, after, stats=tmp_path / "s.csv")
    assert found["from_to_ha"] is None
    assert (found["changed_cells"], found["changed_area_m2"]) == (3, None)
    assert (tmp_path / "s.csv").read_text(encoding="utf-8").startswith("from \\ to (cells)")
