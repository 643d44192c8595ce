"""One scene written as every kind of product: the sample's real pixels, in another dress each."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.shutil import copy as copy_raster
from rasterio.warp import reproject, transform_bounds
from rasterio.windows import Window

from scripts.safe_scenes import SafeKind, sample_pixels, write_image, write_safe, zip_safe

# Canal, lake, factories, fields and forest; 5 x 4 cells of 64 pixels.
CROP = Window(130, 600, 256, 320)
NAMES = ("B04", "B03", "B02", "B08")
PIXELS, UTM, TRANSFORM = sample_pixels(CROP)
STACK = np.stack([PIXELS[name] for name in NAMES])
US_FOOT = 1200 / 3937

WriteKind = Callable[[Path], str]


def write_stack(
    path: Path,
    stack: np.ndarray = STACK,
    crs: CRS | None = UTM,
    transform: Affine = TRANSFORM,
    descriptions: tuple[str, ...] | None = NAMES,
    **profile: object,
) -> str:
    """Write `(bands, rows, cols)` as a GeoTIFF; gives its path."""
    count, height, width = stack.shape
    settings = {"driver": "GTiff", "dtype": stack.dtype, "crs": crs, "transform": transform}
    with rasterio.open(
        path, "w", count=count, height=height, width=width, **{**settings, **profile}
    ) as raster:
        raster.write(stack)
        if descriptions:
            raster.descriptions = descriptions
    return str(path)


def safe(level: str, baseline: str, ending: str = "jp2", old: bool = False) -> WriteKind:
    def write(folder: Path) -> str:
        kind = SafeKind(level, baseline, old)
        return str(write_safe(folder, kind, PIXELS, UTM, TRANSFORM, ending))

    return write


def safe_xml(folder: Path) -> str:
    return str(Path(safe("L1C", "02.14")(folder)) / "MTD_MSIL1C.xml")


def zipped(level: str, baseline: str, old: bool = False) -> WriteKind:
    def write(folder: Path) -> str:
        made = Path(safe(level, baseline, old=old)(folder / "unpacked"))
        return str(zip_safe(made, folder / "product of the hub.zip"))

    return write


def zip_without_metadata(folder: Path) -> str:
    made = Path(safe("L1C", "05.09")(folder / "unpacked"))
    (made / "MTD_MSIL1C.xml").unlink()
    return str(zip_safe(made, folder / "product.zip"))


def granule_folder(folder: Path) -> str:
    made = Path(safe("L1C", "04.00")(folder))
    return str(next((made / "GRANULE").iterdir()))


def band_of_safe(folder: Path) -> str:
    made = Path(safe("L1C", "04.00")(folder))
    return str(next(made.rglob("*_B04.jp2")))


def gdal_subdataset(folder: Path) -> str:
    made = Path(safe("L1C", "04.00")(folder))
    return f"SENTINEL2_L1C:{made}/MTD_MSIL1C.xml:10m:EPSG_32631"


def single_files(pattern: str, ending: str) -> WriteKind:
    names = {"B04": "red", "B03": "green", "B02": "blue", "B08": "nir"}

    def write(folder: Path) -> str:
        paths = {}
        for band, numbers in PIXELS.items():
            short = f"B{int(band[1:])}"
            name = pattern.format(band=band, short=short, color=names[band])
            paths[band] = folder / f"{name}.{ending}"
            write_image(paths[band], numbers, UTM, TRANSFORM)
        return str(paths["B03"])

    return write


def folder_of_files(folder: Path) -> str:
    single_files("scene_{band}_(Raw)", "tif")(folder)
    return str(folder)


def geotiff(folder: Path) -> str:
    return write_stack(folder / "stack.tif")


def cog(folder: Path) -> str:
    write_stack(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "cog.tif", driver="COG", compress="deflate")
    return str(folder / "cog.tif")


def vrt(folder: Path) -> str:
    write_stack(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "scene.vrt", driver="VRT")
    return str(folder / "scene.vrt")


def netcdf(folder: Path) -> str:
    write_stack(folder / "plain.tif")
    copy_raster(folder / "plain.tif", folder / "scene.nc", driver="netCDF")
    with rasterio.open(folder / "scene.nc") as made:
        assert made.subdatasets or made.count
    return str(folder / "scene.nc")


def bgr_without_names(folder: Path) -> str:
    return write_stack(folder / "stack.tif", STACK[[2, 1, 0]], descriptions=None)


def rgbn_without_names(folder: Path) -> str:
    return write_stack(folder / "stack.tif", STACK, descriptions=None)


def bgrn_without_names(folder: Path) -> str:
    return write_stack(folder / "stack.tif", STACK[[2, 1, 0, 3]], descriptions=None)


def ten_bands_without_names(folder: Path) -> str:
    stack = np.concatenate([STACK[[2, 1, 0]], np.repeat(STACK[3:], 7, axis=0)])
    return write_stack(folder / "stack.tif", stack, descriptions=None)


def thirteen_bands_without_names(folder: Path) -> str:
    stack = np.concatenate([STACK[2:3], STACK[[2, 1, 0]], np.repeat(STACK[3:], 9, axis=0)])
    return write_stack(folder / "stack.tif", stack, descriptions=None)


def by_wavelength(folder: Path) -> str:
    names = ("665 nm", "560 nm", "490 nm", "842 nm")
    return write_stack(folder / "stack.tif", descriptions=names)


def stac_item(folder: Path, offset: float | None = None) -> str:
    single_files("{band}", "tif")(folder)
    bands = {"B04": "red", "B03": "green", "B02": "blue", "B08": "nir"}
    stated = {"nodata": 0, "scale": 0.0001, "offset": 0.0 if offset is None else offset}
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": "S2A_31UFS_20190411_0_L1C",
        "properties": {
            "datetime": "2019-04-11T10:50:31Z",
            "s2:processing_baseline": "02.07",
            "s2:product_type": "S2MSI1C",
            "view:sun_elevation": 46.0,
        },
        "assets": {
            color: {
                "href": f"./{band}.tif",
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "eo:bands": [{"name": color, "common_name": color}],
                "raster:bands": [stated],
                "roles": ["data", "reflectance"],
            }
            for band, color in bands.items()
        },
    }
    (folder / "item.json").write_text(json.dumps(item), encoding="utf-8")
    return str(folder / "item.json")


def south_up(folder: Path) -> str:
    height = STACK.shape[1]
    turned = TRANSFORM @ Affine.translation(0, height) @ Affine.scale(1, -1)
    return write_stack(folder / "flipped.tif", STACK[:, ::-1], transform=turned)


def mirrored(folder: Path) -> str:
    width = STACK.shape[2]
    turned = TRANSFORM @ Affine.translation(width, 0) @ Affine.scale(-1, 1)
    return write_stack(folder / "mirrored.tif", STACK[:, :, ::-1], transform=turned)


def turned_by_a_quarter(folder: Path) -> str:
    # Rows run east and columns south: the pixel in row r, column c lies at column r, row c.
    turned = TRANSFORM @ Affine(0, 1, 0, 1, 0, 0)
    return write_stack(folder / "turned.tif", STACK.transpose(0, 2, 1), transform=turned)


def in_feet(folder: Path) -> str:
    crs = CRS.from_proj4("+proj=utm +zone=31 +datum=WGS84 +units=us-ft +no_defs")
    return write_stack(
        folder / "feet.tif", crs=crs, transform=Affine.scale(1 / US_FOOT) @ TRANSFORM
    )


EXACT: dict[str, WriteKind] = {
    "SAFE L1C 02.14": safe("L1C", "02.14"),
    "SAFE L1C 04.00": safe("L1C", "04.00"),
    "SAFE L1C 05.09": safe("L1C", "05.09"),
    "SAFE L1C old format": safe("L1C", "02.02", old=True),
    "SAFE L1C of GeoTIFFs": safe("L1C", "04.00", "tif"),
    "SAFE by its XML": safe_xml,
    "SAFE L1C 02.14 zipped": zipped("L1C", "02.14"),
    "SAFE L1C 05.09 zipped": zipped("L1C", "05.09"),
    "SAFE old format zipped": zipped("L1C", "02.02", old=True),
    "zipped SAFE without metadata": zip_without_metadata,
    "granule's folder": granule_folder,
    "one band of a SAFE": band_of_safe,
    "GDAL's subdataset": gdal_subdataset,
    "JP2s of one granule": single_files("T31UFS_20190411T105031_{band}", "jp2"),
    "GeoTIFFs called B4": single_files("L1C_scene-{short}", "tif"),
    "GeoTIFFs by colour": single_files("{color}", "tif"),
    "folder of GeoTIFFs": folder_of_files,
    "GeoTIFF": geotiff,
    "COG": cog,
    "VRT": vrt,
    "NetCDF": netcdf,
    "BGR without names": bgr_without_names,
    "RGBN without names": rgbn_without_names,
    "BGRN without names": bgrn_without_names,
    "10 bands without names": ten_bands_without_names,
    "13 bands without names": thirteen_bands_without_names,
    "wavelengths": by_wavelength,
    "STAC item": stac_item,
    "south up": south_up,
    "mirrored": mirrored,
    "turned by a quarter": turned_by_a_quarter,
    "US survey feet": in_feet,
}


def warped(
    folder: Path, crs: CRS, transform: Affine, shape: tuple[int, int], how: Resampling
) -> str:
    """The whole sample scene brought to another grid, nodata 0."""
    pixels, utm, own = sample_pixels()
    stack = np.stack([pixels[name] for name in NAMES])
    target = np.zeros((len(stack), *shape), np.uint16)
    reproject(
        stack,
        target,
        src_crs=utm,
        src_transform=own,
        dst_crs=crs,
        dst_transform=transform,
        resampling=how,
        init_dest_nodata=True,
        src_nodata=0,
        dst_nodata=0,
    )
    return write_stack(folder / "warped.tif", target, crs, transform)


def in_degrees(folder: Path) -> str:
    pixels, utm, own = sample_pixels()
    height, width = pixels["B04"].shape
    left, bottom, right, top = transform_bounds(
        utm, "EPSG:4326", *rasterio.transform.array_bounds(height, width, own)
    )
    across = 9e-5 / math.cos(math.radians((bottom + top) / 2))
    shape = (math.ceil((top - bottom) / 9e-5), math.ceil((right - left) / across))
    transform = Affine(across, 0, left, 0, -9e-5, top)
    return warped(folder, CRS.from_epsg(4326), transform, shape, Resampling.lanczos)


def rotated(folder: Path) -> str:
    _, utm, own = sample_pixels()
    transform = own @ Affine.translation(0, -180) @ Affine.rotation(20)
    return warped(folder, utm, transform, (1400, 900), Resampling.lanczos)


def at_20_m(folder: Path) -> str:
    _, utm, own = sample_pixels()
    return warped(folder, utm, own @ Affine.scale(2), (512, 256), Resampling.average)


RESAMPLED: dict[str, WriteKind] = {
    "degrees": in_degrees,
    "rotated": rotated,
    "20 m": at_20_m,
}
