"""The main job on real pixels and on scenes whose answer numpy knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import Cancelled, InputError, OutputError
from eurosat_qgis.core.network.predictor import calibrate, load_predictor
from eurosat_qgis.core.radiometry.radiometry import EUROSAT_STRETCH, to_model_values
from eurosat_qgis.core.scene.scene import open_scene


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as raster:
        return raster.read(1)


@pytest.fixture
def request_on(tmp_path: Path, strongest_band_bundle: Path):
    def make(scene: Path, **options: object) -> ClassifyRequest:
        request = ClassifyRequest(str(scene), tmp_path / "map.tif", model=strongest_band_bundle)
        return replace(request, **options)

    return make


def expected_codes(pixels: np.ndarray, cell: int) -> np.ndarray:
    """The strongest band of each cell's window, written without the code under test."""
    values = 1 + 254 * np.clip(pixels.astype(float), 0, 2750) / 2750
    _, height, width = values.shape
    rows, cols = -(-height // cell), -(-width // cell)
    codes = np.zeros((rows, cols), np.uint8)
    for r in range(rows):
        for c in range(cols):
            top = min(max(r * cell + cell // 2 - 32, 0), height - 64)
            left = min(max(c * cell + cell // 2 - 32, 0), width - 64)
            means = values[:, top : top + 64, left : left + 64].mean(axis=(1, 2))
            codes[r, c] = (1, 2, 7)[int(means.argmax())]
    return codes


@pytest.mark.parametrize("cell", [64, 32, 16, 8])
def test_every_cell_has_the_class_of_the_window_centred_on_it(
    write_scene, request_on, cell: int
) -> None:
    coarse = np.random.default_rng(7).integers(200, 2500, (3, 6, 5))
    pixels = coarse.repeat(32, axis=1).repeat(32, axis=2)[:, :171, :149].astype(np.uint16)
    result = classify(request_on(write_scene(pixels), cell=cell))
    assert np.array_equal(read(result.request.output), expected_codes(pixels, cell))
    assert result.windows == result.cells == result.valid_cells


def test_the_map_lies_on_the_scene_and_its_areas_are_the_scenes(
    scene_file: Path, tmp_path: Path
) -> None:
    result = classify(ClassifyRequest(str(scene_file), tmp_path / "map.tif", cell=16))
    with rasterio.open(scene_file) as scene, rasterio.open(tmp_path / "map.tif") as land_cover:
        assert land_cover.crs == scene.crs
        assert land_cover.transform == scene.transform @ Affine.scale(16)
        assert land_cover.shape == (-(-scene.height // 16), -(-scene.width // 16))
        assert land_cover.tags()["MODEL_SHA256"] == open_bundle(cell=16).card.sha256
        area = scene.height * scene.width * 100.0
    assert sum(a.area_m2 or 0 for a in result.areas) == pytest.approx(area)


def test_the_network_sees_what_eurosat_was_made_of(scene_file: Path, tmp_path: Path) -> None:
    classify(ClassifyRequest(str(scene_file), tmp_path / "map.tif"))
    with rasterio.open(scene_file) as scene:
        numbers = scene.read([1, 2, 3])[:, :64, :64]
    window = to_model_values(np.moveaxis(numbers, 0, -1).astype(np.float32), EUROSAT_STRETCH)
    bundle = open_bundle()
    probabilities = load_predictor(bundle).predict(window[None])[0]
    assert read(tmp_path / "map.tif")[0, 0] == bundle.card.classes[int(probabilities.argmax())].code


def test_an_extent_gives_the_same_classes_as_the_whole(scene_file: Path, tmp_path: Path) -> None:
    with rasterio.open(scene_file) as scene:
        left, top = scene.transform @ (35, 70)
        right, bottom = scene.transform @ (100, 120)
    whole, part = tmp_path / "whole.tif", tmp_path / "part.tif"
    classify(ClassifyRequest(str(scene_file), whole, cell=16))
    classify(ClassifyRequest(str(scene_file), part, cell=16, extent=(left, bottom, right, top)))
    # Pixels 35 to 100 across and 70 to 120 down touch cells 2 to 6 and 4 to 7 of 16 pixels.
    assert np.array_equal(read(part), read(whole)[4:8, 2:7])


def test_cells_below_the_minimum_confidence_are_uncertain(scene_file: Path, tmp_path: Path) -> None:
    request = ClassifyRequest(
        str(scene_file), tmp_path / "a.tif", cell=16, confidence=tmp_path / "c.tif"
    )
    classify(request)
    plain, confidence = read(tmp_path / "a.tif"), read(tmp_path / "c.tif")
    threshold = float(np.median(confidence))
    result = classify(replace(request, min_confidence=threshold))
    expected = np.where(confidence < np.float32(threshold), 255, plain)
    assert np.array_equal(read(tmp_path / "a.tif"), expected)
    assert result.as_json()["areas_m2"]["Uncertain"] > 0


def test_probabilities_sum_to_one_and_their_largest_is_the_confidence(
    scene_file: Path, tmp_path: Path
) -> None:
    classify(
        ClassifyRequest(
            str(scene_file),
            tmp_path / "a.tif",
            confidence=tmp_path / "c.tif",
            probabilities=tmp_path / "p.tif",
        )
    )
    with rasterio.open(tmp_path / "p.tif") as raster:
        probabilities = raster.read()
        assert raster.descriptions[0] == "AnnualCrop"
    assert probabilities.sum(axis=0) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(probabilities.max(axis=0), read(tmp_path / "c.tif"))
    assert np.array_equal(probabilities.argmax(axis=0) + 1, read(tmp_path / "a.tif"))


def test_cells_without_enough_valid_pixels_become_nodata(write_scene, request_on) -> None:
    pixels = np.full((3, 192, 192), 500, np.uint16)
    pixels[0] = 900
    pixels[:, :, :80] = 0
    result = classify(request_on(write_scene(pixels)))
    # Cell column 0 is empty; column 1 has 48 of 64 columns; column 2 is full.
    assert read(result.request.output).tolist() == [[0, 1, 1]] * 3
    assert (result.cells, result.valid_cells, result.windows) == (9, 6, 6)


def test_a_cell_without_a_valid_pixel_is_nodata_though_its_window_is_mostly_valid(
    write_scene, request_on
) -> None:
    pixels = np.full((3, 128, 128), 500, np.uint16)
    pixels[:, 48:56, 48:56] = 0
    result = classify(request_on(write_scene(pixels), cell=8))
    codes = read(result.request.output)
    assert codes[6, 6] == 0
    assert (codes == 0).sum() == 1


def test_a_scene_smaller_than_a_window_is_classified(write_scene, request_on) -> None:
    pixels = np.full((3, 35, 42), 300, np.uint16)
    pixels[1] = 800
    result = classify(request_on(write_scene(pixels)))
    assert read(result.request.output).tolist() == [[2]]
    assert result.areas[1].area_m2 == 35 * 42 * 100
    assert "smaller than one window" in " ".join(result.warnings)


def test_a_scene_without_a_place_is_classified_and_says_so(write_scene, request_on) -> None:
    pixels = np.full((3, 64, 64), 300, np.uint16)
    result = classify(request_on(write_scene(pixels, crs=None, transform=Affine.identity())))
    assert "no place on the map" in " ".join(result.warnings)
    assert result.as_json()["areas_m2"]["Red"] is None


def test_a_scene_of_nodata_is_refused_and_leaves_nothing(
    write_scene, request_on, tmp_path: Path
) -> None:
    scene = write_scene(np.zeros((3, 100, 100), np.uint16))
    with pytest.raises(InputError, match="no valid pixels"):
        classify(request_on(scene, stats=tmp_path / "a.csv"))
    assert list(tmp_path.iterdir()) == [scene]


def test_the_output_may_not_be_the_scene(write_scene, request_on) -> None:
    scene = write_scene(np.full((3, 64, 64), 300, np.uint16))
    before = scene.read_bytes()
    for options in ({"output": scene}, {"confidence": scene}):
        with pytest.raises(OutputError, match="the scene itself"):
            classify(request_on(scene, **options))
    assert scene.read_bytes() == before


def test_a_cancelled_run_leaves_the_old_map(write_scene, request_on, tmp_path: Path) -> None:
    scene = write_scene(np.full((3, 640, 640), 300, np.uint16))
    old = tmp_path / "map.tif"
    old.write_text("old")
    heard: list[int] = []
    with pytest.raises(Cancelled):
        classify(
            request_on(scene, cell=16, confidence=tmp_path / "c.tif"),
            lambda done, _: heard.append(done),
            lambda: len(heard) > 2,
        )
    assert old.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [old, scene]


def test_progress_grows_to_the_number_of_cells(write_scene, request_on) -> None:
    heard: list[tuple[int, int]] = []
    scene = write_scene(np.full((3, 640, 640), 300, np.uint16))
    classify(request_on(scene, cell=16), lambda done, total: heard.append((done, total)))
    done = [d for d, _ in heard]
    assert done == sorted(done)
    assert len(set(done)) > 3
    assert heard[-1] == (1600, 1600)


def test_a_style_that_the_user_saved_is_left_alone(write_scene, request_on, tmp_path: Path) -> None:
    request = request_on(write_scene(np.full((3, 64, 64), 300, np.uint16)))
    classify(request)
    style = tmp_path / "map.qml"
    assert 'label="Red"' in style.read_text()
    style.write_text("<qgis>mine</qgis>")
    classify(request)
    assert style.read_text() == "<qgis>mine</qgis>"
    style.unlink()
    classify(request)
    assert "paletted" in style.read_text()


def test_a_temperature_softens_without_changing_the_class() -> None:
    probabilities = np.array([[0.9, 0.09, 0.01]], np.float32)
    # On paper for T = 2: square roots 0.94868, 0.3, 0.1, divided by their sum 1.34868.
    assert calibrate(probabilities, 2.0)[0] == pytest.approx([0.70341, 0.22244, 0.07415], abs=1e-4)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_looked_up_values_are_the_computed_ones(
    write_scene, dtype: type[np.unsignedinteger]
) -> None:
    random = np.random.default_rng(4)
    pixels = random.integers(0, np.iinfo(dtype).max, (3, 70, 90), dtype, endpoint=True)
    scaling = "eurosat8" if dtype is np.uint8 else "dn1000"
    with open_scene(str(write_scene(pixels)), ("B04", "B03", "B02"), scaling=scaling) as scene:
        stored, valid = scene.read(3, 5, 60, 70)
        valid &= random.random(valid.shape) < 0.9
        numbers = scene.radiometry.to_digital_numbers(stored)
        expected = to_model_values(np.where(valid[..., None], numbers, 0), EUROSAT_STRETCH)
        found = scene.values(stored, valid, EUROSAT_STRETCH)
        assert found.dtype == expected.dtype
        np.testing.assert_array_equal(found, expected)
