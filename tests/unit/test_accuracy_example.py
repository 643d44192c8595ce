"""The published example, from files through to the command's own numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from eurosat_qgis.core.accuracy.assessing import assess
from eurosat_qgis.core.accuracy.map_requests import AssessRequest
from scripts.accuracy_example import write_example


def test_a_map_and_points_like_the_papers_give_the_papers_areas(tmp_path: Path) -> None:
    land_cover, points = write_example(tmp_path)
    found = assess(AssessRequest(map=str(land_cover), reference=str(points))).as_json()
    assert (found["n"], found["estimator"], found["warnings"]) == (640, "stratified", [])
    # Olofsson et al. 2014, section 5.2: hectares and half widths of 95 % intervals.
    printed = {
        "Deforestation": (21_158, 6158),
        "ForestGain": (11_686, 3756),
        "StableForest": (285_770, 15_510),
        "StableNonForest": (581_386, 16_282),
    }
    for name, (area, half_width) in printed.items():
        assert found["per_class"][name]["area_m2"] / 1e4 == pytest.approx(area, abs=0.6)
        assert found["per_class"][name]["area_ci95_m2"] / 1e4 == pytest.approx(half_width, abs=1.5)
    assert found["accuracy"] == pytest.approx(0.95, abs=0.005)
