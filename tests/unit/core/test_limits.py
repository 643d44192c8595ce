"""`--threads` and `--memory` as the operating system accounts for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import rasterio

from eurosat_qgis.core.limits import (
    Begun,
    in_threads,
    limited_gdal,
    limited_network,
    network_threads,
)

REPOSITORY = Path(__file__).resolve().parents[3]
# Says how many threads TensorFlow has within a layer, and the most memory that the system gave the
# process. (ru_maxrss would begin with what its parent had.)
ASK = (
    "import atexit, sys; from eurosat_qgis.core.cli import main\n"
    "def tell():\n"
    "    import tensorflow as tf\n"
    "    within = tf.config.threading.get_intra_op_parallelism_threads()\n"
    "    lines = open('/proc/self/status').read().splitlines()\n"
    "    peak = next(line.split()[1] for line in lines if line.startswith('VmHWM'))\n"
    "    print(within, int(peak) // 1024)\n"
    "atexit.register(tell); main()"
)


def classify(*arguments: object) -> tuple[list[str], int, int]:
    """The lines it printed, TensorFlow's threads, and the largest resident size in MiB."""
    command = [sys.executable, "-c", ASK, "classify", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert done.returncode == 0, done.stderr
    *lines, told = done.stdout.splitlines()
    threads, peak = map(int, told.split())
    return lines, threads, peak


def test_a_run_keeps_to_its_threads_and_memory_and_makes_the_same_map(
    scene_file: Path, tmp_path: Path
) -> None:
    limits = ("--threads", 1, "--memory", 1024)
    lines, threads, peak = classify(scene_file, tmp_path / "a.tif", "--cell", 8, *limits, "--json")
    assert threads == 1
    assert peak <= 1024
    # What the run itself says of its peak is what the system saw, but for the last moments.
    assert json.loads(lines[-1])["peak_rss_mib"] == pytest.approx(peak, rel=0.1)
    _, threads, _ = classify(scene_file, tmp_path / "b.tif", "--cell", 8, "--threads", 3)
    # Also then a layer has one: it is calls that are computed at once.
    assert threads == 1
    with rasterio.open(tmp_path / "a.tif") as one, rasterio.open(tmp_path / "b.tif") as other:
        assert (one.read() == other.read()).all()


def test_the_network_has_as_many_threads_as_it_may_take() -> None:
    together = threading.Barrier(3, timeout=30)

    def meet(number: int) -> tuple[int, str]:
        together.wait()
        return number, threading.current_thread().name

    with limited_network(3):
        found = in_threads(meet, range(6))
    assert [number for number, _ in found] == list(range(6))
    assert len({name for _, name in found}) == 3
    with limited_network(1):
        assert (
            in_threads(lambda _: threading.current_thread(), [1, 2])
            == [threading.current_thread()] * 2
        )
    assert network_threads() == len(os.sched_getaffinity(0))


def test_work_begins_before_it_is_asked_for_and_keeps_its_order() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(number: int) -> int:
        begun.set()
        # The second ends before the first.
        if number == 0:
            assert go_on.wait(30)
        else:
            go_on.set()
        return number * 10

    with limited_network(2):
        begun_work = Begun(work, [0, 1, 2])
        assert begun.wait(30)
        assert begun_work.results() == [0, 10, 20]


def test_what_is_dropped_before_it_begins_never_does() -> None:
    go_on, seen = threading.Event(), []

    def work(number: int) -> None:
        seen.append(number)
        assert go_on.wait(30)

    with limited_network(2):
        begun_work = Begun(work, range(6))
        begun_work.drop()
        go_on.set()
        # Whatever was begun comes before this on the same two threads.
        assert Begun(int, ["7", "8"]).results() == [7, 8]
    assert len(seen) <= 2


def test_one_thread_does_the_work_itself() -> None:
    with limited_network(1):
        found = Begun(lambda _: threading.current_thread(), [1, 2]).results()
    assert found == [threading.current_thread()] * 2


@pytest.mark.parametrize(
    ("memory", "cache_mib"), [(None, 128), (1024, 124), (950, 72), (4096, 128)]
)
def test_what_the_network_leaves_is_gdals_cache_within_bounds(
    memory: int | None, cache_mib: int
) -> None:
    with limited_gdal(2, memory):
        assert rasterio.env.getenv()["GDAL_CACHEMAX"] == cache_mib << 20
        assert rasterio.env.getenv()["GDAL_NUM_THREADS"] == 2


@pytest.mark.parametrize(
    "option", [("--memory", 500), ("--threads", 0), ("--threads", -1), ("--memory", 0)]
)
def test_limits_that_no_run_can_keep_are_refused_in_one_line(
    option: tuple[str, int], scene_file: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "eurosat_qgis", "classify", str(scene_file)]
    command += [str(tmp_path / "m.tif"), *map(str, option)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "m.tif").exists()
