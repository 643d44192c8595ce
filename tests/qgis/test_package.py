"""The zip that users install, in a fresh profile, run by qgis_process as on a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal

from tests.qgis.map_files import write_map

REPOSITORY = Path(__file__).resolve().parents[2]
SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"
# Debian's wrapper of the plain name passes an option that the program refuses.
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process") or "qgis_process"
QgisProcess = Callable[..., str]


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """qgis_process of a profile with the packaged plugin alone; gives what it prints."""
    folder = tmp_path_factory.mktemp("installed")
    packed = [sys.executable, str(REPOSITORY / "scripts" / "package.py"), str(folder)]
    subprocess.run(packed, check=True, timeout=120)
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(next(folder.glob("*.zip"))) as archive:
        archive.extractall(plugins)

    def run(*arguments: object, without: tuple[str, ...] = (), language: str = "C") -> str:
        environment = {name: value for name, value in os.environ.items() if name not in without}
        environment["LC_ALL"] = f"{language}.UTF-8"
        environment["QGIS_CUSTOM_CONFIG_PATH"] = str(folder)
        done = subprocess.run(
            [QGIS_PROCESS, *map(str, arguments)],
            env=environment,
            cwd=folder,
            timeout=300,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.stdout.decode()

    run("plugins", "enable", "eurosat_qgis")
    return run


def test_the_packaged_plugin_classifies_as_the_command_line_does(
    qgis_process: QgisProcess, tmp_path: Path
) -> None:
    scene = shutil.copy(SCENE, tmp_path / "scene.tif")
    outputs = {
        "OUTPUT": tmp_path / "map.tif",
        "CONFIDENCE": tmp_path / "confidence.tif",
        "POLYGONS": tmp_path / "map.gpkg",
        "STATISTICS": tmp_path / "areas.csv",
    }
    arguments = [f"{name}={path}" for name, path in outputs.items()]
    printed = qgis_process("run", "eurosat:classify", "--", f"INPUT={scene}", "CELL=16", *arguments)
    assert "VALID_CELLS:\t143" in printed
    assert "km²" in printed
    for path in outputs.values():
        assert path.stat().st_size > 0
    command = [os.environ["EUROSAT_QGIS_PYTHON"], "-m", "eurosat_qgis", "classify"]
    command += [str(scene), str(tmp_path / "other.tif"), "--cell", "16"]
    subprocess.run(command, cwd=REPOSITORY, check=True, timeout=300, capture_output=True)
    maps = [gdal.Open(str(path)) for path in (outputs["OUTPUT"], tmp_path / "other.tif")]
    first, second = (bytes(dataset.GetRasterBand(1).ReadRaster()) for dataset in maps)
    assert first == second
    # Headless, and without a project.
    sheet = tmp_path / "sheet.pdf"
    inputs = (f"INPUT={outputs['OUTPUT']}", f"CONFIDENCE={outputs['CONFIDENCE']}")
    printed = qgis_process("run", "eurosat:map", "--", *inputs, f"OUTPUT={sheet}")
    assert "LAYOUT:\tLand cover of scene.tif" in printed
    assert sheet.read_bytes().startswith(b"%PDF")


def test_the_packaged_plugin_judges_maps(qgis_process: QgisProcess, tmp_path: Path) -> None:
    before = write_map(tmp_path / "before.tif", [[1, 2], [2, 7]])
    after = write_map(tmp_path / "after.tif", [[1, 2], [2, 2]])
    page, points, change = (tmp_path / name for name in ("r.html", "p.gpkg", "change.tif"))
    assess = (
        "run",
        "eurosat:assess",
        "--",
        f"INPUT={before}",
        f"REFERENCE={after}",
        f"HTML={page}",
    )
    assert "ACCURACY:\t0.75" in qgis_process(*assess)
    sample = ("run", "eurosat:sample", "--", f"INPUT={before}", "SIZE=9", f"OUTPUT={points}")
    assert "POINTS:\t9" in qgis_process(*sample)
    compare = (
        "run",
        "eurosat:compare",
        "--",
        f"BEFORE={before}",
        f"AFTER={after}",
        f"OUTPUT={change}",
    )
    assert "CHANGED_CELLS:\t1" in qgis_process(*compare)


def test_its_help_is_there_without_an_environment(qgis_process: QgisProcess) -> None:
    printed = qgis_process("help", "eurosat:classify", without=("EUROSAT_QGIS_PYTHON",))
    assert "Minimum confidence" in printed
    assert "STATISTICS" in printed


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de_AT", "Landbedeckungskarte"),
        ("es_MX", "Mapa de cobertura del suelo"),
        ("fr_CA", "Carte d'occupation du sol"),
        ("fi_FI", "Land-cover map"),
    ],
)
def test_its_help_is_in_the_language_of_the_system(
    qgis_process: QgisProcess, language: str, name: str
) -> None:
    printed = qgis_process("help", "eurosat:classify", language=language)
    assert f"{name} (eurosat:classify)" in printed


def test_without_an_environment_it_says_what_to_do(
    qgis_process: QgisProcess, tmp_path: Path
) -> None:
    printed = qgis_process(
        "run",
        "eurosat:classify",
        "--",
        f"INPUT={SCENE}",
        f"OUTPUT={tmp_path / 'map.tif'}",
        without=("EUROSAT_QGIS_PYTHON",),
    )
    assert "has no Python environment yet" in printed
    assert "EUROSAT_QGIS_PYTHON" in printed
    assert list(tmp_path.iterdir()) == []
