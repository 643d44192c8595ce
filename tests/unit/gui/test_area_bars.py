from __future__ import annotations

from typing import Any

from eurosat_qgis.gui.area_bars import amount, area_bars, percent, summary


def number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}"


def entry(code: int, title: str, cells: int, area_m2: float | None, share: float) -> dict[str, Any]:
    color = "#112233"
    return {"code": code, "title": title, "color": color, "cells": cells, "area_m2": area_m2,
            "share": share}  # fmt: skip


# 100 cells of 640 m: 40.96 km² in all.
RESULT: dict[str, Any] = {
    "classes": [
        entry(255, "Uncertain", 50, 20_480_000.0, 0.5),
        entry(3, "Meadow", 10, 4_096_000.0, 0.1),
        entry(2, "Forest", 40, 16_384_000.0, 0.4),
    ],
    "valid_cells": 100,
    "masked_cells": 5,
    "masked_area_m2": 2_048_000.0,
}


def test_bars_are_sorted_by_share_with_uncertain_and_masked_last() -> None:
    bars = area_bars(RESULT, number)
    assert [bar.title for bar in bars] == ["Forest", "Meadow", "Uncertain", "Masked"]
    assert [bar.amount for bar in bars] == ["16.4 km²", "4.10 km²", "20.5 km²", "2.05 km²"]
    assert bars[-1].share is None
    assert bars[-1].code is None


def test_without_masked_cells_there_is_no_bar_of_them() -> None:
    titles = [bar.title for bar in area_bars({**RESULT, "masked_cells": 0}, number)]
    assert "Masked" not in titles


def test_small_areas_are_in_hectares_and_unplaced_ones_in_cells() -> None:
    assert amount(12_345.0, 3, False, number) == "1.2 ha"
    assert amount(2_000_000.0, 3, False, number) == "200 ha"
    assert amount(None, 1, False, number) == "1 cell"
    assert amount(None, 12, True, number) == "12 cells"


def test_a_share_that_would_round_to_nothing_is_not_written_as_nothing() -> None:
    assert percent(0.0001, number) == "< 0.1 %"
    assert percent(0.0512, number) == "5.1 %"
    assert percent(0.41, number) == "41 %"
    assert percent(None, number) == ""


def test_the_summary_tells_area_and_cells() -> None:
    assert summary(RESULT, number) == "41.0 km² in 100 cells"
    unplaced = {"classes": [entry(2, "Forest", 1, None, 1.0)], "valid_cells": 1}
    assert summary(unplaced, number) == "1 cell"
