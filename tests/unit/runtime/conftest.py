from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eurosat_qgis.runtime.client import WorkerClient
from tests.unit.runtime.processes import REPOSITORY


@pytest.fixture(scope="module")
def client() -> Iterator[WorkerClient]:
    """A client of the environment that runs the tests; its worker stays warm over a module."""
    made = WorkerClient(Path(sys.executable))
    yield made
    made.stop()


@pytest.fixture(scope="session")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a virtual environment with nothing in it."""
    folder = tmp_path_factory.mktemp("bare") / "environment"
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120
    )
    return folder / "bin" / "python"


@pytest.fixture
def plugin_copy(tmp_path: Path) -> Path:
    """A copy of the package in a folder of plugins, under another name."""
    folder = tmp_path / "plugins" / "renamed_by_the_user"
    shutil.copytree(
        REPOSITORY / "eurosat_qgis", folder, ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """pip asks an address where nobody answers."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
