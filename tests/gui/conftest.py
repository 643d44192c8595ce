"""Real QGIS with its window, on the display that the tests run under."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
WORKER_PYTHON = os.environ.get("EUROSAT_QGIS_PYTHON", str(REPOSITORY / ".venv" / "bin" / "python"))
# What a first start of QGIS asks or announces is off; Processing and the plugin are on.
SETTINGS = """[PythonPlugins]
eurosat_qgis=true
processing=true

[qgis]
checkVersion=false
showTips322=false
newProjectDefault=false
"""
LONGEST_S = 300


def pytest_report_header() -> str:
    version = subprocess.run(
        ["qgis", "--version"], capture_output=True, text=True, check=False, timeout=60
    )
    return f"{version.stdout.strip()}, display {os.environ.get('DISPLAY', 'none')}"


@pytest.fixture(scope="session")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What tests/gui/in_qgis.py saw while it used QGIS as a person does, by the step's name."""
    if not os.environ.get("DISPLAY"):
        pytest.skip("needs a display: run it under xvfb-run")
    folder = tmp_path_factory.mktemp("gui")
    profile = folder / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "eurosat_qgis", plugins / "eurosat_qgis", ignore=ignored)
    shutil.copytree(REPOSITORY / "resources", plugins / "eurosat_qgis" / "resources")
    shutil.copy(REPOSITORY / "metadata.txt", plugins / "eurosat_qgis")
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(folder),
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
        "EUROSAT_TEST_PYTHON": WORKER_PYTHON,
        "EUROSAT_TEST_REPORT": str(folder / "seen.json"),
        # Nobody answers there: the set-up is long enough to be cancelled.
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    }
    environment.pop("EUROSAT_QGIS_PYTHON", None)
    in_qgis = str(Path(__file__).with_name("in_qgis.py"))
    log = folder / "qgis.log"
    with log.open("wb") as lines:
        subprocess.run(
            ["qgis", "--nologo", "--noversioncheck", "--code", in_qgis],
            env=environment,
            stdout=lines,
            stderr=lines,
            timeout=LONGEST_S,
            check=False,
        )
    report = folder / "seen.json"
    if not report.is_file():
        pytest.fail(f"QGIS left no report:\n{log.read_text(errors='replace')[-3000:]}")
    return json.loads(report.read_text(encoding="utf-8"))
