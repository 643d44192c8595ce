"""How the numbers of a scene store reflectance, told from the numbers themselves.

Sentinel-2 sees every land and water darker than its clouds, and the air puts a floor under the
blue band of Level-1C. What breaks such a bound is stored otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.radiometry.scalings import ADDED_OFFSET, SCALINGS

# A finding's confidence: 1 is stated by the product or the user; 0.95 means that the numbers allow
# nothing else, 0.5 that they do not tell. Below this a map says so.
CONFIDENCE_TO_TRUST = 0.75

# Blue reflectance of clear air above black ground is 0.064 at sea level and high sun, 0.05 on a
# plateau at 2500 m (docs/atmosphere.md): no Level-1C pixel is darker.
BLUE_FLOOR = 0.05
# Nearly every scene of some km² holds water, shadow, conifers or wet soil: darker than this.
_DARK = 0.11
# Floors of a scene with dark ground lie within the air's own colour; over sand they do not.
_DARK_SPREAD = 0.07
# So few pixels show one field or one roof, with no dark ground among them.
_FEW_PIXELS = 10000
# A comb of this many pixels has teeth that chance does not make.
_COMB_PIXELS = 200


@dataclass(frozen=True)
class Finding:
    """What was found (None: not told), how sure that is (0..1), and the reason in one line."""

    value: str | None
    confidence: float
    reason: str


def scaling_from_pixels(
    dtype: str, sample: np.ndarray, bands: tuple[str, ...], level: str | None = None
) -> Finding:
    """Name the scaling of SCALINGS that the pixels `(N, bands)` of a scene have.

    `level` is L1C or L2A where the product states it. Without pixels `dn`, or `eurosat8` for bytes.
    """
    if not sample.size:
        eight = dtype == "uint8"
        return Finding("eurosat8" if eight else "dn", 0.5, "No valid pixel tells the scaling.")
    numbers = sample.astype(np.float64)
    if np.issubdtype(np.dtype(dtype), np.floating) and np.percentile(numbers, 99) <= 2:
        return _decimal(numbers, bands, level)
    if numbers.max() <= 255:
        return _eight_bits(numbers, bands)
    return (
        _comb_of_65535(numbers)
        or _by_brightness(numbers, bands)
        or _by_floor(numbers, bands, level)
    )


def _decimal(numbers: np.ndarray, bands: tuple[str, ...], level: str | None) -> Finding:
    """Reflectance 0..1, with or without the 0.1 that x 10000 plus 1000 leaves when divided."""
    by_floor = _by_floor(numbers * 10000, bands, level)
    if by_floor.value == "dn1000":
        floors = np.percentile(numbers, 1, axis=0)
        return Finding(
            "reflectance_added",
            by_floor.confidence,
            f"Decimal numbers, even the darkest {floors.min():.2f} to {floors.max():.2f} in all "
            "bands: dark ground with the 0.1 of baselines from 04.00 on still in.",
        )
    return Finding(
        "reflectance",
        0.95,
        f"Decimal numbers up to {np.percentile(numbers, 99):.2f}: reflectance 0..1.",
    )


def true_color_image(level: str | None, sample: np.ndarray, bands: tuple[str, ...]) -> Finding:
    """The scaling of a product's own true-colour image (TCI), by its level or its darkest blue."""
    if level is not None:
        name = "tci_l2a" if level == "L2A" else "tci_l1c"
        return Finding(name, 0.8, f"True-colour image of {level}: {SCALINGS[name].meaning}.")
    blue = _floor(sample, bands)
    if blue is None or blue >= BLUE_FLOOR * SCALINGS["tci_l1c"].quantification:
        return Finding("tci_l1c", 0.5, "True-colour image of unknown level: read as Level-1C's.")
    return Finding(
        "tci_l2a",
        0.8,
        f"True-colour image whose darkest blue is {blue:.0f}, darker than the air of Level-1C: "
        "Level-2A's.",
    )


def offset_is_absent(sample: np.ndarray) -> bool:
    """Whether a quarter of the pixels is so dark in some band that the 1000 cannot be in them."""
    return bool(sample.size) and float(np.percentile(sample, 25, axis=0).min()) < 0.9 * ADDED_OFFSET


def _eight_bits(numbers: np.ndarray, bands: tuple[str, ...]) -> Finding:
    blue, brightest = _floor(numbers, bands), float(np.percentile(numbers, 99))
    if blue is None:
        return Finding("display8", 0.5, "Numbers up to 255 without a blue band: a picture.")
    if blue <= _DARK * 255 and brightest <= 0.4 * 255:
        return Finding(
            "reflectance255",
            0.7,
            f"Numbers of 1 % to 99 % between {blue:.0f} and {brightest:.0f}: reflectance x 255.",
        )
    if blue >= BLUE_FLOOR * SCALINGS["eurosat8"].quantification:
        return Finding(
            "eurosat8",
            0.6,
            f"8-bit numbers whose darkest blue, {blue:.0f}, leaves room for the air of Level-1C: "
            "read as EuroSAT's stretch of DN 0..2750.",
        )
    return Finding(
        "display8",
        0.5,
        f"8-bit numbers whose darkest blue, {blue:.0f}, is too dark for EuroSAT's stretch: a "
        "picture made for display, its colours matched to EuroSAT's.",
    )


def _comb_of_65535(numbers: np.ndarray) -> Finding | None:
    """Whole numbers that are all 6.5535 times a whole number: rewritten from x 10000."""
    values = numbers[: 100 * _COMB_PIXELS].ravel()
    step = 65535 / 10000
    if len(values) < _COMB_PIXELS or (values % 1).any() or values.max() < 1000:
        return None
    teeth = np.floor(np.round(values / step) * step + 0.5)
    # Of other numbers one in 6.55 lies on a tooth.
    if (teeth == values).mean() < 0.95:
        return None
    return Finding(
        "dn65535", 0.95, "All numbers are multiples of 6.5535, rounded: reflectance x 65535."
    )


def _by_brightness(numbers: np.ndarray, bands: tuple[str, ...]) -> Finding | None:
    """What is too bright or too dark for reflectance x 10000."""
    medians = np.median(numbers, axis=0)
    if np.percentile(numbers, 75, axis=0).min() > 14000:
        return Finding(
            "dn65535",
            0.85,
            f"Half of the scene above {medians.min():.0f}: brighter than snow unless reflectance "
            "x 65535.",
        )
    if medians.max() > 6000:
        if medians.max() < 1.25 * medians.min():
            return Finding("dn", 0.6, "Bright and grey: snow or cloud in reflectance x 10000.")
        return Finding(
            "dn65535",
            0.7,
            f"Half of the scene above {medians.max():.0f} in one band, and not grey as snow: "
            "reflectance x 65535.",
        )
    if medians.max() < 180:
        deep_water = _median(medians, bands, "B04") < 0.5 * _median(medians, bands, "B02")
        if deep_water:
            return Finding("dn", 0.6, "Dark and blue: deep water in reflectance x 10000.")
        return Finding(
            "reflectance1000",
            0.8,
            f"Half of the scene below {medians.max():.0f} in all bands: reflectance x 1000.",
        )
    return None


def _by_floor(numbers: np.ndarray, bands: tuple[str, ...], level: str | None) -> Finding:
    """Reflectance x 10000, with or without 1000 added: by what the darkest pixels are."""
    floors = np.percentile(numbers, 1, axis=0)
    lowest, highest = float(floors.min()), float(floors.max())
    blue = _floor(numbers, bands)
    if lowest < 0.97 * ADDED_OFFSET:
        return Finding(
            "dn",
            0.95 if lowest < 0.9 * ADDED_OFFSET else 0.7,
            f"The darkest pixels, {lowest:.0f}, are below 1000: reflectance x 10000, no offset.",
        )
    air_is_missing = (
        level == "L1C" and blue is not None and blue < ADDED_OFFSET + BLUE_FLOOR * 10000
    )
    dark_below = highest - ADDED_OFFSET <= _DARK * 10000
    sure = len(numbers) >= _FEW_PIXELS
    # A bright field under air is as a dark one without air that has 1000 added; of few pixels it
    # is the likelier one.
    bright_field = not sure and blue is not None and blue < ADDED_OFFSET + BLUE_FLOOR * 10000
    dark_ground = dark_below and highest - lowest <= _DARK_SPREAD * 10000
    if dark_ground and not air_is_missing and not bright_field:
        return Finding(
            "dn1000",
            0.85 if sure else 0.6,
            f"Even the darkest pixels are {lowest:.0f} to {highest:.0f} in all bands: dark ground "
            "with the 1000 of baselines from 04.00 on still in.",
        )
    return Finding(
        "dn",
        0.6,
        f"The darkest pixels, {lowest:.0f} to {highest:.0f}, are bright ground, or dark ground "
        "with 1000 added: read as reflectance x 10000 without offset.",
    )


def _floor(numbers: np.ndarray, bands: tuple[str, ...]) -> float | None:
    """What 1 % of the pixels are below in blue, None without blue or pixels."""
    if "B02" not in bands or not numbers.size:
        return None
    return float(np.percentile(numbers[:, bands.index("B02")], 1))


def _median(medians: np.ndarray, bands: tuple[str, ...], band: str) -> float:
    return float(medians[bands.index(band)]) if band in bands else float("nan")
