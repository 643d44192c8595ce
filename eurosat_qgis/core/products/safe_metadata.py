"""What a SAFE's XML states: MTD_MSIL1C.xml, MTD_MSIL2A.xml and the granule's MTD_TL.xml.

Elements after ESA's Sentinel-2 Products Specification Document (S2-PDGS-TAS-DI-PSD), issues 13 to
15; old products have the same by other names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from eurosat_qgis.core.products.metadata_xml import Metadata, child_number, finite
from eurosat_qgis.core.products.product import ProductFacts

# Bands by the number that metadata give them, bandId and band_id.
BAND_IDS = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12",
)  # fmt: skip
_VISIBLE_IDS = ("1", "2", "3")
# The offset is in from this processing baseline on; older metadata have no element for it.
_FIRST_WITH_OFFSET = "04.00"


def stated_by_product(facts: ProductFacts, metadata: Metadata, name: str) -> ProductFacts:
    """`facts` with what the product's metadata (`name` is the file's) state, where missing."""
    level = _level(metadata.text("PROCESSING_LEVEL") or metadata.text("PRODUCT_TYPE") or "")
    baseline = metadata.text("PROCESSING_BASELINE")
    if baseline and not re.fullmatch(r"\d{2}\.\d{2}", baseline):
        baseline = None
    quantification = metadata.number(
        "QUANTIFICATION_VALUE", "BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE"
    )
    if quantification is not None and quantification <= 0:
        quantification = None
    offsets = _offsets(metadata)
    if not offsets and quantification and baseline and baseline < _FIRST_WITH_OFFSET:
        offsets = dict.fromkeys(BAND_IDS, 0.0)
    stated = facts.supplemented(
        name,
        name=metadata.text("PRODUCT_URI", "PRODUCT_URI_2A", "PRODUCT_URI_1C"),
        level=level,
        baseline=baseline,
        quantification=quantification,
        offsets=offsets,
        sensing_time=metadata.text("PRODUCT_START_TIME", "DATATAKE_SENSING_START"),
    )
    return _stated_of_air(stated, metadata, name)


def stated_by_granule(facts: ProductFacts, metadata: Metadata, name: str) -> ProductFacts:
    """`facts` with what a granule's metadata state, where missing: angles of sun and view, air."""
    suns = list(metadata.elements("Mean_Sun_Angle"))
    views = [
        e
        for e in metadata.elements("Mean_Viewing_Incidence_Angle")
        if e.get("bandId") in _VISIBLE_IDS
    ]
    view_zeniths = [z for e in views if (z := child_number(e, "ZENITH_ANGLE")) is not None]
    view_azimuths = [a for e in views if (a := child_number(e, "AZIMUTH_ANGLE")) is not None]
    stated = facts.supplemented(
        name,
        level=_level(metadata.kind),
        sensing_time=metadata.text("SENSING_TIME"),
        sun_zenith=_zenith(child_number(suns[0], "ZENITH_ANGLE")) if suns else None,
        sun_azimuth=child_number(suns[0], "AZIMUTH_ANGLE") if suns else None,
        view_zenith=_zenith(sum(view_zeniths) / len(view_zeniths)) if view_zeniths else None,
        view_azimuth=mean_direction(view_azimuths) if view_azimuths else None,
    )
    return _stated_of_air(stated, metadata, name)


def quantification_of_air(metadata: Metadata) -> tuple[float, float]:
    """What the numbers of the AOT and WVP rasters are divided by; 1000 where not stated."""
    aerosol = metadata.number("AOT_QUANTIFICATION_VALUE", "L2A_AOT_QUANTIFICATION_VALUE")
    vapour = metadata.number("WVP_QUANTIFICATION_VALUE", "L2A_WVP_QUANTIFICATION_VALUE")
    return aerosol or 1000.0, vapour or 1000.0


def mean_direction(degrees: Sequence[float]) -> float:
    """The direction of the mean of unit vectors, 0..360: 350 and 20 give 5."""
    x = sum(math.cos(math.radians(d)) for d in degrees)
    y = sum(math.sin(math.radians(d)) for d in degrees)
    return round(math.degrees(math.atan2(y, x)) % 360, 6)


def _level(text: str) -> str | None:
    match = re.search(r"(1C|2A)", text, re.IGNORECASE)
    return f"L{match.group(1).upper()}" if match else None


def _offsets(metadata: Metadata) -> dict[str, float]:
    found = {}
    for element in metadata.elements("RADIO_ADD_OFFSET", "BOA_ADD_OFFSET"):
        band = element.get("band_id") or element.get("bandId") or ""
        offset = finite(element.text)
        if offset is not None and band.isdecimal() and int(band) < len(BAND_IDS):
            found[BAND_IDS[int(band)]] = offset
    return found


def _zenith(degrees: float | None) -> float | None:
    return degrees if degrees is not None and 0 <= degrees <= 90 else None


def _stated_of_air(facts: ProductFacts, metadata: Metadata, name: str) -> ProductFacts:
    # GRANULE_MEAN_WV is in cm of precipitable water, which weighs as many g/cm².
    return facts.supplemented(
        name,
        aerosol_optical_thickness=_not_negative(metadata.number("GRANULE_MEAN_AOT")),
        water_vapour=_not_negative(metadata.number("GRANULE_MEAN_WV")),
        ozone=_not_negative(metadata.number("OZONE_VALUE")) or None,
    )


def _not_negative(number: float | None) -> float | None:
    return number if number is not None and number >= 0 else None
