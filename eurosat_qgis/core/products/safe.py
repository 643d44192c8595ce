"""SAFE products: the folder or zip in which ESA delivers Sentinel-2, old and compact format."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np
import rasterio
from rasterio.errors import RasterioError

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.files import ProductFiles, ZipFiles
from eurosat_qgis.core.products.metadata_xml import Metadata, parse_metadata
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.safe_metadata import (
    quantification_of_air,
    stated_by_granule,
    stated_by_product,
)
from eurosat_qgis.core.products.sources import BandSource, Product

# MTD_MSIL1C.xml of the compact format, S2A_OPER_MTD_SAFL1C_PDMC_....xml of the old one.
_PRODUCT_XML = re.compile(
    r"(?:MTD_MSIL(?:1C|2A)|S2\w_\w{4}_MTD_SAFL(?:1C|2A)_.*)\.xml", re.IGNORECASE
)
# MTD_TL.xml, and S2A_OPER_MTD_L1C_TL_SGS__....xml.
_GRANULE_XML = re.compile(r"(?:MTD_TL|S2\w_\w{4}_MTD_L(?:1C|2A)_TL_.*)\.xml", re.IGNORECASE)
_IMAGE = re.compile(
    r"(?P<what>B(?:0[1-9]|1[0-2]|8A)|AOT|WVP|SCL)(?:_(?P<metres>10|20|60)m)?\.(?:jp2|tiff?)",
    re.IGNORECASE,
)
_FOLDER_METRES = re.compile(r"R(10|20|60)m", re.IGNORECASE)
# SPECIAL_VALUE_INDEX of NODATA in every product's metadata.
_NODATA = 0.0
# Pixels a side of the decimated reading that the mean of AOT comes from.
_AIR_SIDE = 128


def is_product_xml(name: str) -> bool:
    """Whether a file's name is that of a SAFE's product metadata."""
    return bool(_PRODUCT_XML.fullmatch(name))


def is_granule_xml(name: str) -> bool:
    """Whether a file's name is that of a granule's metadata."""
    return bool(_GRANULE_XML.fullmatch(name))


def safe_folder(names: tuple[str, ...]) -> str | None:
    """The part of `names` in which one SAFE lies (`X.SAFE/`, or nothing), None without one.

    Raises InputError when there are several.
    """
    holding_xml = {_parent(n) for n in names if is_product_xml(PurePosixPath(n).name)}
    # A granule alone, or a product whose metadata are missing.
    holding_granule = {
        n.split("GRANULE/", 1)[0]
        for n in names
        if re.search(r"(?:^|/)GRANULE/", n) and _what(n) is not None
    }
    granules_alone = {
        _parent(n) for n in names if is_granule_xml(PurePosixPath(n).name) and "GRANULE/" not in n
    }
    for found in (holding_xml | holding_granule, granules_alone):
        # A product may repeat its metadata further down.
        outermost = {f for f in found if not any(f != o and f.startswith(o) for o in found)}
        if len(outermost) > 1:
            listed = ", ".join(sorted(o.rstrip("/") for o in outermost)[:4])
            raise InputError(f"There are {len(outermost)} products here: give one of {listed}.")
        if outermost:
            return outermost.pop()
    return None


def read_safe(files: ProductFiles, folder: str, granule: str | None = None) -> Product:
    """The product that lies in `folder` of `files`, or one `granule` (its folder's name) of it.

    Raises InputError when its metadata cannot be read or it holds several granules.
    """
    inside = tuple(n for n in files.names if n.startswith(folder))
    product_xml = next((n for n in inside if _is_at(n, folder) and _is_product(n)), None)
    chosen = _granule_folder(files, inside, folder, granule)
    granule_xml = next((n for n in inside if _is_at(n, chosen) and _is_granule(n)), None)
    facts = ProductFacts()
    product_metadata: Metadata | None = None
    if product_xml:
        product_metadata = parse_metadata(files.read(product_xml), product_xml)
        facts = stated_by_product(facts, product_metadata, PurePosixPath(product_xml).name)
    if granule_xml:
        metadata = parse_metadata(files.read(granule_xml), granule_xml)
        facts = stated_by_granule(facts, metadata, PurePosixPath(granule_xml).name)
    product_name = facts.name or PurePosixPath(folder).name or files.label
    for name in (product_name, PurePosixPath(chosen).name):
        facts = stated_by_name(facts, name)
    facts = replace(facts, name=product_name)
    images = _images(tuple(n for n in inside if n.startswith(chosen)))
    facts = _with_rasters(facts, files, images, product_metadata)
    old = bool(product_xml and "_MTD_SAFL" in product_xml.upper())
    kind = f"{'zipped ' if isinstance(files, ZipFiles) else ''}SAFE{', old format' if old else ''}"
    told_by = PurePosixPath(product_xml or granule_xml or f"{chosen}IMG_DATA").name
    return Product(
        name=product_name,
        kind=kind,
        recognised=f"{kind}, told by its {told_by}.",
        facts=facts,
        bands={
            band: BandSource(files.gdal_name(name), nodata=_NODATA)
            for band, name in sorted(images.items())
            if band.startswith("B")
        },
        warnings=() if product_xml else (_without_metadata(chosen),),
    )


def _without_metadata(chosen: str) -> str:
    where = PurePosixPath(chosen).name or "the product"
    return (
        f"The metadata of {where} (MTD_MSIL1C.xml or MTD_MSIL2A.xml) are missing: level, baseline "
        "and offset are told otherwise; see the reasons."
    )


def _granule_folder(
    files: ProductFiles, inside: tuple[str, ...], folder: str, granule: str | None
) -> str:
    start = f"{folder}GRANULE/"
    found = sorted({n[len(start) :].split("/", 1)[0] for n in inside if n.startswith(start)})
    # Files such as desktop.ini are no granules.
    found = [g for g in found if any(n.startswith(f"{start}{g}/") for n in inside)]
    if granule is not None:
        found = [g for g in found if g == granule]
    if len(found) > 1:
        raise InputError(
            f"{files.label} holds {len(found)} granules: give the folder of one of them, such as "
            f"GRANULE/{found[0]}."
        )
    return f"{start}{found[0]}/" if found else folder


def _images(names: tuple[str, ...]) -> dict[str, str]:
    """The finest image of each band, and of AOT, WVP and SCL."""
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        told = _what(name)
        if told is None:
            continue
        what, metres = told
        if what not in best or metres < best[what][0]:
            best[what] = (metres, name)
    return {what: name for what, (_, name) in best.items()}


def _what(name: str) -> tuple[str, int] | None:
    """`("B04", 10)` of an image's name; 0 m where it does not say, as in Level-1C."""
    path = PurePosixPath(name)
    match = re.search(rf"(?:^|_){_IMAGE.pattern}$", path.name, re.IGNORECASE)
    if match is None or re.search(r"(?:^|/)QI_DATA/", name, re.IGNORECASE):
        return None
    metres = match.group("metres")
    in_folder = _FOLDER_METRES.fullmatch(path.parent.name)
    if metres is None and in_folder:
        metres = in_folder.group(1)
    return match.group("what").upper(), int(metres or 0)


def _with_rasters(
    facts: ProductFacts,
    files: ProductFiles,
    images: dict[str, str],
    metadata: Metadata | None,
) -> ProductFacts:
    if "SCL" in images:
        facts = replace(facts, scene_classification=files.gdal_name(images["SCL"]))
    aerosol_by, vapour_by = quantification_of_air(metadata) if metadata else (1000.0, 1000.0)
    for what, divisor, field in (
        ("AOT", aerosol_by, "aerosol_optical_thickness"),
        ("WVP", vapour_by, "water_vapour"),
    ):
        if what in images and getattr(facts, field) is None:
            mean = mean_of_raster(files.gdal_name(images[what]))
            if mean is not None:
                source = f"the mean of {PurePosixPath(images[what]).name}"
                facts = facts.supplemented(source, **{field: mean / divisor})
    return facts


def mean_of_raster(name: str) -> float | None:
    """The mean of a raster's numbers above 0 (0 is nodata), None when there is none to be read."""
    try:
        with rasterio.open(name) as raster:
            shape = (min(_AIR_SIDE, raster.height), min(_AIR_SIDE, raster.width))
            numbers = raster.read(1, out_shape=shape)
    except RasterioError:
        return None
    known = numbers[np.isfinite(numbers) & (numbers > 0)]
    return float(known.mean()) if known.size else None


def _parent(name: str) -> str:
    folder, slash, _ = name.rpartition("/")
    return folder + slash


def _is_at(name: str, folder: str) -> bool:
    return _parent(name) == folder


def _is_product(name: str) -> bool:
    return is_product_xml(PurePosixPath(name).name)


def _is_granule(name: str) -> bool:
    return is_granule_xml(PurePosixPath(name).name)
