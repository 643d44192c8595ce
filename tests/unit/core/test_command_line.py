"""`python -m eurosat_qgis` as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely

REPOSITORY = Path(__file__).resolve().parents[3]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "eurosat_qgis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)


def test_classify_writes_every_output_and_prints_its_json_last(
    scene_file: Path, tmp_path: Path
) -> None:
    names = ("--confidence", "c.tif", "--polygons", "p.gpkg", "--stats", "a.csv")
    options = [tmp_path / n if "." in n else n for n in names]
    done = run("classify", scene_file, tmp_path / "m.tif", "--cell", 32, *options, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    result = json.loads(done.stdout.splitlines()[-1])
    keys = "cells valid_cells areas_m2 level baseline offset scaling seconds peak_rss_mib windows"
    assert set(keys.split()) <= set(result)
    assert result["cells"] == -(-168 // 32) * -(-200 // 32)
    expected = {"m.tif", "m.tif.aux.xml", "m.qml", "c.tif", "p.gpkg", "a.csv"}
    assert {p.name for p in tmp_path.iterdir()} == expected


def test_info_states_what_is_known_and_null_for_the_rest(scene_file: Path) -> None:
    done = run("info", scene_file, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["bands"] == {"B04": 1, "B03": 2, "B02": 3, "B08": 4}
    assert (found["offset"], found["quantification"]) == (0, 10000)
    assert (found["crs"], found["pixel_size_m"], found["nodata"]) == ("EPSG:32631", 10, 65535)
    assert found["baseline"] is None
    assert found["reasons"]


def test_info_and_classify_say_that_air_was_put_over_surface_reflectance(
    data: Path, tmp_path: Path
) -> None:
    surface = data / "scene_200x168_surface.tif"
    found = json.loads(run("info", surface, "--json").stdout)
    assert (found["level"], found["atmosphere"]) == ("L2A", "standard")
    assert 0.75 <= found["level_confidence"] < 1
    # Mol lies at 51.2 degrees north; on an equinox the sun is 52 degrees from the zenith.
    assert found["air"]["sun_zenith"] == pytest.approx(52.2, abs=0.2)
    assert not found["warnings"]
    done = run("classify", surface, tmp_path / "m.tif", "--atmosphere", "none", "--json")
    assert "Level-2A" in done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert (result["atmosphere"], result["air"]) == ("none", None)
    with rasterio.open(tmp_path / "m.tif") as raster:
        assert raster.tags()["SCENE_ATMOSPHERE"] == "none"
        assert float(raster.tags()["SCENE_LEVEL_CONFIDENCE"]) == 0.9


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["classify", "none.tif", "{tmp}/m.tif"], "does not exist"),
        (["classify", "LICENSE", "{tmp}/m.tif"], "cannot be opened as a raster"),
        (["classify", "{scene}", "{tmp}/none/m.tif"], "cannot be written"),
        (["classify", "{scene}", "{scene}"], "the scene itself"),
        (["classify", "{scene}", "{tmp}/m.tif", "--cell", "20"], "choose 64, 32, 16, 8"),
        (["classify", "{scene}", "{tmp}/m.tif", "--bands", "1,2,9"], "bands 1 to 4"),
        (["classify", "{scene}", "{tmp}/m.tif", "--scaling", "x"], "Scaling"),
        (["classify", "{scene}", "{tmp}/m.tif", "--resampling", "x"], "choose auto, lanczos"),
        (["classify", "{scene}", "{tmp}/m.tif", "--border-fill", "x"], "auto, none or a number"),
        (["classify", "{scene}", "{tmp}/m.tif", "--atmosphere", "x"], "Atmosphere"),
        (["classify", "{scene}", "{tmp}/m.tif", "--elevation", "9999"], "-500 to 9000 m"),
        (["info", "{scene}", "--elevation", "nan"], "-500 to 9000 m"),
        (["classify", "{scene}", "{tmp}/m.tif", "--model", "none.keras"], "does not exist"),
        (["classify", "{scene}", "{tmp}/m.tif", "--extent", "1,2,3,4"], "does not touch"),
        (["classify", "{scene}", "{tmp}/m.tif", "--aoi", "none.gpkg"], "does not exist"),
        (["classify", "{scene}", "{tmp}/m.tif", "--aoi", "LICENSE"], "cannot be read as polygons"),
        (["classify", "{scene}", "{tmp}/m.tif", "--mask", "LICENSE"], "cannot be read as polygons"),
        (
            ["classify", "{scene}", "{tmp}/m.tif", "--scl", "LICENSE"],
            "cannot be opened as a raster",
        ),
        (["classify", "{scene}", "{tmp}/m.tif", "--mask-classes", "fog"], "choose from saturated"),
        (["classify", "{scene}", "{tmp}/m.tif", "--mask-classes", "cloud"], "--scl"),
        (["classify", "{scene}", "{tmp}/m.tif", "--max-masked", "2"], "choose 0 to 1"),
        (["info", "none.tif"], "does not exist"),
        (["classify", "{scene}"], "Missing argument 'OUTPUT'"),
        (["classify", "{scene}", "{tmp}/m.tif", "--extent", "1,2"], "xmin,ymin,xmax,ymax"),
        (["clasify"], "clasify"),
    ],
)
def test_bad_input_is_one_line_exit_2_and_leaves_nothing(
    arguments: list[str], says: str, scene_file: Path, tmp_path: Path
) -> None:
    done = run(*(a.format(tmp=tmp_path, scene=scene_file) for a in arguments))
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_area_and_masks_are_told_of(
    scene_file: Path, write_scene, write_shapes, tmp_path: Path
) -> None:
    with rasterio.open(scene_file) as scene:
        left, top, profile = scene.bounds.left, scene.bounds.top, scene.profile
        placed = {"crs": scene.crs, "transform": scene.transform}
    classes = np.full((1, profile["height"], profile["width"]), 5, np.uint8)
    classes[0, :64, :64] = 9
    scl = write_scene(classes, name="scl.tif", descriptions=None, **placed)
    # Cells of 64: two across, two down, of which the scene classification hides the first.
    area = write_shapes(shapely.box(left + 50, top - 1000, left + 1000, top - 50))
    options = ["--aoi", area, "--scl", scl, "--mask-classes", "cloud", "--max-masked", 0.4]
    done = run("classify", scene_file, tmp_path / "m.tif", *options)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert "3 of 4 cells classified" in lines[0]
    assert lines[-2].split() == ["Masked", "0.41", "km²", "1", "cell"]
    assert lines[-1].split()[:5] == ["Area", "of", "interest", "0.90", "km²"]
    done = run("classify", scene_file, tmp_path / "m.tif", *options, "--cloud-screen", "--json")
    found = json.loads(done.stdout.splitlines()[-1])
    assert (found["cells"], found["valid_cells"], found["windows"]) == (4, 3, 3)
    assert (found["masked_cells"], found["masked_area_m2"]) == (1, 640 * 640)
    assert found["area_of_interest_m2"] == pytest.approx(950 * 950)
    assert found["masks"][0] == "scene classification scl.tif: cloud"
    # Two by two cells, and the 8 pixels around them that the cloud screen looks at.
    assert found["pixels_read"] == (128 + 8) * (64 + 8) + (128 + 8) * (64 + 8 + 8)


def test_without_packages_for_vectors_only_areas_are_refused(
    scene_file: Path, write_shapes, tmp_path: Path
) -> None:
    # A Python that the user points at may have no more than TensorFlow and rasterio.
    program = "import sys; sys.modules.update(shapely=None, pyogrio=None)\n"
    program += "from eurosat_qgis.core.cli import main; main()"
    command = [sys.executable, "-c", program, "classify", scene_file, tmp_path / "m.tif"]
    plain = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert plain.returncode == 0, plain.stderr
    command += ["--aoi", write_shapes(shapely.box(0, 0, 1, 1))]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert done.returncode == 2
    assert "need pyogrio and shapely" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_scene_without_band_names_asks_for_them(write_scene, tmp_path: Path) -> None:
    scene = write_scene(
        np.full((3, 64, 64), 300, np.uint16), descriptions=None, photometric="minisblack"
    )
    refused = run("classify", scene, tmp_path / "m.tif")
    assert (refused.returncode, "--bands" in refused.stderr) == (2, True)
    assert run("classify", scene, tmp_path / "m.tif", "--bands", "3,2,1").returncode == 0


def test_a_second_run_gives_the_same_pixels(scene_file: Path, tmp_path: Path) -> None:
    for name in ("a.tif", "b.tif"):
        assert run("classify", scene_file, tmp_path / name, "--cell", 32).returncode == 0
    with rasterio.open(tmp_path / "a.tif") as a, rasterio.open(tmp_path / "b.tif") as b:
        assert np.array_equal(a.read(), b.read())
