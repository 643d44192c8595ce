"""Estimators against the published example and against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import accuracy_score, cohen_kappa_score, precision_recall_fscore_support

from eurosat_qgis.core.accuracy.estimators import scores_of_counts, stratified_estimate

# Olofsson et al. 2014, table 8 (sample counts: deforestation, forest gain, stable forest, stable
# non-forest) and section 5.1 (pixels of 30 m that the map gives each class).
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
HECTARES = np.array([200_000, 150_000, 3_200_000, 6_450_000]) * 0.09


def test_the_papers_area_proportions_of_table_9() -> None:
    found = stratified_estimate(COUNTS, HECTARES)
    printed = [
        [0.0176, 0, 0.0013, 0.0011],
        [0, 0.0110, 0.0016, 0.0024],
        [0.0019, 0, 0.2967, 0.0213],
        [0.0040, 0.0020, 0.0179, 0.6212],
    ]
    assert found.proportions == pytest.approx(np.array(printed), abs=5e-5)
    assert found.area == pytest.approx([0.0235, 0.0130, 0.3175, 0.6460], abs=5e-5)


def test_the_papers_areas_in_hectares_and_their_intervals() -> None:
    found = stratified_estimate(COUNTS, HECTARES)
    total = HECTARES.sum()
    assert found.area * total == pytest.approx([21_158, 11_686, 285_770, 581_386], abs=0.6)
    # The paper multiplies rounded standard errors by 1.96.
    half_widths = found.area_ci95 * total
    assert half_widths == pytest.approx([6158, 3756, 15_510, 16_282], abs=1.5)


def test_the_papers_accuracies_and_their_intervals() -> None:
    scores = stratified_estimate(COUNTS, HECTARES).scores
    assert scores.users == pytest.approx([0.88, 0.73, 0.93, 0.96], abs=0.005)
    assert scores.users_ci95 == pytest.approx([0.07, 0.10, 0.04, 0.02], abs=0.005)
    assert scores.producers == pytest.approx([0.75, 0.85, 0.93, 0.96], abs=0.005)
    assert scores.overall == pytest.approx(0.95, abs=0.005)
    assert scores.overall_ci95 == pytest.approx(0.02, abs=0.005)


def test_intervals_of_producers_accuracy_follow_the_papers_equation_7() -> None:
    # The paper prints 0.21, 0.23, 0.03 and 0.01, of which the second and the last do not follow
    # from its equation. The R package mapaccuracy, and its Python port's tests, give these.
    scores = stratified_estimate(COUNTS, HECTARES).scores
    expected = [0.21330593, 0.25440369, 0.03432379, 0.01836120]
    assert scores.producers_ci95 == pytest.approx(expected, rel=1e-6)


def test_the_example_of_olofsson_2013() -> None:
    # Olofsson et al. 2013, table 1 and equations 9 to 16; the digits beyond the printed ones are
    # those of mapaccuracy's example.
    counts = np.array([[97, 0, 3], [3, 279, 18], [2, 1, 97]])
    pixels = np.array([22_353, 1_122_543, 610_228])
    found = stratified_estimate(counts, pixels)
    assert found.area[0] * pixels.sum() == pytest.approx(45_112.4, abs=0.1)
    assert found.area_ci95[0] * pixels.sum() == pytest.approx(21_072.4, abs=1)
    assert found.scores.producers == pytest.approx([0.4806308, 0.9941887, 0.8969259], rel=1e-6)
    assert found.scores.overall == pytest.approx(0.9444168, rel=1e-6)


matrices = st.integers(2, 5).flatmap(lambda n: arrays(np.int64, (n, n), elements=st.integers(0, 9)))


@settings(deadline=None)
@given(matrices.filter(lambda matrix: matrix.sum() > 0))
def test_plain_counts_score_as_scikit_learn_does(counts: np.ndarray) -> None:
    mapped, reference = (
        side.repeat(counts.ravel()) for side in np.indices(counts.shape).reshape(2, -1)
    )
    scores = scores_of_counts(counts)
    labels = range(len(counts))
    users, producers, f1, _ = precision_recall_fscore_support(
        reference, mapped, labels=labels, zero_division=np.nan
    )
    assert scores.overall == pytest.approx(accuracy_score(reference, mapped))
    assert scores.users == pytest.approx(users, nan_ok=True)
    assert scores.producers == pytest.approx(producers, nan_ok=True)
    assert scores.f1 == pytest.approx(f1, nan_ok=True)
    if len(set(mapped) | set(reference)) > 1:
        assert scores.kappa == pytest.approx(
            cohen_kappa_score(reference, mapped, labels=labels), abs=1e-9
        )
    assert scores.overall_ci95 is None


@settings(deadline=None)
@given(matrices, st.data())
def test_area_proportions_sum_to_one_and_rows_to_the_maps_shares(
    counts: np.ndarray, data: st.DataObject
) -> None:
    counts = counts + np.eye(len(counts), dtype=int)
    areas = data.draw(arrays(float, len(counts), elements=st.floats(0.1, 1e9)))
    found = stratified_estimate(counts, areas)
    assert found.proportions.sum() == pytest.approx(1)
    assert found.proportions.sum(axis=1) == pytest.approx(areas / areas.sum())
    assert found.area.sum() == pytest.approx(1)


def test_equal_sampling_fractions_estimate_what_the_counts_say() -> None:
    areas = COUNTS.sum(axis=1) * 7.0
    found = stratified_estimate(COUNTS, areas).scores
    plain = scores_of_counts(COUNTS)
    assert found.overall == pytest.approx(plain.overall)
    assert found.producers == pytest.approx(plain.producers)
    assert found.kappa == pytest.approx(plain.kappa)


def test_a_class_with_one_point_leaves_intervals_unknown() -> None:
    found = stratified_estimate(np.array([[1, 0], [2, 30]]), np.array([1.0, 9.0]))
    assert found.scores.overall == pytest.approx(0.1 + 0.9 * 30 / 32)
    assert np.isnan(found.scores.overall_ci95)
    assert np.isnan(found.area_ci95).all()
    assert np.isnan(found.scores.users_ci95).tolist() == [True, False]


def test_a_class_that_is_only_in_the_reference_has_area_and_no_users_accuracy() -> None:
    counts = np.array([[20, 0, 5], [0, 25, 0], [0, 0, 0]])
    found = stratified_estimate(counts, np.array([40.0, 60.0, 0.0]))
    assert found.area == pytest.approx([0.32, 0.6, 0.08])
    assert np.isnan(found.scores.users[2])
    assert found.scores.producers[2] == 0
    # By hand: 0.4² 0.2 0.8 / 24.
    assert found.area_ci95[2] == pytest.approx(1.959964 * np.sqrt(0.16 * 0.16 / 24), rel=1e-6)


def test_a_stratum_with_area_needs_points() -> None:
    with pytest.raises(ValueError, match="no sample points"):
        stratified_estimate(np.array([[3, 0], [0, 0]]), np.array([1.0, 1.0]))
