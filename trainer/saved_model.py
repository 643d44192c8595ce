"""Writes a bundle as a SavedModel, which TensorFlow Serving loads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import keras
import tensorflow as tf

from trainer.errors import TrainerError
from trainer.trained_bundle import TrainedBundle


def write_saved_model(bundle: TrainedBundle, path: Path) -> None:
    """Write the folder `path`, whose card lies in `assets.extra/card.json`.

    Endpoint `serve`, the default: `(N, 64, 64, bands) float32` in 0..1 (RGB/255) to the network's
    own probabilities `(N, classes)`. Endpoint `calibrated`: the same to those that the card's
    temperature makes of them, p^(1/T), normalised.

    Raises TrainerError when the folder exists and is not empty, or cannot be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise TrainerError(f"{path} exists: give another --out.")
    spec = tf.TensorSpec((None, *bundle.model.input_shape[1:]), tf.float32)

    def probabilities(windows: tf.Tensor) -> tf.Tensor:
        return bundle.model(windows, training=False)

    def calibrated(windows: tf.Tensor) -> tf.Tensor:
        logs = tf.math.log(tf.maximum(probabilities(windows), 1e-30))
        return tf.nn.softmax(logs / bundle.temperature)

    archive = keras.export.ExportArchive()
    archive.track(bundle.model)
    archive.add_endpoint("serve", probabilities, input_signature=[spec])
    archive.add_endpoint("calibrated", calibrated, input_signature=[spec])
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(part, ignore_errors=True)
        archive.write_out(str(part), verbose=False)
        # TensorFlow Serving passes this folder over; it is there for such companions.
        extra = part / "assets.extra"
        extra.mkdir()
        card = json.dumps(bundle.card, indent=2, ensure_ascii=False) + "\n"
        (extra / "card.json").write_text(card, encoding="utf-8")
        part.replace(path)
    except (OSError, tf.errors.OpError) as error:
        raise TrainerError(f"{path} cannot be written ({error}): give another --out.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
