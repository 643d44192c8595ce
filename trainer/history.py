"""Keeps what each epoch of a training leaves: weights, scores, duration."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import keras

from trainer.checkpoints import save_weights
from trainer.runs import RunFolder
from trainer.whole_files import whole_file


class KeepEpochs(keras.callbacks.Callback):
    """Keeps the weights of every epoch and of the best validation accuracy, and the history.

    Keras' own ModelCheckpoint and BackupAndRestore write in place: a process killed meanwhile
    leaves half a file that counts as a checkpoint. Here each file appears complete, and the line
    of history comes last: an epoch that has one can be resumed from. With `newest_is_best`, where
    no accuracy can choose, the newest weights are kept as the best.
    """

    FIELDS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds")

    def __init__(self, run: RunFolder, model: keras.Model, newest_is_best: bool = False) -> None:
        super().__init__()
        self._run = run
        # What is fitted may be its head alone.
        self._whole_model = model
        self._newest_is_best = newest_is_best
        self._rows = run.read_history()
        self._best = max((row["val_accuracy"] for row in self._rows), default=-1.0)
        self._epoch_started = 0.0

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        self._epoch_started = time.monotonic()

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        scores = logs or {}
        rate = float(keras.ops.convert_to_numpy(self.model.optimizer.learning_rate))
        seconds = round(time.monotonic() - self._epoch_started, 3)
        row = {"epoch": epoch + 1, **scores, "learning_rate": rate, "seconds": seconds}
        self._keep_weights(self._run.epoch_weights(epoch + 1))
        if self._newest_is_best or scores["val_accuracy"] > self._best:
            self._best = scores["val_accuracy"]
            self._keep_weights(self._run.best_weights)
        self._rows.append(row)
        self._write_history()

    def _keep_weights(self, path: Path) -> None:
        save_weights(self._whole_model, path)

    def _write_history(self) -> None:
        with (
            whole_file(self._run.history_file) as part,
            part.open("w", newline="", encoding="utf-8") as lines,
        ):
            writer = csv.DictWriter(lines, self.FIELDS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows({**row, "epoch": int(row["epoch"])} for row in self._rows)
