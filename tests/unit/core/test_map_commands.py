"""The commands on finished maps as a person runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.core.test_command_line import REPOSITORY, run
from tests.unit.core.written_maps import at, write_labelled, write_map


@pytest.fixture
def land_cover(tmp_path: Path) -> str:
    return write_map(tmp_path / "map.tif", [[1, 2], [7, 1]])


@pytest.fixture
def reference(tmp_path: Path) -> str:
    shapes = [at(0.5, 0.5), at(1.5, 0.5), at(0.5, 1.5)]
    return write_labelled(tmp_path / "points.gpkg", shapes, ["1", "1", "Moon"])


def test_assess_tells_scores_and_prints_its_json_last(
    land_cover: str, reference: str, tmp_path: Path
) -> None:
    done = run("assess", land_cover, reference, "--html", tmp_path / "r.html")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "2 points compared, matched by the map's codes, names and titles."
    assert any(line.startswith("Overall accuracy 66.7 ") for line in lines)
    assert "Left out: 1 points with a value that matches no class (Moon)." in lines
    assert all(line.startswith("Note: ") for line in done.stderr.splitlines())
    found = json.loads(run("assess", land_cover, reference, "--json").stdout.splitlines()[-1])
    assert {"accuracy", "n", "per_class", "confusion", "kappa", "estimator"} <= set(found)


def test_sample_and_compare_tell_what_they_did(land_cover: str, tmp_path: Path) -> None:
    done = run("sample", land_cover, tmp_path / "p.gpkg", "--size", 9, "--seed", 5)
    assert done.returncode == 0, done.stderr
    assert "9 points, seed 5." in done.stdout
    other = write_map(tmp_path / "other.tif", [[1, 7], [7, 1]])
    done = run("compare", land_cover, other, "--change", tmp_path / "c.tif")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "1 of 4 cells changed, 1.0 ha (25.0 %).",
        "Forest & <wood> → Sea and lake: 1 cells, 1.0 ha",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["assess", "none.tif", "{reference}"], "does not exist"),
        (["assess", "LICENSE", "{reference}"], "cannot be opened as a raster"),
        (["assess", "{map}", "none.gpkg"], "does not exist"),
        (["assess", "{map}", "LICENSE"], "cannot be read as points or polygons"),
        (["assess", "{map}", "{reference}", "--classes", "none.csv"], "does not exist"),
        (["assess", "{map}", "{reference}", "--design", "x"], "choose auto"),
        (["assess", "{map}", "{reference}", "--field", "x"], "choose of reference"),
        (["assess", "{map}", "{reference}", "--model", "none.keras"], "does not exist"),
        (["assess", "{map}", "{reference}", "--csv", "{tmp}/none/a.csv"], "cannot be written"),
        (["assess", "{map}", "{reference}", "--csv", "a", "--html", "a"], "the same name"),
        (["assess", "{map}"], "Missing argument 'REFERENCE"),
        (["sample", "{map}", "{map}"], "the map itself"),
        (["sample", "{map}", "{tmp}/p.gpkg", "--allocation", "x"], "choose proportional"),
        (["sample", "{map}", "{tmp}/p.gpkg", "--size", "many"], "not a valid integer"),
        (["compare", "{map}", "none.tif"], "map after"),
        (["compare", "none.tif", "{map}"], "map before"),
        (["compare", "{map}", "tests/data/corine_2018_512x1024.tif"], "cells differ"),
    ],
)
def test_bad_input_is_one_line_exit_2_and_leaves_nothing(
    arguments: list[str], says: str, land_cover: str, reference: str, tmp_path: Path
) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    done = run(*(a.format(tmp=tmp_path, map=land_cover, reference=reference) for a in arguments))
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_no_command_on_maps_loads_tensorflow(land_cover: str, reference: str) -> None:
    program = "import sys; sys.modules['tensorflow'] = sys.modules['keras'] = None\n"
    program += "from eurosat_qgis.core.cli import main; main()"
    command = [sys.executable, "-c", program, "assess", land_cover, reference]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert done.returncode == 0, done.stderr
