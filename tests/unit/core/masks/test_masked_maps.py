"""Maps under masks: which cells lose their class, what is counted, what the others are made of."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.classification.classify import ClassifyResult, classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError

HEIGHT, WIDTH = 192, 256


def two_colours() -> np.ndarray:
    """Red ground; green where a cloud would be."""
    pixels = np.full((3, HEIGHT, WIDTH), 400, np.uint16)
    pixels[0] = 900
    return pixels


@pytest.fixture
def run(write_scene, strongest_band_bundle: Path, tmp_path: Path):
    """Classifies two-coloured ground under a mask; the mask's place is all green."""

    def classify_under(
        mask: np.ndarray, pixels: np.ndarray | None = None, **options: object
    ) -> tuple[ClassifyResult, np.ndarray]:
        ground = two_colours() if pixels is None else pixels
        ground[:, mask] = np.array([[400], [2700], [400]], np.uint16)
        scene = write_scene(ground)
        path = write_scene(mask[None].astype(np.uint8), name="mask.tif", descriptions=None)
        request = ClassifyRequest(
            str(scene), tmp_path / "map.tif", strongest_band_bundle, scaling="dn", mask=str(path)
        )
        result = classify(replace(request, **options))
        with rasterio.open(tmp_path / "map.tif") as raster:
            return result, raster.read(1)

    return classify_under


def masked_at(*places: tuple[slice, slice]) -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), bool)
    for place in places:
        mask[place] = True
    return mask


def test_a_cell_is_left_out_when_more_than_half_of_it_is_masked(run) -> None:
    # Cell (0, 0) is masked to 32 of 64 rows, just half; (1, 1) to one row more; (2, 3) wholly.
    mask = masked_at(np.s_[:32, :64], np.s_[64:97, 64:128], np.s_[128:, 192:])
    result, codes = run(mask)
    assert codes.tolist() == [[1, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 0]]
    assert (result.cells, result.valid_cells, result.windows) == (12, 10, 10)
    assert result.masked.cells == 2
    assert result.masked.area_m2 == 2 * 640 * 640


def test_masked_pixels_of_a_cell_that_stays_do_not_change_its_class(run) -> None:
    # Half of the window is bright green: unmasked, it would be the class.
    mask = masked_at(np.s_[:32, :64])
    assert run(mask)[1][0, 0] == 1
    assert run(mask, max_masked=0.4)[1][0, 0] == 0
    ground = two_colours()
    ground[:, mask] = np.array([[400], [2700], [400]], np.uint16)
    assert run(masked_at(), ground)[1][0, 0] == 2


@pytest.mark.parametrize(("share", "left"), [(0, 0), (0.24, 0), (0.25, 1), (0.3, 1), (1, 1)])
def test_the_largest_share_is_the_users_choice(run, share: float, left: int) -> None:
    # A quarter of cell (0, 0), to the pixel.
    assert run(masked_at(np.s_[:32, :32]), max_masked=share)[1][0, 0] == left


def test_the_share_is_exact(run) -> None:
    # Of a cell of 16 x 16 pixels 8 x 16 are half; one more is over.
    mask = masked_at(np.s_[96:104, 96:112])
    assert run(mask, cell=16, max_masked=0.5)[1][6, 6] == 1
    mask[104, 96] = True
    assert run(mask, cell=16, max_masked=0.5)[1][6, 6] == 0


def test_a_small_cell_under_cloud_is_left_out_though_its_window_is_clear(run) -> None:
    mask = masked_at(np.s_[96:104, 120:128])
    result, codes = run(mask, cell=8)
    assert codes[12, 15] == 0
    assert (codes == 0).sum() == result.masked.cells == 1
    assert result.masked.area_m2 == 80 * 80


def test_a_small_cell_is_left_out_when_its_window_is_under_cloud(run) -> None:
    # The right half from column 120 on is masked but for one clear cell in it.
    mask = masked_at(np.s_[:, 120:])
    mask[96:104, 160:168] = False
    codes = run(mask, cell=8)[1]
    assert codes[12, 20] == 0
    # The window of cell column 14 is columns 84 to 147: 28 of 64 masked. That of 15 lies under the
    # mask itself.
    assert codes[12, 14] == 1
    assert (codes[:, 15:] == 0).all()


def test_a_cell_wholly_masked_is_left_out_whatever_the_share(run) -> None:
    assert run(masked_at(np.s_[96:104, 120:128]), cell=8, max_masked=1)[1][12, 15] == 0


def test_masked_and_nodata_are_counted_apart(run) -> None:
    ground = two_colours()
    mask = masked_at(np.s_[:64, 64:128])
    result, codes = run(mask, ground)
    assert (result.masked.cells, result.valid_cells) == (1, 11)
    ground = two_colours()
    ground[:, :64, :64] = 0
    result, codes = run(mask, ground)
    assert codes[0].tolist() == [0, 0, 1, 1]
    assert (result.masked.cells, result.cells, result.valid_cells) == (1, 12, 10)


def test_the_share_is_of_the_pixels_with_data(run) -> None:
    # Of cell (0, 0) 24 rows have no data; 24 of the other 40 are masked: 60 %.
    mask = masked_at(np.s_[24:48, :64])
    ground = two_colours()
    ground[:, :24, :64] = 0
    assert run(mask, ground, max_masked=0.59)[1][0, 0] == 0
    ground = two_colours()
    ground[:, :24, :64] = 0
    assert run(mask, ground, max_masked=0.6)[1][0, 0] == 1


def test_border_cells_are_masked_with_their_part_inside(run) -> None:
    # Of 190 rows and 250 columns in cells of 32 the corner cell holds 30 by 26.
    mask = np.zeros((190, 250), bool)
    mask[160:176, 224:] = True
    ground = np.full((3, 190, 250), 400, np.uint16)
    ground[0] = 900
    result, codes = run(mask, ground, cell=32)
    # 16 of its 30 rows.
    assert codes[5, 7] == 0
    assert result.masked.area_m2 == 30 * 26 * 100


def test_masked_cells_stand_in_every_report(run, tmp_path: Path) -> None:
    mask = masked_at(np.s_[:64, :64])
    result, _ = run(
        mask, stats=tmp_path / "a.csv", confidence=tmp_path / "c.tif", min_confidence=0.1
    )
    found = result.as_json()
    assert (found["masked_cells"], found["masked_area_m2"]) == (1, 409600)
    assert (found["uncertain_cells"], found["uncertain_area_m2"]) == (0, 0)
    assert found["masks"] == ["mask mask.tif"]
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        last = list(csv.DictReader(file))[-1]
    assert last == {
        "code": "0", "class": "Masked", "cells": "1", "area_m2": "409600.0", "share": "",
    }  # fmt: skip
    with rasterio.open(tmp_path / "c.tif") as raster:
        assert np.isnan(raster.read(1)[0, 0])
        assert (raster.tags()["MASKS"], raster.tags()["MAX_MASKED"]) == ("mask mask.tif", "0.5")


def test_uncertain_cells_are_counted_with_their_area(run) -> None:
    result, codes = run(masked_at(np.s_[:64, :64]), min_confidence=0.9999)
    found = result.as_json()
    assert found["uncertain_cells"] == (codes == 255).sum() > 0
    assert found["uncertain_area_m2"] == found["areas_m2"]["Uncertain"]
    assert found["uncertain_area_m2"] == found["uncertain_cells"] * 640 * 640


def test_a_scene_all_masked_is_refused_and_leaves_nothing(run, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Nothing of scene.tif is left here: masked by mask mask"):
        run(np.ones((HEIGHT, WIDTH), bool))
    assert {path.name for path in tmp_path.iterdir()} == {"scene.tif", "mask.tif"}


def test_the_cloud_screen_takes_the_class_from_cloud_and_leaves_industry_its_own(
    scene_file: Path, tmp_path: Path
) -> None:
    # The small scene shows industry with bright roofs; one of its cells gets a cloud.
    with rasterio.open(scene_file) as file:
        ground, profile = file.read(), file.profile
    with rasterio.open(tmp_path / "cloudy.tif", "w", **profile) as file:
        ground[:3, 64:128, 64:128] = ground[:3, 64:128, 64:128] // 4 + 4000
        file.write(ground)
        file.descriptions = ("B04", "B03", "B02", "B08")
    plain = ClassifyRequest(str(scene_file), tmp_path / "a.tif")
    screened = ClassifyRequest(str(tmp_path / "cloudy.tif"), tmp_path / "b.tif", cloud_screen=True)
    assert classify(plain).masked.cells == 0
    assert classify(screened).masked.cells == 1
    with rasterio.open(tmp_path / "a.tif") as a, rasterio.open(tmp_path / "b.tif") as b:
        before, after = a.read(1), b.read(1)
    assert after[1, 1] == 0
    # The windows of the last rows and columns reach over part of the cloud; the others do not.
    assert np.array_equal(before[0], after[0])
    assert np.array_equal(before[:, 0], after[:, 0])
