"""Checkpoints on a disk that fills up for real, and damaged ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from trainer.checkpoints import load_weights, save_weights
from trainer.errors import RunError
from trainer.models import model_spec

REPOSITORY = Path(__file__).resolve().parents[3]
# A disk of two megabytes in a namespace of its own; no right of the system's is needed.
SMALL_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
FILL = """
mount -t tmpfs -o size=2m tmpfs "$1" || exit 3
shift
"$@"
code=$?
cp -r "$OUT" "$KEPT"
exit $code
"""


def a_small_disk_can_be_had() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        [*SMALL_DISK, "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


def test_weights_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a.weights.h5"
    keras.utils.set_random_seed(1)
    model = model_spec("model1").build(10)
    save_weights(model, path)
    other = model_spec("model1").build(10)
    load_weights(other, path)
    assert all(map(np.array_equal, other.get_weights(), model.get_weights()))
    assert [p.name for p in tmp_path.iterdir()] == ["a.weights.h5"]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_cut_off_file_is_named(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.weights.h5"
    save_weights(model_spec("model1").build(10), path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(RunError, match=r"a\.weights\.h5 holds no weights of this model"):
        load_weights(model_spec("model1").build(10), path)


def test_weights_of_another_model_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.weights.h5"
    save_weights(model_spec("model1").build(10), path)
    with pytest.raises(RunError, match=r"a\.weights\.h5"):
        load_weights(model_spec("model2").build(10), path)
    with pytest.raises(RunError, match=r"none\.weights\.h5 is missing"):
        load_weights(model_spec("model2").build(10), tmp_path / "none.weights.h5")


def trained(folder: Path, eurosat: Path, lists: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", "trainer", "train", "model1", "--data", str(eurosat)]
    return [*command, "--split", str(lists), "--epochs", "12", "--out", str(folder), *options]


@pytest.mark.skipif(not a_small_disk_can_be_had(), reason="unshare cannot mount a small disk here")
def test_a_disk_that_fills_up_while_training_leaves_whole_checkpoints(
    tmp_path: Path, eurosat: Path, lists: Path
) -> None:
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    run = disk / "run"
    done = subprocess.run(
        [*SMALL_DISK, FILL, "sh", str(disk), *trained(run, eurosat, lists)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={"PATH": "/usr/bin:/bin", "OUT": str(run), "KEPT": str(kept)},
        check=False,
    )
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert ".weights.h5 cannot be written (No space left on device)" in line
    finished = len((kept / "history.csv").read_text().splitlines()) - 1
    files = sorted((kept / "checkpoints_every_epoch").iterdir())
    assert 0 < finished < 12
    assert len(files) >= finished
    for path in files:
        load_weights(model_spec("model1").build(10), path)
    assert not list(kept.rglob("*part*"))
    # With room it goes on from there.
    resumed = subprocess.run(
        trained(kept, eurosat, lists, "--resume"),
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert resumed.returncode == 0, resumed.stderr
    assert f"Epoch {finished + 1}/12" in resumed.stdout
    assert f"Epoch {finished}/12" not in resumed.stdout
