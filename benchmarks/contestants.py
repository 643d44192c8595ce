"""One way of classifying a scene, timed in this process: `python -m benchmarks.contestants WAY …`.

Prints a JSON object: `seconds`, without the time to load libraries and network, and `windows`.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
import rasterio
from rasterio.windows import Window

from eurosat_qgis.core.bundle import Bundle, open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.opened_run import OpenedRun, opened_run
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.classification.windows import GroundReader, Piece, strips
from eurosat_qgis.core.network.precision import FLOAT32, PRECISIONS
from eurosat_qgis.core.network.predictor import BATCH_SIZE, are_close, load_predictor
from eurosat_qgis.core.radiometry.radiometry import to_model_values
from eurosat_qgis.core.scene.gdal_limits import limited_gdal

# Windows that are kept in memory for the ways that read nothing.
_IN_MEMORY = 2048


def whole_job(scene: Path, bundle: Bundle, **options: Any) -> dict[str, Any]:
    """Our own job, from the file to the files."""
    side = bundle.card.patch_size
    predictor = load_predictor(bundle, precision=options.get("precision", FLOAT32))
    predictor.predict(np.zeros((1, side, side, len(bundle.card.bands)), np.float32))
    with tempfile.TemporaryDirectory() as folder:
        request = ClassifyRequest(
            str(scene),
            Path(folder) / "map.tif",
            model=bundle.path,
            confidence=Path(folder) / "confidence.tif",
            **options,
        )
        result = classify(request)
    return {"seconds": result.seconds, "windows": result.windows, "dense": result.dense}


def network_alone(scene: Path, bundle: Bundle, precision: str = FLOAT32) -> dict[str, Any]:
    """Our function of the network on arrays in memory, nothing read or written."""
    windows = _windows(scene, bundle, _IN_MEMORY)
    predictor = load_predictor(bundle, precision=precision)
    predictor.predict(windows[:BATCH_SIZE])

    def run() -> None:
        for start in range(0, len(windows), BATCH_SIZE):
            predictor.predict(windows[start : start + BATCH_SIZE])

    return _timed(run, len(windows))


def changes_by_bfloat16(scene: Path, bundle: Bundle) -> dict[str, Any]:
    """What bfloat16 makes of the windows of a scene that are 80 m apart.

    `changed` is the share, 0..1, whose class is another than in float32, `again` the share computed
    in float32 after all; `confidence` is by how much theirs differs on average.
    """
    request = ClassifyRequest(str(scene), scene.with_suffix(".unwritten.tif"), cell=8)
    with opened_run(request, bundle) as run:
        pieces = _pieces(run, bundle)
        windows = np.stack([window.values for piece in pieces for window in piece.windows])
    one, other = (load_predictor(bundle, None, p).predict(windows) for p in PRECISIONS)
    changed = (one.argmax(axis=1) != other.argmax(axis=1)).mean()
    moved = np.abs(one.max(axis=1) - other.max(axis=1)).mean()
    found = {"changed": changed, "again": are_close(other).mean(), "confidence": moved}
    return {"windows": len(windows), **{name: float(share) for name, share in found.items()}}


def reading_alone(scene: Path, bundle: Bundle) -> dict[str, Any]:
    """The job's own reading, decoding and scaling of every window, without a network."""
    request = ClassifyRequest(str(scene), scene.with_suffix(".unwritten.tif"), model=bundle.path)
    count = 0

    def run() -> None:
        nonlocal count
        with opened_run(request, bundle) as run, limited_gdal(None, None):
            pieces = _pieces(run, bundle)
            count = sum(len(window.places) for piece in pieces for window in piece.windows)

    found = _timed(run, 0)
    return {**found, "windows": count}


def _pieces(run: OpenedRun, bundle: Bundle) -> Iterator[Piece]:
    """What a run that is classified window by window reads."""
    reader = GroundReader(run.scene, run.grid, bundle.card.scaling, run.masks, max_masked=0.5)
    return strips(reader, run.wanted)


def predict_on_a_list(scene: Path, bundle: Bundle) -> dict[str, Any]:
    """`model.predict` over a Python list of windows, as notebooks do."""
    import keras

    listed = list(_windows(scene, bundle, _IN_MEMORY).astype(np.float32) / bundle.card.divide_by)
    model = keras.saving.load_model(bundle.path, compile=False)
    model.predict(np.array(listed[:1]), verbose=0)
    return _timed(lambda: model.predict(np.array(listed), verbose=0), len(listed))


def onnx_loop(scene: Path, bundle: Bundle) -> dict[str, Any]:
    """A plain loop: rasterio reads a row of windows, ONNX Runtime classifies it."""
    import onnxruntime

    with tempfile.TemporaryDirectory() as folder:
        path = _as_onnx(bundle, Path(folder) / "network.onnx")
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    session.run(None, {name: np.zeros((1, 64, 64, len(bundle.card.bands)), np.float32)})
    count = 0

    def run() -> None:
        nonlocal count
        with rasterio.open(scene) as raster:
            bands = list(range(1, len(bundle.card.bands) + 1))
            for row in range(0, raster.height // 64 * 64, 64):
                strip = raster.read(bands, window=Window(0, row, raster.width // 64 * 64, 64))
                values = to_model_values(np.moveaxis(strip, 0, -1), bundle.card.scaling)
                batch = np.stack(np.split(values, raster.width // 64, axis=1))
                inputs = batch.astype(np.float32) / bundle.card.divide_by
                session.run(None, {name: inputs})[0].argmax(axis=1)
                count += len(batch)

    found = _timed(run, 0)
    return {**found, "windows": count}


def _as_onnx(bundle: Bundle, path: Path) -> str:
    import keras
    import tensorflow as tf
    import tf2onnx

    model = keras.saving.load_model(bundle.path, compile=False)
    shape = tf.TensorSpec((None, *model.input_shape[1:]), tf.float32)
    function = tf.function(lambda x: model(x, training=False), input_signature=[shape])
    tf2onnx.convert.from_function(function, [shape], opset=17, output_path=str(path))
    return str(path)


def _windows(scene: Path, bundle: Bundle, count: int) -> np.ndarray:
    """The first windows of a scene whose bands are the card's, as the network takes them."""
    found: list[np.ndarray] = []
    bands = list(range(1, len(bundle.card.bands) + 1))
    with rasterio.open(scene) as raster:
        for row in range(0, raster.height - 63, 64):
            strip = np.moveaxis(raster.read(bands, window=Window(0, row, raster.width, 64)), 0, -1)
            values = to_model_values(strip.astype(np.float32), bundle.card.scaling)
            found += [values[:, c : c + 64] for c in range(0, raster.width - 63, 64)]
            if len(found) >= count:
                break
    return np.stack(found[:count])


def _timed(run: Callable[[], object], windows: int) -> dict[str, Any]:
    started = time.perf_counter()
    run()
    return {"seconds": time.perf_counter() - started, "windows": windows}


WAYS: dict[str, Callable[..., dict[str, Any]]] = {
    "job": whole_job,
    "reading": reading_alone,
    "network": network_alone,
    "changes": changes_by_bfloat16,
    "predict": predict_on_a_list,
    "onnx": onnx_loop,
}


@click.command()
@click.argument("way", type=click.Choice(list(WAYS)))
@click.argument("scene", type=click.Path(path_type=Path))
@click.option("--model", type=click.Path(path_type=Path))
@click.option("--options", default="{}", help="JSON of options of the job's request.")
def main(way: str, scene: Path, model: Path | None, options: str) -> None:
    """Time one WAY of classifying SCENE, whose first bands are the model's."""
    chosen = json.loads(options)
    print(json.dumps(WAYS[way](scene, open_bundle(model, chosen.get("cell")), **chosen)))


if __name__ == "__main__":
    main()
