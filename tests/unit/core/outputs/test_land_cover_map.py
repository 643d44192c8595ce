"""What a finished map says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from eurosat_qgis.core.accuracy.cross_table import code_table
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import open_map
from eurosat_qgis.core.outputs.rasters import write_category_names
from tests.unit.core.written_maps import CELLS, CLASSES, write_map, write_raster


def covered(source: Path | str) -> dict[int, float]:
    """Area of each code that a map holds."""
    land_cover = open_map(str(source))
    heights, widths, placed = land_cover.sides()
    assert placed
    _, areas = code_table(land_cover.codes, heights, widths)
    return {int(code): float(areas[code]) for code in np.flatnonzero(areas)}


@pytest.fixture
def striped_map(write_scene, strongest_band_bundle: Path, tmp_path: Path):
    """A real map of 200 x 168 pixels in cells of 32: border cells have a part in the scene."""
    bands = np.full((3, 168, 200), 300, np.uint16)
    bands[0, :, :100] = 2000
    bands[2, 100:, 100:] = 2000
    bands[1, :100, 100:] = 2000
    scene = write_scene(bands)
    request = ClassifyRequest(
        str(scene), tmp_path / "map.tif", model=strongest_band_bundle, cell=32
    )
    return classify(request)


def test_a_map_has_the_areas_that_were_told_when_it_was_made(striped_map) -> None:
    told = {a.land_cover_class.code: a.area_m2 for a in striped_map.areas if a.cells}
    assert covered(striped_map.request.output) == pytest.approx(told)
    assert sum(told.values()) == pytest.approx(168 * 200 * 100)


def test_a_map_names_its_classes_without_its_bundle(striped_map) -> None:
    land_cover = open_map(str(striped_map.request.output))
    assert land_cover.classes == striped_map.bundle.card.classes


def cut(source: Path, window: Window, target: Path) -> Path:
    with rasterio.open(source) as whole:
        profile = whole.profile | {
            "width": window.width, "height": window.height,
            "transform": whole.window_transform(window),
        }  # fmt: skip
        with rasterio.open(target, "w", **profile) as part:
            part.write(whole.read(window=window))
            part.update_tags(**whole.tags())
    return target


def test_a_piece_cut_out_of_a_map_keeps_the_parts_of_its_border_cells(
    striped_map, tmp_path: Path
) -> None:
    # Cells of 320 m; the last column holds 8 of 32 pixels, the last row 8 of 32.
    corner = cut(striped_map.request.output, Window(5, 4, 2, 2), tmp_path / "corner.tif")
    assert sum(covered(corner).values()) == pytest.approx((320 + 80) * (320 + 80))
    inner = cut(striped_map.request.output, Window(1, 1, 2, 2), tmp_path / "inner.tif")
    assert sum(covered(inner).values()) == pytest.approx(640 * 640)


@pytest.mark.parametrize(
    "tags",
    [
        {"CLASSES": "[" * 100_000},
        {"CLASSES": '[{"code": 1}]'},
        {"CLASSES": json.dumps([{"code": 1, "name": "a", "title": "b", "color": "red"}])},
        {"CLASSES": json.dumps([{"code": 300, "name": "a", "title": "b", "color": "#ff0000"}])},
        {"SCENE_EXTENT": "1,2,3", "CELL_PIXELS": "64"},
        {"SCENE_EXTENT": "nan,nan,nan,nan", "CELL_PIXELS": "64"},
        {"SCENE_EXTENT": "0,0,1,1", "CELL_PIXELS": "64"},
        {"SCENE_EXTENT": "600000,5599700,600300,5600000", "CELL_PIXELS": "-1"},
    ],
    ids=str,
)
def test_tags_that_say_nothing_sensible_are_passed_over(tags, tmp_path: Path) -> None:
    source = write_map(tmp_path / "map.tif", [[1, 2], [7, 1]], **tags)
    land_cover = open_map(source)
    assert [c.code for c in land_cover.classes] == [1, 2, 7]
    assert sum(covered(source).values()) == pytest.approx(4 * 100 * 100)


def test_other_rasters_give_category_names_and_colours(tmp_path: Path) -> None:
    source = write_map(tmp_path / "map.tif", [[1, 2, 9]], CLASSES="")
    write_category_names(tmp_path / "map.tif.aux.xml", CLASSES)
    found = {c.code: (c.title, c.color) for c in open_map(source).classes}
    assert found[2] == ("Forest & <wood>", "#00aa00")
    # Neither names nor colours know 9.
    assert found[9][0] == "Class 9"


def test_category_names_with_entities_are_passed_over(tmp_path: Path) -> None:
    source = write_map(tmp_path / "map.tif", [[1]], CLASSES="")
    (tmp_path / "map.tif.aux.xml").write_text(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><PAMDataset><PAMRasterBand band="1">'
        "<CategoryNames><Category/><Category>&e;</Category></CategoryNames></PAMRasterBand>"
        "</PAMDataset>"
    )
    assert [c.title for c in open_map(source).classes] == ["Class 1"]


def test_another_nodata_value_counts_as_nodata(tmp_path: Path) -> None:
    values = np.array([[1, 99, 2]], np.int16)
    source = write_raster(tmp_path / "other.tif", values, CELLS, nodata=99)
    assert open_map(source).codes.tolist() == [[1, 0, 2]]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (np.array([[0.5, 1]], np.float32), "no land-cover map"),
        (np.array([[1, 300]], np.int16), "codes of 1 to 254"),
        (np.array([[-1, 3]], np.int16), "codes of 1 to 254"),
        (np.array([[0, 255]], np.uint8), "no class at all"),
    ],
    ids=["fractions", "too large", "negative", "empty"],
)
def test_rasters_that_are_no_map_are_refused(values: np.ndarray, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=says):
        open_map(write_raster(tmp_path / "other.tif", values, CELLS))


def test_cells_in_degrees_have_the_area_of_their_latitude(tmp_path: Path) -> None:
    degrees = Affine(0.01, 0, 5, 0, -0.01, 60)
    source = write_map(tmp_path / "map.tif", [[1], [2]], degrees, "EPSG:4326")
    north, south = covered(source).values()
    # 111.4 km a degree of latitude and cos(60°) of 111.3 km of longitude, to a hundredth.
    assert north == pytest.approx(1114 * 1113 * 0.5, rel=0.01)
    assert south > north
