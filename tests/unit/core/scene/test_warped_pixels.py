"""The warped view against GDAL's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES
from scripts.kinds.ground import crop_of_sample, whole_sample
from scripts.kinds.resampled import in_degrees, rotated
from tests.unit.core.scene.whole_scenes import RGB, check_windows, read

CROP = crop_of_sample()
STACK, TRANSFORM = CROP.stack, CROP.transform


def whole(name: str, **reading: str) -> tuple[np.ndarray, np.ndarray, Affine]:
    return read(name, **reading)[:3]


@pytest.mark.parametrize("resampling", ["lanczos", "cubic", "bilinear"])
def test_pixels_are_those_of_gdals_warper(tmp_path: Path, resampling: str) -> None:
    name = in_degrees(Resampling.lanczos)(tmp_path, whole_sample())
    ours, valid, transform = whole(name, resampling=resampling)
    with rasterio.open(name) as source:
        options = {"crs": CROP.crs, "transform": transform, "src_nodata": 0, "nodata": 0}
        size = {"height": valid.shape[0], "width": valid.shape[1]}
        how = Resampling[resampling]
        with WarpedVRT(
            source, resampling=how, tolerance=1e-3, XSCALE=1, YSCALE=1, **options, **size
        ) as view:
            theirs = view.read([1, 2, 3]).astype(float)
    # Away from the edge, where the two treat nodata differently.
    inner = (slice(None), slice(8, -8), slice(8, -8))
    assert valid[8:-8, 8:-8].all()
    # Theirs are whole numbers.
    difference = ours[inner] - theirs[inner]
    assert np.abs(difference).max() < 5
    assert np.percentile(np.abs(difference), 99.9) < 0.6


def test_a_pixel_is_the_same_whatever_window_it_is_read_with(tmp_path: Path) -> None:
    check_windows(rotated(tmp_path, whole_sample()), resampling="lanczos")


def test_nodata_lends_nothing_to_its_neighbours(tmp_path: Path) -> None:
    pixels = np.full((3, 100, 100), 1000, np.uint16)
    pixels[:, :, :40] = 0
    name = CROP.write(tmp_path / "a.tif", pixels, names=RGB, transform=Affine.scale(2))
    name = CROP.write(
        tmp_path / "b.tif",
        pixels,
        names=RGB,
        transform=TRANSFORM @ Affine.scale(2),
    )
    for resampling in RESAMPLING_NAMES:
        ours, valid, _ = whole(name, resampling=resampling)
        assert np.abs(ours[:, valid] - 1000).max() < 0.01
        # The first 40 columns of 20 m are empty: the margin is taken off.
        assert valid.shape == (200, 120)


def test_an_empty_corner_is_kept_out_and_its_margin_stays(tmp_path: Path) -> None:
    pixels = np.full((3, 100, 100), 1000, np.uint16)
    pixels[:, :50, :50] = 0
    name = CROP.write(tmp_path / "a.tif", pixels, names=RGB, transform=TRANSFORM @ Affine.scale(2))
    _, valid, transform = whole(name)
    assert valid.shape == (200, 200)
    assert transform == TRANSFORM
    assert valid.mean() == pytest.approx(0.75, abs=0.01)


def test_a_dark_band_is_no_nodata_in_eight_bits(tmp_path: Path) -> None:
    # Red is 0 over the lake, green and blue are not.
    pixels = np.stack([np.zeros((64, 64)), np.full((64, 64), 20), np.full((64, 64), 30)])
    name = CROP.write(
        tmp_path / "a.tif",
        pixels.astype(np.uint8),
        names=RGB,
        transform=TRANSFORM @ Affine.scale(2),
    )
    assert whole(name)[1].all()


def test_the_dateline_is_no_edge(tmp_path: Path) -> None:
    tall = np.broadcast_to(np.arange(1, 301, dtype=np.uint16), (3, 200, 300)) * 10
    transform = Affine(1e-4, 0, 179.985, 0, -1e-4, 10.0)
    name = CROP.write(tmp_path / "a.tif", tall.copy(), RGB, transform, CRS.from_epsg(4326))
    ours, valid, _ = whole(name)
    assert valid.mean() > 0.97
    # East of the dateline the numbers go on growing.
    middle = ours[0, ours.shape[1] // 2]
    known = middle[np.isfinite(middle)]
    assert (np.diff(known[5:-5]) > 0).all()
    assert known.max() > 2900


def test_bands_of_several_sizes_share_the_finest_grid(tmp_path: Path) -> None:
    height, width = STACK.shape[1:]
    CROP.write(tmp_path / "x_B04.tif", STACK[:1], names=None)
    CROP.write(tmp_path / "x_B03.tif", STACK[1:2], names=None)
    coarse = STACK[2].reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    CROP.write(
        tmp_path / "x_B02.tif",
        coarse[None].round().astype(np.uint16),
        transform=TRANSFORM @ Affine.scale(2),
        names=None,
    )
    ours, valid, transform = whole(str(tmp_path / "x_B04.tif"))
    assert transform == TRANSFORM
    assert valid.all()
    assert np.array_equal(ours[:2], STACK[:2])
    # Twice as coarse, the blue band keeps its place: a shift of a pixel would differ far more.
    inner = (slice(8, -8), slice(8, -8))
    aligned = np.abs(ours[2][inner] - STACK[2][inner]).mean()
    shifted = np.abs(ours[2][inner] - np.roll(STACK[2], 2, axis=1)[inner]).mean()
    assert aligned < 0.6 * shifted


def test_masks_and_alpha_bands_are_kept_when_warped(tmp_path: Path) -> None:
    name = CROP.write(tmp_path / "a.tif", STACK, names=None, transform=TRANSFORM @ Affine.scale(2))
    mask = np.full(STACK.shape[1:], 255, np.uint8)
    mask[:, 100:120] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(name, "r+") as raster:
        raster.write_mask(mask)
        raster.descriptions = ("B04", "B03", "B02", "B08")
    _, valid, _ = whole(name)
    assert not valid[:, 205:235].any()
    assert valid[:, :195].all()
