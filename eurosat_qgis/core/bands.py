"""Which band of a raster is which: by description, colour interpretation, count, or the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from eurosat_qgis.core.cirrus_band import CIRRUS_PLACES, EUROSAT_ORDER, b8a_comes_last
from eurosat_qgis.core.errors import InputError

# Valid pixels `(N, bands)` of these 1-based bands, spread over the scene.
Sample = Callable[[Sequence[int]], np.ndarray]

_ALL_BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11")
_BY_COUNT = {
    13: (*_ALL_BANDS, "B12"),
    12: (*(b for b in _ALL_BANDS if b != "B10"), "B12"),
}
_BAND_NAME = re.compile(
    r"(?<![A-Za-z0-9])B(?:and)?[ _]?0?(\d{1,2}|8A)(?![A-Za-z0-9])", re.IGNORECASE
)
_COLOR_NAMES = {"red": "B04", "green": "B03", "blue": "B02", "nir": "B08"}


def band_of_description(description: str) -> str | None:
    """The Sentinel-2 band that a description names, as `B04`: from B4, B04, band 4, red."""
    match = _BAND_NAME.search(description)
    if match:
        number = match.group(1).upper()
        name = "B8A" if number == "8A" else f"B{int(number):02d}"
        return name if name in _BY_COUNT[13] else None
    return _COLOR_NAMES.get(description.strip().lower())


def identify_bands(
    descriptions: tuple[str | None, ...],
    color_names: tuple[str, ...],
    sample: Sample | None = None,
) -> tuple[dict[str, int], str]:
    """Name the bands of a raster: `{"B04": 1, ...}` (1-based) and why.

    `color_names` are GDAL's colour interpretations in lower case; `sample` is asked where the
    pixels alone can tell. What cannot be told is left out.
    """
    for names, reason in ((descriptions, "descriptions"), (color_names, "colour interpretation")):
        found: dict[str, int] = {}
        for index, name in enumerate(names, start=1):
            band = band_of_description(name or "")
            if band and band not in found:
                found[band] = index
        if found:
            return found, f"Bands by the file's {reason}."
    count = len(descriptions)
    if count == len(EUROSAT_ORDER) and sample and b8a_comes_last(sample(CIRRUS_PLACES)):
        in_patches = {band: i for i, band in enumerate(EUROSAT_ORDER, start=1)}
        return in_patches, "Bands guessed from their number, 13, and B10's place: EuroSAT's order."
    if count in _BY_COUNT:
        by_order = {band: i for i, band in enumerate(_BY_COUNT[count], start=1)}
        return by_order, f"Bands guessed from their number, {count}: the order of the product."
    return {}, "The file does not say which band is which."


def choose_bands(
    wanted: tuple[str, ...], option: str, identified: dict[str, int], count: int
) -> tuple[int, ...]:
    """The 1-based indices of the bands `wanted`, in that order.

    `option` is `auto`, or the user's own list: indices `4,3,2` or band names.

    Raises InputError naming the bands that are absent.
    """
    needed = ", ".join(wanted)
    if option == "auto":
        absent = [band for band in wanted if band not in identified]
        if absent and count < len(wanted):
            raise InputError(
                f"The scene has {count} band{'s' if count > 1 else ''}, the model needs "
                f"{len(wanted)} ({needed}): give a raster that holds them."
            )
        if absent:
            raise InputError(
                f"The scene does not say which of its {count} bands are {', '.join(absent)}: name "
                f"the places of {needed} with --bands (BANDS in QGIS), for example "
                f"{','.join(str(i) for i in range(1, len(wanted) + 1))}."
            )
        return tuple(identified[band] for band in wanted)
    parts = [part.strip() for part in option.split(",")]
    if len(parts) != len(wanted):
        raise InputError(f"Bands {option!r} are not {len(wanted)}: give the places of {needed}.")
    return tuple(_band_index(part, identified, count) for part in parts)


def _band_index(part: str, identified: dict[str, int], count: int) -> int:
    if part.isdigit():
        if not 1 <= int(part) <= count:
            raise InputError(f"Band {part} is not there: the scene has bands 1 to {count}.")
        return int(part)
    band = band_of_description(part)
    if band is None or band not in identified:
        raise InputError(f"Band {part!r} is not there: give places such as 4,3,2.")
    return identified[band]
