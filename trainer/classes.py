"""EuroSAT's ten classes: names, raster codes and colours.

Codes follow EuroSAT's alphabetical order, 1 to 10; 0 is nodata and 255 is "uncertain" in every
land-cover raster. Colours start from CORINE Land Cover's legend (Copernicus Land Monitoring
Service, CLC class colours). Where two of CORINE's colours are hard to tell apart side by side or
with deuteranopia and protanopia, lightness was shifted first and hue second.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LandCoverClass:
    """One class of a legend: its raster code, EuroSAT folder name, title for people, `#rrggbb`."""

    code: int
    name: str
    title: str
    color: str


EUROSAT_CLASSES: tuple[LandCoverClass, ...] = (
    LandCoverClass(1, "AnnualCrop", "Annual crop", "#ffffa8"),
    LandCoverClass(2, "Forest", "Forest", "#1f7a1f"),
    LandCoverClass(3, "HerbaceousVegetation", "Herbaceous vegetation", "#b5b84a"),
    LandCoverClass(4, "Highway", "Highway", "#7a1a10"),
    LandCoverClass(5, "Industrial", "Industrial", "#c04df2"),
    LandCoverClass(6, "Pasture", "Pasture", "#b7e66a"),
    LandCoverClass(7, "PermanentCrop", "Permanent crop", "#f2a64d"),
    LandCoverClass(8, "Residential", "Residential", "#f0323c"),
    LandCoverClass(9, "River", "River", "#57c7f5"),
    LandCoverClass(10, "SeaLake", "Sea and lake", "#1b4fb0"),
)

CLASS_NAMES: tuple[str, ...] = tuple(c.name for c in EUROSAT_CLASSES)
