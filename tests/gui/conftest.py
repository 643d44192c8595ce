"""Real QGIS with its window, on the display that the tests run under."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.qgis_profile import SETTINGS

REPOSITORY = Path(__file__).resolve().parents[2]
WORKER_PYTHON = os.environ.get("EUROSAT_QGIS_PYTHON", str(REPOSITORY / ".venv" / "bin" / "python"))
# Enough for two busy cores; each step of a session has a limit of its own.
LONGEST_S = 900


def pytest_report_header() -> str:
    version = subprocess.run(
        ["qgis", "--version"], capture_output=True, text=True, check=False, timeout=60
    )
    return f"{version.stdout.strip()}, display {os.environ.get('DISPLAY', 'none')}"


# A disk of so many bytes in a namespace of its own; no right of the system's is needed.
SMALL_DISK = "256k"
ON_SMALL_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
MOUNT = f'mount -t tmpfs -o size={SMALL_DISK} tmpfs "$0" || exit 3; exec "$@"'


def a_small_disk_can_be_had(folder: Path) -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        [*ON_SMALL_DISK, MOUNT, str(folder), "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


def profile_with_plugin(folder: Path) -> None:
    """A profile of QGIS in `folder` that has the plugin."""
    profile = folder / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "eurosat_qgis", plugins / "eurosat_qgis", ignore=ignored)
    shutil.copytree(REPOSITORY / "resources", plugins / "eurosat_qgis" / "resources")
    shutil.copytree(REPOSITORY / "build" / "help", plugins / "eurosat_qgis" / "help")
    shutil.copy(REPOSITORY / "metadata.txt", plugins / "eurosat_qgis")
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")


def used(
    folder: Path, session: str, extra: dict[str, str], wrapper: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Run a session of tests/gui in QGIS; what it saw, and the `exit_status` of QGIS."""
    if not os.environ.get("DISPLAY"):
        pytest.skip("needs a display: run it under xvfb-run")
    profile_with_plugin(folder)
    report = folder / "seen.json"
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(folder),
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
        "EUROSAT_TEST_FOLDER": str(Path(__file__).parent),
        "EUROSAT_TEST_PYTHON": WORKER_PYTHON,
        "EUROSAT_TEST_REPORT": str(report),
        **extra,
    }
    if "EUROSAT_QGIS_PYTHON" not in extra:
        environment.pop("EUROSAT_QGIS_PYTHON", None)
    in_qgis = str(Path(__file__).with_name(session))
    log = folder / "qgis.log"
    with log.open("wb") as lines:
        ended = subprocess.run(
            [*wrapper, "qgis", "--nologo", "--noversioncheck", "--code", in_qgis],
            env=environment,
            stdout=lines,
            stderr=lines,
            timeout=LONGEST_S,
            check=False,
        )
    if not report.is_file():
        pytest.fail(f"QGIS left no report:\n{log.read_text(errors='replace')[-3000:]}")
    return {**json.loads(report.read_text(encoding="utf-8")), "exit_status": ended.returncode}


@pytest.fixture(scope="session")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What tests/gui/in_qgis.py saw while it used QGIS as a person does, by the step's name."""
    # Nobody answers there: the set-up is long enough to be cancelled.
    nobody = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    return used(tmp_path_factory.mktemp("gui"), "in_qgis.py", nobody)


def write_large_scene(path: Path) -> None:
    """The sample scene side by side, 3072 pixels a side: at cells of 8 pixels seconds of work."""
    from osgeo import gdal

    sample = gdal.Open(str(REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"))
    width, height, bands = sample.RasterXSize, sample.RasterYSize, sample.RasterCount
    driver = gdal.GetDriverByName("GTiff")
    scene = driver.Create(str(path), 6 * width, 3 * height, bands, gdal.GDT_UInt16, ["TILED=YES"])
    scene.SetProjection(sample.GetProjection())
    scene.SetGeoTransform(sample.GetGeoTransform())
    scene.SetMetadata(sample.GetMetadata())
    for number in range(1, bands + 1):
        pixels, band = sample.GetRasterBand(number), scene.GetRasterBand(number)
        band.SetDescription(pixels.GetDescription())
        band.SetNoDataValue(pixels.GetNoDataValue())
        stored = pixels.ReadRaster()
        for left in range(0, 6 * width, width):
            for top in range(0, 3 * height, height):
                band.WriteRaster(left, top, width, height, stored)
    scene.FlushCache()


@pytest.fixture(scope="session")
def dock(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What tests/gui/dock_in_qgis.py saw, which works with the dock and ends in a running run."""
    folder = tmp_path_factory.mktemp("dock")
    scenes, disk = folder / "scenes", folder / "small_disk"
    scenes.mkdir()
    disk.mkdir()
    # Copies: QGIS leaves statistics beside what it opens.
    shutil.copy(REPOSITORY / "tests" / "data" / "scene_200x168.tif", scenes / "small.tif")
    write_large_scene(scenes / "large.tif")
    extra = {"EUROSAT_QGIS_PYTHON": WORKER_PYTHON, "EUROSAT_TEST_SCENES": str(scenes)}
    wrapper: tuple[str, ...] = ()
    if a_small_disk_can_be_had(disk):
        extra["EUROSAT_TEST_DISK"] = str(disk)
        wrapper = (*ON_SMALL_DISK, MOUNT, str(disk))
    return used(folder, "dock_in_qgis.py", extra, wrapper)


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What tests/gui/languages_in_qgis.py saw in each language of the plugin."""
    folder = tmp_path_factory.mktemp("languages")
    scenes = folder / "scenes"
    scenes.mkdir()
    shutil.copy(REPOSITORY / "tests" / "data" / "scene_200x168.tif", scenes / "small.tif")
    extra = {"EUROSAT_QGIS_PYTHON": WORKER_PYTHON, "EUROSAT_TEST_SCENES": str(scenes)}
    return used(folder, "languages_in_qgis.py", extra)
