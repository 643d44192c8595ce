"""What the standard atmosphere is worth on a real pair of both levels of the same moment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from benchmarks.atmosphere import (
    KNOWN,
    agreement,
    classes,
    median_errors,
    modelled_top,
    read_twins,
)
from benchmarks.high_ground import DAYS, LAKE_M, alpine_twins, shifts
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.atmosphere import Air, band_atmosphere, standard_atmosphere
from eurosat_qgis.core.radiometry.optics import BAND_OPTICS

VISIBLE = ("B02", "B03", "B04")
# The sun of the pair's morning, from its product's time and place.
SUN_ZENITH, AEROSOL = 44.14, 0.12


@pytest.mark.parametrize("known", KNOWN)
def test_modelled_level_1c_is_within_100_digital_numbers(shared: Path, known: str) -> None:
    twins = read_twins(shared / "s2" / "mol_be")
    without = median_errors(twins, twins.surface)
    errors = median_errors(twins, modelled_top(twins, KNOWN[known]))
    assert without["B02"] > 500
    assert max(errors[band] for band in VISIBLE) <= 100


@pytest.mark.parametrize("cell", [64, 32])
def test_nine_cells_in_ten_have_the_class_of_the_level_1c_twin(
    shared: Path, tmp_path: Path, cell: int
) -> None:
    pair = shared / "s2" / "mol_be"
    truth = classes(pair / "mol_l1c_rgbn.tif", cell, tmp_path)
    surface = pair / "mol_l2_icor_rgbn.tif"
    corrected = agreement(classes(surface, cell, tmp_path, "auto"), truth)
    assert corrected >= 0.90
    assert corrected > agreement(classes(surface, cell, tmp_path, "none"), truth)


def test_a_crop_of_the_pair_comes_out_as_its_twin_does(data: Path, tmp_path: Path) -> None:
    surface, top = data / "scene_200x168_surface.tif", data / "scene_200x168.tif"
    truth = classes(top, 8, tmp_path)
    assert agreement(classes(surface, 8, tmp_path, "auto"), truth) >= 0.85
    air = standard_atmosphere(
        ("B04", "B03", "B02", "B08"),
        ProductFacts(sun_zenith=SUN_ZENITH, aerosol_optical_thickness=AEROSOL),
    )
    levels = []
    for path in (surface, top):
        with rasterio.open(path) as raster:
            levels.append(np.moveaxis(raster.read(), 0, -1).astype(np.float32))
    errors = np.abs(air.to_top(levels[0]) - levels[1])[(levels[1] != 65535).all(axis=-1)]
    assert np.median(errors, axis=0).max() <= 30


def test_the_air_of_that_morning_agrees_with_arithmetic_on_paper() -> None:
    # Single scattering by molecules and haze, sun 44 degrees, aerosol 0.12: 236, 452 and 766 DN
    # over black ground, slopes 0.87, 0.80 and 0.78; several orders of scattering, and
    # ozone above them, make up to a tenth.
    air = Air(sun_zenith=44.0, aerosol=0.12)
    effects = [band_atmosphere(band, air) for band in ("B04", "B03", "B02")]
    assert [e.path * 1e4 for e in effects] == pytest.approx([236, 452, 766], rel=0.10)
    assert [e.gain for e in effects] == pytest.approx([0.87, 0.80, 0.78], abs=0.015)


def test_every_band_but_the_absorbed_ones_is_brightened_dark_and_dimmed_bright() -> None:
    for band in BAND_OPTICS:
        effect = band_atmosphere(band, Air())
        assert effect.path > 0
        assert effect.path + effect.gain < 1
    paths = [band_atmosphere(band, Air()).path for band in ("B01", "B02", "B03", "B04", "B08")]
    assert paths == sorted(paths, reverse=True)


def test_more_haze_and_a_lower_sun_put_more_light_in_the_way() -> None:
    by_haze = [band_atmosphere("B02", Air(aerosol=a)).path for a in (0.05, 0.12, 0.3, 0.5)]
    by_sun = [band_atmosphere("B02", Air(sun_zenith=z)).path for z in (20, 40, 60, 70)]
    assert by_haze == sorted(by_haze)
    assert by_sun == sorted(by_sun)
    high = band_atmosphere("B02", Air(elevation=3000))
    assert high.path < band_atmosphere("B02", Air()).path


def test_high_ground_has_less_air_and_the_height_is_said() -> None:
    facts = ProductFacts(sun_zenith=30.0)
    sea, plateau = (standard_atmosphere(("B02",), facts, elevation=e) for e in (None, 2000.0))
    assert "sea level assumed" in sea.reason
    assert "ground at 2000 m, as given" in plateau.reason
    # A fifth of the air lies below 2000 m (ICAO: 795 hPa of 1013), and air is most of the path.
    assert plateau.bands[0].path / sea.bands[0].path == pytest.approx(795 / 1013, abs=0.04)


@pytest.mark.parametrize("day", DAYS)
def test_the_height_of_an_alpine_lake_takes_most_of_the_error_away(shared: Path, day: str) -> None:
    twins = alpine_twins(shared / "s2" / "barbellino_it", day)
    sea, own = (shifts(twins, elevation) for elevation in (0.0, LAKE_M))
    # Slopes were corrected in Level-2A alone; over a few hundred pixels that weighs 30 to 50 DN.
    assert sea["B02"] >= 70
    assert abs(own["B02"]) <= 0.5 * sea["B02"]
    assert max(abs(own[band]) for band in VISIBLE) <= 50


def test_bright_and_saturated_pixels_stay_finite_and_in_order() -> None:
    air = standard_atmosphere(("B02",), ProductFacts(sun_zenith=60, aerosol_optical_thickness=0.5))
    numbers = air.to_top(np.array([[0], [500], [9000], [15000], [65535]], np.uint16))
    assert numbers.dtype == np.float32
    assert np.isfinite(numbers).all()
    assert (np.diff(numbers[:, 0]) >= 0).all()


def test_the_sun_is_taken_from_what_is_known() -> None:
    place = (5.1, 51.2)

    def reason(facts: ProductFacts, where: tuple[float, float] | None = place) -> str:
        return standard_atmosphere(("B02",), facts, where).reason

    assert "sun zenith 30.0° (metadata)" in reason(ProductFacts(sun_zenith=30.0))
    timed = ProductFacts(sensing_time="2019-04-11T10:50:31.024Z")
    assert "sun zenith 44.1° (from 2019-04-11 10:50 UTC" in reason(timed)
    # The day alone gives the hour of the overpass, a few minutes off.
    assert "sun zenith 44.0°" in reason(ProductFacts(sensing_time="2019-04-11"))
    assert "equinox assumed" in reason(ProductFacts())
    assert "sun zenith 45.0° (assumed)" in reason(ProductFacts(), None)
    assert "equinox" in reason(ProductFacts(sensing_time="spring"))


def test_what_is_no_number_in_the_metadata_is_unknown() -> None:
    nan = float("nan")
    facts = ProductFacts(sun_zenith=nan, aerosol_optical_thickness=-1.0, view_zenith=nan)
    air = standard_atmosphere(("B02",), facts)
    assert (air.air.sun_zenith, air.air.aerosol) == (45.0, 0.15)
    assert "45°" in air.warnings[0]


def test_a_sun_near_the_horizon_is_warned_about() -> None:
    air = standard_atmosphere(("B02",), ProductFacts(sun_zenith=84.0))
    assert air.air.sun_zenith == 75.0
    assert "doubtful" in air.warnings[0]
