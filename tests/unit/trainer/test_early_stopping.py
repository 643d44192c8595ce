from __future__ import annotations

import keras
import numpy as np
import pytest

from trainer.early_stopping import Standing, StopWithoutImprovement, standing_of


def history(*accuracies: float) -> list[dict[str, float]]:
    return [{"epoch": e, "val_accuracy": a} for e, a in enumerate(accuracies, start=1)]


@pytest.mark.parametrize(
    ("accuracies", "expected"),
    [
        ((), 0),
        ((0.5,), 0),
        ((0.5, 0.6, 0.7), 0),
        ((0.5, 0.7, 0.6, 0.65), 2),
        # An equal accuracy is no improvement, as in Keras' EarlyStopping.
        ((0.5, 0.5, 0.5, 0.5), 3),
        ((0.9, 0.1, 0.95), 0),
    ],
)
def test_epochs_since_the_best_are_counted(accuracies: tuple[float, ...], expected: int) -> None:
    standing = standing_of(history(*accuracies))
    assert standing == Standing(max(accuracies, default=-1.0), expected)


class Scripted(keras.callbacks.Callback):
    """Gives each epoch the validation accuracy of a script."""

    def __init__(self, script: list[float]) -> None:
        super().__init__()
        self._script = script

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        assert logs is not None
        logs["val_accuracy"] = self._script[epoch]


def epochs_trained(script: list[float], stopping: keras.callbacks.Callback, first: int = 0) -> int:
    model = keras.Sequential([keras.layers.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    zeros = np.zeros((2, 1))
    fitted = model.fit(
        zeros,
        zeros,
        epochs=len(script),
        initial_epoch=first,
        verbose=0,
        callbacks=[Scripted(script), stopping],
    )
    return first + len(fitted.epoch)


SCRIPTS = [
    [0.1, 0.2, 0.3, 0.3, 0.3, 0.3, 0.9],
    [0.5, 0.4, 0.6, 0.5, 0.5, 0.5, 0.7],
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_stops_where_keras_would(script: list[float]) -> None:
    keras_own = keras.callbacks.EarlyStopping("val_accuracy", patience=3, mode="max")
    expected = epochs_trained(script, keras_own)
    assert epochs_trained(script, StopWithoutImprovement(3, Standing())) == expected


def test_a_resumed_run_stops_where_it_would_have_stopped() -> None:
    whole = epochs_trained(SCRIPTS[0], StopWithoutImprovement(3, Standing()))
    standing = standing_of(history(*SCRIPTS[0][:4]))
    resumed = epochs_trained(SCRIPTS[0], StopWithoutImprovement(3, standing), first=4)
    assert resumed == whole == 6
