"""Whether the air is still in a scene: Level-1C or Level-2A, told from digital numbers."""

from __future__ import annotations

import numpy as np

from eurosat_qgis.core.radiometry.scaling_detection import BLUE_FLOOR, Finding
from eurosat_qgis.core.radiometry.scalings import QUANTIFICATION

# Plants and clear water reflect less than 0.06 of blue light; with the air above them it is more
# than 0.07 (docs/atmosphere.md).
_BLUE_OF_PLANTS_L2A = 600.0
_BLUE_OF_PLANTS_L1C = 700.0
# What is brighter is cloud, sand or roof, and tells nothing of the air.
_BRIGHT = 1500.0
# Over real ground the bands rise and fall together, 0.8 and more; air is put over no other.
_LEAST_CORRELATION = 0.5
# So large a share of the pixels tells more than a few odd roofs.
_SHARE = 0.02


def level_from_pixels(digital_numbers: np.ndarray, bands: tuple[str, ...]) -> Finding:
    """Tell L1C from L2A by `(N, bands)` digital numbers without offset; None where it cannot be.

    Air makes dark ground blue: over plants and water it reflects more blue light than they do.
    """
    if not {"B02", "B03", "B04"} <= set(bands) or not digital_numbers.size:
        return Finding(None, 0.5, "Level not stated, and no visible bands to tell it: as Level-1C.")
    blue, green, red = (digital_numbers[:, bands.index(band)] for band in ("B02", "B03", "B04"))
    floor = float(np.percentile(blue, 1))
    natural = _rise_together(blue, red)
    if floor < 0.9 * BLUE_FLOOR * QUANTIFICATION and not natural:
        return Finding(
            None,
            0.5,
            f"Level not stated; the darkest blue is {floor:.0f} DN as without air, but blue and "
            "red do not rise and fall together as over real ground: read as Level-1C.",
        )
    if floor < 0.9 * BLUE_FLOOR * QUANTIFICATION:
        return Finding(
            "L2A",
            0.9,
            f"Level-2A by its pixels: the darkest blue is {floor:.0f} DN, less than clear air "
            "alone sends back.",
        )
    dark = green < _BRIGHT
    bluer = float((blue[dark] > green[dark]).mean()) if dark.mean() >= _SHARE else 0.0
    if floor >= BLUE_FLOOR * QUANTIFICATION and bluer > 0.5:
        return Finding(
            "L1C",
            0.9,
            f"Level-1C by its pixels: {bluer:.0%} of what is not bright is bluer than green, and "
            f"the darkest blue is {floor:.0f} DN, as under air.",
        )
    plants = dark & (green > red)
    if plants.mean() >= _SHARE:
        typical = float(np.median(blue[plants]))
        if typical >= _BLUE_OF_PLANTS_L1C:
            reason = f"Level-1C by its pixels: {typical:.0f} DN of blue over green ground."
            return Finding("L1C", 0.8, reason)
        if typical <= _BLUE_OF_PLANTS_L2A and natural:
            reason = f"Level-2A by its pixels: only {typical:.0f} DN of blue over green ground."
            return Finding("L2A", 0.8, reason)
    return Finding(
        None,
        0.5,
        "Level not stated, and no dark or green ground to tell it by: read as Level-1C.",
    )


def _rise_together(blue: np.ndarray, red: np.ndarray) -> bool:
    if blue.min() == blue.max() or red.min() == red.max():
        return False
    return bool(np.corrcoef(blue, red)[0, 1] >= _LEAST_CORRELATION)
