"""The same scene, whatever it comes as, gives the same numbers and the same classes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES, Reading
from eurosat_qgis.core.scene.scene import open_scene
from scripts.kinds.exact import EXACT
from scripts.kinds.ground import crop_of_sample, whole_sample
from scripts.kinds.products import safe, zipped
from scripts.kinds.resampled import RESAMPLED
from scripts.kinds.stacks import write_vrt
from scripts.safe_scenes import SAMPLE

CROP, WHOLE = crop_of_sample(), whole_sample()
RGB = ("B04", "B03", "B02")


@pytest.mark.parametrize("kind", EXACT)
def test_every_kind_gives_the_numbers_of_the_scene_itself(kind: str, tmp_path: Path) -> None:
    name = EXACT[kind](tmp_path, CROP)
    with open_scene(name, RGB) as scene:
        stored, valid = scene.read(0, 0, scene.height, scene.width)
        numbers = scene.radiometry.to_digital_numbers(stored)
        assert (scene.height, scene.width) == CROP.stack.shape[1:]
        assert tuple(scene.transform) == pytest.approx(tuple(CROP.transform), abs=1e-6)
        assert scene.crs is not None
        assert scene.crs.to_epsg() == 32631
    assert valid.all()
    assert np.abs(numbers - np.moveaxis(CROP.stack[:3], 0, -1)).max() < 0.01


def codes(name: str, output: Path, cell: int = 64, bundle: Path | None = None) -> np.ndarray:
    classify(ClassifyRequest(name, output, model=bundle, cell=cell))
    with rasterio.open(output) as land_cover:
        return land_cover.read(1)


@pytest.fixture(scope="module")
def of_the_crop(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    folder = tmp_path_factory.mktemp("crop")
    return codes(EXACT["GeoTIFF"](folder, CROP), folder / "map.tif", 32)


@pytest.mark.parametrize(
    "kind",
    [
        "SAFE L1C 05.09 zipped",
        "SAFE L1C old format",
        "JP2s of one granule",
        "NetCDF",
        "BGR without names",
        "STAC item",
        "south up",
        "US survey feet",
    ],
)
def test_the_same_pixels_get_the_same_classes(
    kind: str, of_the_crop: np.ndarray, tmp_path: Path
) -> None:
    assert np.array_equal(codes(EXACT[kind](tmp_path, CROP), tmp_path / "map.tif", 32), of_the_crop)


def test_level_2a_is_the_same_in_every_baseline_and_format(tmp_path: Path) -> None:
    found = []
    for place, kind in enumerate(
        (safe("L2A", "02.14"), safe("L2A", "04.00"), zipped("L2A", "05.09"), safe("L2A", "05.09"))
    ):
        (tmp_path / str(place)).mkdir()
        with open_scene(kind(tmp_path / str(place), CROP), RGB) as scene:
            assert scene.radiometry.level == "L2A"
            stored, _ = scene.read(0, 0, scene.height, scene.width)
            found.append(scene.radiometry.to_digital_numbers(stored))
    for other in found[1:]:
        assert np.abs(other - found[0]).max() < 0.01


@pytest.mark.parametrize("kind", RESAMPLED)
def test_resampled_scenes_lie_on_the_scenes_own_cells(
    kind: str, tmp_path: Path, strongest_band_bundle: Path
) -> None:
    # A network whose class is the band with the largest mean is as steady as networks can be:
    # what differs here is geometry.
    expected = codes(str(SAMPLE), tmp_path / "own.tif", 16, strongest_band_bundle)
    found = codes(RESAMPLED[kind](tmp_path, WHOLE), tmp_path / "map.tif", 16, strongest_band_bundle)
    with rasterio.open(tmp_path / "own.tif") as own, rasterio.open(tmp_path / "map.tif") as other:
        assert tuple(other.transform) == pytest.approx(tuple(own.transform))
    assert found.shape == expected.shape
    assert (found == expected).mean() >= 0.98


@pytest.mark.parametrize("kind", ["degrees", "rotated by 20 degrees"])
def test_resampling_keeps_the_numbers_and_undoing_it_best(kind: str, tmp_path: Path) -> None:
    name = RESAMPLED[kind](tmp_path, WHOLE)
    with rasterio.open(SAMPLE) as own:
        expected = np.moveaxis(own.read([1, 2, 3]), 0, -1).astype(float)
    errors = {}
    for resampling in RESAMPLING_NAMES:
        with open_scene(name, RGB, reading=Reading(resampling)) as scene:
            stored, valid = scene.read(0, 0, scene.height, scene.width)
        assert valid.mean() > 0.99
        inner = np.s_[8:-8, 8:-8]
        errors[resampling] = np.sqrt(((stored - expected)[inner] ** 2).mean())
    # What is lost is lost on both ways together.
    assert errors["lanczos"] < 0.035 * expected.std()
    assert errors["lanczos"] < errors["cubic"] < errors["bilinear"]
    assert errors["auto"] < 0.7 * errors["lanczos"]


def test_a_vrt_of_a_products_images_states_what_the_product_does(tmp_path: Path) -> None:
    made = Path(safe("L2A", "05.09")(tmp_path, CROP))
    images = [next(made.rglob(f"*_{band}_10m.jp2")) for band in ("B02", "B03", "B04")]
    name = write_vrt(tmp_path / "rgb.vrt", images, CROP)
    with open_scene(name, RGB) as scene:
        assert scene.bands == (3, 2, 1)
        assert scene.band_doubt is None
        assert (scene.radiometry.level, scene.radiometry.baseline) == ("L2A", "05.09")
        assert scene.radiometry.offset == -1000


@pytest.mark.parametrize("inside", ["IMG_DATA", "R10m", "GRANULE"])
def test_a_folder_in_a_product_stands_for_the_product(inside: str, tmp_path: Path) -> None:
    made = Path(safe("L2A", "05.09", "tif")(tmp_path, CROP))
    with open_scene(str(next(made.rglob(inside))), RGB) as scene:
        assert scene.product.kind == "SAFE"
        assert (scene.radiometry.baseline, scene.radiometry.offset) == ("05.09", -1000)
        assert scene.facts.sun_zenith == 44
