"""What a raster's own tags state, after GDAL's SENTINEL2 driver and Earth Engine's exports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from eurosat_qgis.core.products.band_names import band_in_file_name, band_of_wavelength_text
from eurosat_qgis.core.products.metadata_xml import finite
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.safe_metadata import mean_direction

_PRODUCT_TAGS = ("PRODUCT_URI", "PRODUCT_URI_2A", "PRODUCT_ID")
_LEVEL_TAGS = ("PROCESSING_LEVEL", "PRODUCT_TYPE")
_NAME_TAGS = ("BANDNAME", "BandName", "name", "long_name", "description", "NETCDF_VARNAME")
# In the XML of one band's sources; the whole VRT is GDAL's to read.
_SOURCE_FILE = re.compile(r"<SourceFilename[^>]*>([^<]+)</SourceFilename>")
_VISIBLE = (("B2", "B3", "B4"), ("B02", "B03", "B04"))


def stated_by_tags(facts: ProductFacts, tags: Mapping[str, str]) -> ProductFacts:
    """`facts` with what a raster's own `tags` state, where missing."""
    level = next((f for k in _LEVEL_TAGS if (f := _level(tags.get(k, "")))), None)
    baseline = tags.get("PROCESSING_BASELINE", "")
    digits = baseline.replace(".", "")
    known = len(digits) == 4 and digits.isascii() and digits.isdecimal()
    zenith = finite(tags.get("MEAN_SOLAR_ZENITH_ANGLE"))
    zeniths = _of_visible(tags, "MEAN_INCIDENCE_ZENITH_ANGLE_")
    azimuths = _of_visible(tags, "MEAN_INCIDENCE_AZIMUTH_ANGLE_")
    product = next((tags[k] for k in _PRODUCT_TAGS if tags.get(k)), None)
    facts = facts.supplemented(
        "the raster's tags",
        name=product,
        level=level,
        baseline=f"{digits[:2]}.{digits[2:]}" if known else None,
        sensing_time=tags.get("PRODUCT_START_TIME") or None,
        sun_zenith=zenith if zenith is not None and 0 <= zenith <= 90 else None,
        sun_azimuth=finite(tags.get("MEAN_SOLAR_AZIMUTH_ANGLE")),
        view_zenith=sum(zeniths) / len(zeniths) if zeniths else None,
        view_azimuth=mean_direction(azimuths) if azimuths else None,
        ozone=finite(tags.get("OZONE_VALUE")) or None,
        aerosol_optical_thickness=finite(tags.get("GRANULE_MEAN_AOT")),
        water_vapour=finite(tags.get("GRANULE_MEAN_WV")),
    )
    for name in filter(None, (product, tags.get("PRODUCT_URI_1C"))):
        facts = stated_by_name(facts, name, "the product's name in the tags")
    return facts


def stated_by_scale(
    facts: ProductFacts, bands: Sequence[str], scales: Sequence[float], offsets: Sequence[float]
) -> ProductFacts:
    """`facts` with GDAL's scale and offset of `bands`, where missing.

    GDAL's raster data model: reflectance = DN * scale + offset, which is
    (DN + offset / scale) / (1 / scale).
    A scale of 1 and an offset of 0 are what GDAL says when nothing is stated.
    """
    stated = [(s, o) for s, o in zip(scales, offsets, strict=True) if (s, o) != (1.0, 0.0)]
    if not stated or len(stated) < len(bands) or any(not s > 0 for s, _ in stated):
        return facts
    return facts.supplemented(
        "the raster's scale and offset",
        quantification=round(1 / stated[0][0], 6),
        offsets={b: round(o / s, 6) for b, (s, o) in zip(bands, stated, strict=True)},
    )


def name_in_tags(tags: Mapping[str, str]) -> str | None:
    """What a raster band's own `tags` call it."""
    return next((tags[key] for key in _NAME_TAGS if tags.get(key)), None)


def band_of_sources(sources: Mapping[str, str]) -> str | None:
    """The band that a VRT's band is made of, told by the names of its source files.

    `sources` are GDAL's tags of the domain `vrt_sources`. None where names tell none, or several.
    """
    names = [name for text in sources.values() for name in _SOURCE_FILE.findall(text)]
    found = {
        told[0] if (told := band_in_file_name(PurePosixPath(name).stem)) else None for name in names
    }
    return found.pop() if len(found) == 1 else None


def wavelength_in_tags(tags: Mapping[str, str]) -> str | None:
    """A raster band's wavelength with its unit, as `665 nm`, from tags such as ENVI's."""
    for key, value in tags.items():
        name = key.lower()
        if "wavelength" not in name or "unit" in name:
            continue
        if band_of_wavelength_text(value):
            return value
        number = finite(value)
        if number:
            # In nm, or in µm when it is small; the unit stands in tags of many names.
            return f"{number if number > 100 else number * 1000:g} nm"
    return None


def _level(text: str) -> str | None:
    return next((f"L{level}" for level in ("1C", "2A") if level in text.upper()), None)


def _of_visible(tags: Mapping[str, str], start: str) -> list[float]:
    for names in _VISIBLE:
        found = [finite(tags.get(start + name)) for name in names]
        if any(number is not None for number in found):
            return [number for number in found if number is not None]
    return []
