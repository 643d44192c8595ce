"""Kinds that hold their bands in one raster, named or not, in numbers of several kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.shutil import copy as copy_raster

from scripts.kinds.ground import NAMES, Ground
from scripts.kinds.products import ADDED, single_files

US_FOOT = 1200 / 3937
# Earth Engine's COPERNICUS/S2_HARMONIZED.
_EARTH_ENGINE = (
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12",
    "QA10", "QA20", "QA60",
)  # fmt: skip


def geotiff(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif")


def cog(folder: Path, ground: Ground) -> str:
    ground.write(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "cog.tif", driver="COG", compress="deflate")
    return str(folder / "cog.tif")


def vrt(folder: Path, ground: Ground) -> str:
    ground.write(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "scene.vrt", driver="VRT")
    return str(folder / "scene.vrt")


def netcdf(folder: Path, ground: Ground) -> str:
    ground.write(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "scene.nc", driver="netCDF")
    return str(folder / "scene.nc")


def bgr_without_names(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif", ground.stack[[2, 1, 0]], None)


def rgbn_without_names(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif", names=None)


def bgrn_without_names(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif", ground.stack[[2, 1, 0, 3]], None)


def ten_bands_without_names(folder: Path, ground: Ground) -> str:
    stack = np.concatenate([ground.stack[[2, 1, 0]], np.repeat(ground.stack[3:], 7, axis=0)])
    return ground.write(folder / "stack.tif", stack, None)


def thirteen_bands_without_names(folder: Path, ground: Ground) -> str:
    stack = np.concatenate(
        [ground.stack[2:3], ground.stack[[2, 1, 0]], np.repeat(ground.stack[3:], 9, axis=0)]
    )
    return ground.write(folder / "stack.tif", stack, None)


def by_wavelength(folder: Path, ground: Ground) -> str:
    names = ("665 nm", "560 nm", "490 nm", "842 nm")
    return ground.write(folder / "stack.tif", names=names)


def south_up(folder: Path, ground: Ground) -> str:
    height = ground.stack.shape[1]
    turned = ground.transform @ Affine.translation(0, height) @ Affine.scale(1, -1)
    return ground.write(folder / "flipped.tif", ground.stack[:, ::-1], transform=turned)


def mirrored(folder: Path, ground: Ground) -> str:
    width = ground.stack.shape[2]
    turned = ground.transform @ Affine.translation(width, 0) @ Affine.scale(-1, 1)
    return ground.write(folder / "mirrored.tif", ground.stack[:, :, ::-1], transform=turned)


def turned_by_a_quarter(folder: Path, ground: Ground) -> str:
    # Rows run east and columns south: the pixel in row r, column c lies at column r, row c.
    turned = ground.transform @ Affine(0, 1, 0, 1, 0, 0)
    return ground.write(folder / "turned.tif", ground.stack.transpose(0, 2, 1), transform=turned)


def in_feet(folder: Path, ground: Ground) -> str:
    crs = CRS.from_proj4("+proj=utm +zone=31 +datum=WGS84 +units=us-ft +no_defs")
    return ground.write(
        folder / "feet.tif", crs=crs, transform=Affine.scale(1 / US_FOOT) @ ground.transform
    )


def jp2_stack(folder: Path, ground: Ground) -> str:
    return ground.write(
        folder / "stack.jp2", driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES", YCBCR420="NO"
    )


def vrt_of_jp2s(folder: Path, ground: Ground) -> str:
    """A VRT of a granule's single JP2s, as `gdalbuildvrt -separate` makes it: bands by file."""
    stem = "T31UFS_20190411T105031"
    single_files(f"{stem}_{{band}}", "jp2")(folder, ground)
    images = [folder / f"{stem}_{band}.jp2" for band in ("B02", "B03", "B04")]
    return write_vrt(folder / "stack.vrt", images, ground)


def write_vrt(path: Path, images: Sequence[Path], ground: Ground) -> str:
    """Write a VRT with a band for each of the `images`, nameless; gives its path."""
    height, width = ground.stack.shape[1:]
    sources = "".join(
        f'<VRTRasterBand dataType="UInt16" band="{place}"><SimpleSource>'
        f"<SourceFilename>{image}</SourceFilename><SourceBand>1</SourceBand>"
        "</SimpleSource></VRTRasterBand>"
        for place, image in enumerate(images, start=1)
    )
    place = ", ".join(map(str, ground.transform.to_gdal()))
    path.write_text(
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>{ground.crs.to_wkt()}</SRS>'
        f"<GeoTransform>{place}</GeoTransform>{sources}</VRTDataset>",
        encoding="utf-8",
    )
    return str(path)


def twelve_bands_without_names(folder: Path, ground: Ground) -> str:
    blue, nir = ground.stack[2:3], ground.stack[3:]
    stack = np.concatenate([blue, ground.stack[[2, 1, 0]], np.repeat(nir, 8, axis=0)])
    return ground.write(folder / "stack.tif", stack, None)


def eurosats_order(folder: Path, ground: Ground) -> str:
    """13 bands without names, B8A last as in EuroSAT's own files; B10 sees next to nothing."""
    blue, nir = ground.stack[2:3], ground.stack[3:]
    cirrus = np.full_like(nir, 12)
    stack = np.concatenate(
        [blue, ground.stack[[2, 1, 0]], np.repeat(nir, 5, axis=0), cirrus, nir, nir, nir]
    )
    return ground.write(folder / "stack.tif", stack, None)


def earth_engine(folder: Path, ground: Ground) -> str:
    """An export of Earth Engine's harmonized collection: bands B1 ... B12 and quality, uint16."""
    blue, nir, none = ground.stack[2:3], ground.stack[3:], np.zeros_like(ground.stack[3:])
    stack = np.concatenate(
        [blue, ground.stack[[2, 1, 0]], np.repeat(nir, 6, axis=0), none, nir, nir, none, none, none]
    )
    return ground.write(folder / "20190411T105031_20190411T105428_T31UFS.tif", stack, _EARTH_ENGINE)


def with_offset(folder: Path, ground: Ground) -> str:
    """1000 added and nothing said of it but by the pixels."""
    return ground.write(folder / "stack.tif", (ground.stack + ADDED).astype(np.uint16))


def with_offset_by_name(folder: Path, ground: Ground) -> str:
    name = "S2A_MSIL1C_20190411T105031_N0500_R051_T31UFS_20230411T105031.tif"
    return ground.write(folder / name, (ground.stack + ADDED).astype(np.uint16))


def with_scale_and_offset(folder: Path, ground: Ground) -> str:
    """1000 added, and GDAL's own scale and offset say so."""
    name = ground.write(folder / "stack.tif", (ground.stack + ADDED).astype(np.uint16))
    with rasterio.open(name, "r+") as raster:
        raster.scales, raster.offsets = [1e-4] * len(NAMES), [-0.1] * len(NAMES)
    return name


def as_reflectance(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif", (ground.stack / 10000).astype(np.float32))


def as_signed(folder: Path, ground: Ground) -> str:
    return ground.write(folder / "stack.tif", ground.stack.astype(np.int16), nodata=-32768)


def with_alpha(folder: Path, ground: Ground) -> str:
    opaque = np.full_like(ground.stack[:1], 65535)
    name = ground.write(folder / "stack.tif", np.concatenate([ground.stack[:3], opaque]), None)
    with rasterio.open(name, "r+") as raster:
        raster.colorinterp = [
            ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha,
        ]  # fmt: skip
    return name
