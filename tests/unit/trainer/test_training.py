"""Trains for real, on little."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import keras
import numpy as np
import pytest

from trainer.models import model_spec

REPOSITORY = Path(__file__).resolve().parents[3]


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "trainer", *map(str, arguments)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, cwd=REPOSITORY, check=False
    )


def history(run_folder: Path) -> list[dict[str, str]]:
    with (run_folder / "history.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, eurosat: Path, lists: Path) -> Path:
    """A run of three epochs of model1 on 40 images."""
    out = tmp_path_factory.mktemp("runs") / "model1"
    done = run("train", "model1", "--data", eurosat, "--split", lists, "--epochs", 3, "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_a_run_keeps_every_epoch_and_the_best(trained: Path) -> None:
    every = sorted(p.name for p in (trained / "checkpoints_every_epoch").iterdir())
    assert every == [f"checkpoint_{e:03d}.weights.h5" for e in (1, 2, 3)]
    assert (trained / "checkpoints_best_only" / "checkpoint.weights.h5").exists()
    rows = history(trained)
    assert [r["epoch"] for r in rows] == ["1", "2", "3"]
    summary = json.loads((trained / "summary.json").read_text())
    best = max(rows, key=lambda r: float(r["val_accuracy"]))
    assert summary["best_epoch"] == int(best["epoch"])
    assert summary["parameters"] == 18_354


def test_a_run_records_how_it_was_made(trained: Path, lists: Path) -> None:
    arguments = json.loads((trained / "arguments.json").read_text())
    assert arguments["counts"] == {"train": 40, "val": 20}
    assert arguments["command"].startswith("python -m trainer train model1 --data")
    assert {"python", "tensorflow", "keras", "numpy"} <= set(arguments["versions"])
    names = [line.split(",")[0] for line in (lists / "train.csv").read_text().split()]
    assert arguments["checksums"]["train"] == hashlib.sha256("\n".join(names).encode()).hexdigest()


def test_training_learns(eurosat: Path, lists: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    options = ("--split", lists, "--epochs", 25, "--batch-size", 8, "--out", out)
    assert run("train", "model2", "--data", eurosat, *options).returncode == 0
    rows = history(out)
    assert float(rows[-1]["accuracy"]) > 0.5 > float(rows[0]["accuracy"])


def test_a_second_run_never_overwrites_the_first(trained: Path, eurosat: Path, lists: Path) -> None:
    before = (trained / "history.csv").read_text()
    done = run("train", "model1", "--data", eurosat, "--split", lists, "--out", trained)
    assert (done.returncode, "--resume" in done.stderr) == (2, True)
    assert len(done.stderr.splitlines()) == 1
    assert (trained / "history.csv").read_text() == before


@pytest.fixture(scope="module")
def bundled(trained: Path) -> Path:
    """The bundle of that run."""
    out = trained.parent / "bundle" / "model1"
    done = run("export", trained, "--out", out)
    assert done.returncode == 0, done.stderr
    return out.with_suffix(".keras")


def test_a_training_goes_on_from_a_bundle(
    bundled: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    data = ("--data", eurosat, "--split", lists)
    scored = run("evaluate", "--bundle", bundled, *data, "--subset", "val", "--json", "-")
    out = tmp_path / "more"
    options = (*data, "--pretrained", bundled, "--epochs", 1, "--out", out)
    done = run("train", "model1", *options)
    assert done.returncode == 0, done.stderr
    start = json.loads((out / "summary.json").read_text())["initial_accuracy"]
    assert start == json.loads(scored.stdout)["accuracy"]


def test_a_bundle_of_another_network_is_refused_in_one_line(
    bundled: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    options = ("--data", eurosat, "--split", lists, "--out", tmp_path / "run")
    done = run("train", "model2", "--pretrained", bundled, *options)
    assert (done.returncode, "another network" in done.stderr) == (2, True), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "run").exists()


def test_the_last_training_has_the_validation_images_too_and_its_trials_scores(
    trained: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "final"
    options = ("--data", eurosat, "--split", lists, "--epochs", 3, "--with-val", trained)
    done = run("train", "model1", *options, "--out", out)
    assert done.returncode == 0, done.stderr
    # 60 images in batches of 32 instead of 40.
    assert "2/2" in done.stdout
    best = (out / "checkpoints_best_only" / "checkpoint.weights.h5").read_bytes()
    newest = (out / "checkpoints_every_epoch" / "checkpoint_003.weights.h5").read_bytes()
    assert best == newest
    scores, trials = (json.loads((p / "scores.json").read_text()) for p in (out, trained))
    assert scores["accuracy"] == trials["accuracy"]
    assert scores["temperature"] == trials["temperature"]
    assert "without the validation images" in scores["measured_on"]


def test_weights_kept_hold_their_share_of_those_that_training_started_from(
    bundled: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "between"
    options = ("--data", eurosat, "--split", lists, "--pretrained", bundled, "--epochs", 2)
    done = run("train", "model1", *options, "--start-share", 0.25, "--out", out)
    assert done.returncode == 0, done.stderr
    model = model_spec("model1").build(10)
    start = keras.saving.load_model(bundled, compile=False).get_weights()
    model.load_weights(out / "checkpoints_every_epoch" / "checkpoint_002.weights.h5")
    newest = model.get_weights()
    model.load_weights(out / "checkpoints_best_only" / "checkpoint.weights.h5")
    for kept, before, after in zip(model.get_weights(), start, newest, strict=True):
        np.testing.assert_allclose(kept, 0.25 * before + 0.75 * after, atol=1e-6)
    kept_file = (out / "checkpoints_best_only" / "checkpoint.weights.h5").read_bytes()
    done = run("train", "model1", *options, "--start-share", 0.25, "--out", out, "--resume")
    assert done.returncode == 0, done.stderr
    model.load_weights(out / "checkpoints_best_only" / "checkpoint.weights.h5")
    again = [weight.tobytes() for weight in model.get_weights()]
    (tmp_path / "kept.weights.h5").write_bytes(kept_file)
    model.load_weights(tmp_path / "kept.weights.h5")
    assert again == [weight.tobytes() for weight in model.get_weights()]


def test_training_side_by_side_leaves_weights_of_the_network_alone(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "beside"
    options = ("--data", eurosat, "--split", lists, "--epochs", 1, "--batch-size", 20)
    done = run("train", "resnet12", *options, "--neighbours", 1, "--out", out)
    assert done.returncode == 0, done.stderr
    assert json.loads((out / "arguments.json").read_text())["recipe"]["neighbours"] == 1
    model_spec("resnet12").build(10).load_weights(
        out / "checkpoints_best_only" / "checkpoint.weights.h5"
    )


def test_another_training_is_no_trial(
    trained: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    options = ("--data", eurosat, "--split", lists, "--epochs", 2, "--with-val", trained)
    done = run("train", "model1", *options, "--out", tmp_path / "run")
    assert (done.returncode, "another recipe" in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "run").exists()


def test_resuming_with_other_arguments_is_refused(
    trained: Path, eurosat: Path, lists: Path
) -> None:
    done = run("train", "model1", "--data", eurosat, "--split", lists, "--out", trained, "--resume")
    assert (done.returncode, "another recipe" in done.stderr) == (2, True)


def test_a_killed_run_goes_on_where_it_stopped(eurosat: Path, lists: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    options = ("--data", eurosat, "--split", lists, "--epochs", 40, "--out", out)
    arguments = command("train", "model2", *options)
    log = (tmp_path / "log.txt").open("w")
    process = subprocess.Popen(arguments, cwd=REPOSITORY, stdout=log, stderr=log)
    deadline = time.monotonic() + 120
    while not (out / "history.csv").exists() or len(history(out)) < 3:
        assert process.poll() is None, (tmp_path / "log.txt").read_text()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    killed_at = len(history(out))
    assert killed_at < 40
    done = run("train", "model2", *options, "--resume")
    assert done.returncode == 0, done.stderr
    assert [int(r["epoch"]) for r in history(out)] == list(range(1, 41))
    # It resumed after the last epoch that was finished, not from the beginning.
    first = next(line for line in done.stdout.splitlines() if line.startswith("Epoch"))
    assert first == f"Epoch {killed_at + 1}/40"
    assert not list(out.rglob("*part*"))


def test_a_resumed_run_ends_where_the_uninterrupted_one_does(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    import h5py

    # resnet12's recipe shuffles, moves and recolours the images, drops out, decays its rate.
    options = ("--data", eurosat, "--split", lists, "--epochs", 3, "--batch-size", 20)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    assert run("train", "resnet12", *options, "--out", whole).returncode == 0
    shutil.copytree(whole, cut)
    # As a run is that was killed in its second epoch, after a checkpoint without its history.
    lines = (cut / "history.csv").read_text().splitlines()
    (cut / "history.csv").write_text("\n".join(lines[:2]) + "\n")
    last = "checkpoints_every_epoch/checkpoint_003.weights.h5"
    for name in ("summary.json", "scores.json", last):
        (cut / name).unlink()
    done = run("train", "resnet12", *options, "--out", cut, "--resume")
    assert done.returncode == 0, done.stderr
    with h5py.File(whole / last) as expected, h5py.File(cut / last) as found:
        compared = []

        def compare(name: str, item: object) -> None:
            if isinstance(item, h5py.Dataset):
                compared.append(name)
                assert np.allclose(found[name], item, rtol=1e-3, atol=1e-5), name

        expected.visititems(compare)
    assert any("optimizer" in name for name in compared)
    for before, after in zip(history(whole), history(cut), strict=True):
        assert float(after["loss"]) == pytest.approx(float(before["loss"]), rel=1e-4)


def test_resuming_restores_the_optimizer(
    trained: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    import h5py

    out = tmp_path / "run"
    shutil.copytree(trained, out)
    lines = (out / "history.csv").read_text().splitlines()
    (out / "history.csv").write_text("\n".join(lines[:3]) + "\n")
    options = ("--data", eurosat, "--split", lists, "--epochs", 3, "--out", out, "--resume")
    assert run("train", "model1", *options).returncode == 0
    # 40 images in batches of 32 are two steps an epoch, and Adam counts them.
    with h5py.File(out / "checkpoints_every_epoch" / "checkpoint_003.weights.h5") as file:
        assert int(file["optimizer/vars/0"][()]) == 6


def test_evaluate_scores_a_bundle_as_it_scores_the_run(
    trained: Path, eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    name = tmp_path / "bundle" / "tiny"
    assert run("export", trained, "--out", name).returncode == 0
    data = ("--data", eurosat, "--split", lists, "--subset", "val")
    from_run = run("evaluate", "--run", trained, *data, "--json", "-")
    from_bundle = run("evaluate", "--bundle", f"{name}.keras", *data, "--json", tmp_path / "s.json")
    assert from_bundle.returncode == 0, from_bundle.stderr
    run_scores = json.loads(from_run.stdout)
    scores = json.loads((tmp_path / "s.json").read_text())
    assert {"accuracy", "n", "per_class", "confusion", "ece"} <= set(scores)
    assert scores["n"] == 20
    assert scores["accuracy"] == run_scores["accuracy"]
    assert scores["confusion"] == run_scores["confusion"]


def test_evaluate_without_a_split_scores_every_image(trained: Path, eurosat: Path) -> None:
    done = run("evaluate", "--run", trained, "--data", eurosat, "--json", "-")
    assert json.loads(done.stdout)["n"] == 60


def test_the_course_folder_trains_and_is_scored_on_its_test_half(
    course_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    done = run("train", "model1", "--data", course_folder, "--epochs", 1, "--out", out)
    assert done.returncode == 0, done.stderr
    done = run("evaluate", "--run", out, "--data", course_folder, "--json", "-")
    assert json.loads(done.stdout)["n"] == 10


def test_a_bundle_is_complete_and_the_plugin_reads_it(trained: Path, tmp_path: Path) -> None:
    name = tmp_path / "tiny"
    assert run("export", trained, "--out", name).returncode == 0
    card = json.loads(name.with_suffix(".json").read_text())
    keras_file = name.with_suffix(".keras")
    assert (
        "".join(card["files"]["tiny.keras"]["sha256"].split())
        == hashlib.sha256(keras_file.read_bytes()).hexdigest()
    )
    assert card["training"]["command"].startswith("python -m trainer train model1")
    assert card["training"]["counts"] == {"train": 40, "val": 20}
    assert card["scores"]["n"] == 20
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tiny.json", "tiny.keras"]
    # The other reader of the format, in a process of its own: the two share no code.
    script = (
        "import sys, pathlib, numpy as np\n"
        "from eurosat_qgis.core.bundle import open_bundle\n"
        "from eurosat_qgis.core.network.predictor import load_predictor\n"
        "b = open_bundle(pathlib.Path(sys.argv[1]))\n"
        "p = load_predictor(b).predict(np.full((1, 64, 64, 3), 90, np.uint8))\n"
        "print(len(b.card.classes), p.shape, float(p.sum()))\n"
    )
    read = subprocess.run(
        [sys.executable, "-c", script, str(keras_file)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert read.stdout.startswith("10 (1, 10) ")
    assert float(read.stdout.split()[-1]) == pytest.approx(1, abs=1e-5)


def test_exporting_twice_gives_the_same_bytes(trained: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("export", trained, "--out", tmp_path / name / "m").returncode == 0
    assert (tmp_path / "a" / "m.keras").read_bytes() == (tmp_path / "b" / "m.keras").read_bytes()


def test_an_unfinished_run_is_not_exported(tmp_path: Path) -> None:
    done = run("export", tmp_path, "--out", tmp_path / "m")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["train", "model9", "--data", "{data}"], "model1, model2, model3"),
        (["train", "model1", "--data", "none"], "does not exist"),
        (["train", "model1", "--data", "{data}"], "no train images"),
        (["train", "model1", "--data", "{data}", "--split", "none"], "is no split"),
        (["train", "model1"], "Missing option '--data'"),
        (["evaluate", "--data", "{data}"], "either --run or --bundle"),
        (["evaluate", "--run", "none", "--data", "{data}"], "holds no run"),
        (["evaluate", "--bundle", "none.keras", "--data", "{data}"], "none.keras"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments: list[str], says: str, eurosat: Path) -> None:
    done = run(*(a.format(data=eurosat) for a in arguments))
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_models_lists_them_with_their_parameters() -> None:
    listing = run("models").stdout
    assert "model1" in listing
    assert "18,354" in listing
