"""Sizes and allocations against the published example and on paper."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eurosat_qgis.core.accuracy.map_requests import ALLOCATIONS, EQUAL, NEYMAN, PROPORTIONAL
from eurosat_qgis.core.accuracy.sample_size import allocation, sample_size
from eurosat_qgis.core.errors import InputError

# Olofsson et al. 2014, section 5.1: shares of the map and conjectured user's accuracies.
WEIGHTS = np.array([0.020, 0.015, 0.320, 0.645])
EXPECTED = np.array([0.70, 0.60, 0.90, 0.95])


def test_the_papers_sample_size() -> None:
    assert sample_size(WEIGHTS, EXPECTED, 0.01) == 641


def test_half_the_standard_error_needs_four_times_the_points() -> None:
    assert sample_size(WEIGHTS, EXPECTED, 0.005) == pytest.approx(4 * 641, abs=4)


def test_the_papers_allocation_but_for_its_rounding_to_fives() -> None:
    # 75 for each rare class, the other 490 in proportion: the paper takes 165 and 325.
    found = allocation(640, WEIGHTS, EXPECTED, PROPORTIONAL, 75)
    assert found.tolist() == [75, 75, 162, 328]


def test_equal_parts_and_the_optimum_for_overall_accuracy() -> None:
    assert allocation(640, WEIGHTS, EXPECTED, EQUAL, 50).tolist() == [160] * 4
    found = allocation(1000, WEIGHTS, EXPECTED, NEYMAN, 0)
    goal = WEIGHTS * np.sqrt(EXPECTED * (1 - EXPECTED))
    assert found == pytest.approx(1000 * goal / goal.sum(), abs=1)


def test_a_minimum_without_room_is_refused_with_what_would_do() -> None:
    with pytest.raises(InputError, match="at least 200"):
        allocation(150, WEIGHTS, EXPECTED, PROPORTIONAL, 50)


@settings(deadline=None)
@given(
    st.integers(1, 300),
    arrays(float, 4, elements=st.floats(0.01, 1)),
    st.sampled_from(ALLOCATIONS),
    arrays(np.int64, 4, elements=st.integers(0, 90)),
)
def test_points_sum_to_the_size_within_what_classes_hold(
    size: int, weights: np.ndarray, how: str, most: np.ndarray
) -> None:
    found = allocation(size, weights / weights.sum(), EXPECTED, how, 0, most)
    assert found.sum() == min(size, most.sum())
    assert (found <= most).all()
