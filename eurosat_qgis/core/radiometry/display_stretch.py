"""Pictures made for the eye: 8-bit numbers of an unknown stretch, matched to EuroSAT's colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_PROBABILITIES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
# Digital numbers below which these shares of EuroSAT's pixels lie: the output of
# scripts/eurosat_quantiles.py over the 16,200 training images of the AiTLAS arena's split.
_EUROSAT_QUANTILES = {
    "B04": (238, 325, 498, 801, 1223, 2100, 2728),
    "B03": (455, 574, 780, 974, 1213, 1765, 2317),
    "B02": (693, 758, 877, 1039, 1278, 1700, 2241),
}
# Two levels of a picture that are farther apart than this differ for sure.
_STEP = 1e-3


@dataclass(frozen=True)
class Curve:
    """Straight pieces from stored numbers to digital numbers; level beyond both ends."""

    stored: tuple[float, ...]
    digital_numbers: tuple[float, ...]


def matched_curves(sample: np.ndarray, bands: tuple[str, ...]) -> tuple[Curve, ...] | None:
    """A curve a band that gives the scene the brightness that EuroSAT has over all its images.

    `sample` is `(N, bands)`. None when it is empty or EuroSAT RGB has not all of the bands. The
    scene is taken to be as mixed as EuroSAT is: a desert or a sea comes out wrong.
    """
    if not sample.size or any(band not in _EUROSAT_QUANTILES for band in bands):
        return None
    curves = []
    for column, band in zip(sample.T, bands, strict=True):
        # Rising, for interpolation; in a picture of few levels quantiles coincide.
        rise = np.arange(len(_PROBABILITIES)) * _STEP
        stored = np.quantile(column.astype(np.float64), _PROBABILITIES) + rise
        curves.append(Curve(tuple(stored.tolist()), _EUROSAT_QUANTILES[band]))
    return tuple(curves)


def apply_curves(stored: np.ndarray, curves: tuple[Curve, ...]) -> np.ndarray:
    """Digital numbers of stored ones `(..., bands)`, float32, same shape."""
    numbers = np.empty(stored.shape, np.float32)
    for band, curve in enumerate(curves):
        numbers[..., band] = np.interp(stored[..., band], curve.stored, curve.digital_numbers)
    return numbers
