"""What air and haze do to each band of Sentinel-2: optical depths and absorption, as constants."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

STANDARD_PRESSURE_HPA = 1013.25


@dataclass(frozen=True)
class BandOptics:
    """One band, averaged over its spectral response and the sun's spectrum.

    `wavelength` is in µm; `rayleigh` is the optical depth of the molecules at 1013.25 hPa;
    `ozone` the absorption of 1 atm-cm (1000 DU); water vapour of w g/cm² on a path of m air masses
    lets through exp(-water * (w*m)**water_power), the mixed gases exp(-mixed * m**mixed_power).
    """

    wavelength: float
    rayleigh: float
    ozone: float
    water: float
    water_power: float
    mixed: float
    mixed_power: float

    def gas_transmittance(self, air_mass: float, ozone_du: float) -> float:
        """Share 0..1 that ozone and the mixed gases let through on the way down and up."""
        through_ozone = math.exp(-self.ozone * ozone_du / 1000 * air_mass)
        return through_ozone * math.exp(-self.mixed * air_mass**self.mixed_power)

    def water_transmittance(self, air_mass: float, water_g_cm2: float) -> float:
        """Share 0..1 that water vapour lets through on the way down and up."""
        return math.exp(-self.water * (water_g_cm2 * air_mass) ** self.water_power)


# The output of scripts/band_optics.py: spectral responses of Sentinel-2A and 2B (ESA,
# COPE-GSEG-EOPG-TN-15-0007), molecular scattering by Bodhaine et al. (1999, J. Atmos. Oceanic
# Technol. 16, 1854, eq. 30), absorption by Bird and Riordan (1986, SERI/TR-215-2436). That table
# is coarse beyond the visible: B06, B08, B09, B10 and B12 are right to some per cent only.
BAND_OPTICS = {
    "B01": BandOptics(0.44286, 0.23668, 0.0012748, 0, 1, 0, 1),
    "B02": BandOptics(0.49177, 0.15596, 0.025227, 0, 1, 0, 1),
    "B03": BandOptics(0.55927, 0.090991, 0.10053, 0.00054725, 0.78809, 0, 1),
    "B04": BandOptics(0.66464, 0.045021, 0.054847, 0.00041877, 0.88113, 0, 1),
    "B05": BandOptics(0.70397, 0.035609, 0.021024, 0.0044189, 0.72564, 0, 1),
    "B06": BandOptics(0.7398, 0.029128, 0.0099729, 0.025945, 0.58113, 0, 1),
    "B07": BandOptics(0.78116, 0.023385, 0.00081403, 0.0013153, 0.81711, 0, 1),
    "B08": BandOptics(0.83035, 0.018551, 2.9123e-06, 0.034654, 0.55144, 0, 1),
    "B8A": BandOptics(0.86426, 0.015551, 0, 0.001589, 0.75652, 0, 1),
    "B09": BandOptics(0.94398, 0.010899, 0, 0.5051, 0.54803, 0, 1),
    "B10": BandOptics(1.375, 0.0024146, 0, 2.1093, 0.52861, 0, 1),
    "B11": BandOptics(1.6111, 0.00129, 0, 0.00064426, 0.83127, 0.025899, 0.56919),
    "B12": BandOptics(2.1893, 0.00039219, 0, 0.03244, 0.57817, 0.0083682, 0.61256),
}


@dataclass(frozen=True)
class Aerosol:
    """Haze at one wavelength: optical depth relative to 550 nm, single-scattering albedo, and
    asymmetry of the phase function."""

    relative_depth: float
    albedo: float
    asymmetry: float


# Rural aerosol of Shettle and Fenn (1979, AFGL-TR-79-0214) at 70 % relative humidity, extinction
# and absorption relative to 550 nm, as LOWTRAN 7 tabulates it (Kneizys et al. 1988,
# AFGL-TR-88-0177). It is also what Sen2Cor and iCOR take away by default, so the way back uses it.
_WAVELENGTHS_UM = np.array([0.3371, 0.55, 0.6943, 1.06, 1.536, 2.0, 2.25])
_EXTINCTION = np.array([1.59981, 1.0, 0.75316, 0.42171, 0.24323, 0.15108, 0.13608])
_ABSORPTION = np.array([0.07671, 0.05380, 0.04684, 0.05335, 0.04614, 0.01829, 0.01899])
_ASYMMETRY = np.array([0.6865, 0.6638, 0.6498, 0.6314, 0.6440, 0.7098, 0.7303])


def rural_aerosol(wavelength: float) -> Aerosol:
    """The rural aerosol at a wavelength in µm, 0.34 to 2.25; nearest beyond."""
    place, places = math.log(wavelength), np.log(_WAVELENGTHS_UM)
    extinction = math.exp(np.interp(place, places, np.log(_EXTINCTION)))
    absorption = math.exp(np.interp(place, places, np.log(_ABSORPTION)))
    return Aerosol(
        extinction, 1 - absorption / extinction, float(np.interp(place, places, _ASYMMETRY))
    )


def pressure_at(elevation_m: float) -> float:
    """Air pressure in hPa: the ICAO standard atmosphere up to 11 km."""
    return float(STANDARD_PRESSURE_HPA * (1 - 2.25577e-5 * elevation_m) ** 5.25588)
