"""The bundled models under the oldest packages supported, held against the newest.

`make test-oldest` sets up the oldest environment, names its Python in EUROSAT_OLDEST_PYTHON, and
runs these tests in the newest.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from eurosat_qgis.core.bundle import default_bundle_path

REPOSITORY = Path(__file__).resolve().parents[2]
SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"
OLDEST = os.environ.get("EUROSAT_OLDEST_PYTHON")

pytestmark = pytest.mark.skipif(OLDEST is None, reason="run by `make test-oldest`")


def classify(python: str, folder: Path) -> Path:
    """Classify the small scene with `python`; all outputs lie in the folder that is given back."""
    folder.mkdir()
    others = ["--confidence", str(folder / "confidence.tif")]
    others += ["--polygons", str(folder / "map.gpkg"), "--stats", str(folder / "areas.csv")]
    # Cells of 16 get the network for small cells, unless another is named.
    for name, options in {
        "map": others,
        "windows": ["--model", str(default_bundle_path())],
    }.items():
        command = [python, "-m", "eurosat_qgis", "classify", str(SCENE)]
        command += [str(folder / f"{name}.tif"), "--cell", "16", *options]
        done = subprocess.run(
            command, cwd=REPOSITORY, capture_output=True, text=True, timeout=600, check=False
        )
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def oldest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return classify(str(OLDEST), tmp_path_factory.mktemp("o") / "oldest")


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return classify(sys.executable, tmp_path_factory.mktemp("n") / "newest")


def read(raster: Path) -> np.ndarray:
    with rasterio.open(raster) as source:
        return source.read(1)


def test_the_two_environments_differ() -> None:
    code = "from importlib.metadata import version; print(version('tensorflow'))"
    found = subprocess.run(
        [str(OLDEST), "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert found == "2.16.2"
    assert version("tensorflow") != found


@pytest.mark.parametrize("name", ["map", "windows"])
def test_both_find_the_same_classes(oldest: Path, newest: Path, name: str) -> None:
    classes = read(newest / f"{name}.tif")
    assert len(np.unique(classes)) > 2
    np.testing.assert_array_equal(read(oldest / f"{name}.tif"), classes)


def test_confidences_agree_to_1e_4(oldest: Path, newest: Path) -> None:
    # 1e-4 is far above float32's rounding in a network of this depth and below what a map shows.
    np.testing.assert_allclose(
        read(oldest / "confidence.tif"), read(newest / "confidence.tif"), rtol=0, atol=1e-4
    )


def test_areas_are_equal(oldest: Path, newest: Path) -> None:
    tables = [
        list(csv.DictReader((folder / "areas.csv").open(encoding="utf-8")))
        for folder in (oldest, newest)
    ]
    assert tables[0] == tables[1]


def polygons(file: Path) -> set[bytes]:
    """The shapes, whatever corner they start at: versions of GDAL trace them differently."""
    _, _, shapes, _ = pyogrio.raw.read(file)
    return {shapely.to_wkb(shapely.normalize(shape)) for shape in shapely.from_wkb(shapes)}


def test_both_write_the_same_polygons(oldest: Path, newest: Path) -> None:
    assert len(polygons(newest / "map.gpkg")) > 2
    assert polygons(oldest / "map.gpkg") == polygons(newest / "map.gpkg")
