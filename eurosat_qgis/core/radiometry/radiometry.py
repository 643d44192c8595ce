"""From the numbers in a file to the values a network was trained on.

Networks are trained on Level-1C digital numbers (reflectance x 10000, no offset) stretched as the
card says. What a file holds is stated with its reasons, never guessed in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.atmosphere import Atmosphere, standard_atmosphere
from eurosat_qgis.core.radiometry.display_stretch import Curve, apply_curves, matched_curves
from eurosat_qgis.core.radiometry.level_detection import level_from_pixels
from eurosat_qgis.core.radiometry.optics import BAND_OPTICS
from eurosat_qgis.core.radiometry.scaling_detection import (
    CONFIDENCE_TO_TRUST,
    Finding,
    offset_is_absent,
    scaling_from_pixels,
    true_color_image,
)
from eurosat_qgis.core.radiometry.scalings import (
    ADDED_OFFSET,
    ATMOSPHERES,
    AUTO,
    QUANTIFICATION,
    SCALING_NAMES,
    SCALINGS,
)

# ESA, Sentinel-2 products specification: the offset is in from this processing baseline on.
OFFSET_BASELINE = 400
# EuroSAT's own stretch, gdal_translate -scale 0 2750 1 255 (Helber et al. 2019).
EUROSAT_STRETCH = InputScaling(0.0, 2750.0, 1.0, 255.0, True)
# What offset and quantification are called when the product itself states them.
STATED = "metadata"

_TRUE_COLOR = re.compile(r"(?<![A-Za-z0-9])TCI(?![A-Za-z0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class Radiometry:
    """What is known of a scene's numbers. What is not known is None; `reasons` say why the rest.

    reflectance = (stored + offset of the band) / quantification, unless `curves` take the stored
    numbers elsewhere. `atmosphere` is what is put back over a Level-2A scene. `confidence` (of the
    scaling) and `level_confidence` are 1 where the product or the user states them, 0.95 where
    the numbers allow nothing else, 0.5 where nothing tells. `warnings` make the map doubtful.
    """

    level: str | None
    baseline: str | None
    scaling: str
    offsets: tuple[float, ...]
    quantification: float
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    confidence: float = 1.0
    level_confidence: float = 1.0
    curves: tuple[Curve, ...] | None = None
    atmosphere: Atmosphere | None = None

    @property
    def offset(self) -> float:
        """Added to the stored numbers before they are divided; the first band's where they differ.

        -1000 since baseline 04.00, 0 before.
        """
        return self.offsets[0]

    def to_digital_numbers(self, stored: np.ndarray) -> np.ndarray:
        """Level-1C digital numbers (reflectance x 10000, no offset) of `(..., bands)` stored ones.

        float32, same shape.
        """
        numbers = self._as_stored(stored)
        return numbers if self.atmosphere is None else self.atmosphere.to_top(numbers)

    def _as_stored(self, stored: np.ndarray) -> np.ndarray:
        """Digital numbers of the scene's own level."""
        if self.curves is not None:
            return apply_curves(stored, self.curves)
        gain = np.float32(QUANTIFICATION / self.quantification)
        return (stored.astype(np.float32) + np.array(self.offsets, np.float32)) * gain


def detect_radiometry(
    name: str,
    facts: ProductFacts,
    dtype: str,
    sample: np.ndarray,
    bands: tuple[str, ...],
    option: str = AUTO,
    atmosphere: str = AUTO,
    wanted_level: str = "L1C",
    place: tuple[float, float] | None = None,
    elevation: float | None = None,
) -> Radiometry:
    """Tell how the numbers of a scene are to be read.

    `name` is the file's name, `facts` what its metadata state, `sample` valid pixels `(N, bands)`
    as stored (N may be 0), `bands` their names, `option` `auto` or a name of SCALINGS, `atmosphere`
    one of ATMOSPHERES, `wanted_level` the level that the network was trained on, `place` the
    scene's longitude and latitude in degrees, `elevation` its height in m where known.

    Raises InputError when an option is no name of a scaling or an atmosphere.
    """
    if option not in SCALING_NAMES:
        names = ", ".join(SCALING_NAMES)
        raise InputError(f"Scaling {option!r} is not known: choose one of {names}.")
    if atmosphere not in ATMOSPHERES:
        names = ", ".join(ATMOSPHERES)
        raise InputError(f"Atmosphere {atmosphere!r} is not known: choose one of {names}.")
    reasons, warnings = list(facts.reasons), []
    if facts.baseline is None:
        reasons.append("The processing baseline is not stated.")
    found, offsets, quantification = _stored_as(name, facts, dtype, sample, bands, option)
    reasons.append(found.reason)
    scaling = str(found.value)
    if found.confidence < CONFIDENCE_TO_TRUST:
        warnings.append(
            f"How the numbers store reflectance is uncertain ({found.confidence:.0%}): "
            f"{_without_stop(found.reason)}. If that is wrong, choose another scaling."
        )
    if option == AUTO and min(offsets) == -ADDED_OFFSET and offset_is_absent(sample):
        warnings.append(
            "The 1000 that the product says is in its numbers is not: they are darker. If it was "
            "subtracted before, choose the scaling dn."
        )
    curves = matched_curves(sample, bands) if scaling == "display8" else None
    plain = Radiometry(facts.level, facts.baseline, scaling, offsets, quantification, curves=curves)
    level = _level(facts, plain, sample, bands)
    if facts.level is None:
        reasons.append(level.reason)
    if level.confidence < CONFIDENCE_TO_TRUST and curves is None:
        warnings.append(f"{_without_stop(level.reason)}: check the product's level.")
    air = None
    known = curves is None and BAND_OPTICS.keys() >= set(bands)
    if known and _air_is_put_back(atmosphere, level, wanted_level):
        air = standard_atmosphere(bands, facts, place, elevation)
        reasons.append(air.reason)
        warnings += air.warnings
    # A picture's colours are matched to EuroSAT's, whatever its level.
    if curves is None and (warning := _level_warning(level, facts, wanted_level, air)):
        warnings.append(warning)
    return Radiometry(
        level.value,
        facts.baseline,
        scaling,
        offsets,
        quantification,
        tuple(reasons),
        tuple(warnings),
        found.confidence,
        level.confidence,
        curves,
        air,
    )


def _stored_as(
    name: str,
    facts: ProductFacts,
    dtype: str,
    sample: np.ndarray,
    bands: tuple[str, ...],
    option: str,
) -> tuple[Finding, tuple[float, ...], float]:
    """The scaling, the offsets of the bands and the quantification."""
    if option != AUTO:
        reason = f"Scaling {option} ({SCALINGS[option].meaning}): chosen by the user."
        found = Finding(option, 1.0, reason)
    elif _TRUE_COLOR.search(name.replace("_", " ")) and dtype == "uint8":
        found = true_color_image(facts.level, sample, bands)
    elif (facts.quantification or facts.offsets) and dtype != "uint8":
        offsets = tuple(float(facts.offsets.get(band, 0.0)) for band in bands)
        quantification = facts.quantification or QUANTIFICATION
        told = ", ".join(sorted({f"{offset:g}" for offset in offsets}))
        found = Finding(
            _name_of(offsets, quantification),
            1.0,
            f"reflectance = (number + {told}) / {quantification:g}, as the metadata state.",
        )
        return found, offsets, quantification
    else:
        found = _by_baseline(
            scaling_from_pixels(dtype, sample, bands, facts.level), facts.baseline, sample
        )
    scaling = SCALINGS[str(found.value)]
    return found, (scaling.offset,) * len(bands), scaling.quantification


def _name_of(offsets: tuple[float, ...], quantification: float) -> str:
    for name, scaling in SCALINGS.items():
        if set(offsets) == {scaling.offset} and quantification == scaling.quantification:
            return name
    return STATED


def _by_baseline(found: Finding, baseline: str | None, sample: np.ndarray) -> Finding:
    """The offset that goes with a baseline; what the pixels say of the rest stays."""
    if baseline is None or found.value not in ("dn", "dn1000", "reflectance_added"):
        return found
    before = int(baseline.replace(".", "")) < OFFSET_BASELINE
    if found.value == "reflectance_added":
        without = Finding("reflectance", 0.95, f"Baseline {baseline}: decimal numbers, no offset.")
        return without if before else found
    if before:
        return Finding("dn", 0.95, f"Baseline {baseline}: reflectance x 10000 without offset.")
    if offset_is_absent(sample):
        return Finding(
            "dn",
            0.7,
            f"Baseline {baseline} adds 1000, but the pixels are darker: it was subtracted before.",
        )
    return Finding(
        "dn1000", 0.95, f"Baseline {baseline} adds 1000 to reflectance x 10000: subtracted."
    )


def _level(
    facts: ProductFacts, plain: Radiometry, sample: np.ndarray, bands: tuple[str, ...]
) -> Finding:
    if facts.level is not None:
        return Finding(facts.level, 1.0, "The level is stated.")
    if plain.curves is not None:
        return Finding(None, 0.5, "A picture's colours do not tell its level.")
    if plain.scaling in ("tci_l1c", "tci_l2a"):
        level = plain.scaling.removeprefix("tci_").upper()
        return Finding(level, 0.8, f"{level} as the true-colour image is read.")
    return level_from_pixels(plain.to_digital_numbers(sample), bands)


def _air_is_put_back(option: str, level: Finding, wanted_level: str) -> bool:
    if option == "none" or wanted_level != "L1C":
        return False
    sure = level.value == "L2A" and level.confidence >= CONFIDENCE_TO_TRUST
    return option == "standard" or sure


def _level_warning(
    level: Finding, facts: ProductFacts, wanted_level: str, air: Atmosphere | None
) -> str | None:
    if air is not None and facts.level == "L1C":
        return (
            "The product states Level-1C, yet an atmosphere was put over it as you chose: choose "
            "the atmosphere auto unless the product is wrong."
        )
    if air is not None or level.value in (None, wanted_level):
        return None
    if level.value == "L2A":
        return (
            "Level-2A: the network was trained on Level-1C, where the atmosphere is still in; "
            "expect many cells to be misclassified. Choose the atmosphere auto."
        )
    return (
        f"{level.value}: the network was trained on {wanted_level}; expect many cells to be "
        "misclassified."
    )


def _without_stop(sentence: str) -> str:
    return sentence.removesuffix(".")


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
