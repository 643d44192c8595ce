"""`--threads` and `--memory` as the operating system accounts for them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rasterio

REPOSITORY = Path(__file__).resolve().parents[4]
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
