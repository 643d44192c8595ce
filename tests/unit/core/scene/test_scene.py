from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.scene import open_scene

RGB = ("B04", "B03", "B02")


def ramp(count: int = 3, height: int = 8, width: int = 6) -> np.ndarray:
    return np.arange(1, count * height * width + 1, dtype=np.uint16).reshape(count, height, width)


def test_a_window_has_the_bands_in_the_order_of_the_card(write_scene) -> None:
    pixels = ramp()
    path = write_scene(pixels, descriptions=("B02", "B03", "B04"))
    with open_scene(str(path), RGB) as scene:
        stored, valid = scene.read(2, 1, 4, 3)
    assert np.array_equal(stored, np.moveaxis(pixels[::-1, 2:6, 1:4], 0, -1))
    assert valid.all()


def test_nodata_tags_and_zeros_in_all_bands_are_invalid(write_scene) -> None:
    pixels = ramp()
    pixels[1, 0, 0] = 65535
    pixels[:, 0, 1] = 0
    pixels[0, 0, 2] = 0
    with open_scene(str(write_scene(pixels, nodata=65535)), RGB) as scene:
        valid = scene.read(0, 0, 1, 4)[1]
    assert valid.tolist() == [[False, False, True, True]]


def test_nan_and_masks_are_invalid(write_scene) -> None:
    pixels = ramp().astype(np.float32)
    pixels[2, 0, 0] = np.nan
    path = write_scene(pixels)
    mask = np.full((8, 6), 255, np.uint8)
    mask[0, 1] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as raster:
        raster.write_mask(mask)
    with open_scene(str(path), RGB) as scene:
        assert scene.read(0, 0, 1, 3)[1].tolist() == [[False, False, True]]


def test_a_scene_without_crs_has_no_place_and_no_areas(write_scene) -> None:
    with open_scene(str(write_scene(ramp(), crs=None)), RGB) as scene:
        assert not scene.is_placed
        assert scene.row_areas() is None
    bare = write_scene(ramp(), "bare.tif", transform=Affine.identity())
    with open_scene(str(bare), RGB) as scene:
        assert not scene.is_placed


def test_pixels_in_degrees_are_measured_in_metres_and_brought_to_ten(write_scene) -> None:
    degrees = Affine(0.0001, 0, 4.0, 0, -0.0001, 0.0)
    with open_scene(str(write_scene(ramp(), crs="EPSG:4326", transform=degrees)), RGB) as scene:
        # At the equator 0.0001 degrees are 11.13 m along it and 11.06 m across.
        assert scene.own_pixel_size_m() == pytest.approx(11.09, abs=0.01)
        assert scene.pixel_size_m() == 10


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="does not exist"),
        open_scene(str(tmp_path / "a.tif"), RGB),
    ):
        pass


def test_a_file_that_is_no_raster_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_text("no raster")
    with (
        pytest.raises(InputError, match="cannot be opened as a raster"),
        open_scene(str(path), RGB),
    ):
        pass


def test_damaged_pixels_are_refused_when_read(write_scene) -> None:
    noise = np.random.default_rng(1).integers(1, 4000, (3, 256, 256), np.uint16)
    path = write_scene(noise, compress="deflate")
    content = bytearray(path.read_bytes())
    content[100_000:200_000] = bytes(100_000)
    path.write_bytes(content)
    with pytest.raises(InputError, match="damaged"), open_scene(str(path), RGB) as scene:
        scene.read(0, 0, 256, 256)


def test_complex_numbers_are_refused(write_scene) -> None:
    path = write_scene(ramp().astype(np.complex64))
    with pytest.raises(InputError, match="complex64"), open_scene(str(path), RGB):
        pass


def test_what_lies_beside_a_file_is_a_part_of_it(tmp_path: Path) -> None:
    # ENVI keeps everything in a header of its own; GDAL's .aux.xml and .msk say what else there is.
    pixels = np.arange(1, 3 * 80 * 80 + 1, dtype=np.uint16).reshape(3, 80, 80)
    place = {"crs": "EPSG:32631", "transform": Affine(10, 0, 600000, 0, -10, 5600000)}
    size = {"width": 80, "height": 80, "count": 3, "dtype": "uint16"}
    with rasterio.open(tmp_path / "s.img", "w", driver="ENVI", **size, **place) as raster:
        raster.write(pixels)
    header = (tmp_path / "s.hdr").read_text().replace("band names", "old names")
    waves = "wavelength units = Nanometers\nwavelength = {664.6, 559.8, 492.4}\n"
    (tmp_path / "s.hdr").write_text(f"{header}\n{waves}", encoding="utf-8")
    with open_scene(str(tmp_path / "s.img"), RGB) as scene:
        assert scene.bands == (1, 2, 3)
        assert scene.band_doubt is None
    with rasterio.open(tmp_path / "m.tif", "w", driver="GTiff", **size, **place) as raster:
        raster.write(pixels)
    (tmp_path / "m.tif.aux.xml").write_text(
        "<PAMDataset>"
        + "".join(
            f'<PAMRasterBand band="{i}"><Description>{name}</Description></PAMRasterBand>'
            for i, name in enumerate(("B02", "B03", "B04"), start=1)
        )
        + "</PAMDataset>",
        encoding="utf-8",
    )
    beside = rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False)
    with beside, rasterio.open(tmp_path / "m.tif", "r+") as raster:
        raster.write_mask(np.arange(80)[:, None] >= np.full((1, 80), 20))
    assert (tmp_path / "m.tif.msk").is_file()
    with open_scene(str(tmp_path / "m.tif"), RGB) as scene:
        assert scene.bands == (3, 2, 1)
        _, valid = scene.read(0, 0, 80, 80)
    assert not valid[:20].any()
    assert valid[20:].all()


@pytest.mark.parametrize("name", ["S2A_MSIL1C.SAFE.tar", "product.tar.gz", "product.7z"])
def test_archives_that_are_not_read_say_so(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08")
    with (
        pytest.raises(InputError, match="unpack it, or give a zip"),
        open_scene(str(tmp_path / name), RGB),
    ):
        pass
