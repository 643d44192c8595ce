from __future__ import annotations

import pytest

from eurosat_qgis.core.bands import band_of_description, choose_bands, identify_bands
from eurosat_qgis.core.errors import InputError

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
