"""The worker process itself, over its pipes."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.runtime.processes import LARGE_SCENE, REPOSITORY, SMALL_SCENE

WORKER = REPOSITORY / "eurosat_qgis" / "runtime" / "worker.py"


class RawWorker:
    """A worker process and nothing between it and the test."""

    def __init__(self, script: Path = WORKER, *options: str, python: str = sys.executable) -> None:
        self.process = subprocess.Popen(
            [python, "-I", "-X", "utf8", str(script), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def send_line(self, line: bytes) -> None:
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def send(self, **message: Any) -> None:
        self.send_line(json.dumps(message).encode())

    def next_event(self) -> dict[str, Any]:
        return json.loads(self.process.stdout.readline())

    def answer(self, **message: Any) -> dict[str, Any]:
        self.send(**message)
        while (event := self.next_event())["event"] == "progress":
            pass
        return event

    def leave(self) -> tuple[int, str]:
        """Close stdin; the exit status and the log."""
        _, log = self.process.communicate(timeout=60)
        return self.process.returncode, log.decode()


@pytest.fixture(scope="module")
def worker() -> Iterator[RawWorker]:
    made = RawWorker()
    yield made
    made.leave()


def long_run(output: Path) -> dict[str, Any]:
    return {"type": "classify", "scene": str(LARGE_SCENE), "output": str(output), "cell": 8}


def start_long_run(worker: RawWorker, output: Path) -> None:
    """Returns when the first windows are done, so that the part files are there."""
    worker.send(id=1, **long_run(output))
    while worker.next_event()["done"] == 0:
        pass


def test_hello_is_answered_with_protocol_pid_and_versions(worker: RawWorker) -> None:
    event = worker.answer(type="hello", id=7)
    assert event["event"] == "ready"
    assert event["id"] == 7
    assert event["protocol"] == 1
    assert event["pid"] == worker.process.pid
    assert set(event["versions"]) == {
        "python", "tensorflow", "rasterio", "numpy", "eurosat_qgis",
    }  # fmt: skip
    assert None not in event["versions"].values()


@pytest.mark.parametrize(
    "line",
    [b"not json", b"[1, 2]", b'"text"', b"", b"\xff\xfe", b"[" * 100_000],
    ids=["words", "list", "string", "empty", "not utf-8", "deep"],
)
def test_a_line_that_is_no_request_is_a_protocol_error_without_id(
    worker: RawWorker, line: bytes
) -> None:
    worker.send_line(line)
    event = worker.next_event()
    assert (event["event"], event["id"], event["kind"]) == ("error", None, "protocol")


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "dance"},
        {},
        {"type": "classify"},
        {"type": "classify", "scene": "a.tif"},
        {"type": "classify", "scene": "a.tif", "output": 3},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "colour": "red"},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "cell": "64"},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "cell": True},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "extent": [1, 2, 3]},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "extent": [1, 2, 3, "4"]},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "min_confidence": None},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "aoi": 3},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "mask": ""},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "cloud_screen": "yes"},
        {"type": "classify", "scene": "a.tif", "output": "b.tif", "max_masked": "0.5"},
        {"type": "info"},
        {"type": "info", "scene": "a.tif", "output": "b.tif"},
        {"type": "inspect", "scene": "a.tif", "x": 5},
        {"type": "inspect", "scene": "a.tif", "x": "5", "y": 7},
        {"type": "inspect", "scene": "a.tif", "x": 5, "y": 7, "output": "b.tif"},
    ],
    ids=str,
)
def test_a_malformed_request_is_a_protocol_error_with_its_id(
    worker: RawWorker, fields: dict[str, Any]
) -> None:
    event = worker.answer(id=5, **fields)
    assert (event["event"], event["id"], event["kind"]) == ("error", 5, "protocol")
    assert "\n" not in event["message"]


def test_an_id_that_is_no_whole_number_is_a_protocol_error(worker: RawWorker) -> None:
    event = worker.answer(type="hello", id="seven")
    assert (event["id"], event["kind"]) == (None, "protocol")


def test_a_request_that_cannot_be_done_is_an_input_error(worker: RawWorker, tmp_path: Path) -> None:
    asked = {"type": "classify", "id": 1, "output": str(tmp_path / "map.tif")}
    assert worker.answer(scene=str(SMALL_SCENE), cell=10, **asked)["kind"] == "input"
    assert worker.answer(scene=str(tmp_path / "none.tif"), **asked)["kind"] == "input"
    assert list(tmp_path.iterdir()) == []


def test_an_area_and_masks_of_a_request_limit_the_map(worker: RawWorker, tmp_path: Path) -> None:
    # The scene's corner is at 656660 m east, 5679780 m north. Cells of 64: the first two of its
    # first row, of which the mask hides the first.
    def rectangle(name: str, width: float) -> str:
        west, north = 656660, 5679780
        ring = [[west, north], [west + width, north], [west + width, north - 500],
                [west, north - 500], [west, north]]  # fmt: skip
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
        shape = {"type": "Polygon", "coordinates": [ring]}
        feature = {"type": "Feature", "properties": {}, "geometry": shape}
        collection = {"type": "FeatureCollection", "crs": crs, "features": [feature]}
        (tmp_path / name).write_text(json.dumps(collection))
        return str(tmp_path / name)

    event = worker.answer(
        type="classify",
        id=3,
        scene=str(SMALL_SCENE),
        output=str(tmp_path / "map.tif"),
        aoi=rectangle("area.geojson", 700),
        mask=rectangle("mask.geojson", 600),
        cloud_screen=True,
        max_masked=0.4,
    )
    assert event["event"] == "result", event
    result = event["result"]
    assert (result["cells"], result["masked_cells"], result["windows"]) == (2, 1, 1)
    assert result["area_of_interest_m2"] == pytest.approx(700 * 500)
    assert len(result["masks"]) == 2


def test_info_describes_the_scene(worker: RawWorker) -> None:
    event = worker.answer(type="info", id=2, scene=str(SMALL_SCENE))
    assert event["event"] == "result"
    assert event["result"]["pixel_size_m"] == 10
    assert event["result"]["reasons"]


def test_inspect_shows_a_cell_of_the_scene(worker: RawWorker) -> None:
    # The second cell of the second row: 640 m in from the corner at 656660 E, 5679780 N.
    at = {"x": 656_660 + 700, "y": 5_679_780 - 900}
    event = worker.answer(type="inspect", id=4, scene=str(SMALL_SCENE), **at)
    assert event["event"] == "result", event
    found = event["result"]
    assert (found["row"], found["col"]) == (1, 1)
    assert found["cell"][0] == [657_300, 5_679_140]
    assert len(base64.b64decode(found["pixels"]["rgb"])) == 64 * 64 * 3
    assert sum(entry["probability"] for entry in found["classes"]) == pytest.approx(1, abs=1e-4)


def test_a_second_request_is_refused_while_one_runs(worker: RawWorker, tmp_path: Path) -> None:
    start_long_run(worker, tmp_path / "map.tif")
    worker.send(type="info", id=2, scene=str(SMALL_SCENE))
    while (event := worker.next_event())["id"] == 1:
        assert event["event"] == "progress"
    assert (event["id"], event["kind"]) == (2, "protocol")
    assert "busy" in event["message"]
    assert worker.answer(type="cancel", id=1)["kind"] == "cancelled"


def test_a_cancelled_request_leaves_nothing_behind(worker: RawWorker, tmp_path: Path) -> None:
    start_long_run(worker, tmp_path / "map.tif")
    assert any(tmp_path.iterdir())
    event = worker.answer(type="cancel", id=1)
    assert (event["event"], event["kind"]) == ("error", "cancelled")
    assert list(tmp_path.iterdir()) == []


def test_cancelling_what_does_not_run_changes_nothing(worker: RawWorker) -> None:
    worker.send(type="cancel", id=99)
    assert worker.answer(type="hello", id=1)["event"] == "ready"


def test_the_worker_leaves_when_stdin_closes() -> None:
    worker = RawWorker()
    worker.answer(type="hello", id=1)
    status, _log = worker.leave()
    assert status == 0


def test_the_worker_leaves_on_shutdown() -> None:
    worker = RawWorker()
    worker.send(type="shutdown")
    assert worker.process.wait(20) == 0
    worker.leave()


@pytest.mark.parametrize("how", ["stdin closes", "SIGTERM"])
def test_leaving_cancels_the_running_request_first(how: str, tmp_path: Path) -> None:
    worker = RawWorker()
    start_long_run(worker, tmp_path / "map.tif")
    started = time.monotonic()
    if how == "SIGTERM":
        worker.process.send_signal(signal.SIGTERM)
    output, _log = worker.process.communicate(timeout=60)
    assert worker.process.returncode == 0
    assert time.monotonic() - started < 10
    assert json.loads(output.splitlines()[-1])["kind"] == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_the_worker_leaves_when_it_has_been_idle_for_long_enough() -> None:
    worker = RawWorker(WORKER, "--idle-minutes", "0.01")
    worker.answer(type="hello", id=1)
    started = time.monotonic()
    assert worker.process.wait(20) == 0
    assert 0.4 < time.monotonic() - started < 5
    worker.leave()


def test_what_libraries_print_goes_to_the_log_and_not_into_the_events(plugin_copy: Path) -> None:
    module = plugin_copy / "core" / "info.py"
    noise = "print('noise of Python', flush=True)\nimport os\nos.system('echo noise of C')\n"
    module.write_text(
        module.read_text().replace("from pathlib", noise + "from pathlib"), encoding="utf-8"
    )
    worker = RawWorker(plugin_copy / "runtime" / "worker.py")
    assert worker.answer(type="info", id=1, scene=str(SMALL_SCENE))["event"] == "result"
    assert worker.answer(type="hello", id=2)["event"] == "ready"
    _status, log = worker.leave()
    assert "noise of Python" in log
    assert "noise of C" in log


def test_no_library_reads_requests(plugin_copy: Path) -> None:
    module = plugin_copy / "core" / "info.py"
    reads = "import sys\nREAD = sys.stdin.read()\n"
    module.write_text(
        module.read_text().replace("from pathlib", reads + "from pathlib"), encoding="utf-8"
    )
    worker = RawWorker(plugin_copy / "runtime" / "worker.py")
    assert worker.answer(type="info", id=1, scene=str(SMALL_SCENE))["event"] == "result"
    assert worker.answer(type="hello", id=2)["event"] == "ready"
    worker.leave()


def test_neighbours_in_the_folder_of_plugins_are_not_imported(plugin_copy: Path) -> None:
    for folder in (plugin_copy.parent, plugin_copy, plugin_copy / "runtime"):
        (folder / "numpy.py").write_text("raise RuntimeError('a foreign numpy')")
        (folder / "rasterio.py").write_text("raise RuntimeError('a foreign rasterio')")
    worker = RawWorker(plugin_copy / "runtime" / "worker.py")
    assert worker.answer(type="info", id=1, scene=str(SMALL_SCENE))["event"] == "result"
    worker.leave()


def test_a_bug_is_an_internal_error_with_its_traceback_in_the_log(plugin_copy: Path) -> None:
    (plugin_copy / "core" / "info.py").write_text("raise RuntimeError('two\\nlines')")
    worker = RawWorker(plugin_copy / "runtime" / "worker.py")
    event = worker.answer(type="info", id=1, scene=str(SMALL_SCENE))
    assert event["kind"] == "internal"
    assert "two lines" in event["message"]
    _status, log = worker.leave()
    assert "Traceback" in log


def test_a_result_that_json_cannot_carry_is_an_internal_error(plugin_copy: Path) -> None:
    (plugin_copy / "core" / "info.py").write_text(
        "def scene_info(**_): return {'pixel_size_m': float('nan')}"
    )
    worker = RawWorker(plugin_copy / "runtime" / "worker.py")
    assert worker.answer(type="info", id=1, scene="a.tif")["kind"] == "internal"
    worker.leave()


def test_an_environment_without_packages_says_which_is_missing(
    bare_python: Path, tmp_path: Path
) -> None:
    worker = RawWorker(python=str(bare_python))
    ready = worker.answer(type="hello", id=1)
    assert ready["versions"]["tensorflow"] is None
    asked = {"scene": str(SMALL_SCENE), "output": str(tmp_path / "map.tif")}
    event = worker.answer(type="classify", id=2, **asked)
    assert event["kind"] == "environment"
    assert "numpy" in event["message"]
    assert str(bare_python) in event["message"]
    worker.leave()
