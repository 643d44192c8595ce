"""A simple screen for thick cloud, from the visible bands alone: bright and spectrally flat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.radiometry.scalings import QUANTIFICATION

# Zhu and Woodcock 2012 (Fmask, Remote Sensing of Environment 118), equations 2 and 3: the haze
# optimised transformation and the whiteness of potential clouds.
_HOT_RED, _HOT_LEAST = 0.5, 0.08
_WHITENESS_MOST = 0.7
# Braaten, Cohen and Yang 2015 (MSScvm, Remote Sensing of Environment 169): clouds are brighter than
# this in green.
_GREEN_LEAST = 0.175

# White roofs pass these tests as cloud does, and are smaller: without this most industrial
# images of EuroSAT would lose what they are known by (docs/masks.md has the figures).
LEAST_WIDTH = 5

_NEEDED = ("B02", "B03", "B04")


def thick_cloud(blue: np.ndarray, green: np.ndarray, red: np.ndarray) -> np.ndarray:
    """Which pixels look like thick cloud, bool; reflectance 0..1 at the top of the atmosphere.

    Bright in green (over 0.175), bright in blue for their red (blue - 0.5 red > 0.08), and white:
    the bands' deviations from their mean, over the mean, sum to less than 0.7. Snow, salt and white
    roofs look the same; thin cloud, cirrus and cloud shadow do not show.
    """
    mean = (blue + green + red) / 3
    deviation = np.abs(blue - mean) + np.abs(green - mean) + np.abs(red - mean)
    # Multiplied out, so that dark pixels need no division.
    white = deviation < _WHITENESS_MOST * mean
    return white & (blue - _HOT_RED * red > _HOT_LEAST) & (green > _GREEN_LEAST)


def at_least_wide(found: np.ndarray, width: int) -> np.ndarray:
    """The pixels of `found` (bool, 2D) that lie in a square of `width` pixels, all found.

    A morphological opening; beyond its edges the array goes on as it ends.
    """
    opened = np.pad(found, width - 1, mode="edge")
    for combine in (np.logical_and, np.logical_or):
        for axis in (0, 1):
            size = opened.shape[axis] - width + 1
            shifted = [opened.take(range(i, i + size), axis=axis) for i in range(width)]
            opened = combine.reduce(shifted)
    return opened


@dataclass(frozen=True)
class CloudScreen:
    """Hides what `thick_cloud` finds and is at least LEAST_WIDTH pixels wide both ways.

    `places` are those of blue, green and red among the bands.
    """

    places: tuple[int, int, int]
    description: str = "screen for thick cloud (bright and flat in the visible)"
    notes: tuple[str, ...] = ()
    halo: int = 2 * (LEAST_WIDTH - 1)

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray:
        """Which pixels of a window look like thick cloud, `(height, width) bool`."""
        blue, green, red = (
            numbers[..., place] / np.float32(QUANTIFICATION) for place in self.places
        )
        return at_least_wide(thick_cloud(blue, green, red), LEAST_WIDTH)


def cloud_screen(bands: Sequence[str]) -> CloudScreen:
    """The screen for windows that hold `bands`. Raises InputError when they lack a visible one."""
    absent = [band for band in _NEEDED if band not in bands]
    if absent:
        raise InputError(
            f"The cloud screen needs {', '.join(absent)}, which this model does not read: give a "
            "mask instead."
        )
    blue, green, red = (bands.index(band) for band in _NEEDED)
    return CloudScreen((blue, green, red))
