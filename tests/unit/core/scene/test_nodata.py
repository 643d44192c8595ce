from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.nodata import border_fill
from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene import open_scene
from scripts.kinds.ground import crop_of_sample

STACK = crop_of_sample().stack

RGB = ("B04", "B03", "B02")
NAMES = ("B04", "B03", "B02")


def with_border(fill: int, dtype: str = "uint16", rows: int = 40) -> np.ndarray:
    """Real pixels whose first rows and a corner are filled."""
    pixels = STACK[:3].astype(dtype) if dtype != "uint8" else (STACK[:3] // 20).astype(dtype)
    pixels = np.maximum(pixels, 1)
    pixels[:, :rows] = fill
    pixels[:, :, -30:][:, -30:] = fill
    return pixels


def fill_of(pixels: np.ndarray) -> float | None:
    def read(window: Window) -> np.ndarray:
        rows, cols = window.toslices()
        return pixels[:, rows, cols]

    return border_fill(pixels.dtype, pixels.shape[1:], read)


@pytest.mark.parametrize("fill", [0, 65535])
def test_a_border_filled_in_all_bands_is_found_reported_and_switched_off(
    write_scene, fill: int
) -> None:
    pixels = with_border(fill)
    name = str(write_scene(pixels, descriptions=NAMES))
    expected = (pixels != fill).any(axis=0)
    with open_scene(name, RGB) as scene:
        valid = scene.read(0, 0, scene.height, scene.width)[1]
        assert np.array_equal(valid, expected)
        assert scene.nodata.value == fill
        assert f"filled with {fill} in all bands" in scene.nodata.reason
    with open_scene(name, RGB, reading=Reading(border_fill="none")) as scene:
        assert scene.read(0, 0, scene.height, scene.width)[1].all()


def test_a_fill_of_the_users_own_counts_in_all_bands_alone(write_scene) -> None:
    pixels = np.full((3, 32, 32), 300, np.uint16)
    pixels[:, :4] = 7
    pixels[0, 20] = 7
    name = str(write_scene(pixels, descriptions=NAMES))
    with open_scene(name, RGB, reading=Reading(border_fill="7")) as scene:
        valid = scene.read(0, 0, 32, 32)[1]
    assert not valid[:4].any()
    assert valid[4:].all()


def test_a_stated_nodata_is_believed_and_no_border_is_looked_at(write_scene) -> None:
    name = str(write_scene(with_border(65535), descriptions=NAMES, nodata=1))
    with open_scene(name, RGB) as scene:
        assert scene.nodata.stated == 1
        assert scene.read(0, 0, 10, 10)[1].all()


def test_in_eight_bits_black_is_a_colour_unless_it_lies_along_the_edge(write_scene) -> None:
    inside = with_border(0, "uint8", rows=0)
    inside[:, :, -30:][:, -30:] = 9
    inside[:, 100:110, 100:110] = 0
    assert fill_of(inside) is None
    name = str(write_scene(inside, descriptions=NAMES))
    with open_scene(name, RGB) as scene:
        assert scene.read(0, 0, scene.height, scene.width)[1].all()
    assert fill_of(with_border(0, "uint8")) == 0
    # White along the edge may be cloud.
    assert fill_of(with_border(255, "uint8")) is None


def test_evenness_in_one_band_or_a_few_pixels_is_no_fill() -> None:
    one_band = with_border(0)
    one_band[1, :40] = 500
    one_band[1, -30:, -30:] = 500
    assert fill_of(one_band) is None
    few = STACK[:3].copy()
    few[:, 0, 10:20] = 65535
    assert fill_of(few) is None


def test_a_filled_corner_alone_is_found() -> None:
    pixels = STACK[:3].copy()
    rows, cols = np.ogrid[: pixels.shape[1], : pixels.shape[2]]
    pixels[:, rows + cols < 60] = 65535
    assert fill_of(pixels) == 65535


def test_the_zero_border_of_a_real_download_is_nodata(shared: Path) -> None:
    folder = shared / "s2" / "aquileia_it"
    with open_scene(str(folder), RGB) as scene:
        assert scene.nodata.value == 0
        valid = np.concatenate(
            [scene.read(row, 0, 100, scene.width)[1].ravel() for row in range(0, 900, 100)]
        )
    with rasterio.open(folder / "2019-04-16_Sentinel-2_L2A_B04_(Raw).tiff") as band:
        filled = (band.read(1) == 0).mean()
    # The border takes the same share of both grids, but for the warped grid's margins.
    assert 1 - valid.mean() == pytest.approx(filled, abs=0.05)


@pytest.mark.parametrize("choice", ["border", "1,2", ""])
def test_a_border_fill_that_there_is_not_is_refused(choice: str) -> None:
    with pytest.raises(InputError, match="choose auto, none or a number"):
        Reading(border_fill=choice)


def test_black_in_one_band_of_a_picture_is_no_nodata(write_scene) -> None:
    # A true-colour image over clear water: 0, 1, 9 (red, green, blue), as a product's own.
    pixels = np.full((3, 70, 70), 60, np.uint8)
    pixels[:, :20], pixels[:, 20:40] = 0, np.array([0, 1, 9])[:, None, None]
    with open_scene(str(write_scene(pixels, nodata=0)), RGB) as scene:
        _, valid = scene.read(0, 0, 70, 70)
    assert not valid[:20].any()
    assert valid[20:].all()


def test_0_in_one_band_of_16_bits_is_nodata_where_the_file_says_so(write_scene) -> None:
    pixels = np.full((3, 70, 70), 600, np.uint16)
    pixels[0, :20] = 0
    with open_scene(str(write_scene(pixels, nodata=0)), RGB) as scene:
        _, valid = scene.read(0, 0, 70, 70)
    assert not valid[:20].any()
    assert valid[20:].all()


@pytest.mark.parametrize(
    ("dtype", "fill"), [("float32", -9999), ("float64", -3.4028235e38), ("int16", -32768)]
)
def test_what_no_reflectance_can_be_is_nodata_wherever_it_lies(
    write_scene, dtype: str, fill: float
) -> None:
    pixels = np.full((3, 70, 70), 600, dtype)
    pixels[1, 30:40, 30:40] = fill
    with open_scene(str(write_scene(pixels)), RGB) as scene:
        _, valid = scene.read(0, 0, 70, 70)
    assert not valid[30:40, 30:40].any()
    assert valid.sum() == 70 * 70 - 100
