"""Real scenes, stored in every way that scenes are stored in, are told apart by their pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.radiometry.level_detection import level_from_pixels
from eurosat_qgis.core.radiometry.scaling_detection import (
    CONFIDENCE_TO_TRUST,
    scaling_from_pixels,
    true_color_image,
)
from eurosat_qgis.core.radiometry.scalings import SCALINGS

RGB = ("B04", "B03", "B02")


def pixels_of(path: Path, bands: tuple[int, ...] = (1, 2, 3)) -> np.ndarray:
    """Valid pixels `(N, 3)` of a file."""
    with rasterio.open(path) as raster:
        numbers = np.stack([raster.read(band).ravel() for band in bands], axis=-1)
        bad = (numbers == 0).all(axis=1) | (numbers == raster.nodata).any(axis=1)
    return numbers[~bad & np.isfinite(numbers).all(axis=1)]


@pytest.fixture(scope="module", params=["L1C", "L2A"])
def level(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def scene(data: Path, level: str) -> np.ndarray:
    """Digital numbers of the same ground at either level."""
    return pixels_of(data / f"scene_200x168{'' if level == 'L1C' else '_surface'}.tif")


@pytest.mark.parametrize(
    ("scaling", "dtype", "stored"),
    [
        ("dn", "uint16", lambda dn: dn),
        ("dn", "float32", lambda dn: dn.astype(np.float32)),
        ("dn1000", "uint16", lambda dn: dn + 1000),
        ("dn1000", "float32", lambda dn: dn + 1000.0),
        ("reflectance", "float32", lambda dn: dn / 10000),
        ("reflectance1000", "uint16", lambda dn: np.round(dn / 10).astype(int)),
        ("dn65535", "uint16", lambda dn: np.round(np.minimum(dn, 10000) * 6.5535).astype(int)),
    ],
)
def test_the_way_of_storing_is_told_from_the_pixels_alone(
    scene: np.ndarray, scaling: str, dtype: str, stored: object
) -> None:
    found = scaling_from_pixels(dtype, stored(scene.astype(np.int64)), RGB)
    assert found.value == scaling
    assert found.confidence >= CONFIDENCE_TO_TRUST


def test_the_level_is_told_from_the_pixels_alone(scene: np.ndarray, level: str) -> None:
    found = level_from_pixels(scene.astype(np.float32), RGB)
    assert found.value == level
    assert found.confidence >= CONFIDENCE_TO_TRUST


def test_noise_and_flat_colour_have_no_level() -> None:
    noise = np.random.default_rng(3).integers(100, 2500, (5000, 3))
    assert level_from_pixels(noise, RGB).value is None
    assert level_from_pixels(np.full((5000, 3), 300), RGB).value is None


def test_eurosats_patches_have_their_air(data: Path) -> None:
    patches = sorted((data / "eurosat_ms").glob("*/*.tif"))
    found = [level_from_pixels(pixels_of(patch, (4, 3, 2)), RGB).value for patch in patches]
    # The bare field has no dark or green ground.
    assert [
        patch.parent.name for patch, level in zip(patches, found, strict=True) if not level
    ] == ["AnnualCrop"]
    assert found.count("L1C") == 9


@pytest.mark.parametrize(
    ("name", "bands", "scaling", "level"),
    [
        ("denmark/RGB_small.tif", (3, 2, 1), "dn", "L1C"),
        ("corrientes_ar/20240101.tif", (4, 3, 2), "dn1000", "L2A"),
        ("barbellino_it/S2A1C_20170703_022_Barbellino_TOA_10.tif", (4, 3, 2), "dn", "L1C"),
        ("barbellino_it/S2A1C_20190723_022_Barbellino_TOA_10.tif", (4, 3, 2), "dn", "L1C"),
        ("barbellino_it/S2A2A_20170703_022_Barbellino_BOA_10.tif", (4, 3, 2), "dn", "L2A"),
        ("barbellino_it/S2A2A_20190723_022_Barbellino_BOA_10.tif", (4, 3, 2), "dn", "L2A"),
    ],
)
def test_scenes_of_other_makers_are_told_too(
    shared: Path, name: str, bands: tuple[int, ...], scaling: str, level: str
) -> None:
    numbers = pixels_of(shared / "s2" / name, bands)
    dtype = str(numbers.dtype)
    assert scaling_from_pixels(dtype, numbers, RGB).value == scaling
    plain = numbers - (1000 if scaling == "dn1000" else 0)
    assert level_from_pixels(plain, RGB).value == level


def test_a_scene_rewritten_to_65535_is_told_by_its_comb(shared: Path) -> None:
    folder = shared / "s2" / "aquileia_it"
    files = [next(folder.glob(f"*{band}*")) for band in RGB]
    stack = []
    for file in files:
        with rasterio.open(file) as raster:
            stack.append(raster.read(1).ravel())
    numbers = np.stack(stack, axis=-1)
    numbers = numbers[(numbers != 0).any(axis=1)]
    assert scaling_from_pixels("uint16", numbers, RGB).value == "dn65535"
    assert level_from_pixels(numbers / 6.5535, RGB).value == "L2A"


def test_a_desert_without_dark_ground_leaves_the_question_open(shared: Path) -> None:
    # Level-2A 02.14; only its metadata tell.
    folder = shared / "s2" / "tile_29RKH_100m"
    numbers = np.concatenate(
        [pixels_of(folder / f"{band}.tif", (1, 1, 1))[:, :1] for band in RGB], 1
    )
    found = scaling_from_pixels("uint16", numbers, RGB)
    assert found.value == "dn"
    assert found.confidence < CONFIDENCE_TO_TRUST
    assert level_from_pixels(numbers, RGB).value is None


def test_few_bright_pixels_are_a_field_rather_than_an_offset() -> None:
    field = np.random.default_rng(3).normal((1500, 1300, 1250), 60, (4096, 3))
    found = scaling_from_pixels("uint16", field, RGB)
    assert found.value == "dn"
    assert found.confidence < CONFIDENCE_TO_TRUST


def test_snow_is_no_other_scaling() -> None:
    snow = np.random.default_rng(3).normal((8900, 9100, 9300), 400, (20000, 3)).round()
    assert scaling_from_pixels("uint16", snow, RGB).value == "dn"


def test_a_level_1c_scene_cannot_have_its_blue_below_the_air_and_an_offset() -> None:
    ground = np.random.default_rng(3).normal((1300, 1250, 1350), 40, (20000, 3)).round()
    assert scaling_from_pixels("uint16", ground, RGB).value == "dn1000"
    assert scaling_from_pixels("uint16", ground, RGB, "L1C").value == "dn"


def test_eurosats_own_images_are_read_as_such(data: Path) -> None:
    images = sorted((data / "eurosat_rgb").glob("*/*.jpg"))
    found = {scaling_from_pixels("uint8", pixels_of(image), RGB).value for image in images}
    assert len(images) == 60
    assert found == {"eurosat8"}


def test_a_stretch_for_the_eye_is_none_of_eurosats(shared: Path) -> None:
    picture = pixels_of(shared / "s2" / "baviaanskloof_za" / "sentinel2_b432_byte.tif")
    found = scaling_from_pixels("uint8", picture, RGB)
    assert found.value == "display8"
    assert found.confidence < CONFIDENCE_TO_TRUST


def test_the_tenth_that_is_left_of_an_added_1000_is_seen(scene: np.ndarray) -> None:
    found = scaling_from_pixels("float32", (scene + 1000) / 10000, RGB)
    assert (found.value, found.confidence) == ("reflectance_added", 0.85)
    assert scaling_from_pixels("float32", scene / 10000, RGB).value == "reflectance"


def test_reflectance_times_255_is_dark(scene: np.ndarray) -> None:
    eight = np.round(np.minimum(scene, 4000) / 10000 * 255)
    assert scaling_from_pixels("uint8", eight, RGB).value == "reflectance255"


def test_a_true_color_image_is_read_by_its_level_or_its_darkest_blue(shared: Path) -> None:
    clip = pixels_of(shared / "s2" / "tiny_tci" / "TCI.tif")
    assert true_color_image(None, clip, RGB).value == "tci_l2a"
    assert true_color_image("L1C", clip, RGB).value == "tci_l1c"
    assert true_color_image("L2A", clip, RGB).value == "tci_l2a"


def test_a_true_color_image_gives_back_its_own_bands(shared: Path) -> None:
    # Level-2A of baseline 02.14; 255 is saturated.
    folder = shared / "s2" / "tile_29RKH_100m"
    scaling = SCALINGS["tci_l2a"]

    def restored(values: np.ndarray) -> np.ndarray:
        return (values + scaling.offset) / scaling.quantification * 10000

    with rasterio.open(folder / "TCI.tif") as raster:
        picture = raster.read().astype(float)
    for values, band in zip(picture, RGB, strict=True):
        with rasterio.open(folder / f"{band}.tif") as raster:
            numbers = raster.read(1).astype(float)
        # Resampling to 100 m mixed pixels that had been clipped at 255; a level is 9.8 DN.
        good = (values > 0) & (values < 200) & (numbers > 0)
        errors = (restored(values) - numbers)[good]
        assert np.median(np.abs(errors)) < 9.8 / 2
        assert abs(np.median(errors)) < 9.8 / 2


def test_no_pixels_give_no_certainty() -> None:
    nothing = np.empty((0, 3))
    assert scaling_from_pixels("uint16", nothing, RGB).confidence == 0.5
    assert level_from_pixels(nothing, RGB).value is None
