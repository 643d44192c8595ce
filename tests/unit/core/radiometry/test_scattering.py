"""The light of air and haze against arithmetic on paper, conservation, and a peer's code."""

from __future__ import annotations

import math

import numpy as np
import pytest

from eurosat_qgis.core.radiometry.optics import BAND_OPTICS, Aerosol, pressure_at, rural_aerosol
from eurosat_qgis.core.radiometry.scattering import Geometry, layer_light, rayleigh_reflectance

# A node of the peer's quadrature, so that it need not interpolate: 11.4 degrees from the zenith.
PEERS_VIEW = 0.9801449282487682


def geometry(sun_zenith: float, view: float = 1.0, azimuth: float = 1.0) -> Geometry:
    return Geometry(math.cos(math.radians(sun_zenith)), view, azimuth)


@pytest.mark.parametrize(
    ("band", "depth", "ozone"),
    [
        ("B01", 0.234485, 0.002656),
        ("B02", 0.151087, 0.027266),
        ("B03", 0.090966, 0.098738),
        ("B04", 0.045350, 0.049992),
        ("B05", 0.035841, 0.020446),
    ],
)
def test_optical_depths_are_those_of_smacs_published_coefficients(
    band: str, depth: float, ozone: float
) -> None:
    # SMAC's coefficients of Sentinel-2A (CESBIO), which rest on 6S and other absorption tables.
    optics = BAND_OPTICS[band]
    assert optics.rayleigh == pytest.approx(depth, rel=0.035)
    assert optics.ozone == pytest.approx(ozone, abs=0.006)


def test_rural_haze_has_the_tabulated_albedo_and_asymmetry() -> None:
    # Shettle and Fenn at 550 nm and 70 %: absorption 0.0538 of extinction 1, asymmetry 0.6638.
    assert rural_aerosol(0.55) == Aerosol(1.0, pytest.approx(0.9462), pytest.approx(0.6638))
    # Angstrom's exponent of that table between 0.55 and 0.6943 µm is 1.217: 1 / 1.25846 at 0.665.
    assert rural_aerosol(0.665).relative_depth == pytest.approx((0.665 / 0.55) ** -1.217, rel=1e-3)


def test_air_pressure_falls_as_in_the_standard_atmosphere() -> None:
    # ICAO: 898.75 hPa at 1000 m, 794.95 hPa at 2000 m.
    assert [pressure_at(0), pressure_at(1000), pressure_at(2000)] == pytest.approx(
        [1013.25, 898.75, 794.95], abs=0.05
    )


def test_thin_air_scatters_once() -> None:
    # depth * P / (4 * sun * view), P = 0.7629 (1 + 0.9324 cos²) for a depolarisation of 0.0279
    # (Hansen and Travis); from the nadir the scattering angle is 180 - 30 degrees, cos² = 0.75:
    # P = 1.2964, so 0.001 * 1.2964 / (4 * 0.866) = 0.0003742, and 2 per mille for second orders.
    assert rayleigh_reflectance(0.001, geometry(30)) == pytest.approx(0.0003742, rel=0.01)


def test_sun_and_satellite_may_change_places() -> None:
    forth = layer_light(0.15, 0.2, rural_aerosol(0.49), Geometry(0.6, 0.95, 0.7))
    back = layer_light(0.15, 0.2, rural_aerosol(0.49), Geometry(0.95, 0.6, 0.7))
    assert forth.path == pytest.approx(back.path, rel=1e-6)
    assert (forth.down, forth.albedo) == pytest.approx((back.up, back.albedo), rel=1e-6)


def test_light_that_is_not_absorbed_is_not_lost() -> None:
    # Evenly lit from below, the share let through is 2 * integral of T(mu) mu dmu = 1 - albedo.
    haze = Aerosol(1.0, 1.0, 0.65)
    nodes, weights = np.polynomial.legendre.leggauss(24)
    cosines = (nodes + 1) / 2
    lights = [layer_light(0.15, 0.3, haze, Geometry(mu, 1.0, 0.0)) for mu in cosines]
    through = sum(
        w * mu * light.down for w, mu, light in zip(weights, cosines, lights, strict=True)
    )
    assert through == pytest.approx(1 - lights[0].albedo, abs=0.002)


@pytest.mark.parametrize("band", ["B02", "B04"])
@pytest.mark.parametrize(
    ("sun_zenith", "aerosol", "tolerance"),
    [
        (25, 0.05, 0.0004),
        (44, 0.12, 0.0004),
        (44, 0.5, 0.0006),
        (65, 0.12, 0.0012),
        (65, 0.5, 0.0025),
    ],
)
def test_haze_adds_the_light_that_discrete_ordinates_say(
    band: str, sun_zenith: float, aerosol: float, tolerance: float
) -> None:
    optics = BAND_OPTICS[band]
    haze = rural_aerosol(optics.wavelength)
    depth = aerosol * haze.relative_depth
    seen = geometry(sun_zenith, PEERS_VIEW)
    light = layer_light(optics.rayleigh, depth, haze, seen)
    path, down = discrete_ordinates(optics.rayleigh, depth, haze, seen)
    clear, _ = discrete_ordinates(optics.rayleigh, 1e-6, haze, seen)
    # The peer knows no polarisation either, so the molecules' own part is compared elsewhere.
    assert light.path - rayleigh_reflectance(optics.rayleigh, seen) == pytest.approx(
        path - clear, abs=tolerance
    )
    assert light.down == pytest.approx(down, abs=0.002)


def discrete_ordinates(
    rayleigh: float, depth: float, haze: Aerosol, seen: Geometry
) -> tuple[float, float]:
    """Path reflectance and total transmittance by PythonicDISORT, haze (2 km) below air (8 km)."""
    disort = pytest.importorskip("PythonicDISORT").pydisort
    heights = np.array([100, 12, 8, 5, 3, 2, 1, 0.5, 0])
    air, dust = (np.diff(np.exp(-heights / scale)) for scale in (8.0, 2.0))
    air, dust = rayleigh * air / air.sum(), depth * dust / dust.sum()
    scattered = air + haze.albedo * dust
    streams = 16
    air_phase = np.zeros(streams + 1)
    air_phase[[0, 2]] = 1, 0.0958726
    haze_phase = haze.asymmetry ** np.arange(streams + 1)
    phase = air[:, None] * air_phase + haze.albedo * dust[:, None] * haze_phase
    phase /= scattered[:, None]
    depths = np.cumsum(air + dust)
    albedos = np.minimum(scattered / (air + dust), 1 - 1e-6)
    cosines, _, downward, _, radiance = disort(
        depths, albedos, streams, phase, seen.sun, 1.0, 0.0,
        NLeg=streams, f_arr=phase[:, streams],
    )  # fmt: skip
    half = streams // 2
    ray = int(np.argmin(np.abs(cosines[:half] - seen.view)))
    assert cosines[ray] == pytest.approx(seen.view, abs=1e-6)
    upward = np.squeeze(radiance(0, np.array([math.pi - seen.azimuth])))[ray]
    diffuse, direct = downward(depths[-1])
    return float(math.pi * upward / seen.sun), float((diffuse + direct) / seen.sun)
