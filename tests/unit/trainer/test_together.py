"""Trains one network in several real processes, or on several devices of one."""

from __future__ import annotations

import csv
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import h5py
import numpy as np
import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
LAST = "checkpoints_every_epoch/checkpoint_002.weights.h5"


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens at now; taken all at once, so that no two are the same."""
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("localhost", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Cluster:
    """Two `train` processes on this machine that know of each other by TF_CONFIG."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        hosts = [f"localhost:{port}" for port in free_ports(2)]
        # The command's own setting of what TensorFlow writes is under test too.
        environment = {k: v for k, v in os.environ.items() if k != "TF_CPP_MIN_LOG_LEVEL"}
        self.outs = [folder / "chief", folder / "other"]
        self.processes = []
        for index, out in enumerate(self.outs):
            task = {"type": "worker", "index": index}
            config = json.dumps({"cluster": {"worker": hosts}, "task": task})
            command = ["train", *arguments, "--strategy", "multiworker", "--out", out]
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", "trainer", *map(str, command)],
                    cwd=REPOSITORY,
                    env={**environment, "TF_CONFIG": config, "CUDA_VISIBLE_DEVICES": "-1"},
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )

    def finish(self) -> list[tuple[int, str, str]]:
        """Exit code, stdout and stderr of each."""
        ends = [process.communicate(timeout=300) for process in self.processes]
        codes = [process.returncode for process in self.processes]
        return [(code, *end) for code, end in zip(codes, ends, strict=True)]


def weights_line(stdout: str) -> str:
    return next(line.split()[-1] for line in stdout.splitlines() if line.startswith("Worker"))


def trained_weights(run: Path, name: str = LAST) -> dict[str, np.ndarray]:
    found = {}

    def keep(name: str, item: object) -> None:
        if isinstance(item, h5py.Dataset) and "optimizer" not in name:
            found[name] = item[()]

    with h5py.File(run / name) as file:
        file.visititems(keep)
    return found


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, eurosat: Path, lists: Path) -> Path:
    """Two epochs of model1 in one process: neither dropout nor batch norm."""
    out = tmp_path_factory.mktemp("alone") / "run"
    command = ["train", "model1", *options(eurosat, lists), "--out", out]
    subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, command)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    return out


def options(eurosat: Path, lists: Path) -> tuple[object, ...]:
    # Half precision would hide what is compared.
    precision = ("--precision", "float32")
    return ("--data", eurosat, "--split", lists, "--epochs", 2, "--batch-size", 20, *precision)


def test_two_workers_get_the_same_weights_and_those_of_one_alone(
    eurosat: Path, lists: Path, tmp_path: Path, alone: Path
) -> None:
    cluster = Cluster(tmp_path, "model1", *options(eurosat, lists))
    ends = cluster.finish()
    assert [code for code, _, _ in ends] == [0, 0], ends
    assert weights_line(ends[0][1]) == weights_line(ends[1][1])
    expected, found = trained_weights(alone), trained_weights(cluster.outs[0])
    assert expected.keys() == found.keys()
    for name, values in expected.items():
        assert np.allclose(found[name], values, atol=1e-5), name
    # Only the chief keeps a run.
    assert not cluster.outs[1].exists()
    assert json.loads((cluster.outs[0] / "arguments.json").read_text())["replicas"] == 2
    assert {"history.csv", "summary.json", "scores.json"} <= {
        path.name for path in cluster.outs[0].iterdir()
    }


def test_batch_norm_and_dropout_leave_two_workers_with_the_same_weights(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    ends = Cluster(tmp_path, "resnet12", *options(eurosat, lists), "--epochs", 1).finish()
    assert [code for code, _, _ in ends] == [0, 0], ends
    assert weights_line(ends[0][1]) == weights_line(ends[1][1])


def test_a_lost_worker_is_reported_and_the_run_resumed(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    arguments = ("--data", eurosat, "--split", lists, "--epochs", 60, "--batch-size", 20)
    cluster = Cluster(tmp_path, "model1", *arguments)
    history = cluster.outs[0] / "history.csv"
    deadline = time.monotonic() + 200
    while not history.exists() or len(history.read_text().splitlines()) < 3:
        assert cluster.processes[0].poll() is None, cluster.processes[0].communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    cluster.processes[1].send_signal(signal.SIGKILL)
    code, _, said = cluster.finish()[0]
    assert (code, said.count("\n")) == (2, 1), said
    assert "--resume" in said
    finished = len(history.read_text().splitlines()) - 1
    assert finished < 60
    ends = Cluster(tmp_path, "model1", *arguments, "--resume").finish()
    assert [code for code, _, _ in ends] == [0, 0], ends
    assert f"Epoch {finished + 1}/60" in ends[0][1].splitlines()[0]
    assert weights_line(ends[0][1]) == weights_line(ends[1][1])
    with history.open(newline="") as lines:
        assert [int(row["epoch"]) for row in csv.DictReader(lines)] == list(range(1, 61))


def test_all_workers_end_when_the_chief_may_not_write(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    (tmp_path / "chief").mkdir()
    (tmp_path / "chief" / "precious.txt").write_text("x")
    ends = Cluster(tmp_path, "model1", *options(eurosat, lists)).finish()
    assert [(code, said.count("\n")) for code, _, said in ends] == [(2, 1), (2, 1)], ends
    assert "is not empty" in ends[0][2]


def test_two_devices_of_one_machine_get_the_weights_of_one(
    eurosat: Path, lists: Path, tmp_path: Path, alone: Path
) -> None:
    # The processor counts as two devices, as a machine with two GPUs has them.
    script = (
        "import sys, tensorflow as tf\n"
        "half = tf.config.LogicalDeviceConfiguration()\n"
        "cpu = tf.config.list_physical_devices('CPU')[0]\n"
        "tf.config.set_logical_device_configuration(cpu, [half, half])\n"
        "from trainer.cli import main\n"
        "main()\n"
    )
    out = tmp_path / "run"

    def train(*more: object) -> subprocess.CompletedProcess[str]:
        command = ("train", "model1", *options(eurosat, lists), "--strategy", "mirrored", *more)
        return subprocess.run(
            [sys.executable, "-c", script, *map(str, command), "--out", str(out)],
            cwd=REPOSITORY,
            env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1"},
            capture_output=True,
            text=True,
            check=False,
        )

    uneven = train("--batch-size", 21)
    assert (uneven.returncode, "--batch-size 22" in uneven.stderr) == (2, True), uneven.stderr
    done = train()
    assert done.returncode == 0, done.stderr
    assert json.loads((out / "arguments.json").read_text())["replicas"] == 2
    for name, values in trained_weights(alone).items():
        assert np.allclose(trained_weights(out)[name], values, atol=1e-5), name


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("", "TF_CONFIG"),
        ('{"cluster": {"worker": ["a:1"]}, "task": {"type": "worker", "index": 1}}', "TF_CONFIG"),
        (
            '{"cluster": {"worker": ["a:1"], "ps": ["b:1"]}, "task": {"type": "ps", "index": 0}}',
            "workers only",
        ),
    ],
)
def test_a_cluster_that_is_none_is_one_line(
    eurosat: Path, lists: Path, tmp_path: Path, config: str, says: str
) -> None:
    command = [
        *("train", "model1", *options(eurosat, lists)),
        *("--strategy", "multiworker", "--out", tmp_path / "run"),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, command)],
        cwd=REPOSITORY,
        env={**os.environ, "TF_CONFIG": config},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n"), says in done.stderr) == (2, 1, True)
    assert not (tmp_path / "run").exists()
