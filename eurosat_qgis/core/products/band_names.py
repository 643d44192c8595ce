"""The Sentinel-2 bands and the many ways in which people and programs write their names."""

from __future__ import annotations

import re

ALL_BANDS = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12",
)  # fmt: skip

_BAND_NAME = re.compile(
    r"(?<![A-Za-z0-9])B(?:and)?[ _]?0?(\d{1,2}|8A)(?![A-Za-z0-9])", re.IGNORECASE
)
# Centres lie between the two, in nm: ESA, Sentinel-2 Products Specification Document, Spectral
# Information of the satellites A, B and C, with some nm to spare.
_WAVELENGTHS = {
    "B01": (435, 451), "B02": (482, 501), "B03": (550, 570), "B04": (655, 675),
    "B05": (695, 713), "B06": (732, 749), "B07": (772, 790), "B08": (825, 849),
    "B8A": (856, 876), "B09": (930, 955), "B10": (1360, 1390), "B11": (1590, 1625),
    "B12": (2170, 2215),
}  # fmt: skip
_NANOMETRES = re.compile(r"(?<![\d.])(\d{3,4}(?:\.\d+)?) ?nm", re.IGNORECASE)
_MICROMETRES = re.compile(r"(?<![\d.])([012]\.\d+) ?[uµμ]m", re.IGNORECASE)
# The common names of STAC's EO extension, and what else is usual.
_COMMON_NAMES = {
    "coastal": "B01", "blue": "B02", "green": "B03", "red": "B04", "rededge1": "B05",
    "rededge2": "B06", "rededge3": "B07", "rededge071": "B05", "rededge075": "B06",
    "rededge078": "B07", "nir": "B08", "nir08": "B8A", "nir09": "B09", "cirrus": "B10",
    "swir16": "B11", "swir22": "B12",
}  # fmt: skip
_COLORS = ("red", "green", "blue", "nir")
# `red edge`, `near infra red` and `swir` hold a colour's name but are not that colour.
_NO_COLOR = re.compile(r"edge|infra|swir|narrow|vegetation", re.IGNORECASE)


def band_of_description(description: str) -> str | None:
    """The Sentinel-2 band that a text names, as `B04`: from B4, B04, band 4, red, 665 nm."""
    match = _BAND_NAME.search(description)
    if match:
        number = match.group(1).upper()
        name = "B8A" if number == "8A" else f"B{int(number):02d}"
        return name if name in ALL_BANDS else None
    name = re.sub(r"[\W_]+", "", description).lower()
    if name in _COMMON_NAMES:
        return _COMMON_NAMES[name]
    return band_of_wavelength_text(description) or _band_of_color_word(description)


def band_of_wavelength(nanometres: float) -> str | None:
    """The band whose centre is at a wavelength, None between bands."""
    for band, (shortest, longest) in _WAVELENGTHS.items():
        if shortest <= nanometres <= longest:
            return band
    return None


def band_of_wavelength_text(text: str) -> str | None:
    """The band of a wavelength with its unit in a text, such as `665 nm` or `0.665 µm`."""
    for pattern, unit in ((_NANOMETRES, 1.0), (_MICROMETRES, 1000.0)):
        match = pattern.search(text)
        if match:
            return band_of_wavelength(float(match.group(1)) * unit)
    return None


def _band_of_color_word(text: str) -> str | None:
    if _NO_COLOR.search(text):
        return None
    words = re.split(r"[\W_]+", text.lower())
    found = [color for color in _COLORS if color in words]
    return _COMMON_NAMES[found[0]] if len(found) == 1 else None


def band_in_file_name(stem: str) -> tuple[str, str, str] | None:
    """`(band, before, after)` of a file's name without ending: the last part that names a band.

    `T31UFS_20190411T105031_B04_10m` gives B04, `T31UFS_20190411T105031_` and `_10m`.
    """
    parts = re.split(r"([\W_]+)", stem)
    for place in reversed(range(0, len(parts), 2)):
        if band := _band_of_word(parts[place]):
            return band, "".join(parts[:place]), "".join(parts[place + 1 :])
    return None


def _band_of_word(word: str) -> str | None:
    match = re.fullmatch(r"(?:B|band)0?(\d{1,2}|8A)", word, re.IGNORECASE)
    if match:
        return band_of_description(word)
    return _COMMON_NAMES.get(word.lower())
