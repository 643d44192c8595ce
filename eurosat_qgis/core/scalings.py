"""The ways in which files store reflectance, by name. Plain Python: the plugin side lists them."""

from __future__ import annotations

from dataclasses import dataclass

# ESA, Sentinel-2 products specification: from processing baseline 04.00 on, 1000 is added.
ADDED_OFFSET = 1000
QUANTIFICATION = 10000.0
AUTO = "auto"


@dataclass(frozen=True)
class Scaling:
    """A way of storing reflectance: reflectance = (stored + offset) / quantification."""

    offset: float
    quantification: float
    meaning: str


SCALINGS: dict[str, Scaling] = {
    "dn": Scaling(0.0, QUANTIFICATION, "reflectance x 10000"),
    "dn1000": Scaling(-ADDED_OFFSET, QUANTIFICATION, "reflectance x 10000 + 1000"),
    "reflectance": Scaling(0.0, 1.0, "reflectance 0..1"),
    "eurosat8": Scaling(-1.0, QUANTIFICATION * 254 / 2750, "8 bits: DN 0..2750 as 1..255"),
}

# What a user may choose.
SCALING_NAMES = (AUTO, *SCALINGS)
