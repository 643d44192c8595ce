"""EuroSAT's ten classes: names, raster codes and colours.

Codes follow EuroSAT's alphabetical order, 1 to 10; 0 is nodata and 255 is "uncertain" in every
land-cover raster. Colours start from CORINE Land Cover's legend (Copernicus Land Monitoring
Service): crops yellow and orange, herbs and pasture yellow-green, forest dark green, residential
red, industry purple, water blue. Lightness, then hue, was shifted until every two of them are told
apart with normal sight, deuteranopia and protanopia (a distance of 20 or more in CIELAB).
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
    LandCoverClass(1, "AnnualCrop", "Annual crop", "#fdf677"),
    LandCoverClass(2, "Forest", "Forest", "#23764f"),
    LandCoverClass(3, "HerbaceousVegetation", "Herbaceous vegetation", "#f1ecb0"),
    LandCoverClass(4, "Highway", "Highway", "#590d08"),
    LandCoverClass(5, "Industrial", "Industrial", "#a149c6"),
    LandCoverClass(6, "Pasture", "Pasture", "#9bab04"),
    LandCoverClass(7, "PermanentCrop", "Permanent crop", "#d49b63"),
    LandCoverClass(8, "Residential", "Residential", "#be1500"),
    LandCoverClass(9, "River", "River", "#77ceef"),
    LandCoverClass(10, "SeaLake", "Sea and lake", "#1d206e"),
)

CLASS_NAMES: tuple[str, ...] = tuple(c.name for c in EUROSAT_CLASSES)
