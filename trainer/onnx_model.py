"""Writes a bundle as ONNX, with the metadata that the QGIS plugin Deepness reads.

Deepness (PUTvision/qgis-plugin-deepness, `processing/models/model_base.py` and `segmentor.py` at
f450c63) feeds a Segmentor tiles `(N, bands, 64, 64)` of 8-bit numbers / 255 and takes the class
of the largest probability of `(N, classes, 64, 64)`. A network for windows has one answer for the
whole tile, so every pixel of the tile gets it; with overlapping tiles Deepness keeps the middle of
each, which makes finer cells.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from trainer.errors import TrainerError
from trainer.trained_bundle import TrainedBundle

# The newest that tf2onnx tests by default; every ONNX Runtime from 1.10 on reads it.
_OPSET = 15
# The network may differ from Keras' by float32's rounding, no more.
TOLERANCE = 1e-4
_CHECKED_WINDOWS = 8


def write_onnx(bundle: TrainedBundle, path: Path) -> None:
    """Write `path`, an ONNX file that gives the probabilities of the bundle's network.

    Input `image`, `(N, bands, 64, 64) float32` in 0..1, as the network takes it (RGB/255) but with
    the bands first. Output `probabilities`, `(N, classes, 64, 64)`: the network's own, before the
    temperature, which stands among the metadata. ONNX Runtime is asked for the same windows as
    Keras before the file takes its place.

    Raises TrainerError when the packages are missing, the answers differ, or the file cannot be
    written.
    """
    try:
        import onnx
        import onnxruntime
        import tf2onnx
    except ImportError as error:
        raise TrainerError(
            f"--format onnx needs tf2onnx, onnx and onnxruntime ({error}): install the extra "
            "'onnx' (pip install '.[trainer,onnx]')."
        ) from error
    logging.getLogger("tf2onnx").setLevel(logging.ERROR)
    rows, cols, bands = bundle.model.input_shape[1:]
    spec = tf.TensorSpec((None, bands, rows, cols), tf.float32, name="image")

    @tf.function(autograph=False)
    def of_every_pixel(image: tf.Tensor) -> dict[str, tf.Tensor]:
        found = bundle.model(tf.transpose(image, (0, 2, 3, 1)), training=False)
        return {"probabilities": tf.tile(found[:, :, None, None], (1, 1, rows, cols))}

    graph, _ = tf2onnx.convert.from_function(of_every_pixel, [spec], opset=_OPSET)
    graph.doc_string = str(bundle.card["description"])
    for key, value in deepness_metadata(bundle.card).items():
        graph.metadata_props.add(key=key, value=json.dumps(value, ensure_ascii=False))
    onnx.checker.check_model(graph)
    content = graph.SerializeToString()
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    _check_equal(bundle, session)
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise TrainerError(
            f"{path} cannot be written ({error.strerror}): give another --out."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def deepness_metadata(card: dict[str, Any]) -> dict[str, Any]:
    """What Deepness asks of a model, by its names, and besides it the temperature and the card."""
    source = card["input"]
    bands = len(source["bands"])
    return {
        "model_type": "Segmentor",
        # Deepness counts outputs from 0; its own result codes are one more: EuroSAT's.
        "class_names": {i: c["title"] for i, c in enumerate(card["classes"])},
        # In centimetres.
        "resolution": source["pixel_size_m"] * 100,
        # The documentation and the program call it differently.
        "tile_size": source["patch_size"],
        "tiles_size": source["patch_size"],
        # In percent. 75 makes cells of 16 pixels, in 16 times the time.
        "tiles_overlap": 0,
        # The network centres its inputs itself.
        "standardization_mean": [0.0] * bands,
        "standardization_std": [1.0] * bands,
        # Below a threshold Deepness would call a pixel the first class; small patches are kept.
        "seg_thresh": 0.0,
        "seg_small_segment": 0,
        "temperature": card["temperature"],
        "card": card,
    }


def _check_equal(bundle: TrainedBundle, session: Any) -> None:
    shape = (_CHECKED_WINDOWS, *bundle.model.input_shape[1:])
    windows = np.random.default_rng(1).random(shape, np.float32)
    expected = np.asarray(bundle.model(windows, training=False))
    (found,) = session.run(None, {"image": windows.transpose(0, 3, 1, 2)})
    difference = float(np.abs(found - expected[:, :, None, None]).max())
    if not difference <= TOLERANCE:
        raise TrainerError(
            f"ONNX Runtime's probabilities differ from Keras' by {difference:.2g}, more than "
            f"{TOLERANCE:g}: the file is not written. Please report the model and the versions."
        )
