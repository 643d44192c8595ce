"""Which band of a raster is which: by its names, colours, number and pixels, or the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.band_names import (
    ALL_BANDS,
    band_of_description,
    band_of_wavelength_text,
)
from eurosat_qgis.core.products.gdal_tags import name_in_tags, wavelength_in_tags
from eurosat_qgis.core.scene.band_order import first_is_red
from eurosat_qgis.core.scene.cirrus_band import (
    CIRRUS_PLACES,
    EUROSAT_ORDER,
    PLACES_AROUND,
    b8a_comes_last,
    cirrus_is_tenth,
)

# Usual stacks by their number of bands.
_BY_COUNT = {
    13: ALL_BANDS,
    12: tuple(b for b in ALL_BANDS if b != "B10"),
    11: tuple(b for b in ALL_BANDS if b not in ("B09", "B10")),
    10: ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"),
}
# sen2r's stacks of Level-1C.
_WITHOUT_B8A = tuple(b for b in ALL_BANDS if b != "B8A")
# `Band 1`, `Band_1 (scene.tif)`, `stack.band.1`: what programs call a band by its place.
_BAND_AND_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])band[ _.]?0*(\d{1,2})(?![A-Za-z0-9])", re.IGNORECASE
)
_BLUE_FIRST = ("B02", "B03", "B04", "B08")
_RED_FIRST = ("B04", "B03", "B02", "B08")
# Valid pixels `(N, bands)` of these 1-based bands, spread over the scene.
Sample = Callable[[Sequence[int]], np.ndarray]


@dataclass(frozen=True)
class BandNames:
    """The bands of a raster that are known, `{"B04": 1, ...}` (1-based), and why.

    `doubt` says, where the order is a guess, what to check.
    """

    bands: Mapping[str, int] = field(default_factory=dict)
    reason: str = "The file does not say which band is which."
    doubt: str | None = None


def identify_bands(
    descriptions: Sequence[str | None],
    color_names: Sequence[str],
    tags: Sequence[Mapping[str, str]] = (),
    sample: Sample | None = None,
    file_name: str = "",
    made_of: Sequence[str | None] = (),
) -> BandNames:
    """Name the bands of a raster; what cannot be told is left out.

    `color_names` are GDAL's colour interpretations in lower case, `tags` those of each band;
    `sample` reads pixels, asked only when nothing else tells red from blue; `file_name` may hold
    the bands' numbers in a row, as in `scene_432.tif`; `made_of` are the bands that a VRT's sources
    hold, by their names.
    """
    stated = [
        ("descriptions", _named(descriptions, band_of_description)),
        ("tags", _named([name_in_tags(t) for t in tags], band_of_description)),
        ("wavelengths", _named([wavelength_in_tags(t) for t in tags], band_of_wavelength_text)),
        ("sources", _named(made_of, band_of_description)),
    ]
    found: dict[str, int] = {}
    sources = []
    for source, names in stated:
        new = {band: place for band, place in names.items() if band not in found}
        if new and not set(new.values()) & set(found.values()):
            found |= new
            sources.append(source)
    if found:
        return BandNames(found, f"Bands by the file's {' and '.join(sources)}.")
    colors = _named(color_names, band_of_description)
    if colors:
        return _by_colors(colors, sample)
    count = len([c for c in color_names if c != "alpha"])
    return _by_digits(file_name, count) or _by_number(count, sample)


def _named(texts: Sequence[str | None], band_of: Callable[[str], str | None]) -> dict[str, int]:
    """Bands by the first place whose text names them; nothing when the texts only count."""
    found: dict[str, int] = {}
    for place, text in enumerate(_without_counts(texts), start=1):
        band = band_of(text) if text else None
        if band and band not in found:
            found[band] = place
    return found


def _without_counts(texts: Sequence[str | None]) -> Sequence[str | None]:
    """Texts without the `Band 1`, `Band 2`, ... of a program that numbers whatever it is given.

    `Band 10` of the tenth band is its place and not B10, unless other bands are called otherwise
    than by their places. What stands beside the number stays: `Band 1: red`.
    """
    numbers = [_BAND_AND_NUMBER.search(text) if text else None for text in texts]
    told = [(place, int(found.group(1))) for place, found in enumerate(numbers, start=1) if found]
    if len(texts) == 1 or any(place != number for place, number in told):
        return texts
    return [_BAND_AND_NUMBER.sub(" ", text) if text else text for text in texts]


def _by_colors(colors: dict[str, int], sample: Sample | None) -> BandNames:
    reason = "Bands by the file's colour interpretation."
    doubt = None
    if sample and "B04" in colors and "B02" in colors:
        pixels = sample([colors["B04"], colors["B02"]])
        if first_is_red(pixels[:, 0], pixels[:, 1]) is False:
            doubt = (
                "The file's colours say that band "
                f"{colors['B04']} is red, its pixels that it is blue: if red and blue are "
                f"exchanged, say --bands {colors['B02']},{colors.get('B03', 2)},{colors['B04']} "
                "(BANDS in QGIS)."
            )
    return BandNames(colors, reason, doubt)


def _by_digits(file_name: str, count: int) -> BandNames | None:
    """Three or four bands whose numbers stand in the file's name: `RGB432`, `b843`."""
    match = re.search(r"(?<!\d)([2348]{3,4})(?!\d)", file_name)
    digits = match.group(1) if match else ""
    if len(digits) != count or len(set(digits)) != count:
        return None
    names = [f"B0{digit}" for digit in digits]
    return BandNames(
        {band: place for place, band in enumerate(names, start=1)},
        f"Bands guessed from the file's name, {digits}.",
        f"The file does not name its {count} bands: they are taken for {', '.join(names)}, as its "
        f"name has {digits}. If they are others, say so with --bands (BANDS in QGIS).",
    )


def _by_number(count: int, sample: Sample | None) -> BandNames:
    if count == len(EUROSAT_ORDER) and sample and b8a_comes_last(sample(CIRRUS_PLACES)):
        in_patches = {band: place for place, band in enumerate(EUROSAT_ORDER, start=1)}
        return BandNames(
            in_patches,
            "Bands guessed from their number, 13, and B10's place: EuroSAT's order.",
            "The file does not name its 13 bands: they are taken in EuroSAT's order, with B8A "
            "last. If it is another, say so with --bands (BANDS in QGIS).",
        )
    if count in _BY_COUNT:
        order = _BY_COUNT[count]
        if count == len(_WITHOUT_B8A) and sample and cirrus_is_tenth(sample(PLACES_AROUND)):
            order = _WITHOUT_B8A
        by_order = {band: place for place, band in enumerate(order, start=1)}
        return BandNames(
            by_order,
            f"Bands guessed from their number, {count}: the order of the product.",
            f"The file does not name its {count} bands: they are taken in the product's order, "
            "with B04 in place "
            f"{by_order['B04']}. If it is another, say so with --bands (BANDS in QGIS).",
        )
    if count not in (3, 4) or sample is None:
        return BandNames()
    pixels = sample([1, 3])
    red_first = first_is_red(pixels[:, 0], pixels[:, 1])
    if red_first is None:
        return BandNames(
            reason="The file does not say which band is which, and its pixels do not tell."
        )
    order = (_RED_FIRST if red_first else _BLUE_FIRST)[:count]
    return BandNames(
        {band: place for place, band in enumerate(order, start=1)},
        f"Bands guessed from the pixels: band {1 if red_first else 3} varies most over the land "
        "and is darkest in the dark, as red is.",
        f"The file does not name its {count} bands: their pixels look like {', '.join(order)}. If "
        "they are others, say so with --bands (BANDS in QGIS).",
    )


def choose_bands(
    wanted: tuple[str, ...], option: str, identified: Mapping[str, int], count: int
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
        if absent and len(identified) == count:
            there = ", ".join(identified)
            raise InputError(
                f"The scene lacks {', '.join(absent)}: its bands are {there}. Give a raster with "
                f"{needed}, or say with --bands (BANDS in QGIS) which is which if that is wrong."
            )
        if absent:
            raise InputError(
                f"The scene does not say which of its {count} bands are {', '.join(absent)}: name "
                f"the places of {needed} with --bands (BANDS in QGIS), for example "
                f"{','.join(str(i) for i in range(1, len(wanted) + 1))}."
            )
        return tuple(identified[band] for band in wanted)
    parts = wanted_parts(wanted, option)
    return tuple(_band_index(part, identified, count) for part in parts)


def wanted_parts(wanted: tuple[str, ...], option: str) -> list[str]:
    """The parts of the user's list of bands. Raises InputError unless one for each wanted."""
    parts = [part.strip() for part in option.split(",")]
    if len(parts) != len(wanted):
        raise InputError(
            f"Bands {option!r} are not {len(wanted)}: give the places of {', '.join(wanted)}."
        )
    return parts


def _band_index(part: str, identified: Mapping[str, int], count: int) -> int:
    if part.isascii() and part.isdecimal():
        if not 1 <= int(part) <= count:
            raise InputError(f"Band {part} is not there: the scene has bands 1 to {count}.")
        return int(part)
    band = band_of_description(part)
    if band is None or band not in identified:
        raise InputError(f"Band {part!r} is not there: give places such as 4,3,2.")
    return identified[band]
