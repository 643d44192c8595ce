"""Bands of one scene in files of their own, found by their names."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.band_names import band_in_file_name
from eurosat_qgis.core.products.files import ProductFiles
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.sources import BandSource, Product

RASTER_ENDINGS = (".tif", ".tiff", ".jp2", ".j2k", ".img", ".vrt", ".nc")
# ESA's own names, whose images keep 0 for nodata: T31UFS_20190411T105031_B04.jp2.
_ESA_NAME = re.compile(
    r"(?:(?:L2A_)?T\d{2}[A-Z]{3}_\d{8}T\d{6}_|S2\w_\w{4}_MSI_L(?:1C|2A)_TL_).*\.jp2", re.IGNORECASE
)
_METRES = re.compile(r"_(10|20|60)m$", re.IGNORECASE)
_FOLDER_METRES = re.compile(r"R(10|20|60)m", re.IGNORECASE)


def is_raster(name: str) -> bool:
    """Whether a file's ending is that of a raster."""
    return PurePosixPath(name).suffix.lower() in RASTER_ENDINGS


def is_resolution_folder(name: str) -> bool:
    """Whether a folder is called R10m, R20m or R60m, as those of Level-2A images."""
    return bool(_FOLDER_METRES.fullmatch(name))


def read_band_files(files: ProductFiles, given: str | None = None) -> Product | None:
    """The scene whose bands lie in `files`; with `given`, a file's name, the scene that it is of.

    None when no file's name says which band it is. Raises InputError when there are several scenes
    and none was given.
    """
    scenes = _scenes(files.names)
    if given is not None:
        bands = next((found for key, found in scenes.items() if given in found.values()), None)
        if bands is None:
            return None
    elif not scenes:
        return None
    elif len(scenes) > 1:
        examples = ", ".join(sorted(min(found.values()) for found in scenes.values())[:3])
        raise InputError(
            f"{files.label} holds the bands of {len(scenes)} scenes: give one file, such as one of "
            f"{examples}."
        )
    else:
        bands = next(iter(scenes.values()))
    shown = PurePosixPath(given or min(bands.values())).name
    facts = stated_by_name(ProductFacts(), shown, "the files' name")
    if given is None:
        facts = stated_by_name(facts, files.label, "the folder's name")
    return Product(
        name=shown,
        kind="single-band files",
        recognised=f"Single-band files: {len(bands)} with names like {shown}.",
        facts=facts,
        bands={
            band: BandSource(
                files.gdal_name(name),
                nodata=0.0 if _ESA_NAME.fullmatch(PurePosixPath(name).name) else None,
            )
            for band, name in sorted(bands.items())
        },
    )


def _scenes(names: tuple[str, ...]) -> dict[tuple[str, ...], dict[str, str]]:
    """The files of each scene by band: same folder, same name but for the band.

    Of images at several resolutions, which may lie in folders R10m, R20m, R60m, the finest.
    """
    found: dict[tuple[str, ...], dict[str, tuple[int, str]]] = defaultdict(dict)
    for name in names:
        path = PurePosixPath(name)
        told = band_in_file_name(path.stem) if is_raster(name) else None
        if told is None:
            continue
        band, before, after = told
        folder = path.parent
        metres = _METRES.search(after)
        in_folder = _FOLDER_METRES.fullmatch(folder.name)
        if in_folder:
            folder = folder.parent
        finest = int((metres or in_folder or [0, 0])[1])
        key = (str(folder), before.lower(), _METRES.sub("", after).lower(), path.suffix.lower())
        if band not in found[key] or finest < found[key][band][0]:
            found[key][band] = (finest, name)
    return {key: {band: name for band, (_, name) in bands.items()} for key, bands in found.items()}
