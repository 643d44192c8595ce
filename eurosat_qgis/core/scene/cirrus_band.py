"""Tells EuroSAT's order of 13 bands from the product's, by the band that sees hardly anything."""

from __future__ import annotations

import numpy as np

# EuroSAT's files (Helber et al. 2019) hold B8A last, products hold it after B08.
EUROSAT_ORDER = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B8A",
)  # fmt: skip
# The places, from 1, at which the two orders hold B10: EuroSAT's, the product's.
CIRRUS_PLACES = (10, 11)


# Of 12 bands without names: the places of what are B09, B10, B11 where B8A lacks, as in sen2r's
# Level-1C, and B8A, B09, B11 where B10 does.
PLACES_AROUND = (9, 10, 11)
# B10 reflects some per mille, B09 a quarter and more of what its neighbours do.
_NEXT_TO_NOTHING = 0.1


def cirrus_is_tenth(pixels: np.ndarray) -> bool:
    """Whether the tenth of 12 bands is B10, from valid pixels `(N, 3)` of PLACES_AROUND."""
    if not len(pixels):
        return False
    ninth, tenth, eleventh = np.median(pixels, axis=0)
    return bool(tenth < _NEXT_TO_NOTHING * min(ninth, eleventh))


def b8a_comes_last(pixels: np.ndarray) -> bool | None:
    """Whether 13 bands are in EuroSAT's order, from valid pixels `(N, 2)` of CIRRUS_PLACES.

    Water vapour swallows what the ground reflects at B10's 1375 nm (ESA, Sentinel-2 MSI technical
    guide): it is darker than its neighbours B09 and B11 over land and water alike, unless high
    cloud covers most of the scene. None where neither is darker.
    """
    if not len(pixels):
        return None
    tenth, eleventh = np.median(pixels, axis=0)
    return None if tenth == eleventh else bool(tenth < eleventh)
