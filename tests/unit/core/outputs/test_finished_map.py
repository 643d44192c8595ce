"""A map read again tells what the run told that made it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import Resampling, reproject, transform_bounds

from eurosat_qgis.core.classification.classify import ClassifyResult, classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.finished_map import describe_map

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ClassifyResult:
    """A map of 143 cells of 160 m, those at the right and at the bottom only half in the scene."""
    folder = tmp_path_factory.mktemp("made")
    scene = shutil.copy(
        REPOSITORY / "tests" / "data" / "scene_200x168.tif", folder / "S2_20190411.tif"
    )
    return classify(
        ClassifyRequest(
            str(scene), folder / "map.tif", cell=16, confidence=folder / "confidence.tif"
        )
    )


def confidence_of(made: ClassifyResult) -> Path:
    return made.request.output.with_name("confidence.tif")


def test_areas_are_those_of_the_run_border_cells_cut_as_there(made: ClassifyResult) -> None:
    found = describe_map(made.request.output)
    expected = {a.land_cover_class.code: a for a in made.areas if a.cells}
    assert {a.land_cover_class.code for a in found.areas} == set(expected)
    for area in found.areas:
        same = expected[area.land_cover_class.code]
        assert area.land_cover_class == same.land_cover_class
        assert (area.cells, area.share) == (same.cells, pytest.approx(same.share))
        assert area.area_m2 == pytest.approx(same.area_m2)
    assert sum(a.area_m2 or 0 for a in found.areas) == pytest.approx(200 * 168 * 100)
    assert (found.cells, found.valid_cells, found.cell_m) == (143, 143, 160)


def test_a_piece_counts_as_a_piece(made: ClassifyResult, tmp_path: Path) -> None:
    with rasterio.open(made.request.output) as whole:
        window = rasterio.windows.Window(10, 0, 3, 2)
        profile = whole.profile | {
            "width": 3, "height": 2, "transform": whole.window_transform(window),
        }  # fmt: skip
        with rasterio.open(tmp_path / "piece.tif", "w", **profile) as piece:
            piece.write(whole.read(1, window=window), 1)
            piece.update_tags(**whole.tags())
    # 200 pixels are 12.5 cells of 16: the third column is half outside.
    covered = sum(a.area_m2 or 0 for a in describe_map(tmp_path / "piece.tif").areas)
    assert covered == pytest.approx(2 * 2.5 * 160**2)


def test_a_copy_in_degrees_covers_about_the_same(made: ClassifyResult, tmp_path: Path) -> None:
    with rasterio.open(made.request.output) as source:
        west, south, east, north = transform_bounds(source.crs, "EPSG:4326", *source.bounds)
        transform = Affine(2e-5, 0, west - 1e-3, 0, -2e-5, north + 1e-3)
        width, height = (int((side + 2e-3) / 2e-5) for side in (east - west, north - south))
        profile = source.profile | {
            "crs": "EPSG:4326", "transform": transform, "width": width, "height": height,
        }  # fmt: skip
        with rasterio.open(tmp_path / "degrees.tif", "w", **profile) as copy:
            reproject(
                rasterio.band(source, 1), rasterio.band(copy, 1), resampling=Resampling.nearest
            )
            copy.update_tags(**source.tags())
        cells_m2 = source.width * source.height * 160.0**2
    covered = sum(a.area_m2 or 0 for a in describe_map(tmp_path / "degrees.tif").areas)
    assert covered == pytest.approx(cells_m2, rel=0.002)


def test_confidence_is_summed_up_over_areas(made: ClassifyResult) -> None:
    summary = describe_map(made.request.output, confidence_of(made)).confidence
    assert summary is not None
    with rasterio.open(confidence_of(made)) as raster:
        values = raster.read(1).astype(float)
    weights = np.ones(values.shape)
    weights[:, -1] *= 0.5
    weights[-1] *= 0.5
    assert summary.mean == pytest.approx((values * weights).sum() / weights.sum(), rel=1e-6)
    bars, _ = np.histogram(values, np.linspace(0, 1, 21), weights=weights)
    assert summary.histogram == pytest.approx(bars / weights.sum())


def test_it_says_when_and_of_what_and_by_what_it_was_made(made: ClassifyResult) -> None:
    tags = describe_map(made.request.output).tags
    assert (tags["SCENE_TIME"], tags["MODEL"]) == ("2019-04-11", made.bundle.card.name)
    assert "classify S2_20190411.tif map.tif --cell=16" in tags["COMMAND"]
    assert f"tensorflow {_version('tensorflow')}" in tags["VERSIONS"]


def _version(package: str) -> str:
    from importlib import metadata

    return metadata.version(package)


def test_what_is_not_known_is_left_out(scene_file: Path, tmp_path: Path) -> None:
    classify(ClassifyRequest(str(scene_file), tmp_path / "map.tif"))
    assert "SCENE_TIME" not in describe_map(tmp_path / "map.tif").tags


@pytest.mark.parametrize("wrong", ["scene", "text", "missing"])
def test_what_is_no_map_is_refused(scene_file: Path, tmp_path: Path, wrong: str) -> None:
    (tmp_path / "text.tif").write_text("no raster", encoding="utf-8")
    path = {"scene": scene_file, "text": tmp_path / "text.tif", "missing": tmp_path / "no.tif"}
    with pytest.raises(InputError, match=path[wrong].name):
        describe_map(path[wrong])


def test_a_map_of_another_program_is_described_without_credits(tmp_path: Path) -> None:
    profile = {
        "driver": "GTiff", "dtype": "uint8", "count": 1, "height": 2, "width": 3,
        "crs": "EPSG:32733", "transform": Affine(20, 0, 5e5, 0, -20, 6e6),
    }  # fmt: skip
    with rasterio.open(tmp_path / "other.tif", "w", **profile) as raster:
        raster.write(np.array([[1, 1, 0], [4, 1, 4]], np.uint8), 1)
        raster.write_colormap(1, {1: (255, 0, 0, 255), 4: (0, 0, 255, 255)})
    found = describe_map(tmp_path / "other.tif").as_json()
    assert [(c["code"], c["area_m2"], c["color"]) for c in found["classes"]] == [
        (1, 1200, "#ff0000"),
        (4, 800, "#0000ff"),
    ]
    assert (found["credits"], found["valid_cells"], found["cell_m"]) == ("", 5, 20)


def test_another_maps_confidence_is_refused(
    made: ClassifyResult, scene_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "c.tif"
    classify(ClassifyRequest(str(scene_file), tmp_path / "m.tif", confidence=other))
    with pytest.raises(InputError, match=r"c\.tif is not the confidence of map\.tif"):
        describe_map(made.request.output, other)


def test_the_command_line_describes_a_map(made: ClassifyResult) -> None:
    command = [sys.executable, "-m", "eurosat_qgis", "describe", str(made.request.output)]
    done = subprocess.run(
        [*command, "--confidence", str(confidence_of(made)), "--json"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found == describe_map(made.request.output, confidence_of(made)).as_json()
