"""Hands what metadata state of a scene's numbers to the detection of its radiometry."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from eurosat_qgis.core.product import ProductFacts
from eurosat_qgis.core.radiometry import Radiometry, detect_radiometry
from eurosat_qgis.core.scalings import ADDED_OFFSET, AUTO, QUANTIFICATION, SCALINGS


def radiometry_of(
    name: str,
    facts: ProductFacts,
    dtype: str,
    sample: np.ndarray,
    bands: tuple[str, ...],
    option: str = AUTO,
) -> Radiometry:
    """How the numbers of a scene are to be read, `facts` first."""
    stated = _stated_scaling(facts, bands) if option == AUTO else None
    tags = {
        "PROCESSING_LEVEL": facts.level or "",
        "PROCESSING_BASELINE": facts.baseline or "",
    }
    found = detect_radiometry(name, tags, dtype, sample, stated or option)
    if stated is None:
        return found
    reason = f"Metadata state {SCALINGS[stated].meaning}."
    reasons = tuple(reason if "chosen by the user" in r else r for r in found.reasons)
    return replace(found, reasons=reasons)


def _stated_scaling(facts: ProductFacts, bands: tuple[str, ...]) -> str | None:
    offsets = {facts.offsets[band] for band in bands if band in facts.offsets}
    if facts.quantification is None or len(offsets) != 1:
        return None
    key = (facts.quantification, offsets.pop())
    return {
        (QUANTIFICATION, 0.0): "dn",
        (QUANTIFICATION, float(-ADDED_OFFSET)): "dn1000",
        (1.0, 0.0): "reflectance",
    }.get(key)
