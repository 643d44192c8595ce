from __future__ import annotations

import random

from eurosat_qgis.gui.class_cells import class_rectangles


def test_equal_runs_below_each_other_are_one_rectangle() -> None:
    rows = [bytes([1, 2, 2, 1]), bytes([1, 2, 2, 2]), bytes([2, 2, 2, 2])]
    assert class_rectangles([rows[0], rows[0]], 2) == [(1, 3, 0, 2)]
    assert class_rectangles(rows, 2) == [(0, 4, 2, 3), (1, 3, 0, 1), (1, 4, 1, 2)]


def test_a_class_that_is_not_there_has_no_rectangles() -> None:
    assert class_rectangles([bytes([1, 1])], 2) == []
    assert class_rectangles([], 2) == []


def test_rectangles_cover_every_cell_of_the_class_once_and_no_other() -> None:
    draw = random.Random(5)
    rows = [bytes(draw.choice((0, 3, 7)) for _ in range(17)) for _ in range(23)]
    covered = [
        (x, y)
        for left, right, top, bottom in class_rectangles(rows, 3)
        for x in range(left, right)
        for y in range(top, bottom)
    ]
    wanted = [(x, y) for y, row in enumerate(rows) for x, code in enumerate(row) if code == 3]
    assert sorted(covered) == sorted(wanted)
