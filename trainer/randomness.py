"""Random numbers that depend on the seed and the epoch, not on what was drawn before."""

from __future__ import annotations

import keras
import numpy as np


class SeedEpochs(keras.callbacks.Callback):
    """Sets the state of every dropout anew at the start of each epoch.

    Keras does not store that state with the weights: without this, a run that goes on after an
    interruption would drop other units than the uninterrupted run. Workers drop units of their own.
    """

    def __init__(self, seed: int, worker: int = 0) -> None:
        super().__init__()
        self._seed = seed
        self._worker = worker

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        states = [v for v in self.model.variables if v.name == "seed_generator_state"]
        for number, state in enumerate(states):
            entropy = np.random.SeedSequence([self._seed, epoch, number, self._worker])
            state.assign(entropy.generate_state(2, np.uint32))
