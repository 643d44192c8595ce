"""What a STAC item states of its product.

Names after the STAC extensions eo, view, raster, processing and sentinel-2, and Element 84's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eurosat_qgis.core.products.metadata_xml import finite
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts

# Element 84's catalogues, version 1 and 0.
_OFFSET_APPLIED = ("earthsearch:boa_offset_applied", "sentinel:boa_offset_applied")


def stated_by_item(item: Mapping[str, Any], bands: Mapping[str, Mapping[str, Any]]) -> ProductFacts:
    """What an item's properties state, and the `raster:bands` of its `bands`' assets."""
    properties = item.get("properties")
    properties = properties if isinstance(properties, Mapping) else {}
    product = _text(properties, "s2:product_uri") or _text(item, "id")
    quantification, offsets = _scale_and_offsets(bands)
    facts = ProductFacts(name=product)
    # Their raster:bands go on stating the offset that is no longer in the numbers.
    applied = [key for key in _OFFSET_APPLIED if properties.get(key) is True]
    if applied:
        source = f"the STAC item ({applied[0]})"
        facts = facts.supplemented(source, offsets=dict.fromkeys(bands, 0.0))
    facts = facts.supplemented(
        "the STAC item",
        level=_level(properties),
        baseline=_baseline(properties),
        quantification=quantification,
        offsets=offsets,
        sensing_time=_text(properties, "datetime"),
        sun_zenith=_zenith(properties),
        sun_azimuth=_first_number(properties, "view:sun_azimuth", "s2:mean_solar_azimuth"),
        view_zenith=_first_number(properties, "view:off_nadir", "view:incidence_angle"),
        view_azimuth=_number(properties, "view:azimuth"),
        aerosol_optical_thickness=_number(properties, "s2:granule_mean_aot"),
        water_vapour=_number(properties, "s2:granule_mean_wv"),
    )
    collection = _text(item, "collection") or ""
    for name in filter(None, (product, _text(item, "id"), collection)):
        facts = stated_by_name(facts, name)
    return facts


def _zenith(properties: Mapping[str, Any]) -> float | None:
    """Of the sun; the Planetary Computer states it, others its elevation."""
    elevation = _number(properties, "view:sun_elevation")
    stated = _number(properties, "s2:mean_solar_zenith")
    zenith = 90 - elevation if elevation is not None else stated
    return zenith if zenith is not None and 0 <= zenith <= 90 else None


def _level(properties: Mapping[str, Any]) -> str | None:
    for key in ("processing:level", "s2:processing_level", "s2:product_type", "product:type"):
        text = (_text(properties, key) or "").upper()
        for level in ("1C", "2A"):
            if level in text:
                return f"L{level}"
    return None


def _baseline(properties: Mapping[str, Any]) -> str | None:
    for key in ("s2:processing_baseline", "sentinel:processing_baseline", "processing:version"):
        text = _text(properties, key) or ""
        digits = text.replace(".", "")
        if len(digits) == 4 and digits.isascii() and digits.isdecimal():
            return f"{digits[:2]}.{digits[2:]}"
    return None


def _scale_and_offsets(
    bands: Mapping[str, Mapping[str, Any]],
) -> tuple[float | None, dict[str, float]]:
    """Reflectance = DN * scale + offset = (DN + offset / scale) / (1 / scale)."""
    quantification: float | None = None
    offsets: dict[str, float] = {}
    for band, asset in bands.items():
        stated = raster_band(asset)
        scale, offset = _number(stated, "scale"), _number(stated, "offset")
        if scale is None or scale <= 0:
            continue
        quantification = quantification or round(1 / scale, 6)
        if offset is not None:
            offsets[band] = round(offset / scale, 6) or 0.0
    return quantification, offsets


def raster_band(asset: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an asset states of its first band's numbers: scale, offset, nodata."""
    listed = asset.get("raster:bands") or asset.get("bands")
    first = listed[0] if isinstance(listed, list) and listed else None
    stated: dict[str, Any] = {}
    # STAC 1.1 has these in the asset itself or in its bands, with or without a prefix.
    for source in (asset, first):
        if isinstance(source, Mapping):
            for name in ("scale", "offset", "nodata"):
                for key in (f"raster:{name}", name):
                    if key in source:
                        stated[name] = source[key]
    return stated


def _text(mapping: Mapping[str, Any], key: str) -> str | None:
    value = mapping.get(key)
    return value if isinstance(value, str) and value else None


def _number(mapping: Mapping[str, Any], key: str) -> float | None:
    value = mapping.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return finite(str(value))
    except OverflowError:
        return None


def _first_number(mapping: Mapping[str, Any], *keys: str) -> float | None:
    return next((n for key in keys if (n := _number(mapping, key)) is not None), None)
