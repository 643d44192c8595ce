"""The way back from surface reflectance (Level-2A) to what Level-1C shows: a standard atmosphere.

The networks saw the top of the atmosphere. Nothing here is fitted to a scene: air, haze and gases
come from optics.py and scattering.py, the sun and the haze from the product's metadata, or else
from where and when the scene was taken and from stated defaults. docs/atmosphere.md has the
formulas and what they were measured to be worth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.optics import (
    BAND_OPTICS,
    STANDARD_PRESSURE_HPA,
    pressure_at,
    rural_aerosol,
)
from eurosat_qgis.core.radiometry.scalings import QUANTIFICATION
from eurosat_qgis.core.radiometry.scattering import Geometry, layer_light
from eurosat_qgis.core.radiometry.sun import overpass, sun_zenith_and_azimuth, zenith_at_equinox

# Sentinel-2 sees the mid-latitudes with the sun 25 to 70 degrees from the zenith over the year.
DEFAULT_SUN_ZENITH = 45.0
# Half a swath of 290 km from 786 km is 10.5 degrees; the middle of 0 and that.
DEFAULT_VIEW_ZENITH = 5.0
DEFAULT_AZIMUTH_DIFFERENCE = 90.0
# Between clear days, on which scenes are chosen, and the mean over land of 0.19 (Remer et al. 2008,
# J. Geophys. Res. 113, D14S07). Sen2Cor's metadata at hand state 0.06 to 0.17.
DEFAULT_AEROSOL = 0.15
# U.S. Standard Atmosphere 1962, as 6S has it (Vermote et al. 1997).
DEFAULT_OZONE_DU = 344.0
DEFAULT_WATER_G_CM2 = 1.42
# What most scenes lie near: at 300 m 4 % of the molecules are missing.
DEFAULT_ELEVATION_M = 0.0
# A lower sun needs a round earth; more haze than that no scene is worth classifying in.
_LOWEST_SUN = 75.0
_MOST_AEROSOL = 1.5
_LEAST_AEROSOL = 0.005
# Beyond it a pixel is cloud or saturated; the formula has a pole further on.
_BRIGHTEST = 1.5


@dataclass(frozen=True)
class Air:
    """The air above a scene: angles in degrees, aerosol optical thickness at 550 nm, ozone in DU,
    water vapour in g/cm², height of the ground in m."""

    sun_zenith: float = DEFAULT_SUN_ZENITH
    view_zenith: float = DEFAULT_VIEW_ZENITH
    azimuth_difference: float = DEFAULT_AZIMUTH_DIFFERENCE
    aerosol: float = DEFAULT_AEROSOL
    ozone: float = DEFAULT_OZONE_DU
    water_vapour: float = DEFAULT_WATER_G_CM2
    elevation: float = DEFAULT_ELEVATION_M


@dataclass(frozen=True)
class BandAtmosphere:
    """One band: reflectance at the top = path + gain * surface / (1 - albedo * surface)."""

    path: float
    gain: float
    albedo: float


@dataclass(frozen=True)
class Atmosphere:
    """What is put back over a scene: the air, its effect on each band read, and the `reason` that
    tells where the numbers come from. `warnings` make the result doubtful."""

    air: Air
    bands: tuple[BandAtmosphere, ...]
    reason: str
    warnings: tuple[str, ...] = ()

    def to_top(self, digital_numbers: np.ndarray) -> np.ndarray:
        """Level-2A digital numbers `(..., bands)` as Level-1C ones, float32, same shape."""
        path = np.array([band.path * QUANTIFICATION for band in self.bands], np.float32)
        gain = np.array([band.gain for band in self.bands], np.float32)
        albedo = np.array([band.albedo / QUANTIFICATION for band in self.bands], np.float32)
        surface = np.minimum(digital_numbers, np.float32(_BRIGHTEST * QUANTIFICATION))
        # In place, for a strip of a full tile is large.
        numbers = surface.astype(np.float32, copy=False)
        below = 1 - albedo * numbers
        numbers *= gain
        numbers /= below
        numbers += path
        return numbers


def band_atmosphere(band: str, air: Air) -> BandAtmosphere:
    """The effect of `air` on a band, `B01` ... `B12`.

    A surface of even reflectance under the layer, gases above it; half the water vapour lies above
    what scatters (Vermote et al. 1997, IEEE TGRS 35, 675).
    """
    optics = BAND_OPTICS[band]
    aerosol = rural_aerosol(optics.wavelength)
    sun, view = (math.cos(math.radians(angle)) for angle in (air.sun_zenith, air.view_zenith))
    air_mass = 1 / sun + 1 / view
    light = layer_light(
        optics.rayleigh * pressure_at(air.elevation) / STANDARD_PRESSURE_HPA,
        air.aerosol * aerosol.relative_depth,
        aerosol,
        Geometry(sun, view, math.radians(air.azimuth_difference)),
    )
    gas = optics.gas_transmittance(air_mass, air.ozone)
    return BandAtmosphere(
        path=gas * optics.water_transmittance(air_mass, air.water_vapour / 2) * light.path,
        gain=gas * optics.water_transmittance(air_mass, air.water_vapour) * light.down * light.up,
        albedo=light.albedo,
    )


def standard_atmosphere(
    bands: tuple[str, ...],
    facts: ProductFacts,
    place: tuple[float, float] | None = None,
    elevation: float | None = None,
) -> Atmosphere:
    """The atmosphere over a scene: from metadata where they say, from stated defaults elsewhere.

    `place` is the scene's centre, longitude and latitude in degrees, `elevation` the ground's mean
    height in m where the user gives it: no product states one.
    """
    sun_zenith, sun_azimuth, sun_source = _sun(facts, place)
    warnings = []
    if sun_zenith > _LOWEST_SUN:
        warnings.append(
            f"The sun stood {sun_zenith:.0f}° from the zenith; the atmosphere is modelled for "
            f"{_LOWEST_SUN:g}°, and the map is doubtful."
        )
    if sun_source == _ASSUMED:
        warnings.append(
            f"Neither angles nor date and place are known: the sun is taken to stand "
            f"{DEFAULT_SUN_ZENITH:g}° from the zenith."
        )
    view_zenith, view_source = _known(facts.view_zenith, DEFAULT_VIEW_ZENITH)
    aerosol, aerosol_source = _known(facts.aerosol_optical_thickness, DEFAULT_AEROSOL)
    ozone, ozone_source = _known(facts.ozone, DEFAULT_OZONE_DU)
    water, water_source = _known(facts.water_vapour, DEFAULT_WATER_G_CM2)
    view_azimuth = _number(facts.view_azimuth)
    difference = DEFAULT_AZIMUTH_DIFFERENCE
    if sun_azimuth is not None and view_azimuth is not None:
        difference = abs((sun_azimuth - view_azimuth + 180) % 360 - 180)
    air = Air(
        sun_zenith=min(sun_zenith, _LOWEST_SUN),
        view_zenith=min(view_zenith, 15.0),
        azimuth_difference=difference,
        aerosol=min(max(aerosol, _LEAST_AEROSOL), _MOST_AEROSOL),
        ozone=ozone,
        water_vapour=water,
        elevation=DEFAULT_ELEVATION_M if elevation is None else elevation,
    )
    ground = "sea level assumed" if elevation is None else f"ground at {elevation:g} m, as given"
    effects = tuple(band_atmosphere(band, air) for band in bands)
    numbers = ", ".join(
        f"{band} {effect.path * QUANTIFICATION:.0f} DN + {effect.gain:.3f}·DN"
        for band, effect in zip(bands, effects, strict=True)
    )
    reason = (
        "Level-2A brought to the top of the atmosphere by a standard atmosphere: sun zenith "
        f"{air.sun_zenith:.1f}° ({sun_source}), view zenith {air.view_zenith:.1f}° "
        f"({view_source}), aerosol optical thickness {air.aerosol:.2f} ({aerosol_source}), ozone "
        f"{air.ozone:.0f} DU ({ozone_source}), water vapour {air.water_vapour:.1f} g/cm² "
        f"({water_source}), {ground}; for dark ground {numbers}."
    )
    return Atmosphere(air, effects, reason, tuple(warnings))


_STATED = "metadata"
_ASSUMED = "assumed"


def _sun(facts: ProductFacts, place: tuple[float, float] | None) -> tuple[float, float | None, str]:
    """Zenith, azimuth where known, and where they come from."""
    zenith = _number(facts.sun_zenith)
    if zenith is not None:
        return zenith, _number(facts.sun_azimuth), _STATED
    if place is None:
        return DEFAULT_SUN_ZENITH, None, _ASSUMED
    moment = _moment(facts.sensing_time, place)
    if moment is None:
        return zenith_at_equinox(place[1]), None, "place of the scene, equinox assumed"
    zenith, azimuth = sun_zenith_and_azimuth(moment, *place)
    return zenith, azimuth, f"from {moment:%Y-%m-%d %H:%M} UTC and the place of the scene"


def _moment(text: str | None, place: tuple[float, float]) -> datetime | None:
    """The time of sensing; of a bare date the hour at which the satellite passes."""
    if not text:
        return None
    try:
        if len(text) == len("2019-04-11"):
            return overpass(date.fromisoformat(text), *place)
        # Python 3.10 knows neither Z nor other than 3 or 6 decimals.
        return datetime.fromisoformat(text.rstrip("Z").partition(".")[0])
    except ValueError:
        return None


def _known(value: float | None, default: float) -> tuple[float, str]:
    number = _number(value)
    return (default, _ASSUMED) if number is None else (number, _STATED)


def _number(value: float | None) -> float | None:
    """Metadata hold NaN, too; it is no number, nor is a negative one here."""
    return value if value is not None and math.isfinite(value) and value >= 0 else None
