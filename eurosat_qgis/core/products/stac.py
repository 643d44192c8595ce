"""STAC items: a JSON that names a scene's files, here or on the web."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.products.band_files import RASTER_ENDINGS
from eurosat_qgis.core.products.band_names import band_of_description, band_of_wavelength
from eurosat_qgis.core.products.metadata_xml import finite
from eurosat_qgis.core.products.sources import BandSource, Product
from eurosat_qgis.core.products.stac_facts import raster_band, stated_by_item

LARGEST_ITEM = 16 << 20
# Pictures to look at, whose numbers are no reflectance.
_PICTURES = {"visual", "overview", "thumbnail", "preview", "metadata"}


def read_item(content: bytes, location: str) -> Product | None:
    """The scene of a STAC item, None when the JSON is something else.

    `location` is the item's path or URL; relative addresses start there. Raises InputError when
    it is STAC but no item of one scene, or names a file in a way that is not followed.
    """
    item = _item(content, location)
    if item is None:
        return None
    assets = item.get("assets")
    listed = assets.items() if isinstance(assets, Mapping) else []
    chosen: dict[str, tuple[tuple[float, ...], Mapping[str, Any], int]] = {}
    extra: dict[str, Mapping[str, Any]] = {}
    for place, (key, asset) in enumerate(listed):
        if not isinstance(asset, Mapping) or not isinstance(asset.get("href"), str):
            continue
        if str(key).lower() in ("scl", "scl_20m"):
            extra.setdefault("scl", asset)
        for index, band in _bands(str(key), asset):
            rank = (*_rank(str(key), asset, index), float(place))
            if band not in chosen or rank < chosen[band][0]:
                chosen[band] = (rank, asset, index)
    facts = stated_by_item(item, {band: asset for band, (_, asset, _) in chosen.items()})
    bands = {
        band: BandSource(
            asset_name(asset["href"], location), index or 1, finite(str(_nodata(asset)))
        )
        for band, (_, asset, index) in sorted(chosen.items())
    }
    if "scl" in extra:
        name = asset_name(extra["scl"]["href"], location)
        facts = replace(facts, scene_classification=name)
    name = facts.name or PurePosixPath(location).name
    return Product(
        name=name,
        kind="STAC item",
        recognised="STAC item, told by its stac_version and assets.",
        facts=facts,
        bands=bands,
    )


def _item(content: bytes, location: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{location} is no readable JSON ({first_line(error)}): give a STAC item, or a raster."
        ) from error
    if not isinstance(found, Mapping):
        return None
    features = found.get("features")
    if found.get("type") == "FeatureCollection" and isinstance(features, list):
        if len(features) != 1 or not isinstance(features[0], Mapping):
            raise InputError(
                f"{location} lists {len(features)} items: give the address of one STAC item."
            )
        found = features[0]
    if "stac_version" not in found:
        return None
    if found.get("type") != "Feature":
        raise InputError(
            f"{location} is a STAC {found.get('type')}, not an item: give the address of one item."
        )
    return found


def _bands(key: str, asset: Mapping[str, Any]) -> list[tuple[int, str]]:
    """`(place, band)` of the bands in an asset; place 0 when it holds nothing else."""
    roles = asset.get("roles")
    if isinstance(roles, list) and _PICTURES.intersection(r for r in roles if isinstance(r, str)):
        return []
    if key.lower() in _PICTURES:
        return []
    listed = asset.get("eo:bands") or asset.get("bands")
    listed = [b for b in listed if isinstance(b, Mapping)] if isinstance(listed, list) else []
    if len(listed) > 1:
        named = [(place, _band(band)) for place, band in enumerate(listed, start=1)]
        return [(place, band) for place, band in named if band]
    band = _band(listed[0]) if listed else None
    if band is None and _is_image(asset):
        # Keys such as B04_10m and red-jp2.
        band = band_of_description(key.replace("-", " ").replace("_", " "))
    return [(0, band)] if band else []


def _band(band: Mapping[str, Any]) -> str | None:
    for key in ("name", "eo:common_name", "common_name", "description"):
        text = band.get(key)
        if isinstance(text, str) and (found := band_of_description(text)):
            return found
    centre = finite(str(band.get("eo:center_wavelength", band.get("center_wavelength"))))
    return None if centre is None else band_of_wavelength(centre * 1000)


def _rank(key: str, asset: Mapping[str, Any], index: int) -> tuple[float, ...]:
    """What to prefer among assets of one band: its own file, finest pixels, no JP2 beside COGs."""
    gsd = next(
        (
            n
            for name in ("gsd", "raster:spatial_resolution", "spatial_resolution")
            if (n := finite(str(asset.get(name)))) is not None
        ),
        10.0,
    )
    path = _path(asset["href"])
    for metres in (20, 60):
        if path.endswith((f"_{metres}m.jp2", f"_{metres}m.tif")) or key.endswith(f"_{metres}m"):
            gsd = max(gsd, float(metres))
    return (float(index > 0), gsd, float(path.endswith(".jp2")))


def _is_image(asset: Mapping[str, Any]) -> bool:
    kind = asset.get("type")
    path = _path(asset["href"])
    return path.endswith(RASTER_ENDINGS) or (isinstance(kind, str) and kind.startswith("image/"))


def _path(href: str) -> str:
    """An address without scheme, host and query, in lower case."""
    return href.partition("?")[0].partition("#")[0].lower()


def _nodata(asset: Mapping[str, Any]) -> object:
    return raster_band(asset).get("nodata")


def asset_name(href: str, location: str) -> str:
    """The name by which GDAL opens an asset of the item at `location` (a path or a URL).

    Raises InputError unless it is http(s), s3 or local; an item from the web names no local file.
    """
    from_web = location.startswith(("http://", "https://"))
    try:
        if from_web and "://" not in href:
            href = urljoin(location, href)
        scheme = urlsplit(href).scheme.lower() if "://" in href else ""
    except ValueError as error:
        raise InputError(f"The STAC item names a file by {href!r}: it is no address.") from error
    # Downloaded together with its files, an item goes on naming those on the web.
    beside = Path(location).parent / PurePosixPath(href.partition("?")[0]).name
    if scheme and not from_web and beside.is_file():
        return str(beside)
    if scheme in ("http", "https"):
        return f"/vsicurl/{href}"
    if scheme == "s3":
        return f"/vsis3/{href.partition('://')[2]}"
    if scheme == "file" and not from_web:
        href = unquote(urlsplit(href).path)
    elif scheme or from_web:
        raise InputError(
            f"The STAC item names a file by {href!r}: only http, https, s3 and local files are "
            "read."
        )
    if href.startswith("/vsi") or "<" in href:
        raise InputError(f"The STAC item names a file by {href!r}: give a path or an address.")
    return str(Path(location).parent / href)
