"""Tells from the pixels whether bands without names run from blue to red or from red to blue.

Two things hold for nearly all land: soils, fields and towns differ more in red than in blue, where
haze dampens contrast further (so red is spread wider); and in a scene with the atmosphere in, the
darkest pixels are brighter in blue, because scattering grows as wavelength^-4. Where the two agree
the order is told; bare desert and open water, whose spectra mirror each other, are left open.
"""

from __future__ import annotations

import numpy as np

# How much wider one band's middle 90 % must be spread than the other's.
_WIDER = 1.15
# The darkest pixels (2 %) count as equal within this share of the brightest (98 %).
_AS_DARK = 0.01
_FEWEST = 1000


def first_is_red(first: np.ndarray, third: np.ndarray) -> bool | None:
    """Whether, of two bands that are red and blue or blue and red, the first is red.

    `first` and `third` are valid pixels `(N,)` of the same places, as stored. None when the pixels
    do not tell. Of the 120 images of EuroSAT's multispectral sample it tells 110, all rightly
    (tests/unit/core/scene/test_band_order.py).
    """
    if first.size < _FEWEST:
        return None
    low_first, high_first = np.percentile(first, [5, 95])
    low_third, high_third = np.percentile(third, [5, 95])
    spread_first, spread_third = high_first - low_first, high_third - low_third
    if min(spread_first, spread_third) <= 0:
        return None
    if max(spread_first, spread_third) < _WIDER * min(spread_first, spread_third):
        return None
    wider_is_first = bool(spread_first > spread_third)
    darkest = np.percentile(first, 2) - np.percentile(third, 2)
    equal = _AS_DARK * max(np.percentile(first, 98), np.percentile(third, 98))
    if abs(darkest) <= equal or (darkest < 0) == wider_is_first:
        return wider_is_first
    return None
