from __future__ import annotations

import numpy as np
import pytest

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.bands import band_of_description, choose_bands, identify_bands

RGB = ("B04", "B03", "B02")


@pytest.mark.parametrize(
    ("description", "band"),
    [
        ("B04", "B04"),
        ("B4", "B04"),
        ("b8a", "B8A"),
        ("Band 12", "B12"),
        ("B02, central wavelength 490 nm", "B02"),
        ("red", "B04"),
        ("NIR", "B08"),
        ("B14", None),
        ("AB04", None),
        ("NDVI", None),
        ("", None),
    ],
)
def test_descriptions_name_bands(description: str, band: str | None) -> None:
    assert band_of_description(description) == band


def test_descriptions_come_before_colours_and_colours_before_count() -> None:
    gray = ("gray", "undefined", "undefined")
    assert identify_bands(("B02", "B03", "B04"), ("red", "green", "blue")).bands["B04"] == 3
    assert identify_bands((None,) * 3, ("red", "green", "blue")).bands["B04"] == 1
    assert identify_bands((None,) * 13, ("gray",) * 13).bands["B04"] == 4
    assert identify_bands((None,) * 3, gray).bands == {}


def test_a_guess_from_the_number_of_bands_says_so() -> None:
    assert "guessed" in identify_bands((None,) * 13, ("gray",) * 13).reason


def test_bands_come_in_the_order_the_card_wants() -> None:
    assert choose_bands(RGB, "auto", {"B02": 1, "B03": 2, "B04": 3}, 3) == (3, 2, 1)
    assert choose_bands(RGB, "4,3,2", {}, 13) == (4, 3, 2)
    assert choose_bands(RGB, "B04, B03, B02", {"B02": 1, "B03": 2, "B04": 3}, 3) == (3, 2, 1)


def test_too_few_bands_are_refused_naming_what_is_needed() -> None:
    with pytest.raises(InputError, match=r"has 1 band, the model needs 3 \(B04, B03, B02\)"):
        choose_bands(RGB, "auto", {}, 1)


def test_bands_without_names_ask_for_the_users_choice() -> None:
    with pytest.raises(InputError, match="--bands"):
        choose_bands(RGB, "auto", {}, 4)


@pytest.mark.parametrize("option", ["4,3", "0,1,2", "5,3,2", "red,green,x", ""])
def test_a_choice_that_is_not_there_is_refused(option: str) -> None:
    with pytest.raises(InputError):
        choose_bands(RGB, option, {"B04": 1, "B03": 2}, 4)


def test_names_that_only_count_are_no_names() -> None:
    numbered = tuple(f"Band {i}" for i in range(1, 14))
    found = identify_bands(numbered, ("gray",) * 13)
    # Band 9 of 13 is B8A, not B09.
    assert found.bands["B8A"] == 9
    assert found.doubt is not None
    tags = [{"BandName": f"Band_{i}"} for i in range(1, 13)]
    assert identify_bands((None,) * 12, ("gray",) * 12, tags).bands["B11"] == 11


@pytest.mark.parametrize(
    "text", ["Band_{}", "Band {} (stack.tif)", "stack.band.{}", "T31UFS_Band_{}", "Band {}: stack"]
)
def test_the_tenth_band_called_band_10_is_not_b10(text: str) -> None:
    # The ten bands at 10 and 20 m: the third is red, the tenth B12.
    numbered = tuple(text.format(i) for i in range(1, 11))
    found = identify_bands(numbered, ("gray",) * 10)
    assert (found.bands["B04"], found.bands["B12"]) == (3, 10)
    assert "B10" not in found.bands
    assert found.doubt is not None


def test_what_stands_beside_a_bands_number_names_it() -> None:
    named = ("Band 1: blue", "Band 2: green", "Band 3: red")
    assert identify_bands(named, ("gray",) * 3).bands == {"B02": 1, "B03": 2, "B04": 3}
    # Places that are not counted are names.
    chosen = ("Band 4", "Band 3", "Band 2")
    assert identify_bands(chosen, ("gray",) * 3).bands == {"B04": 1, "B03": 2, "B02": 3}


def test_the_sources_of_a_vrt_name_its_bands() -> None:
    found = identify_bands((None,) * 3, ("gray",) * 3, made_of=("B02", "B03", "B04"))
    assert found.bands == {"B02": 1, "B03": 2, "B04": 3}
    assert found.doubt is None


def test_a_stack_of_known_bands_that_lacks_one_is_told_so() -> None:
    with pytest.raises(InputError, match=r"lacks B02: its bands are B08, B04, B03\."):
        choose_bands(RGB, "auto", {"B08": 1, "B04": 2, "B03": 3}, 3)


def test_tags_and_wavelengths_name_bands() -> None:
    gray = ("gray",) * 3
    named = [{"name": "B4"}, {"name": "B3"}, {"name": "B2"}]
    assert identify_bands((None,) * 3, gray, named).bands == {"B04": 1, "B03": 2, "B02": 3}
    waves = [{"wavelength": "0.49", "wavelength_units": "Micrometers"}, {"CENTER": "x"}, {}]
    assert identify_bands((None,) * 3, gray, waves).bands == {"B02": 1}


@pytest.mark.parametrize(("count", "place"), [(10, 3), (11, 4), (12, 4), (13, 4)])
def test_usual_numbers_of_bands_have_red_in_the_products_place(count: int, place: int) -> None:
    found = identify_bands((None,) * count, ("gray",) * count)
    assert found.bands["B04"] == place
    assert "--bands" in (found.doubt or "")


def test_an_alpha_band_is_not_counted() -> None:
    colors = ("gray",) * 10 + ("alpha",)
    assert identify_bands((None,) * 11, colors).bands["B04"] == 3


def test_digits_in_the_files_name_are_a_guess_that_is_said() -> None:
    found = identify_bands((None,) * 3, ("gray",) * 3, file_name="S2A2A_Barbellino_RGB432B_10")
    assert found.bands == {"B04": 1, "B03": 2, "B02": 3}
    assert "432" in (found.doubt or "")
    others = identify_bands((None,) * 3, ("gray",) * 3, file_name="RGB843B_10")
    assert "B02" not in others.bands


def test_colours_that_the_pixels_contradict_are_warned_about() -> None:
    rng = np.random.default_rng(1)
    land = rng.normal(size=5000)
    red, blue = 900 + 400 * land, 1100 + 200 * land
    sound = identify_bands(
        (None,) * 3, ("red", "green", "blue"), sample=lambda _: np.stack([red, blue], axis=1)
    )
    assert sound.doubt is None
    swapped = identify_bands(
        (None,) * 3, ("red", "green", "blue"), sample=lambda _: np.stack([blue, red], axis=1)
    )
    assert "--bands 3,2,1" in (swapped.doubt or "")
