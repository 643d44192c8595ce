from __future__ import annotations

import base64
from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.inspection import InspectRequest, inspect
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError
from tests.unit.core.conftest import WriteScene

# The corner of the scenes that `write_scene` writes, and the side of their pixels.
WEST, NORTH, PIXEL = 600_000, 5_600_000, 10


def striped(write_scene: WriteScene) -> Path:
    """192 x 192 pixels, DN in bands B04, B03, B02: the west third red, then green, then blue."""
    pixels = np.full((3, 192, 192), 300, np.uint16)
    for band in range(3):
        pixels[band, :, 64 * band : 64 * band + 64] = 2000
    return write_scene(pixels)


def test_the_window_of_a_cell_of_64_pixels_is_the_cell(
    write_scene: WriteScene, strongest_band_bundle: Path
) -> None:
    scene = striped(write_scene)
    at = {"x": WEST + 70 * PIXEL, "y": NORTH - 10 * PIXEL}
    found = inspect(InspectRequest(str(scene), model=strongest_band_bundle, **at)).as_json()
    assert (found["row"], found["col"]) == (0, 1)
    corners = [[600_640, NORTH], [601_280, NORTH], [601_280, NORTH - 640], [600_640, NORTH - 640]]
    assert found["cell"] == found["window"] == corners
    assert found["unseen"] is None


def test_the_window_of_a_smaller_cell_is_centred_on_it_and_moved_inward_at_the_border(
    write_scene: WriteScene, strongest_band_bundle: Path
) -> None:
    # Cell 16, the tenth column of its grid and the first row: pixels 144 to 159; its window would
    # begin at 144 + 8 - 32 = 120; in rows it begins at 0, where 8 - 32 would lie outside.
    scene = striped(write_scene)
    at = {"x": WEST + 150 * PIXEL, "y": NORTH - 5 * PIXEL}
    request = InspectRequest(str(scene), model=strongest_band_bundle, cell=16, **at)
    found = inspect(request).as_json()
    assert (found["row"], found["col"]) == (0, 9)
    assert found["cell"][0] == [WEST + 1440, NORTH]
    assert found["cell"][2] == [WEST + 1600, NORTH - 160]
    assert found["window"][0] == [WEST + 1200, NORTH]
    assert found["window"][2] == [WEST + 1840, NORTH - 640]


def test_pixels_are_the_networks_and_the_first_class_is_the_strongest_band(
    write_scene: WriteScene, strongest_band_bundle: Path
) -> None:
    scene = striped(write_scene)
    at = {"x": WEST + 150 * PIXEL, "y": NORTH - 5 * PIXEL}
    found = inspect(InspectRequest(str(scene), model=strongest_band_bundle, **at)).as_json()
    picture = found["pixels"]
    assert (picture["width"], picture["height"]) == (64, 64)
    rgb = np.frombuffer(base64.b64decode(picture["rgb"]), np.uint8).reshape(64, 64, 3)
    # EuroSAT's scale, round(1 + 254 * DN / 2750), gives 29 and 186 of 1..255; shown as 0..255
    # that is 28 * 255 / 254 = 28.1 and 185 * 255 / 254 = 185.7.
    assert (rgb == np.array([28, 28, 186])).all()
    assert found["classes"][0]["code"] == 7
    probabilities = [entry["probability"] for entry in found["classes"]]
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) == pytest.approx(1, abs=1e-5)


def test_a_real_cell_has_the_class_that_the_map_has(scene_file: Path, tmp_path: Path) -> None:
    classify(ClassifyRequest(str(scene_file), tmp_path / "map.tif"))
    with rasterio.open(tmp_path / "map.tif") as land_cover:
        codes = land_cover.read(1)
        for row, col in ((0, 0), (1, 2), (2, 3)):
            x, y = land_cover.xy(row, col)
            found = inspect(InspectRequest(str(scene_file), x, y)).as_json()
            assert (found["row"], found["col"]) == (row, col)
            assert found["classes"][0]["code"] == codes[row, col]


def test_a_cell_without_valid_pixels_says_so_and_has_no_classes(
    write_scene: WriteScene, strongest_band_bundle: Path
) -> None:
    pixels = np.full((3, 64, 128), 900, np.uint16)
    pixels[:, :, :64] = 0
    scene = write_scene(pixels, nodata=0)
    request = InspectRequest(str(scene), WEST + 5, NORTH - 5, model=strongest_band_bundle)
    found = inspect(request).as_json()
    assert found["unseen"] == "nodata"
    assert found["pixels"] is None
    assert found["classes"] == []


def test_a_masked_cell_says_so(write_scene: WriteScene, strongest_band_bundle: Path) -> None:
    scene = write_scene(np.full((3, 64, 128), 900, np.uint16))
    mask = np.zeros((1, 64, 128), np.uint8)
    mask[:, :, :64] = 1
    masked = write_scene(mask, "mask.tif", descriptions=None)
    request = InspectRequest(
        str(scene), WEST + 5, NORTH - 5, model=strongest_band_bundle, mask=str(masked)
    )
    assert inspect(request).as_json()["unseen"] == "masked"


def test_a_point_outside_the_scene_is_refused(
    write_scene: WriteScene, strongest_band_bundle: Path
) -> None:
    scene = striped(write_scene)
    with pytest.raises(InputError, match="outside the scene"):
        inspect(InspectRequest(str(scene), WEST - 1, NORTH - 5, model=strongest_band_bundle))
