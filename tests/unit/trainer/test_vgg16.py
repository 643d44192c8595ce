"""The course's model4 and where its trunk's weights come from."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from trainer.errors import TrainerError
from trainer.vgg16 import build_model4, load_imagenet_trunk

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED_WEIGHTS = (
    Path(os.environ.get("EUROSAT_SHARED_DATA", "")) / "weights" / "vgg16_notop_imagenet_f16.h5"
)


def test_model4_is_the_courses_to_the_letter() -> None:
    model = build_model4(10)
    names = [layer.name for layer in model.layers]
    head = ["block5_pool", "flatten", "dropout_1", "dense_1", "dropout_2", "dense_2"]
    assert names[-6:] == head
    assert [model.get_layer(n).rate for n in ("dropout_1", "dropout_2")] == [0.2, 0.2]
    assert model.get_layer("dense_1").units == 256
    assert model.get_layer("dense_1").activation.__name__ == "relu"
    assert model.get_layer("dense_2").activation.__name__ == "softmax"


def test_only_the_head_of_model4_learns() -> None:
    model = build_model4(10)
    # On paper: 64 pixels leave 2 x 2 x 512 values; 3 x 3 convolutions by Simonyan & Zisserman's
    # configuration D.
    widths = (3, 64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512)
    trunk = sum(9 * a * b + b for a, b in itertools.pairwise(widths))
    head = (2048 * 256 + 256) + (256 * 10 + 10)
    assert model.count_params() == trunk + head
    assert sum(int(np.prod(v.shape)) for v in model.trainable_variables) == head


@pytest.mark.skipif(
    not SHARED_WEIGHTS.exists(),
    reason="VGG16's weights: name their folder's parent with EUROSAT_SHARED_DATA",
)
def test_the_trunk_gets_the_weights_of_the_file() -> None:
    model = build_model4(10)
    before = model.get_layer("dense_1").get_weights()[0]
    load_imagenet_trunk(model, SHARED_WEIGHTS)
    with h5py.File(SHARED_WEIGHTS) as file:
        for name in ("block1_conv1", "block5_conv3"):
            stored = [array[()] for array in file[name].values()]
            for weights in model.get_layer(name).get_weights():
                assert any(w.shape == weights.shape and np.array_equal(w, weights) for w in stored)
    assert np.array_equal(model.get_layer("dense_1").get_weights()[0], before)


@pytest.mark.parametrize("content", [None, b"no weights"])
def test_a_file_without_vgg16_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "vgg16.h5"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TrainerError, match=r"vgg16\.h5"):
        load_imagenet_trunk(build_model4(10), path)


def trainer(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=False,
    )


def test_offline_is_one_clear_line_and_leaves_no_run(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    done = trainer(
        *("train", "model4", "--data", eurosat, "--split", lists, "--out", out),
        # A proxy that nobody listens at, and a cache that holds nothing.
        HTTPS_PROXY="http://127.0.0.1:9",
        KERAS_HOME=str(tmp_path / "keras"),
    )
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert "could not be downloaded" in line
    assert "--vgg16-weights FILE" in line
    assert not out.exists()


def test_weights_for_a_model_that_takes_none_are_refused(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    data = ("--data", eurosat, "--split", lists, "--out", tmp_path / "run")
    done = trainer("train", "model1", *data, "--vgg16-weights", __file__)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "model1" in done.stderr
