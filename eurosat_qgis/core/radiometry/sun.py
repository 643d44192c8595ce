"""Where the sun stands when Sentinel-2 passes."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta, timezone

# Sentinel-2's orbit: mean local solar time at the descending node, and inclination (ESA,
# Sentinel-2 User Handbook).
_NODE_HOURS = 10.5
_INCLINATION_DEG = 98.62


def sun_zenith_and_azimuth(
    moment: datetime, longitude: float, latitude: float
) -> tuple[float, float]:
    """Zenith angle and azimuth of the sun (degrees; azimuth from north over east).

    `moment` without a time zone is UTC; longitude and latitude are in degrees east and north. The
    Astronomical Almanac's low-precision formulas (Michalsky 1988, Solar Energy 40, 227), good to
    0.01 degrees from 1950 to 2050.
    """
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    days = (moment - datetime(2000, 1, 1, 12, tzinfo=timezone.utc)) / timedelta(days=1)
    mean_longitude = (280.460 + 0.9856474 * days) % 360
    anomaly = math.radians(357.528 + 0.9856003 * days)
    ecliptic = math.radians(
        mean_longitude + 1.915 * math.sin(anomaly) + 0.020 * math.sin(2 * anomaly)
    )
    obliquity = math.radians(23.439 - 0.0000004 * days)
    ascension = math.atan2(math.cos(obliquity) * math.sin(ecliptic), math.cos(ecliptic))
    declination = math.asin(math.sin(obliquity) * math.sin(ecliptic))
    sidereal_hours = 6.697375 + 0.0657098242 * days + _utc_hours(moment)
    hour_angle = math.radians(sidereal_hours * 15 + longitude) - ascension
    return _zenith_and_azimuth(hour_angle, declination, math.radians(latitude))


def zenith_at_equinox(latitude: float) -> float:
    """Zenith angle of the sun in degrees at an overpass on an equinox: the year's middle."""
    hour_angle = math.radians((overpass_hours(latitude) - 12) * 15)
    return _zenith_and_azimuth(hour_angle, 0.0, math.radians(latitude))[0]


def overpass(day: date, longitude: float, latitude: float) -> datetime:
    """The moment (UTC) at which Sentinel-2 passes a place on a day, within some minutes."""
    hours = overpass_hours(latitude) - longitude / 15
    return datetime.combine(day, time(), timezone.utc) + timedelta(hours=hours)


def overpass_hours(latitude: float) -> float:
    """Mean local solar time of the overpass: later to the north, for the orbit leans west."""
    lean = math.tan(math.radians(latitude)) / math.tan(math.radians(_INCLINATION_DEG))
    return _NODE_HOURS - math.degrees(math.asin(max(-1.0, min(1.0, lean)))) / 15


def _utc_hours(moment: datetime) -> float:
    utc = moment.astimezone(timezone.utc)
    return utc.hour + utc.minute / 60 + utc.second / 3600


def _zenith_and_azimuth(
    hour_angle: float, declination: float, latitude: float
) -> tuple[float, float]:
    height = math.sin(declination) * math.sin(latitude)
    height += math.cos(declination) * math.cos(latitude) * math.cos(hour_angle)
    east = -math.cos(declination) * math.sin(hour_angle)
    north = math.sin(declination) * math.cos(latitude)
    north -= math.cos(declination) * math.sin(latitude) * math.cos(hour_angle)
    zenith = math.degrees(math.acos(max(-1.0, min(1.0, height))))
    return zenith, math.degrees(math.atan2(east, north)) % 360
