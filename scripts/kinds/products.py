"""Kinds that name their bands themselves: SAFE products, single files, STAC items."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from scripts.kinds.ground import Ground, WriteKind
from scripts.safe_scenes import SafeKind, write_image, write_safe, zip_safe

COLORS = {"B04": "red", "B03": "green", "B02": "blue", "B08": "nir"}
ADDED = 1000


def safe(level: str, baseline: str, ending: str = "jp2", old: bool = False) -> WriteKind:
    def write(folder: Path, ground: Ground) -> str:
        kind = SafeKind(level, baseline, old)
        return str(write_safe(folder, kind, ground.pixels, ground.crs, ground.transform, ending))

    return write


def safe_xml(folder: Path, ground: Ground) -> str:
    return str(Path(safe("L1C", "02.14")(folder, ground)) / "MTD_MSIL1C.xml")


def zipped(level: str, baseline: str, old: bool = False) -> WriteKind:
    def write(folder: Path, ground: Ground) -> str:
        made = Path(safe(level, baseline, old=old)(folder / "unpacked", ground))
        return str(zip_safe(made, folder / "product of the hub.zip"))

    return write


def zip_without_metadata(folder: Path, ground: Ground) -> str:
    made = Path(safe("L1C", "05.09")(folder / "unpacked", ground))
    (made / "MTD_MSIL1C.xml").unlink()
    return str(zip_safe(made, folder / "product.zip"))


def granule_folder(folder: Path, ground: Ground) -> str:
    made = Path(safe("L1C", "04.00")(folder, ground))
    return str(next((made / "GRANULE").iterdir()))


def band_of_safe(folder: Path, ground: Ground) -> str:
    made = Path(safe("L1C", "04.00")(folder, ground))
    return str(next(made.rglob("*_B04.jp2")))


def gdal_subdataset(folder: Path, ground: Ground) -> str:
    made = Path(safe("L1C", "04.00")(folder, ground))
    return f"SENTINEL2_L1C:{made}/MTD_MSIL1C.xml:10m:EPSG_32631"


def single_files(pattern: str, ending: str) -> WriteKind:
    def write(folder: Path, ground: Ground) -> str:
        paths = {}
        for band, numbers in ground.pixels.items():
            short = f"B{int(band[1:])}"
            name = pattern.format(band=band, short=short, color=COLORS[band])
            paths[band] = folder / f"{name}.{ending}"
            write_image(paths[band], numbers, ground.crs, ground.transform)
        return str(paths["B03"])

    return write


def folder_of_files(folder: Path, ground: Ground) -> str:
    single_files("scene_{band}_(Raw)", "tif")(folder, ground)
    return str(folder)


def stac_item(folder: Path, ground: Ground) -> str:
    """An item as Earth Search made it: common names, `raster:bands`, STAC 1.0."""
    single_files("{band}", "tif")(folder, ground)
    assets = {
        color: {
            "href": f"./{band}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "eo:bands": [{"name": color, "common_name": color}],
            "raster:bands": [{"nodata": 0, "scale": 0.0001, "offset": 0.0}],
            "roles": ["data", "reflectance"],
        }
        for band, color in COLORS.items()
    }
    properties = {
        "datetime": "2019-04-11T10:50:31Z",
        "s2:processing_baseline": "02.07",
        "s2:product_type": "S2MSI1C",
        "view:sun_elevation": 46.0,
    }
    return _write_item(folder, "1.0.0", properties, assets)


def stac_item_with_offset(folder: Path, ground: Ground) -> str:
    """An item as the Copernicus Data Space Ecosystem makes it: STAC 1.1, 1000 added, JP2s."""
    for band, numbers in ground.pixels.items():
        path = folder / f"{band}_10m.jp2"
        write_image(path, (numbers + ADDED).astype(np.uint16), ground.crs, ground.transform)
    assets = {
        f"{band}_10m": {
            "href": f"./{band}_10m.jp2",
            "type": "image/jp2",
            "bands": [{"name": band, "eo:common_name": color}],
            "raster:scale": 0.0001,
            "raster:offset": -0.1,
            "nodata": 0,
            "gsd": 10,
            "roles": ["data", "reflectance", "sampling:original", "gsd:10m"],
        }
        for band, color in COLORS.items()
    }
    properties = {
        "datetime": "2019-04-11T10:50:31.024Z",
        "processing:level": "L1",
        "processing:version": "05.09",
        "product:type": "S2MSI1C",
        "view:sun_elevation": 46.0,
    }
    return _write_item(folder, "1.1.0", properties, assets)


def _write_item(
    folder: Path, version: str, properties: dict[str, object], assets: dict[str, dict]
) -> str:
    item = {
        "type": "Feature",
        "stac_version": version,
        "id": "S2A_31UFS_20190411_0_L1C",
        "properties": properties,
        "assets": assets,
    }
    (folder / "item.json").write_text(json.dumps(item), encoding="utf-8")
    return str(folder / "item.json")
