"""Class probabilities of windows, by TensorFlow."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.errors import BundleError, MissingPackageError
from eurosat_qgis.core.quiet import native_chatter_held_back

# Windows a call; four times as many are 4 % faster with the shipped network and take 600 MiB more.
BATCH_SIZE = 64


class Predictor:
    """A loaded network with its calibration."""

    def __init__(self, bundle: Bundle) -> None:
        """Load the network. Raises BundleError or MissingPackageError when it cannot be."""
        self._card = bundle.card
        self._probabilities = _traced(bundle)

    def predict(self, windows: np.ndarray) -> np.ndarray:
        """Calibrated probabilities `(N, classes) float32` of windows `(N, patch, patch, bands)`.

        Windows hold the values of the training images before they are divided (uint8 or float32).
        """
        raw = self._probabilities(windows.astype(np.float32, copy=False)).numpy()
        return calibrate(raw, self._card.temperature)


def calibrate(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Temperature scaling (Guo et al. 2017) of softmax outputs `(N, classes)`: p^(1/T), normed.

    The same as dividing the logits by T, since softmax forgets what all logits share.
    """
    if temperature == 1.0:
        return probabilities
    logits = np.log(np.maximum(probabilities, 1e-30)) / temperature
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


@lru_cache(maxsize=2)
def load_predictor(bundle: Bundle) -> Predictor:
    """The predictor of a bundle; a second call with the same bundle returns the loaded one."""
    return Predictor(bundle)


def _traced(bundle: Bundle) -> Any:
    with native_chatter_held_back():
        tf, keras = _import_tensorflow()
        return _load(tf, keras, bundle)


def _load(tf: Any, keras: Any, bundle: Bundle) -> Any:
    card = bundle.card
    try:
        model = keras.saving.load_model(bundle.path, compile=False, safe_mode=True)
    except (ValueError, TypeError, KeyError, OSError) as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise BundleError(
            f"{bundle.path.name} cannot be loaded by Keras {keras.__version__} ({first}): export "
            "it again, or update the environment."
        ) from error
    shape = (None, card.patch_size, card.patch_size, len(card.bands))
    if tuple(model.input_shape) != shape or model.output_shape != (None, len(card.classes)):
        raise BundleError(
            f"{bundle.path.name} takes {model.input_shape} and gives {model.output_shape}, its "
            f"card says {shape} and {len(card.classes)} classes: export the bundle again."
        )

    # A traced function is 1.4 to 2 times as fast as model.predict on batches of this size.
    @tf.function(input_signature=[tf.TensorSpec(shape, tf.float32)], autograph=False)
    def probabilities(windows: Any) -> Any:
        return model(windows / card.divide_by, training=False)

    return probabilities


def _import_tensorflow() -> tuple[Any, Any]:
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
    return tf, keras
