"""Tells what kind of scene a name means, and finds its bands and metadata."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.band_files import (
    is_raster,
    is_resolution_folder,
    read_band_files,
)
from eurosat_qgis.core.products.band_names import band_in_file_name
from eurosat_qgis.core.products.files import (
    FolderFiles,
    ProductFiles,
    folder_files,
    zip_files,
)
from eurosat_qgis.core.products.metadata_xml import parse_metadata
from eurosat_qgis.core.products.safe import (
    is_granule_xml,
    is_product_xml,
    read_safe,
    safe_folder,
)
from eurosat_qgis.core.products.sources import Product
from eurosat_qgis.core.products.stac import LARGEST_ITEM, read_item
from eurosat_qgis.core.products.web import fetch_text

# GDAL's names of what its SENTINEL2 driver finds: SENTINEL2_L1C:/path/MTD_MSIL1C.xml:10m:EPSG_32631
_SENTINEL2 = re.compile(r"SENTINEL2_L\w+:(?P<path>.+?\.(?:xml|zip))(?::[^/\\]*)?", re.IGNORECASE)
# /vsizip/scene.zip/inside.jp2 or /vsizip/{scene.zip}/inside.jp2
_IN_ZIP = re.compile(
    r"/vsizip/(?:\{(?P<braced>[^{}]+)\}|(?P<plain>.+?\.zip))(?:/(?P<in>.*))?", re.IGNORECASE
)
_OTHER_ARCHIVES = (".tar", ".tgz", ".gz", ".7z", ".rar")
_ITEM_ENDINGS = (".json", ".geojson")


def recognise(scene: str) -> Product:
    """Find out what `scene` is: a path, a URL, or any other name that GDAL opens.

    Raises InputError when it does not exist, cannot be read, or is not one scene.
    """
    name = scene.strip()
    subdataset = _SENTINEL2.fullmatch(name)
    if subdataset:
        name = subdataset.group("path").strip('"')
    if not name or "\0" in name:
        raise InputError("The scene has no name: give a file, a folder or an address.")
    if name.startswith(("http://", "https://")):
        return _on_the_web(name)
    if in_zip := _IN_ZIP.fullmatch(name):
        archive = Path(in_zip.group("braced") or in_zip.group("plain"))
        if archive.is_file():
            return _in_zip(archive, (in_zip.group("in") or "").strip("/"))
    path = Path(name)
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.is_file():
            return _of_file(path)
    except OSError as error:
        raise InputError(f"{name} cannot be read ({error.strerror}).") from error
    # A name with a colon may be one of GDAL's own (NETCDF:file:variable).
    if ":" not in name and not name.startswith("/vsi"):
        raise InputError(f"{name} does not exist: check the scene's path.")
    return _raster(name)


def _on_the_web(url: str) -> Product:
    try:
        path = urlsplit(url).path.lower()
    except ValueError as error:
        raise InputError(f"{url} is no address: check it.") from error
    # A STAC API's items have no ending: .../collections/sentinel-2-l2a/items/S2A_...
    if path.endswith(_ITEM_ENDINGS) or ("/items/" in path and not is_raster(path)):
        product = read_item(fetch_text(url, LARGEST_ITEM), url)
        if product is None:
            raise InputError(f"{url} is no STAC item: give the address of an item or a raster.")
        return product
    if path.endswith((".zip", ".xml")):
        raise InputError(f"{url} is not read over the web: download the product and give its path.")
    return _raster(f"/vsicurl/{url}")


def _in_folder(folder: Path) -> Product:
    granule = None
    # A granule's folder, and those in it, stand for its product's, which has the metadata.
    for inner in (folder, *folder.parents):
        if inner.parent.name == "GRANULE":
            granule, folder = inner.name, inner.parent.parent
            break
    if folder.name == "GRANULE":
        folder = folder.parent
    files = folder_files(folder)
    found = _safe_of(files, granule) or read_band_files(files)
    if found:
        return found
    return _only_raster(files)


def _safe_of(files: ProductFiles, granule: str | None = None) -> Product | None:
    inside = safe_folder(files.names)
    return None if inside is None else read_safe(files, inside, granule)


def _only_raster(files: ProductFiles) -> Product:
    rasters = [name for name in files.names if is_raster(name)]
    if len(rasters) != 1:
        what = f"{len(rasters)} rasters" if rasters else "no raster"
        raise InputError(
            f"{files.label} is no Sentinel-2 product and holds {what}: give a SAFE, or one file."
        )
    return _raster(files.gdal_name(rasters[0]))


def _in_zip(archive: Path, inside: str) -> Product:
    files = zip_files(archive)
    if inside in files.names and is_raster(inside):
        return _of_raster(files, inside)
    if inside and not any(n == inside or n.startswith(f"{inside}/") for n in files.names):
        raise InputError(f"{archive.name} holds no {inside}: check the name.")
    return _safe_of(files) or read_band_files(files) or _only_raster(files)


def _of_file(path: Path) -> Product:
    name, ending = path.name, path.suffix.lower()
    if ending == ".zip":
        return _in_zip(path, "")
    if ending in _OTHER_ARCHIVES:
        raise InputError(f"{name} is an archive that is not read: unpack it, or give a zip.")
    if is_granule_xml(name):
        return _in_folder(path.parent)
    if is_product_xml(name) or name == "manifest.safe" or _is_product_metadata(path):
        found = _safe_of(folder_files(path.parent))
        if found:
            return found
    if ending in _ITEM_ENDINGS:
        product = read_item(FolderFiles(path.parent, ()).read(name), str(path))
        if product is None:
            raise InputError(f"{path} is no STAC item: give an item, or a raster.")
        return product
    root = _root_of(path)
    files = folder_files(root) if root != path.parent else _folder_alone(root)
    return _of_raster(files, path.relative_to(root).as_posix())


def _is_product_metadata(path: Path) -> bool:
    """Whether an XML file has a product's metadata under a name of its own."""
    if path.suffix.lower() != ".xml":
        return False
    try:
        metadata = parse_metadata(FolderFiles(path.parent, ()).read(path.name), path.name)
    except InputError:
        return False
    return "User_Product" in metadata.kind


def _root_of(path: Path) -> Path:
    """The folder in which a raster's companions lie: its product's, or its own."""
    for folder in path.parents:
        if folder.name == "GRANULE":
            return folder.parent
    return path.parent.parent if is_resolution_folder(path.parent.name) else path.parent


def _folder_alone(folder: Path) -> FolderFiles:
    return FolderFiles(folder, tuple(sorted(p.name for p in folder.iterdir() if p.is_file())))


def _of_raster(files: ProductFiles, name: str) -> Product:
    """The raster itself, or all the bands of the scene of which it is one."""
    safe = None
    if re.search(r"(?:^|/)GRANULE/", name):
        granule = name.split("GRANULE/", 1)[1].split("/", 1)[0]
        safe = _safe_of(files, granule)
    if _has_one_band(files.gdal_name(name)):
        if safe and _band_of(name) in safe.bands:
            file = PurePosixPath(name).name
            return replace(safe, recognised=f"{file} is a band of a {safe.kind}, read with it.")
        if found := read_band_files(files, name):
            return found
    product = _raster(files.gdal_name(name))
    return product if safe is None else replace(product, facts=safe.facts)


def _band_of(name: str) -> str:
    told = band_in_file_name(PurePosixPath(name).stem)
    return told[0] if told else ""


def _has_one_band(name: str) -> bool:
    # What cannot be opened is reported when it is opened to be read.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(name) as raster:
                return bool(raster.count == 1)
    except (RasterioError, ValueError):
        return False


def _raster(name: str) -> Product:
    file = PurePosixPath(name.partition("?")[0]).name or name
    return Product(name=file, kind="raster", recognised="A raster that GDAL opens.", raster=name)
