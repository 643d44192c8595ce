"""The GPUs of a machine, or several machines, that train together with tf.distribute."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

import keras
import numpy as np
import tensorflow as tf

from trainer.errors import RunError, TrainerError
from trainer.quiet import stderr_held_shut

STRATEGIES = ("mirrored", "multiworker")
_EXAMPLE = (
    '{"cluster": {"worker": ["host1:2222", "host2:2222"]}, "task": {"type": "worker", "index": 0}}'
)
# What TensorFlow raises, at whatever it does, when it hears no more from another machine.
_LOSSES = (
    tf.errors.UnavailableError,
    tf.errors.AbortedError,
    tf.errors.CancelledError,
    tf.errors.DeadlineExceededError,
    tf.errors.InternalError,
)


class Workers:
    """The devices and machines that train together; `index` is this machine's, 0 the chief's."""

    def __init__(self, strategy: tf.distribute.Strategy, index: int = 0) -> None:
        self.strategy = strategy
        self.index = index
        # TensorFlow asks for as many devices on each machine.
        self._own_replicas = len(strategy.extended.worker_devices)

        def add(of_replica: tf.Tensor) -> tf.Tensor:
            context = tf.distribute.get_replica_context()
            # The copy lies on the replica's device, where the sum is asked for.
            return context.all_reduce(tf.distribute.ReduceOp.SUM, tf.identity(of_replica))

        self._sum = tf.function(
            lambda values: strategy.run(add, args=(values,)), autograph=False, reduce_retracing=True
        )

    @property
    def is_chief(self) -> bool:
        """Whether this machine is the one that keeps the run."""
        return self.index == 0

    @property
    def replicas(self) -> int:
        """How many copies of the network train at once, over all machines."""
        return int(self.strategy.num_replicas_in_sync)

    def check_batch_size(self, batch_size: int) -> None:
        """Raise TrainerError when a batch cannot be dealt evenly."""
        if batch_size % self.replicas:
            raise TrainerError(
                f"A batch of {batch_size} cannot be dealt to {self.replicas} devices evenly: give "
                f"--batch-size {-(-batch_size // self.replicas) * self.replicas}."
            )

    def from_chief(self, number: float) -> float:
        """The chief's number, on every machine."""
        return float(self._total(np.array([float(number) * self.is_chief]))[0])

    def share_state(self, model: keras.Model) -> None:
        """Give every machine the chief's weights, optimizer and random state."""
        variables = [*model.variables, *model.optimizer.variables]
        _set_values(variables, self._total(_values(variables) * self.is_chief))

    def average_statistics(self, model: keras.Model) -> None:
        """Give every machine the mean of the batch norms' moving statistics.

        Gradients are summed over all machines at every step; these are each machine's own.
        """
        variables = [v for v in model.non_trainable_variables if tf.as_dtype(v.dtype).is_floating]
        if variables:
            mean = self._total(_values(variables)) * self._own_replicas / self.replicas
            _set_values(variables, mean)

    @contextmanager
    def losses_reported(self) -> Iterator[None]:
        """Turn what TensorFlow raises when another machine is gone into one line, a RunError."""
        try:
            yield
        except _LOSSES as error:
            if self.replicas == self._own_replicas:
                raise
            raise RunError(
                "Another worker is gone, and the training with it: start all of them again with "
                "--resume; they go on after the last finished epoch."
            ) from error

    def _total(self, own: np.ndarray) -> np.ndarray:
        """The sum of all machines' own values, `(N,) float64`."""
        summed = self.strategy.experimental_local_results(self._sum(tf.constant(own)))[0]
        # The replicas of one machine all added its values.
        return summed.numpy() / self._own_replicas


def _values(variables: list[keras.Variable]) -> np.ndarray:
    """All values in one row of float64, which holds whole numbers and float32 exactly."""
    return np.concatenate([np.asarray(v.numpy(), np.float64).ravel() for v in variables])


def _set_values(variables: list[keras.Variable], values: np.ndarray) -> None:
    start = 0
    for variable in variables:
        size = int(np.prod(variable.shape))
        part = values[start : start + size].reshape(variable.shape)
        variable.assign(part.astype(variable.numpy().dtype))
        start += size


def open_strategy(name: str) -> Workers:
    """Get in touch with the devices (`mirrored`) or machines (`multiworker`) that train together.

    `multiworker` waits for the other machines, and must come before anything else that TensorFlow
    does in the process. Raises TrainerError when TF_CONFIG does not name them.
    """
    if name == "mirrored":
        devices = tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")
        return Workers(tf.distribute.MirroredStrategy([d.name for d in devices]))
    if name != "multiworker":
        raise TrainerError(f"No strategy is named {name!r}: choose of {', '.join(STRATEGIES)}.")
    _check_cluster(os.environ.get("TF_CONFIG", ""))
    try:
        with stderr_held_shut():
            strategy = tf.distribute.MultiWorkerMirroredStrategy()
    except (tf.errors.OpError, RuntimeError, ValueError) as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise TrainerError(
            f"The workers of TF_CONFIG do not come together ({first}): check that each host and "
            "port can be reached and that all were started."
        ) from error
    return Workers(strategy, int(strategy.cluster_resolver.task_id))


def _check_cluster(text: str) -> None:
    try:
        config = json.loads(text)
        workers, task = config["cluster"]["worker"], config["task"]
        sound = task["type"] == "worker" and 0 <= int(task["index"]) < len(workers)
        others = set(config["cluster"]) - {"worker"}
    except (ValueError, KeyError, TypeError):
        sound, others = False, set()
    if not sound or others:
        raise TrainerError(
            "--strategy multiworker needs the environment variable TF_CONFIG on each machine, for "
            f"example {_EXAMPLE}; workers only, the index being the machine's own."
        )
