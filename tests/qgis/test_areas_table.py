from __future__ import annotations

from eurosat_qgis.processing.areas_table import areas_table
from eurosat_qgis.processing.styles import FoundClass


def test_the_table_is_aligned_and_sums_up() -> None:
    classes = [
        FoundClass(2, "Forest", "#008000", 900, 412_000_000.0, 0.9),
        FoundClass(9, "River", "#0000ff", 100, 45_780_000.0, 0.1),
    ]
    assert areas_table(classes) == [
        "412.00 km²   90.0 %  Forest",
        " 45.78 km²   10.0 %  River",
        "457.78 km²  100.0 %  in all",
    ]


def test_where_areas_are_unknown_cells_are_counted() -> None:
    classes = [FoundClass(2, "Forest", "#008000", 12, None, 1.0)]
    assert areas_table(classes) == ["12 cells  100.0 %  Forest", "12 cells  100.0 %  in all"]


def test_nothing_found_is_no_table() -> None:
    assert areas_table([]) == []
