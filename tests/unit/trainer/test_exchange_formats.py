"""The shipped bundles as ONNX and as SavedModels say what Keras says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import tensorflow as tf

from trainer.data import read_images
from trainer.errors import TrainerError
from trainer.evaluation import apply_temperature
from trainer.onnx_model import write_onnx
from trainer.trained_bundle import TrainedBundle, open_bundle

REPOSITORY = Path(__file__).resolve().parents[3]
SHIPPED = sorted((REPOSITORY / "eurosat_qgis" / "models").glob("*.keras"))


def export(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "trainer", "export", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
def bundle(shipped: Path) -> TrainedBundle:
    return open_bundle(shipped)


@pytest.fixture(scope="module")
def windows(eurosat: Path) -> np.ndarray:
    return (read_images(eurosat).pixels / 255).astype(np.float32)


@pytest.fixture(scope="module")
def onnx_file(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("onnx") / "m"
    done = export(shipped, "--format", "onnx", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    return out.with_suffix(".onnx")


def test_onnx_runtime_gives_keras_probabilities(
    onnx_file: Path, bundle: TrainedBundle, windows: np.ndarray
) -> None:
    session = onnxruntime.InferenceSession(onnx_file)
    (found,) = session.run(None, {"image": windows.transpose(0, 3, 1, 2)})
    expected = np.asarray(bundle.model(windows, training=False))
    assert found.shape == (60, 10, 64, 64)
    assert np.abs(found - expected[:, :, None, None]).max() <= 1e-4
    # Not for want of difference: the images have many classes.
    assert len(set(expected.argmax(axis=1))) == 10


def test_deepness_finds_what_it_looks_for(onnx_file: Path, bundle: TrainedBundle) -> None:
    session = onnxruntime.InferenceSession(onnx_file)
    # As ModelBase and Segmentor of Deepness read a model.
    (image,), (output,) = session.get_inputs(), session.get_outputs()
    assert isinstance(image.shape[0], str)
    assert (image.shape[-3], image.shape[-2:]) == (3, [64, 64])
    assert output.shape[-3] == 10
    found = session.get_modelmeta().custom_metadata_map
    read = {key: json.loads(text) for key, text in found.items()}
    assert read["model_type"].capitalize() == "Segmentor"
    assert sorted(int(i) for i in read["class_names"]) == list(range(10))
    assert read["class_names"]["9"] == "Sea and lake"
    assert float(read["resolution"]) == 1000  # centimetres
    assert int(read["tile_size"]) == int(read["tiles_size"]) == 64
    assert int(read["tiles_overlap"]) == 0
    assert read["standardization_mean"] == [0, 0, 0]
    assert read["standardization_std"] == [1, 1, 1]
    assert float(read["seg_thresh"]) == 0
    assert read["temperature"] == bundle.temperature
    assert read["card"] == bundle.card


def test_a_graph_with_other_answers_is_not_written(
    bundle: TrainedBundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.onnx_model.TOLERANCE", -1.0)
    with pytest.raises(TrainerError, match="differ from Keras'"):
        write_onnx(bundle, tmp_path / "m.onnx")
    assert list(tmp_path.iterdir()) == []


def test_a_saved_model_gives_keras_probabilities_and_calibrated_ones(
    shipped: Path, bundle: TrainedBundle, windows: np.ndarray, tmp_path: Path
) -> None:
    out = tmp_path / "eurosat" / "1"
    done = export(shipped, "--format", "savedmodel", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    served = tf.saved_model.load(out)
    expected = np.asarray(bundle.model(windows, training=False))
    assert np.abs(served.serve(windows).numpy() - expected).max() <= 1e-6
    (default,) = served.signatures["serving_default"](tf.constant(windows)).values()
    assert np.abs(default.numpy() - expected).max() <= 1e-6
    calibrated = apply_temperature(expected, bundle.temperature)
    assert np.abs(served.calibrated(windows).numpy() - calibrated).max() <= 1e-5
    assert json.loads((out / "assets.extra" / "card.json").read_text()) == bundle.card
    assert sorted(p.name for p in out.parent.iterdir()) == ["1"]
    again = export(shipped, "--format", "savedmodel", "--out", out)
    assert (again.returncode, "exists" in again.stderr, again.stderr.count("\n")) == (2, True, 1)


def test_what_is_no_run_is_refused_in_one_line(tmp_path: Path) -> None:
    done = export(tmp_path, "--format", "onnx", "--out", tmp_path / "m")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []
