"""Stops a training that no longer gets better."""

from __future__ import annotations

from dataclasses import dataclass

import keras


@dataclass(frozen=True)
class Standing:
    """The best validation accuracy so far, and how many epochs have passed since."""

    best: float = -1.0
    epochs_since: int = 0

    def after(self, val_accuracy: float) -> Standing:
        """The standing one epoch later; an equal accuracy is no improvement."""
        if val_accuracy > self.best:
            return Standing(val_accuracy)
        return Standing(self.best, self.epochs_since + 1)


def standing_of(rows: list[dict[str, float]]) -> Standing:
    """Where a run with this history stands."""
    standing = Standing()
    for row in rows:
        standing = standing.after(row["val_accuracy"])
    return standing


class StopWithoutImprovement(keras.callbacks.Callback):
    """Ends the training after `patience` epochs without a better validation accuracy.

    It counts like Keras' EarlyStopping on `val_accuracy`, but goes on from where a resumed run
    stands; Keras' own would start counting anew.
    """

    def __init__(self, patience: int, standing: Standing) -> None:
        super().__init__()
        self._patience = patience
        self._standing = standing

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        self._standing = self._standing.after((logs or {})["val_accuracy"])
        if self._standing.epochs_since >= self._patience:
            self.model.stop_training = True
