"""Masks of any grid, read on the scene's pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.warp
from affine import Affine

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.raster_mask import (
    is_raster,
    open_raster_mask,
    open_scene_classification,
)
from eurosat_qgis.core.scene.scene import open_scene

ORIGIN = Affine.translation(600000, 5600000)
HEIGHT, WIDTH = 96, 80
RANDOM = np.random.default_rng(3)


@pytest.fixture
def scene(write_scene):
    path = write_scene(np.ones((3, HEIGHT, WIDTH), np.uint16))
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn") as opened:
        yield opened


@pytest.fixture
def write_mask(write_scene) -> Callable[..., str]:
    """Writes a mask at pixels of `size` metres from the scene's corner."""

    def write(values: np.ndarray, size: float = 10, **profile: object) -> str:
        values = values if values.ndim == 3 else values[None]
        profile = {"transform": ORIGIN @ Affine.scale(size, -size), **profile}
        return str(write_scene(values, name="mask.tif", descriptions=None, **profile))

    return write


def hidden_by(source: str, scene) -> np.ndarray:
    """What a mask hides, read in windows of odd sizes."""
    hidden = np.zeros((HEIGHT, WIDTH), bool)
    with open_raster_mask(source, scene) as mask:
        for row in range(0, HEIGHT, 37):
            for col in range(0, WIDTH, 31):
                window = np.zeros((min(37, HEIGHT - row), min(31, WIDTH - col), 3), np.float32)
                part = mask.hides(row, col, window)
                hidden[row : row + part.shape[0], col : col + part.shape[1]] = part
    return hidden


def random_mask(height: int, width: int) -> np.ndarray:
    return (RANDOM.random((height, width)) < 0.3).astype(np.uint8)


def test_a_mask_on_the_scenes_pixels_is_taken_as_it_is(scene, write_mask) -> None:
    values = random_mask(HEIGHT, WIDTH) * 7
    assert np.array_equal(hidden_by(write_mask(values), scene), values != 0)


@pytest.mark.parametrize("size", [20, 40])
def test_a_coarser_mask_hides_every_pixel_below_its_own(scene, write_mask, size: int) -> None:
    times = size // 10
    values = random_mask(HEIGHT // times, WIDTH // times)
    expected = values.repeat(times, axis=0).repeat(times, axis=1) != 0
    assert np.array_equal(hidden_by(write_mask(values, size), scene), expected)


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.float32])
def test_a_finer_mask_hides_a_pixel_that_holds_any_of_it(scene, write_mask, kind: type) -> None:
    values = (RANDOM.random((HEIGHT * 4, WIDTH * 4)) < 0.03).astype(kind)
    if np.issubdtype(kind, np.signedinteger):
        # The largest of -1 and 0 is 0.
        values = -values
    blocks = values.reshape(HEIGHT, 4, WIDTH, 4)
    assert np.array_equal(hidden_by(write_mask(values, 2.5), scene), blocks.any(axis=(1, 3)))


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32632", "EPSG:3035"])
def test_a_mask_in_another_crs_hides_the_pixels_whose_centre_it_covers(
    scene, write_mask, crs: str
) -> None:
    corners = [ORIGIN @ (x, y) for x in (-200, 1000) for y in (200, -1160)]
    x, y = rasterio.warp.transform("EPSG:32631", crs, *zip(*corners, strict=True))
    size = (max(x) - min(x)) / 40
    transform = Affine(size, 0, min(x), 0, -size, max(y))
    values = random_mask(round((max(y) - min(y)) / size) + 1, 41)
    found = hidden_by(write_mask(values, crs=crs, transform=transform), scene)
    rows, cols = np.mgrid[:HEIGHT, :WIDTH]
    centres = ORIGIN @ Affine.scale(10, -10) @ (cols.ravel() + 0.5, rows.ravel() + 0.5)
    x, y = rasterio.warp.transform("EPSG:32631", crs, *centres)
    at_col, at_row = ~transform @ (np.array(x), np.array(y))
    expected = values[at_row.astype(int), at_col.astype(int)].reshape(HEIGHT, WIDTH) != 0
    # A centre may be looked up a thousandth of a pixel away.
    offsets = np.abs(np.stack([at_row, at_col]) - np.round([at_row, at_col]))
    plain = (offsets > 2e-3).all(axis=0).reshape(HEIGHT, WIDTH)
    assert plain.mean() > 0.98
    assert np.array_equal(found[plain], expected[plain])


def test_nodata_of_the_mask_hides_nothing(scene, write_mask) -> None:
    values = RANDOM.choice(np.array([0, 1, 255], np.uint8), (HEIGHT // 2, WIDTH // 2))
    expected = (values == 1).repeat(2, axis=0).repeat(2, axis=1)
    assert np.array_equal(hidden_by(write_mask(values, 20, nodata=255), scene), expected)
    same = values.repeat(2, axis=0).repeat(2, axis=1)
    assert np.array_equal(hidden_by(write_mask(same, nodata=255), scene), same == 1)


@pytest.mark.parametrize("size", [10, 20])
def test_what_is_no_number_in_the_mask_hides_nothing(scene, write_mask, size: int) -> None:
    times = size // 10
    values = RANDOM.choice(np.array([0, 1, np.nan], np.float32), (HEIGHT // times, WIDTH // times))
    expected = (values == 1).repeat(times, axis=0).repeat(times, axis=1)
    assert np.array_equal(hidden_by(write_mask(values, size), scene), expected)


@pytest.mark.parametrize("size", [10, 20])
def test_an_alpha_band_tells_what_the_mask_knows_and_is_no_mask(
    scene, write_mask, size: int
) -> None:
    times = size // 10
    shape = (HEIGHT // times, WIDTH // times)
    values = np.stack([random_mask(*shape), random_mask(*shape) * 255])
    path = write_mask(values, size, photometric="minisblack", alpha="yes")
    expected = (values[0] * values[1] != 0).repeat(times, axis=0).repeat(times, axis=1)
    assert np.array_equal(hidden_by(path, scene), expected)


def test_any_band_of_a_mask_hides(scene, write_mask) -> None:
    # As MSK_CLASSI of newer Level-1C products: opaque cloud, cirrus and snow in a band each.
    values = np.stack([random_mask(HEIGHT // 4, WIDTH // 4) for _ in range(3)])
    expected = values.any(axis=0).repeat(4, axis=0).repeat(4, axis=1)
    path = write_mask(values, 40, photometric="minisblack")
    assert np.array_equal(hidden_by(path, scene), expected)


def test_beyond_the_mask_nothing_is_hidden_and_that_is_said(scene, write_mask) -> None:
    path = write_mask(np.ones((24, 40), np.uint8), 20)
    hidden = hidden_by(path, scene)
    assert hidden[:48, :80].all()
    assert not hidden[48:].any()
    with open_raster_mask(path, scene) as mask:
        assert mask.notes == (
            "mask.tif covers only a part of the scene: beyond it nothing is masked.",
        )


def test_a_mask_of_another_place_is_refused(scene, write_mask) -> None:
    away = Affine(10, 0, 700000, 0, -10, 5600000)
    path = write_mask(np.ones((9, 9), np.uint8), transform=away)
    with pytest.raises(InputError, match="does not touch the scene"), open_raster_mask(path, scene):
        pass


def test_a_mask_without_a_place_serves_when_it_has_the_scenes_size(scene, write_mask) -> None:
    values = random_mask(HEIGHT, WIDTH)
    nowhere = {"crs": None, "transform": Affine.identity()}
    assert np.array_equal(hidden_by(write_mask(values, **nowhere), scene), values != 0)
    path = write_mask(values[1:], **nowhere)
    with pytest.raises(InputError, match="no place on the map"), open_raster_mask(path, scene):
        pass


def test_a_turned_scene_gets_the_mask_where_it_lies(write_scene, write_mask) -> None:
    # Rows from south to north are read from north to south, as the mask lies.
    upward = Affine(10, 0, 600000, 0, 10, 5600000 - 10 * HEIGHT)
    path = write_scene(np.ones((3, HEIGHT, WIDTH), np.uint16), transform=upward)
    values = random_mask(HEIGHT, WIDTH)
    with open_scene(str(path), ("B04", "B03", "B02"), scaling="dn") as scene:
        assert np.array_equal(hidden_by(write_mask(values), scene), values != 0)


def test_what_is_no_raster_is_told_from_one(write_mask, tmp_path: Path) -> None:
    (tmp_path / "words.tif").write_text("words")
    assert is_raster(write_mask(np.ones((9, 9), np.uint8)))
    assert not is_raster(str(tmp_path / "words.tif"))
    assert not is_raster(str(tmp_path / "none.tif"))


def test_a_scene_classification_hides_the_chosen_classes(scene, write_mask) -> None:
    values = RANDOM.integers(0, 12, (HEIGHT // 2, WIDTH // 2)).astype(np.uint8)
    path = write_mask(values, 20)
    window = np.zeros((50, 40, 3), np.float32)
    with open_scene_classification(path, scene, frozenset({3, 8, 9})) as mask:
        found = mask.hides(10, 20, window)
        assert mask.description == "scene classification mask.tif: shadow, cloud"
    fine = values.repeat(2, axis=0).repeat(2, axis=1)[10:60, 20:60]
    assert np.array_equal(found, (fine == 3) | (fine == 8) | (fine == 9))


def test_a_real_scene_classification_lies_where_its_image_does(shared: Path) -> None:
    # Level-2A at 10 m, 24 x 42, and its SCL at 20 m, 12 x 21, whatever its name says.
    folder = shared / "s2" / "barbellino_it"
    path = folder / "S2A2A_20190723_022_Barbellino_SCL_10.tif"
    with rasterio.open(path) as raster:
        values = raster.read(1).repeat(2, axis=0).repeat(2, axis=1)
    image = str(folder / "S2A2A_20190723_022_Barbellino_BOA_10.tif")
    with (
        open_scene(image, ("B04", "B03", "B02"), "4,3,2", "dn") as scene,
        open_scene_classification(str(path), scene, frozenset({6, 7})) as mask,
    ):
        found = mask.hides(0, 0, np.zeros((*values.shape, 3), np.float32))
        assert mask.description.endswith(": water, unclassified")
    assert np.array_equal(found, (values == 6) | (values == 7))
    assert 0.3 < found.mean() < 0.7


def test_what_is_no_scene_classification_is_refused(scene, write_mask) -> None:
    window = np.zeros((9, 9, 3), np.float32)
    path = write_mask(np.full((HEIGHT, WIDTH), 200, np.uint8))
    with (
        open_scene_classification(path, scene, frozenset({3})) as mask,
        pytest.raises(InputError, match=r"mask.tif holds 200, a scene classification only 0 to 11"),
    ):
        mask.hides(0, 0, window)
    path = write_mask(np.zeros((HEIGHT, WIDTH), np.float32))
    with (
        pytest.raises(InputError, match="float32 numbers"),
        open_scene_classification(path, scene, frozenset({3})),
    ):
        pass


def test_a_damaged_mask_is_refused_in_one_line(scene, write_mask) -> None:
    path = Path(write_mask(random_mask(HEIGHT, WIDTH), compress="deflate"))
    path.write_bytes(path.read_bytes()[:-700])
    with (
        pytest.raises(InputError, match="damaged") as refused,
        open_raster_mask(str(path), scene) as mask,
    ):
        mask.hides(0, 0, np.zeros((HEIGHT, WIDTH, 3), np.float32))
    assert "\n" not in str(refused.value)
