"""From the numbers in a file to the values a network was trained on.

Networks are trained on Level-1C digital numbers (reflectance x 10000, no offset) stretched as the
card says. What a file holds is stated with its reasons, never guessed in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scalings import (
    ADDED_OFFSET,
    AUTO,
    QUANTIFICATION,
    SCALING_NAMES,
    SCALINGS,
)

# ESA, Sentinel-2 products specification: the offset is in from this processing baseline on.
OFFSET_BASELINE = 400
# EuroSAT's own stretch, gdal_translate -scale 0 2750 1 255 (Helber et al. 2019).
EUROSAT_STRETCH = InputScaling(0.0, 2750.0, 1.0, 255.0, True)

_LEVEL = re.compile(r"(?<![A-Za-z0-9])(?:MSI)?(L1C|L2A)(?![A-Za-z0-9])", re.IGNORECASE)
_BASELINE = re.compile(r"_N(\d{2})(\d{2})_")


@dataclass(frozen=True)
class Radiometry:
    """What is known of a scene's numbers. What is not known is None; `reasons` say why the rest.

    `warnings` are the reasons that make the map doubtful.
    """

    level: str | None
    baseline: str | None
    scaling: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def offset(self) -> float:
        """Added to the stored numbers before they are divided: -1000, or 0."""
        return SCALINGS[self.scaling].offset

    @property
    def quantification(self) -> float:
        """What the stored numbers are divided by to give reflectance."""
        return SCALINGS[self.scaling].quantification

    def to_digital_numbers(self, stored: np.ndarray) -> np.ndarray:
        """Level-1C digital numbers (reflectance x 10000, no offset), float32, same shape."""
        gain = QUANTIFICATION / self.quantification
        return (stored.astype(np.float32) + np.float32(self.offset)) * np.float32(gain)


def detect_radiometry(
    name: str, tags: Mapping[str, str], dtype: str, sample: np.ndarray, option: str = AUTO
) -> Radiometry:
    """Tell how the numbers of a scene are to be read.

    `name` is the file's name, `tags` its metadata, `sample` valid pixels `(N, bands)` as stored
    (N may be 0), `option` `auto` or a name of SCALINGS.

    Raises InputError when `option` is no name of a scaling.
    """
    level, level_reason = _detect_level(name, tags)
    baseline, baseline_reason = _detect_baseline(name, tags)
    reasons = [level_reason, baseline_reason]
    warnings = []
    if option != AUTO:
        if option not in SCALINGS:
            names = ", ".join(SCALING_NAMES)
            raise InputError(f"Scaling {option!r} is not known: choose one of {names}.")
        scaling = option
        reasons.append(f"Scaling {option} ({SCALINGS[option].meaning}): chosen by the user.")
    else:
        scaling, reason = _detect_scaling(dtype, sample, baseline)
        reasons.append(reason)
        if scaling == "dn" and baseline is None and _looks_raised(sample):
            warnings.append(
                "Even the darkest pixels are above 1000: the offset of baselines from 04.00 on may "
                "still be in. If so, choose the scaling dn1000."
            )
        if scaling == "eurosat8":
            warnings.append(
                "8-bit numbers are taken for EuroSAT's own stretch; a true-colour image made "
                "otherwise gives a wrong map."
            )
    if level == "L2A":
        warnings.append(
            "Level-2A: the network was trained on Level-1C, where the atmosphere is still in; "
            "expect many cells to be misclassified."
        )
    return Radiometry(level, baseline, scaling, tuple(reasons), tuple(warnings))


def _detect_level(name: str, tags: Mapping[str, str]) -> tuple[str | None, str]:
    for key in ("PROCESSING_LEVEL", "PRODUCT_TYPE", "PRODUCT_URI"):
        text = tags.get(key, "").replace("Level-", "L")
        match = re.search("L?(1C|2A)", text)
        if match:
            return f"L{match.group(1)}", f"Level from the tag {key}."
    match = _LEVEL.search(name.replace("_", " "))
    if match:
        return match.group(1).upper(), "Level from the file's name."
    return None, "The file does not state its level: read as Level-1C."


def _detect_baseline(name: str, tags: Mapping[str, str]) -> tuple[str | None, str]:
    text = tags.get("PROCESSING_BASELINE", "")
    if re.fullmatch(r"\d{2}\.\d{2}", text):
        return text, "Baseline from the tag PROCESSING_BASELINE."
    match = _BASELINE.search(name) or _BASELINE.search(tags.get("PRODUCT_URI", ""))
    if match:
        return f"{match.group(1)}.{match.group(2)}", "Baseline from the product's name."
    return None, "The file does not state its processing baseline."


def _detect_scaling(dtype: str, sample: np.ndarray, baseline: str | None) -> tuple[str, str]:
    if dtype == "uint8":
        return "eurosat8", "8-bit numbers: read as EuroSAT's stretch of DN 0..2750."
    if dtype.startswith("float") and sample.size:
        largest = float(np.percentile(sample, 99))
        # Clouds and snow reach beyond 1; digital numbers are in the hundreds.
        if largest <= 2:
            return "reflectance", f"Decimal numbers up to {largest:.2f}: reflectance 0..1."
    if baseline and int(baseline.replace(".", "")) >= OFFSET_BASELINE:
        return "dn1000", f"Baseline {baseline} adds 1000 to reflectance x 10000: subtracted."
    if baseline:
        return "dn", f"Baseline {baseline}: reflectance x 10000 without offset."
    return "dn", "No baseline: read as reflectance x 10000 without offset."


def _looks_raised(sample: np.ndarray) -> bool:
    """Whether no band has dark pixels: water and forest are below 1000 in red, in any haze."""
    return bool(sample.size) and float(np.percentile(sample, 1, axis=0).min()) > ADDED_OFFSET


def to_model_values(digital_numbers: np.ndarray, scaling: InputScaling) -> np.ndarray:
    """Stretch Level-1C digital numbers to the values of the training images, same shape.

    EuroSAT: clip(1 + 254 * DN / 2750, 1, 255), rounded half up as gdal_translate does; uint8 then,
    float32 otherwise.
    """
    low, high = np.float32(scaling.value_min), np.float32(scaling.value_max)
    slope = (high - low) / np.float32(scaling.dn_max - scaling.dn_min)
    values = np.clip(low + slope * (digital_numbers - np.float32(scaling.dn_min)), low, high)
    if not scaling.round:
        return values.astype(np.float32)
    whole = np.floor(values + np.float32(0.5))
    return whole.astype(np.uint8) if high <= 255 else whole.astype(np.float32)
