"""Compute the table of core/radiometry/optics.py: what the air does to each band of Sentinel-2.

Needs two packages that the project itself does not: `pip install Py6S pvlib`. Py6S carries ESA's
spectral response functions of Sentinel-2A and 2B, pvlib the sun's spectrum and the absorption
coefficients of Bird and Riordan (1986, SERI/TR-215-2436). Prints the lines of BAND_OPTICS; each
figure is the mean of the two satellites'.
"""

from __future__ import annotations

import importlib

import numpy as np
from Py6S import PredefinedWavelengths

SATELLITES = ("S2A", "S2B")
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
# Bird and Riordan's grid smears the lines of oxygen at 690 and 760 nm into bands that were placed
# to avoid them; carbon dioxide and methane at longer waves are broad.
FIRST_MIXED_GAS_UM = 1.0
# Water columns times air mass, g/cm², and air masses over which the fits are made.
WATER_PATHS = np.geomspace(0.5, 15, 20)
AIR_MASSES = np.linspace(2, 5, 20)


def rayleigh_optical_depth(wavelength: np.ndarray) -> np.ndarray:
    """At 1013.25 hPa and 45 degrees, wavelength in µm: Bodhaine et al. (1999), equation 30."""
    square = wavelength**2
    above = 1.0455996 - 341.29061 / square - 0.90230850 * square
    below = 1 + 0.0027059889 / square - 85.968563 * square
    return 0.0021520 * above / below


def response(satellite: str, band: str) -> tuple[np.ndarray, np.ndarray]:
    """Wavelengths in µm and relative response of a band."""
    name = f"{satellite}_MSI_{band.removeprefix('B')}"
    _, first, last, values = getattr(PredefinedWavelengths, name)
    return np.linspace(first, last, len(values)), np.asarray(values)


def power_law(paths: np.ndarray, transmittances: np.ndarray) -> tuple[float, float]:
    """a and b of exp(-a * path**b), fitted to the logarithms; 0 and 1 where all is let through."""
    depth = -np.log(transmittances)
    if depth.max() < 5e-4:
        return 0.0, 1.0
    slope, intercept = np.polyfit(np.log(paths), np.log(depth), 1)
    return float(np.exp(intercept)), float(slope)


def band_figures(satellite: str, band: str) -> np.ndarray:
    """Wavelength, Rayleigh depth, ozone per atm-cm, water a and b, mixed gases a and b."""
    table = importlib.import_module("pvlib.spectrum.spectrl2")._SPECTRL2_COEFFS
    wavelength, weight = response(satellite, band)

    def at(name: str) -> np.ndarray:
        return np.interp(wavelength * 1000, table["wavelength"], table[name])

    weight = weight * at("spectral_irradiance_et")
    weight /= weight.sum()
    water, mixed = at("water_vapor_absorption"), at("mixed_absorption")
    through_water = [
        weight @ np.exp(-0.2385 * water * u / (1 + 20.07 * water * u) ** 0.45) for u in WATER_PATHS
    ]
    through_mixed = [
        weight @ np.exp(-1.41 * mixed * m / (1 + 118.3 * mixed * m) ** 0.45) for m in AIR_MASSES
    ]
    center = weight @ wavelength
    if center < FIRST_MIXED_GAS_UM:
        through_mixed = [1.0] * len(AIR_MASSES)
    return np.array(
        [
            center,
            weight @ rayleigh_optical_depth(wavelength),
            weight @ at("ozone_absorption"),
            *power_law(WATER_PATHS, np.array(through_water)),
            *power_law(AIR_MASSES, np.array(through_mixed)),
        ]
    )


def main() -> None:
    for band in BANDS:
        figures = np.mean([band_figures(satellite, band) for satellite in SATELLITES], axis=0)
        print(f'    "{band}": BandOptics({", ".join(f"{figure:.5g}" for figure in figures)}),')


if __name__ == "__main__":
    main()
