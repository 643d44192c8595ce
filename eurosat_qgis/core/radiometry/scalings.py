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


# display8 has no fixed formula: its numbers are matched to EuroSAT's colours scene by scene.
SCALINGS: dict[str, Scaling] = {
    "dn": Scaling(0.0, QUANTIFICATION, "reflectance x 10000"),
    "dn1000": Scaling(-ADDED_OFFSET, QUANTIFICATION, "reflectance x 10000 + 1000"),
    "reflectance": Scaling(0.0, 1.0, "reflectance 0..1"),
    "reflectance_added": Scaling(-0.1, 1.0, "reflectance 0..1 + 0.1"),
    "eurosat8": Scaling(-1.0, QUANTIFICATION * 254 / 2750, "8 bits: DN 0..2750 as 1..255"),
    "reflectance1000": Scaling(0.0, 1000.0, "reflectance x 1000"),
    "reflectance255": Scaling(0.0, 255.0, "reflectance x 255"),
    "dn65535": Scaling(0.0, 65535.0, "reflectance x 65535"),
    # ESA's true-colour images hold the whole part of 1 + 254 * DN / saturation: half a level is its
    # mean rest. Saturation is DN 3558 in Level-1C (ESA, Sentinel-2 MSI user guide, Definitions) and
    # 2500 in Level-2A (Sen2Cor, scaleTci; measured so on a product of baseline 02.14).
    "tci_l1c": Scaling(-0.5, 254 / 0.3558, "Level-1C true-colour image: DN 0..3558 as 1..255"),
    "tci_l2a": Scaling(-0.5, 254 / 0.25, "Level-2A true-colour image: DN 0..2500 as 1..255"),
    "display8": Scaling(0.0, 255.0, "8 bits stretched for display, matched to EuroSAT's colours"),
}

# What a user may choose.
SCALING_NAMES = (AUTO, *SCALINGS)

# Whether Level-2A is brought to the top of the atmosphere: where it is Level-2A, never, or always.
ATMOSPHERES = (AUTO, "none", "standard")
