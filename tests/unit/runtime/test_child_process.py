from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.child_process import clean_environment
from tests.unit.runtime.processes import runs, wait_until


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONNOUSERSITE", "__PYVENV_LAUNCHER__",
        "GDAL_DATA", "GDAL_DRIVER_PATH", "OGR_DRIVER_PATH", "GEOTIFF_CSV", "PROJ_LIB", "PROJ_DATA",
        "QGIS_PREFIX_PATH", "QGIS_PLUGINPATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM",
        "QML2_IMPORT_PATH", "OSGEO4W_ROOT", "O4W_QT_PREFIX", "DYLD_LIBRARY_PATH", "LD_PRELOAD",
        "VIRTUAL_ENV", "PIP_TARGET", "PIP_USER", "Pythonpath",
    ],
)  # fmt: skip
def test_what_leads_to_qgis_own_libraries_is_dropped(name: str) -> None:
    assert clean_environment({name: "x", "HOME": "/home/me"}) == {"HOME": "/home/me"}


@pytest.mark.parametrize(
    "name",
    [
        "PATH", "HOME", "TEMP", "SYSTEMROOT", "HTTPS_PROXY", "https_proxy", "NO_PROXY",
        "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_INDEX_URL", "PIP_CERT", "PIP_CONFIG_FILE",
        "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS", "GDAL_HTTP_PROXY", "GDAL_CACHEMAX",
    ],
)  # fmt: skip
def test_what_the_user_has_set_stays(name: str) -> None:
    assert clean_environment({name: "x"}) == {name: "x"}


def test_library_folders_of_a_bundle_go_and_others_stay(tmp_path: Path) -> None:
    app, cuda, qgis = tmp_path / "app", tmp_path / "cuda", tmp_path / "opt-qgis"
    for folder in (app / "usr" / "lib", cuda, qgis):
        folder.mkdir(parents=True)
    (qgis / "libqgis_core.so.3.22").touch()
    folders = f"{app}/usr/lib:{cuda}:{qgis}:"
    clean = clean_environment({"APPDIR": str(app), "LD_LIBRARY_PATH": folders})
    assert clean["LD_LIBRARY_PATH"] == str(cuda)


def test_no_library_folder_left_means_no_variable(tmp_path: Path) -> None:
    clean = clean_environment({"SNAP": str(tmp_path), "LD_LIBRARY_PATH": str(tmp_path / "lib")})
    assert "LD_LIBRARY_PATH" not in clean


def test_debians_prefix_is_no_bundle(tmp_path: Path) -> None:
    environment = {"QGIS_PREFIX_PATH": "/usr", "LD_LIBRARY_PATH": "/usr/no-such-folder/cuda"}
    assert clean_environment(environment) == {"LD_LIBRARY_PATH": "/usr/no-such-folder/cuda"}
    assert tmp_path.exists()


def test_ending_a_process_ends_what_it_started() -> None:
    code = (
        "import subprocess; child = subprocess.Popen(['sleep', '600'])\n"
        "print(child.pid, flush=True); child.wait()"
    )
    process = child_process.start(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with process.stdout as stdout:
        grandchild = int(stdout.readline())
    started = time.monotonic()
    child_process.end(process)
    assert wait_until(lambda: not runs(grandchild), 5)
    assert time.monotonic() - started < 2
