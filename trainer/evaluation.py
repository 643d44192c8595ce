"""How good a network is: accuracy, per class, confusion, and whether its confidence is honest."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from scipy.optimize import minimize_scalar
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from trainer.classes import CLASS_NAMES
from trainer.data import Images

ECE_BINS = 15
_BATCH = 256


@dataclass(frozen=True)
class ClassScores:
    """Precision, recall and F1 (0..1) of one class, and its number of images."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True)
class Scores:
    """Scores on labelled images. `confusion[i][j]`: images of class i that were called j."""

    accuracy: float
    n: int
    ece: float
    per_class: dict[str, ClassScores]
    confusion: list[list[int]]

    def as_json(self) -> dict[str, Any]:
        """The object that `evaluate --json` writes."""
        return {**asdict(self), "classes": list(CLASS_NAMES)}


def predict(model: keras.Model, images: Images) -> np.ndarray:
    """Softmax probabilities `(N, classes) float32` of images, before any temperature."""

    # One graph for all batches, the smaller last one included.
    batches = tf.TensorSpec((None, *images.pixels.shape[1:]), images.pixels.dtype)

    @tf.function(autograph=False, input_signature=[batches])
    def probabilities(batch: tf.Tensor) -> tf.Tensor:
        return model(tf.cast(batch, tf.float32) / images.format.divide_by, training=False)

    starts = range(0, len(images), _BATCH)
    return np.concatenate([probabilities(images.pixels[s : s + _BATCH]).numpy() for s in starts])


def mean_scores(
    model: keras.Model, batches: tf.data.Dataset, loss: keras.losses.Loss
) -> dict[str, float]:
    """Mean `loss` and `accuracy` over batches `(inputs, targets)`, as `model.evaluate` gives them.

    It is worked out on this machine alone, where `evaluate` would ask every worker.
    """

    @tf.function(autograph=False)
    def of_batch(inputs: tf.Tensor, targets: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        probabilities = model(inputs, training=False)
        labels = tf.argmax(targets, axis=-1) if targets.shape.rank == 2 else targets
        right = tf.argmax(probabilities, axis=-1) == tf.cast(labels, tf.int64)
        return loss(targets, probabilities), tf.reduce_sum(tf.cast(right, tf.float32))

    total_loss, right, count = 0.0, 0.0, 0
    for inputs, targets in batches:
        batch_loss, batch_right = of_batch(inputs, targets)
        total_loss += float(batch_loss) * len(inputs)
        right += float(batch_right)
        count += len(inputs)
    return {"loss": total_loss / count, "accuracy": right / count}


def score(probabilities: np.ndarray, labels: np.ndarray) -> Scores:
    """Score calibrated probabilities `(N, classes)` against labels `(N,)`."""
    predicted = probabilities.argmax(axis=1)
    every = np.arange(len(CLASS_NAMES))
    precision, recall, f1, support = precision_recall_fscore_support(
        labels, predicted, labels=every, zero_division=0.0
    )
    per_class = {
        name: ClassScores(float(precision[i]), float(recall[i]), float(f1[i]), int(support[i]))
        for i, name in enumerate(CLASS_NAMES)
    }
    return Scores(
        accuracy=float((predicted == labels).mean()),
        n=len(labels),
        ece=expected_calibration_error(probabilities, labels),
        per_class=per_class,
        confusion=confusion_matrix(labels, predicted, labels=every).tolist(),
    )


def expected_calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """ECE over 15 equal bins of confidence (Guo et al. 2017, eq. 3), 0..1.

    The mean gap between a bin's accuracy and its confidence, weighted by its share of images.
    """
    confidence = probabilities.max(axis=1)
    correct = probabilities.argmax(axis=1) == labels
    bins = np.minimum((confidence * ECE_BINS).astype(int), ECE_BINS - 1)
    gaps = np.bincount(bins, correct - confidence, minlength=ECE_BINS)
    return float(np.abs(gaps).sum() / len(labels))


def fit_temperature(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The temperature that makes the true labels likeliest (Guo et al. 2017, section 4.2)."""
    logs = np.log(np.maximum(probabilities.astype(np.float64), 1e-30))

    def negative_log_likelihood(log_temperature: float) -> float:
        scaled = logs / np.exp(log_temperature)
        scaled -= scaled.max(axis=1, keepdims=True)
        normalised = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-normalised[np.arange(len(labels)), labels].mean())

    found = minimize_scalar(negative_log_likelihood, bounds=(-3.0, 3.0), method="bounded")
    return float(np.exp(found.x))


def apply_temperature(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Calibrated probabilities: p^(1/T), normalised, as the bundle's card asks of its readers."""
    logs = np.log(np.maximum(probabilities.astype(np.float64), 1e-30)) / temperature
    powers = np.exp(logs - logs.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
