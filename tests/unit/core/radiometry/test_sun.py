from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from eurosat_qgis.core.radiometry.sun import (
    overpass,
    overpass_hours,
    sun_zenith_and_azimuth,
    zenith_at_equinox,
)


@pytest.mark.parametrize(
    ("moment", "place", "zenith", "azimuth"),
    [
        # pvlib 0.16, solar position algorithm of NREL (Reda and Andreas 2004).
        ("2019-04-11T10:50:31", (5.1, 51.2), 44.1408, 162.0025),
        ("2024-01-01T14:05:00", (-58.8, -27.5), 26.0068, 86.4517),
        ("2017-07-03T10:30:00", (10.1, 46.0), 25.5298, 150.1491),
        ("2021-09-08T04:37:14", (93.5, 28.8), 28.0159, 142.7073),
        # Metadata of S2A_MSIL2A_20200219T112111 (tile 29RKH), means over the tile.
        ("2020-02-19T11:34:25", (-11.42, 24.80), 90 - 48.293, 147.671),
    ],
)
def test_the_sun_stands_where_an_almanac_has_it(
    moment: str, place: tuple[float, float], zenith: float, azimuth: float
) -> None:
    found = sun_zenith_and_azimuth(datetime.fromisoformat(moment), *place)
    assert found == (pytest.approx(zenith, abs=0.3), pytest.approx(azimuth, abs=0.6))
    if place[1] != 24.80:
        assert found == (pytest.approx(zenith, abs=0.02), pytest.approx(azimuth, abs=0.02))


@pytest.mark.parametrize(
    ("place", "time"),
    [
        # Sensing times of real products: Mol, tile 33XWJ on Svalbard, tile 29RKH in the Sahara.
        ((5.1, 51.2), datetime(2019, 4, 11, 10, 50, 31, tzinfo=timezone.utc)),
        ((-11.42, 24.80), datetime(2020, 2, 19, 11, 34, 25, tzinfo=timezone.utc)),
    ],
)
def test_the_satellite_passes_when_it_did(place: tuple[float, float], time: datetime) -> None:
    # The swath is 290 km wide: about a quarter of an hour of local time in the mid-latitudes.
    assert abs(overpass(time.date(), *place) - time) < timedelta(minutes=20)


def test_at_the_equator_it_passes_at_half_past_ten() -> None:
    assert overpass_hours(0.0) == pytest.approx(10.5)
    assert overpass(date(2020, 3, 20), 15.0, 0.0).hour == 9


def test_at_the_equinox_the_sun_is_a_little_more_than_the_latitude_from_the_zenith() -> None:
    # cos(zenith) = cos(latitude) cos(22.5 degrees) at 10.5 h: 22.5 at the equator.
    assert zenith_at_equinox(0.0) == pytest.approx(22.5)
    assert 45 < zenith_at_equinox(45.0) < 50
