"""The grouping by which maps are compared with CORINE, and the comparison's arithmetic."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.corine import GROUPS, NO_GROUP, corine_groups, majority
from eurosat_qgis.core.bundle import open_bundle


def test_every_class_of_eurosat_lies_in_one_group() -> None:
    grouped = [name for classes, _ in GROUPS.values() for name in classes]
    assert sorted(grouped) == sorted(c.name for c in open_bundle(None).card.classes)


def test_every_code_of_corine_lies_in_one_group_or_in_none_for_a_reason() -> None:
    grouped = [code for _, codes in GROUPS.values() for code in codes]
    assert len(set(grouped)) == len(grouped)
    without = set(range(1, 45)) - set(grouped)
    # Beaches, bare rock, burnt ground, glaciers, salt marshes, salines, intertidal flats.
    assert without == {30, 31, 33, 34, 37, 38, 39}


def test_the_groups_are_those_of_the_legend(shared: Path) -> None:
    lines = (shared / "s2/mol_be/CLC2018_V2018_legend_grouped.csv").read_text().splitlines()[1:]
    codes = {int(line.split(",")[1]): line.split(",")[0] for line in lines}
    first = {"built-up": "1", "farmland": "2", "forest": "31", "water": "5"}
    for name, digits in first.items():
        for code in GROUPS[name][1]:
            assert codes[code].startswith(digits)


def test_a_cell_has_the_group_that_covers_most_of_it() -> None:
    # Forest (312) and farmland (211) in halves and thirds; beaches have no group.
    codes = np.array([[24, 24, 12, 12], [24, 12, 12, 12], [30, 30, 41, 41], [30, 30, 41, 2]])
    groups, shares = majority(corine_groups(codes), 2)
    names = np.array(list(GROUPS))[groups]
    assert names[0].tolist() == ["forest", "farmland"]
    assert names[1, 1] == "water"
    assert shares.tolist() == [[0.75, 1.0], [0.0, 0.75]]
    assert (corine_groups(np.array([0, 30, 255])) == NO_GROUP).all()
