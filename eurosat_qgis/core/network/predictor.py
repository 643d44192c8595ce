"""Class probabilities of windows and of tiles, by TensorFlow."""

from __future__ import annotations

import contextlib
import math
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.errors import BundleError, MissingPackageError, first_line
from eurosat_qgis.core.network.precision import (
    BFLOAT16,
    FLOAT32,
    cpu_has_bfloat16,
    exact_layers,
    in_bfloat16,
)
from eurosat_qgis.core.network.threads import Begun, in_threads
from eurosat_qgis.core.quiet import native_chatter_held_back

if TYPE_CHECKING:
    from eurosat_qgis.core.grid import Grid
    from eurosat_qgis.core.network.dense_form import Trunk
    from eurosat_qgis.core.network.dense_network import DenseNetwork
    from eurosat_qgis.core.network.depth_first import Stage

# Windows to hand to `predict` at once, enough for many threads.
BATCH_SIZE = 128
# Windows a thread computes in one call, its first layers for fewer at a time
# (core/network/depth_first.py). A GPU takes them all.
_A_CALL = 32
# How many times as probable as the second the first class is at least where bfloat16's errors, of a
# tenth in the logarithm of that, do not change which is the first.
_CLOSE = 1.35


class Predictor:
    """A loaded network with its calibration.

    `average` is the side in pixels of the middle of a window over which the head pools. With
    `precision` `bfloat16` windows are computed so where the processor has it and the network can
    gain by it (core/network/precision.py); tiles stay in float32.
    """

    def __init__(self, bundle: Bundle, average: int, precision: str = FLOAT32) -> None:
        """Load the network. Raises BundleError, MissingPackageError, or CannotBeDense."""
        self._card = bundle.card
        self._average = average
        self._dense: DenseNetwork | None = None
        with native_chatter_held_back():
            self._tf, keras = import_tensorflow()
            self._model = _load(keras, bundle)
            self._on_gpu = bool(self._tf.config.list_physical_devices("GPU"))
            self._a_call = BATCH_SIZE if self._on_gpu else _A_CALL
            whole = average == bundle.card.patch_size
            model = self._model if whole else _averaging(keras, self._model, bundle, average)
            wanted = precision == BFLOAT16 and cpu_has_bfloat16() and not self._on_gpu
            exact = exact_layers(self._trunk, self._map_sizes) if wanted and self._trunk else None
            self._alone: Any = None
            if exact is None:
                self._probabilities = self._traced(keras, model, self._a_call)
            else:
                self._alone = self._traced(keras, model, 1).get_concrete_function()
                rounded = in_bfloat16(keras, model, exact)
                self._probabilities = self._traced(keras, rounded, self._a_call, number_bytes=2)

    def predict(self, windows: np.ndarray) -> np.ndarray:
        """Calibrated probabilities `(N, classes) float32` of windows `(N, patch, patch, bands)`.

        Windows hold the values of the training images before they are divided (uint8 or float32).
        """
        return np.concatenate(in_threads(self._call, self._calls(windows)))

    def begin(self, windows: np.ndarray) -> Begun[np.ndarray]:
        """`predict`, begun on other threads; its results follow each other as the windows do."""
        return Begun(self._call, self._calls(windows))

    def begin_tiles(self, network: DenseNetwork, tiles: Sequence[np.ndarray]) -> Begun[np.ndarray]:
        """`predict_tile` of each of the tiles, begun on other threads."""
        return Begun(partial(self.predict_tile, network), tiles)

    def _calls(self, windows: np.ndarray) -> list[np.ndarray]:
        return [windows[s : s + self._a_call] for s in range(0, len(windows), self._a_call)]

    def _call(self, windows: np.ndarray) -> np.ndarray:
        # Always of one size: libraries sum in another order for other sizes, and then the last
        # digits, so at times a class, would hang on which windows happen to come together.
        batch = np.zeros((self._a_call, *windows.shape[1:]), np.float32)
        batch[: len(windows)] = windows
        found = np.array(self._probabilities(batch).numpy()[: len(windows)])
        found = calibrate(found, self._card.temperature)
        if self._alone is not None:
            for place in np.flatnonzero(are_close(found)):
                again = self._alone(batch[place : place + 1]).numpy()
                found[place] = calibrate(again, self._card.temperature)[0]
        return found

    def predict_tile(self, network: DenseNetwork, tile: np.ndarray) -> np.ndarray:
        """Calibrated probabilities `(rows, cols, classes) float32` of a dense network's tile."""
        raw = network.predict(tile)
        flat = calibrate(raw.reshape(-1, raw.shape[-1]), self._card.temperature)
        return flat.reshape(raw.shape)

    def _traced(self, keras: Any, model: Any, count: int, number_bytes: int = 4) -> Any:
        """The model as a function of so many windows, much faster than `model.predict`.

        Most of its maps hold numbers of `number_bytes`.
        """
        from eurosat_qgis.core.network.depth_first import in_stages

        card, tf = self._card, self._tf
        shape = (count, card.patch_size, card.patch_size, len(card.bands))
        of_windows = in_stages(tf, keras, model, self._stages(count, number_bytes))

        @tf.function(input_signature=[tf.TensorSpec(shape, tf.float32)], autograph=False)
        def probabilities(windows: Any) -> Any:
            return of_windows(windows / card.divide_by)

        return probabilities

    @cached_property
    def _trunk(self) -> Trunk | None:
        """The network taken apart; None where it has no dense form."""
        from eurosat_qgis.core.network.dense_form import CannotBeDense, read_trunk

        try:
            return read_trunk(self._model, self._card)
        except CannotBeDense:
            return None

    def _stages(self, count: int, number_bytes: int) -> list[Stage]:
        """How the network's first layers are computed for fewer windows than a call's `count`."""
        from eurosat_qgis.core.network.depth_first import stages_of

        if self._on_gpu or self._trunk is None:
            return []
        map_bytes = {name: number_bytes * size for name, size in self._map_sizes.items()}
        return stages_of(self._trunk, map_bytes, count)

    @cached_property
    def _map_sizes(self) -> dict[str, int]:
        """How many numbers each layer's map of a window has."""
        names = [step.name for step in self._trunk.steps] if self._trunk else []
        shapes = {name: self._model.get_layer(name).output.shape for name in names}
        return {name: math.prod(shape[1:]) for name, shape in shapes.items()}

    def sees_windows_alone(self) -> bool:
        """Whether no layer sees beyond a window, so that its dense form needs no trial."""
        from eurosat_qgis.core.network.dense_form import sees_windows_alone

        if self._trunk is None:
            return False
        return sees_windows_alone(self._trunk, self._card.patch_size, self._average)

    def dense(self, grid: Grid) -> DenseNetwork:
        """The network's dense form for a grid's cells, in tiles that suit the whole scene.

        Raises CannotBeDense.
        """
        from eurosat_qgis.core.network.dense_form import read_trunk
        from eurosat_qgis.core.network.dense_network import DenseNetwork, channels_of
        from eurosat_qgis.core.network.dense_plan import plan_edge, plan_tile

        card, average, whole = self._card, self._average, grid.of_whole_scene()
        # Read again where there is none: that says why.
        trunk = self._trunk or read_trunk(self._model, card)
        window, cells = card.patch_size, (whole.rows, whole.cols)
        channels = channels_of(trunk, self._model)
        plan = plan_tile(trunk, channels, grid.cell, window, average, cells)
        # The last one alone is kept: scenes that need others seldom take turns.
        if self._dense is None or self._dense.plan != plan:
            edge = plan_edge(trunk, grid.cell, window) if self.sees_windows_alone() else None
            self._dense = DenseNetwork(self._tf, self._model, card, trunk, plan, edge)
        return self._dense


def calibrate(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Temperature scaling (Guo et al. 2017) of softmax outputs `(N, classes)`: p^(1/T), normed.

    The same as dividing the logits by T, since softmax forgets what all logits share.
    """
    if temperature == 1.0:
        return probabilities
    logits = np.log(np.maximum(probabilities, 1e-30)) / temperature
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


def are_close(probabilities: np.ndarray) -> np.ndarray:
    """Of which windows, `(N,) bool`, the two most probable classes are about as probable.

    `probabilities` are `(N, classes)`.
    """
    two = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.asarray(two[:, 1] < _CLOSE * two[:, 0])


def load_predictor(
    bundle: Bundle, average: int | None = None, precision: str = FLOAT32
) -> Predictor:
    """The predictor of a bundle; a second call with the same arguments returns the loaded one."""
    return _loaded(bundle, average or bundle.card.patch_size, precision)


@lru_cache(maxsize=2)
def _loaded(bundle: Bundle, average: int, precision: str) -> Predictor:
    return Predictor(bundle, average, precision)


def _load(keras: Any, bundle: Bundle) -> Any:
    card = bundle.card
    try:
        model = keras.saving.load_model(bundle.path, compile=False, safe_mode=True)
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise BundleError(
            f"{bundle.path.name} cannot be loaded by Keras {keras.__version__} "
            f"({first_line(error)}): export it again, or update the environment."
        ) from error
    shape = (None, card.patch_size, card.patch_size, len(card.bands))
    if tuple(model.input_shape) != shape or model.output_shape != (None, len(card.classes)):
        raise BundleError(
            f"{bundle.path.name} takes {model.input_shape} and gives {model.output_shape}, its "
            f"card says {shape} and {len(card.classes)} classes: export the bundle again."
        )
    return model


def _averaging(keras: Any, model: Any, bundle: Bundle, average: int) -> Any:
    """The model with its head pooling over the middle `average` pixels of the window alone."""
    from eurosat_qgis.core.network.dense_form import read_trunk
    from eurosat_qgis.core.network.dense_plan import check_average

    trunk = read_trunk(model, bundle.card)
    check_average(trunk, bundle.card.patch_size, average, centred=True)
    rim = (trunk.side - average // trunk.stride) // 2
    x = model.get_layer(trunk.output).output
    x = keras.layers.Cropping2D(rim)(x)
    for name in trunk.head:
        x = model.get_layer(name)(x)
    return keras.Model(model.inputs, x)


def import_tensorflow() -> tuple[Any, Any]:
    """TensorFlow and Keras. Raises MissingPackageError."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # The bundle's arithmetic is TensorFlow's, whatever backend the user's own Keras work uses.
    os.environ["KERAS_BACKEND"] = "tensorflow"
    try:
        import keras
        import tensorflow as tf
    except ImportError as error:
        raise MissingPackageError(
            f"This Python has no working TensorFlow ({error}): set the environment up again, or "
            "choose a Python with tensorflow 2.16 or newer."
        ) from error
    # A call is computed by one thread, and calls at once by as many as there may be: that is faster
    # than many threads in every layer, and gives the same digits however many there are.
    with contextlib.suppress(RuntimeError):
        # Too late where TensorFlow was at work already; then layers have threads besides.
        tf.config.threading.set_intra_op_parallelism_threads(1)
    return tf, keras
