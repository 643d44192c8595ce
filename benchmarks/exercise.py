"""The course's exercise, as its notebook trains: the other side of benchmarks/training.py.

`python -m benchmarks.exercise MODEL DATA LISTS EPOCHS TIMES.json`. All images become float64 / 255
arrays in memory, which go into `model.fit` of the registered network as Keras builds it, with Adam
and batches of 32 or, for the project's own networks, of their recipe's size.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import keras
import numpy as np

from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.models import model_spec
from trainer.recipes import recipe_for
from trainer.splits import read_split


class EpochTimes(keras.callbacks.Callback):
    """Seconds of each epoch, validation included."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self._started = 0.0

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        self._started = time.monotonic()

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        self.seconds.append(time.monotonic() - self._started)


def arrays(images: Images) -> tuple[np.ndarray, np.ndarray]:
    return images.pixels / 255, images.labels


def main() -> None:
    model_name, data, lists, epochs, target = sys.argv[1:]
    split = read_split(Path(data), lists, ("train", "val"))
    model = model_spec(model_name).build(len(CLASS_NAMES))
    model.compile(
        optimizer=keras.optimizers.Adam(),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    x_train, y_train = arrays(split.subset("train"))
    times = EpochTimes()
    model.fit(
        x_train,
        y_train,
        epochs=int(epochs),
        batch_size=recipe_for(model_name).batch_size,
        validation_data=arrays(split.subset("val")),
        callbacks=[times],
        verbose=2,
    )
    Path(target).write_text(json.dumps(times.seconds), encoding="utf-8")


if __name__ == "__main__":
    main()
