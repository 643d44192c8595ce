"""The places of a printed map's parts: inside the sheet, none on another."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eurosat_qgis.processing.print_layout.sheet import (
    CAPTION,
    HEIGHT,
    LABELS_BELOW,
    LABELS_LEFT,
    MARGIN,
    WIDTH,
    Box,
    Sheet,
    arrange,
    nice_step,
)

shapes = st.floats(0.05, 20)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 1e-6 and down > 1e-6


def parts_of(sheet: Sheet) -> list[Box]:
    """The boxes with what belongs to them: a map's coordinates, captions and ramp."""
    caption = CAPTION if sheet.captions else 0.0
    main = sheet.main
    with_labels = Box(
        main.x - LABELS_LEFT,
        main.y - caption,
        main.width + LABELS_LEFT,
        main.height + caption + LABELS_BELOW,
    )
    others = [
        Box(box.x, box.y - CAPTION, box.width, box.height + CAPTION + LABELS_BELOW)
        for box in sheet.companions
        if box is not None
    ]
    return [
        with_labels, *others, sheet.title, sheet.subtitle, sheet.legend, sheet.scale_bar,
        sheet.footer,
    ]  # fmt: skip


@given(shapes, st.integers(0, 2), st.integers(3, 40))
def test_nothing_lies_on_another_or_beyond_the_margins(
    shape: float, companions: int, rows: int
) -> None:
    sheet = arrange(shape, companions, rows)
    parts = parts_of(sheet)
    for one, other in itertools.combinations(parts, 2):
        assert not overlap(one, other), (one, other)
    for part in parts:
        assert part.x >= MARGIN - 1e-6
        assert part.right <= WIDTH - MARGIN + 1e-6
        assert part.y >= MARGIN - 2
        assert part.bottom <= HEIGHT - MARGIN + 2 + 1e-6


@given(shapes, st.integers(0, 2))
def test_maps_keep_their_shape(shape: float, companions: int) -> None:
    sheet = arrange(shape, companions, 12)
    for box in (sheet.main, *sheet.companions):
        if box is not None:
            assert box.width / box.height == pytest.approx(shape)


def test_a_tall_map_has_its_companion_beside_it_at_the_same_size() -> None:
    sheet = arrange(0.5, 1, 12)
    (companion,) = sheet.companions
    assert companion is not None
    assert (companion.width, companion.height, companion.y) == (
        sheet.main.width, sheet.main.height, sheet.main.y,
    )  # fmt: skip
    assert companion.x > sheet.main.right


def test_a_wide_map_has_its_companion_below() -> None:
    sheet = arrange(4.0, 1, 12)
    (companion,) = sheet.companions
    assert companion is not None
    assert (companion.width, companion.x) == (sheet.main.width, sheet.main.x)
    assert companion.y > sheet.main.bottom


def test_a_square_map_has_insets_under_the_legend() -> None:
    sheet = arrange(1.0, 2, 12)
    for box in sheet.companions:
        assert box is not None
        assert box.y > sheet.legend.bottom


@pytest.mark.parametrize(
    ("smallest", "step"), [(1, 1), (1.1, 2), (2.0001, 5), (7, 10), (0.013, 0.02), (1600, 2000)]
)
def test_steps_are_one_two_or_five(smallest: float, step: float) -> None:
    assert nice_step(smallest) == pytest.approx(step)
