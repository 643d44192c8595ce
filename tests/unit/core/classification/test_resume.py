"""A long run that is killed goes on where it stood."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.journal import Journal, Progress, Record, journal_path
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import Cancelled

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def network(write_bundle) -> Path:
    import keras

    keras.utils.set_random_seed(2)
    layers = keras.layers
    return write_bundle(
        keras.Sequential(
            [
                layers.Input((64, 64, 3)),
                layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
                layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
                layers.GlobalAveragePooling2D(),
                layers.Dense(3, activation="softmax"),
            ]
        ),
        "small",
    )


@pytest.fixture
def request_on_scene(write_scene, network: Path, tmp_path: Path) -> ClassifyRequest:
    """6,642 cells of random ground with a hole."""
    coarse = np.random.default_rng(6).integers(200, 2500, (3, 82, 81))
    pixels = coarse.repeat(8, axis=1).repeat(8, axis=2).astype(np.uint16)
    pixels[:, 100:200, 100:230] = 0
    return ClassifyRequest(
        str(write_scene(pixels)),
        tmp_path / "map.tif",
        model=network,
        cell=8,
        confidence=tmp_path / "confidence.tif",
    )


def killed_in_the_middle(request: ClassifyRequest) -> None:
    journal = journal_path(request.output)
    command = [sys.executable, "-m", "eurosat_qgis", "classify", request.scene]
    command += [str(request.output), "--model", str(request.model), "--cell", str(request.cell)]
    command += ["--confidence", str(request.confidence)]
    with subprocess.Popen(command, cwd=REPOSITORY) as process:
        ends = time.monotonic() + 120
        while not (journal.is_file() and journal.stat().st_size > 30_000):
            assert process.poll() is None, "it was done before it could be killed"
            assert time.monotonic() < ends
            time.sleep(0.002)
        process.kill()


def test_a_killed_run_is_continued_and_ends_with_the_same_files(
    request_on_scene: ClassifyRequest, tmp_path: Path
) -> None:
    killed_in_the_middle(request_on_scene)
    assert not request_on_scene.output.exists()
    continued = classify(request_on_scene)
    assert 1024 <= continued.as_json()["resumed_cells"] < continued.valid_cells
    whole = tmp_path / "whole"
    whole.mkdir()
    uninterrupted = classify(
        replace(request_on_scene, output=whole / "map.tif", confidence=whole / "confidence.tif")
    )
    assert uninterrupted.resumed == 0
    for name in ("map.tif", "confidence.tif"):
        assert (tmp_path / name).read_bytes() == (whole / name).read_bytes()
    left = {path.name for path in tmp_path.iterdir()} - {"whole", "scene.tif"}
    assert left == {"map.tif", "map.tif.aux.xml", "map.qml", "confidence.tif"}


def test_another_request_does_not_continue_a_killed_run(request_on_scene: ClassifyRequest) -> None:
    killed_in_the_middle(request_on_scene)
    assert classify(replace(request_on_scene, scaling="dn1000")).resumed == 0


def test_a_cancelled_run_leaves_no_journal(request_on_scene: ClassifyRequest) -> None:
    heard: list[int] = []
    with pytest.raises(Cancelled):
        classify(request_on_scene, lambda done, _: heard.append(done), lambda: len(heard) > 40)
    assert heard[-1] > 1024
    assert not journal_path(request_on_scene.output).exists()


def test_a_record_that_was_cut_off_is_forgotten_and_written_anew(tmp_path: Path) -> None:
    def record(pieces: int) -> Record:
        places = np.array([[pieces, 1], [pieces, 2]])
        codes, confidence = np.array([3, 4], np.uint8), np.array([0.5, 0.25], np.float32)
        nothing = np.zeros((2, 0), np.float32)
        return Record(Progress(pieces, 5), places, codes, confidence, nothing, places[:1], 9)

    path = tmp_path / ".map.tif.journal"
    journal = Journal(path, {"run": 1})
    journal.append(record(1))
    journal.append(record(2))
    journal.close()
    path.write_bytes(path.read_bytes()[:-7])
    journal = Journal(path, {"run": 1})
    assert [r.progress for r in journal.records] == [Progress(1, 5)]
    assert journal.records[0].codes.tolist() == [3, 4]
    journal.append(record(3))
    journal.close()
    assert Journal(path, {"run": 1}).progress == Progress(3, 5)
    assert Journal(path, {"run": 2}).records == []
