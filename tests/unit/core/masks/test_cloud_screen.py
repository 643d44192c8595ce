"""The screen for thick cloud against its published thresholds, real clouds and clean images."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.cloud_screen import (
    LEAST_WIDTH,
    at_least_wide,
    cloud_screen,
    thick_cloud,
)

# Rows and columns of the real scene, by eye: inside its thickest cloud; a lake, a pine forest and
# fields that are clear.
CLOUD = np.s_[380:430, 190:240]
CLEAR = {
    "lake": np.s_[760:830, 40:110],
    "fields": np.s_[100:180, 200:280],
    "forest": np.s_[240:320, 300:380],
}


@pytest.mark.parametrize(
    ("blue", "green", "red", "is_cloud"),
    [
        # On paper. HOT = 0.4 - 0.5 * 0.4 - 0.08 = 0.12; no deviation; green above 0.175.
        (0.4, 0.4, 0.4, True),
        # HOT = 0.25 - 0.5 * 0.35 - 0.08 < 0: bright sand or soil.
        (0.25, 0.30, 0.35, False),
        # Green at 0.17 is too dark, however white.
        (0.17, 0.17, 0.17, False),
        # Mean 0.25; deviations 0.15 + 0.05 + 0.10 = 0.30 = 1.2 of the mean: blue, not white.
        (0.40, 0.20, 0.15, False),
        (0.0, 0.0, 0.0, False),
    ],
)
def test_a_pixel_is_cloud_when_it_is_bright_hazy_and_white(
    blue: float, green: float, red: float, is_cloud: bool
) -> None:
    assert bool(thick_cloud(np.array(blue), np.array(green), np.array(red))) is is_cloud


def test_the_bands_are_found_in_any_order_and_their_numbers_are_reflectance() -> None:
    numbers = np.zeros((12, 20, 4), np.float32)
    # NIR, blue, red, green.
    numbers[:, :10] = (100, 4000, 4000, 4000)
    numbers[:, 10:] = (4000, 900, 700, 800)
    found = cloud_screen(("B08", "B02", "B04", "B03")).hides(0, 0, numbers)
    assert found[:, :10].all()
    assert not found[:, 10:].any()


@given(
    arrays(np.bool_, st.tuples(st.integers(1, 12), st.integers(1, 12))),
    st.sampled_from([1, 2, 3, 5]),
)
def test_only_what_fills_a_square_of_the_width_is_kept(found: np.ndarray, width: int) -> None:
    # Square by square, over the array as it goes on beyond its edges.
    wide = np.pad(found, width - 1, mode="edge")
    kept = np.zeros_like(wide)
    for row in range(wide.shape[0] - width + 1):
        for col in range(wide.shape[1] - width + 1):
            square = np.s_[row : row + width, col : col + width]
            kept[square] |= wide[square].all()
    inner = slice(width - 1, -(width - 1) or None)
    assert np.array_equal(at_least_wide(found, width), kept[inner, inner])


def test_a_roof_is_no_cloud_and_a_cloud_of_the_least_width_is() -> None:
    numbers = np.full((40, 40, 3), 700, np.float32)
    numbers[5:9, 5:35] = numbers[20:25, 20:25] = 4000
    found = cloud_screen(("B04", "B03", "B02")).hides(0, 0, numbers)
    assert found[20:25, 20:25].all()
    assert found.sum() == 25


def test_a_model_without_a_visible_band_cannot_be_screened() -> None:
    with pytest.raises(InputError, match="needs B02, which this model does not read"):
        cloud_screen(("B08", "B04", "B03"))


def test_real_cloud_is_found_and_clear_ground_is_not(shared: Path) -> None:
    with rasterio.open(shared / "s2" / "mol_be" / "mol_l1c_rgbn.tif") as raster:
        red, green, blue = raster.read([1, 2, 3]).astype(np.float32) / 10000
    found = thick_cloud(blue, green, red)
    assert found[CLOUD].mean() > 0.95
    for name, place in CLEAR.items():
        assert found[place].mean() < 0.01, name


def test_hardly_a_clean_image_would_be_lost(shared: Path) -> None:
    """EuroSAT's own images, chosen without cloud: every 20th of train and val."""
    archive = zipfile.ZipFile(shared / "eurosat" / "EuroSAT_RGB_trainval.zip")
    names = sorted(name for name in archive.namelist() if name.endswith(".jpg"))[::20]
    lost = 0
    for name in names:
        values = np.asarray(Image.open(io.BytesIO(archive.read(name)))).astype(np.float32)
        # 255 stands for all that is brighter: what is bright enough is counted as white.
        red, green, blue = np.moveaxis((values - 1) * 0.275 / 254, -1, 0)
        lost += at_least_wide(thick_cloud(blue, green, red), LEAST_WIDTH).mean() > 0.5
    assert lost / len(names) < 0.002
