from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import log_loss

from trainer.evaluation import (
    apply_temperature,
    expected_calibration_error,
    fit_temperature,
    score,
)


def one_hot(labels: list[int], confidence: float) -> np.ndarray:
    probabilities = np.full((len(labels), 10), (1 - confidence) / 9)
    probabilities[np.arange(len(labels)), labels] = confidence
    return probabilities


def test_scores_count_what_was_called_what() -> None:
    scores = score(one_hot([0, 0, 1, 2], 0.9), np.array([0, 1, 1, 2]))
    assert (scores.accuracy, scores.n) == (0.75, 4)
    assert scores.confusion[1][:2] == [1, 1]
    annual = scores.per_class["AnnualCrop"]
    assert (annual.precision, annual.recall, annual.support) == (0.5, 1.0, 1)


def test_calibration_error_is_the_gap_of_confidence_and_accuracy() -> None:
    # By hand: all in one bin, 3 of 4 right with confidence 0.9: a gap of 0.15.
    error = expected_calibration_error(one_hot([0, 0, 1, 2], 0.9), np.array([0, 1, 1, 2]))
    assert error == pytest.approx(0.15)


def test_calibration_error_weighs_bins_by_their_images() -> None:
    # By hand: one of two right at 0.9 (gap 0.4), two of two at 0.5 (gap 0.5): 0.2 + 0.25.
    probabilities = np.concatenate([one_hot([0, 1], 0.9), one_hot([2, 3], 0.5)])
    error = expected_calibration_error(probabilities, np.array([0, 2, 2, 3]))
    assert error == pytest.approx(0.45)


def test_the_fitted_temperature_is_the_likeliest() -> None:
    rng = np.random.default_rng(5)
    logits = rng.normal(size=(2000, 10)) * 3
    truth = np.array(
        [rng.choice(10, p=p) for p in np.exp(logits) / np.exp(logits).sum(1, keepdims=True)]
    )
    sharp = apply_temperature(np.exp(logits) / np.exp(logits).sum(1, keepdims=True), 0.5)
    fitted = fit_temperature(sharp, truth)
    # Sharpened by 0.5, the true temperature is 2.
    assert fitted == pytest.approx(2.0, rel=0.1)
    losses = [
        log_loss(truth, apply_temperature(sharp, t).astype(float), labels=range(10))
        for t in (fitted * 0.9, fitted, fitted * 1.1)
    ]
    assert losses[1] == min(losses)


def test_a_temperature_never_changes_the_class() -> None:
    probabilities = np.random.default_rng(1).dirichlet(np.ones(10), 100)
    softened = apply_temperature(probabilities, 1.7)
    assert np.array_equal(softened.argmax(1), probabilities.argmax(1))
