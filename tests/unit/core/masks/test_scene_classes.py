from __future__ import annotations

import pytest

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.scene_classes import DEFAULT_MASK_CLASSES, class_names, class_numbers


@pytest.mark.parametrize(
    ("option", "numbers"),
    [
        ("cloud", {8, 9}),
        ("cloud,shadow,snow", {8, 9, 3, 11}),
        (" Cirrus , 7 ", {10, 7}),
        ("9,9,0", {9, 0}),
        ("none", set()),
        # Saturated or defective, shadow, both clouds, cirrus, snow.
        (",".join(DEFAULT_MASK_CLASSES), {1, 3, 8, 9, 10, 11}),
    ],
)
def test_classes_are_chosen_by_name_or_number(option: str, numbers: set[int]) -> None:
    assert class_numbers(option) == numbers


@pytest.mark.parametrize("option", ["clouds", "12", "-1", "", "cloud,,snow", "8.5", "²", "none,3"])
def test_what_is_no_class_is_refused(option: str) -> None:
    with pytest.raises(InputError, match="choose from saturated, dark, shadow"):
        class_numbers(option)


def test_numbers_are_told_by_name_where_a_class_is_whole() -> None:
    assert class_names(frozenset({3, 8, 9})) == "shadow, cloud"
    assert class_names(frozenset({0, 9, 10})) == "cirrus, 0, 9"
