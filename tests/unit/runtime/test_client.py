"""The client, with real workers that are really stopped and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from eurosat_qgis.runtime.client import WorkerClient, WorkerError
from tests.unit.runtime.processes import LARGE_SCENE, REPOSITORY, SMALL_SCENE, runs, wait_until


def small_run(output: Path) -> dict[str, Any]:
    return {"type": "classify", "scene": str(SMALL_SCENE), "output": str(output), "cell": 64}


def long_run(output: Path) -> dict[str, Any]:
    return {
        "type": "classify",
        "scene": str(LARGE_SCENE),
        "output": str(output),
        "confidence": str(output.with_name("confidence.tif")),
        "polygons": str(output.with_name("polygons.gpkg")),
        "stats": str(output.with_name("areas.csv")),
        "cell": 8,
    }


class Running:
    """A request in a thread of its own, as QGIS runs it."""

    def __init__(self, client: WorkerClient, request: dict[str, Any]) -> None:
        self.cancelled = threading.Event()
        self.started = threading.Event()
        self.error: WorkerError | None = None
        self.result: dict[str, Any] | None = None
        self._client, self._request = client, request
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        def on_progress(done: int, _total: int, _message: str) -> None:
            if done:
                self.started.set()

        try:
            self.result = self._client.run(self._request, on_progress, self.cancelled.is_set)
        except WorkerError as error:
            self.error = error

    def wait_for_windows(self) -> None:
        assert self.started.wait(120)

    def wait(self) -> None:
        self._thread.join(120)
        assert not self._thread.is_alive()


def codes_of(path: Path) -> np.ndarray:
    with rasterio.open(path) as land_cover:
        return land_cover.read(1)


def test_the_worker_stays_warm_between_requests(client: WorkerClient, tmp_path: Path) -> None:
    client.run(small_run(tmp_path / "first.tif"))
    first = client.pid
    started = time.monotonic()
    client.run(small_run(tmp_path / "second.tif"))
    assert client.pid == first
    assert time.monotonic() - started < 5
    # Their tags differ: each names the command that makes it again.
    first_codes, second_codes = (codes_of(tmp_path / f"{n}.tif") for n in ("first", "second"))
    assert np.array_equal(first_codes, second_codes)


def test_progress_ends_with_all_windows(client: WorkerClient, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    client.run(small_run(tmp_path / "map.tif"), lambda done, total, _: heard.append((done, total)))
    # 168 / 64 and 200 / 64 pixels, rounded up: 3 rows of 4 cells.
    assert heard[-1] == (12, 12)
    assert heard == sorted(heard)


def test_an_error_has_the_workers_kind_and_words(client: WorkerClient, tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match=r"none\.tif") as caught:
        client.run({**small_run(tmp_path / "map.tif"), "scene": "none.tif"})
    assert caught.value.kind == "input"


def test_cancelling_ends_a_run_within_two_seconds_and_leaves_nothing(
    client: WorkerClient, tmp_path: Path
) -> None:
    running = Running(client, long_run(tmp_path / "map.tif"))
    running.wait_for_windows()
    cancelled_at = time.monotonic()
    running.cancelled.set()
    running.wait()
    assert time.monotonic() - cancelled_at < 2
    assert running.error is not None
    assert running.error.kind == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_does_not_hear_is_ended_within_two_seconds_of_cancelling(
    client: WorkerClient, tmp_path: Path
) -> None:
    running = Running(client, long_run(tmp_path / "map.tif"))
    running.wait_for_windows()
    deaf = client.pid
    os.kill(deaf, signal.SIGSTOP)
    assert any(tmp_path.iterdir())
    cancelled_at = time.monotonic()
    running.cancelled.set()
    running.wait()
    assert time.monotonic() - cancelled_at < 2
    assert running.error.kind == "cancelled"
    assert not runs(deaf)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_while_tensorflow_loads_ends_the_run_within_two_seconds(tmp_path: Path) -> None:
    client = WorkerClient(Path(sys.executable))
    running = Running(client, long_run(tmp_path / "map.tif"))
    assert wait_until(lambda: any(tmp_path.iterdir()))
    cancelled_at = time.monotonic()
    running.cancelled.set()
    running.wait()
    assert time.monotonic() - cancelled_at < 2
    assert running.error.kind == "cancelled"
    assert list(tmp_path.iterdir()) == []
    client.stop()


def test_a_killed_worker_is_told_of_and_the_next_run_starts_another(
    client: WorkerClient, tmp_path: Path
) -> None:
    output = tmp_path / "map.tif"
    output.write_bytes(b"an older map")
    running = Running(client, long_run(output))
    running.wait_for_windows()
    killed = client.pid
    os.kill(killed, signal.SIGKILL)
    running.wait()
    assert running.error.kind == "died"
    assert "SIGKILL" in str(running.error)
    assert [path.name for path in tmp_path.iterdir()] == ["map.tif"]
    assert output.read_bytes() == b"an older map"
    client.run(small_run(output))
    assert client.pid not in (None, killed)


def test_a_warm_worker_that_was_killed_between_requests_is_replaced(
    client: WorkerClient,
) -> None:
    client.run({"type": "info", "scene": str(SMALL_SCENE)})
    os.kill(client.pid, signal.SIGKILL)
    assert client.run({"type": "info", "scene": str(SMALL_SCENE)})["pixel_size_m"] == 10


def test_a_worker_that_left_for_idleness_is_replaced() -> None:
    client = WorkerClient(Path(sys.executable), idle_minutes=0.005)
    first = client.run({"type": "info", "scene": str(SMALL_SCENE)})
    assert wait_until(lambda: client.pid is None, 20)
    assert client.run({"type": "info", "scene": str(SMALL_SCENE)}) == first
    client.stop()


def test_two_threads_take_turns(client: WorkerClient, tmp_path: Path) -> None:
    both = [Running(client, small_run(tmp_path / f"{n}.tif")) for n in range(2)]
    for running in both:
        running.wait()
    assert [running.result["cells"] for running in both] == [12, 12]


def test_cancelling_ends_the_wait_for_a_turn(client: WorkerClient, tmp_path: Path) -> None:
    first = Running(client, long_run(tmp_path / "first.tif"))
    first.wait_for_windows()
    second = Running(client, small_run(tmp_path / "second.tif"))
    second.cancelled.set()
    second.wait()
    assert second.error.kind == "cancelled"
    assert first.error is None
    first.cancelled.set()
    first.wait()


def test_a_failing_progress_callback_ends_the_run(client: WorkerClient, tmp_path: Path) -> None:
    def broken(_done: int, _total: int, _message: str) -> None:
        raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError, match="the window is gone"):
        client.run(long_run(tmp_path / "map.tif"), broken)
    assert client.pid is None
    assert list(tmp_path.iterdir()) == []


def test_stopping_ends_the_worker_and_cancels_what_runs(tmp_path: Path) -> None:
    client = WorkerClient(Path(sys.executable))
    running = Running(client, long_run(tmp_path / "map.tif"))
    running.wait_for_windows()
    pid = client.pid
    client.stop()
    running.wait()
    assert running.error.kind == "cancelled"
    assert not runs(pid)
    assert list(tmp_path.iterdir()) == []


def test_the_worker_ends_with_the_process_that_started_it() -> None:
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from eurosat_qgis.runtime.client import WorkerClient\n"
        "client = WorkerClient(Path(sys.executable))\n"
        "client.run({'type': 'info', 'scene': sys.argv[2]})\n"
        "print(client.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    command = [sys.executable, "-c", code, str(REPOSITORY), str(SMALL_SCENE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        worker = int(parent.stdout.readline())
        assert runs(worker)
        parent.kill()
    assert wait_until(lambda: not runs(worker), 10)


def test_an_environment_without_tensorflow_and_rasterio_is_an_environment_error(
    bare_python: Path, tmp_path: Path
) -> None:
    client = WorkerClient(bare_python)
    with pytest.raises(WorkerError, match="lacks numpy") as caught:
        client.run(small_run(tmp_path / "map.tif"))
    assert caught.value.kind == "environment"
    client.stop()


@pytest.mark.parametrize("program", ["/no/such/python", "/bin/true", "/bin/cat"])
def test_a_program_that_is_no_python_is_an_environment_error(program: str, tmp_path: Path) -> None:
    client = WorkerClient(Path(program))
    with pytest.raises(WorkerError, match=program) as caught:
        client.run(small_run(tmp_path / "map.tif"))
    assert caught.value.kind == "environment"


def test_what_qgis_sets_for_its_own_python_does_not_reach_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "numpy.py").write_text("raise RuntimeError('a foreign numpy')")
    monkeypatch.setenv("PYTHONPATH", str(foreign))
    monkeypatch.setenv("PYTHONHOME", str(foreign))
    monkeypatch.setenv("GDAL_DATA", str(foreign))
    monkeypatch.setenv("PROJ_LIB", str(foreign))
    client = WorkerClient(Path(sys.executable))
    found = client.run({"type": "info", "scene": str(SMALL_SCENE)})
    assert found["crs"] is not None
    client.stop()


def test_names_of_files_may_hold_any_letters(client: WorkerClient, tmp_path: Path) -> None:
    output = tmp_path / "Übersicht 地図" / "Karte ñ.tif"
    output.parent.mkdir()
    client.run(small_run(output))
    assert output.is_file()
