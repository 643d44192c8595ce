"""The managed environment, really made by venv and pip."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from eurosat_qgis.core.errors import Cancelled, MissingPackageError
from eurosat_qgis.runtime import environment as environment_module
from eurosat_qgis.runtime.base_python import find_base_python, probe
from eurosat_qgis.runtime.client import WorkerClient
from eurosat_qgis.runtime.environment import (
    SetUpError,
    create_environment,
    remove_environment,
)
from eurosat_qgis.runtime.interpreter import managed_state
from eurosat_qgis.runtime.package_source import PackageSource
from tests.unit.runtime.processes import SMALL_SCENE


@pytest.mark.usefixtures("no_network")
def test_without_a_network_the_reason_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    base = tmp_path / "profile" / "environment"
    with pytest.raises(SetUpError, match="network"):
        create_environment(base)
    assert not base.exists()


@pytest.mark.usefixtures("no_network")
def test_an_index_that_pip_gives_up_on_in_silence_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(SetUpError, match="cannot be reached"):
        create_environment(tmp_path / "environment")


@pytest.mark.usefixtures("no_network")
def test_cancelling_stops_the_set_up_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    base = tmp_path / "environment"
    lines: list[str] = []
    cancelled_at: list[float] = []

    def is_cancelled() -> bool:
        if lines and not cancelled_at:
            cancelled_at.append(time.monotonic())
        return bool(cancelled_at)

    with pytest.raises(Cancelled):
        create_environment(base, lines.append, is_cancelled)
    assert time.monotonic() - cancelled_at[0] < 3
    assert not base.exists()


@pytest.mark.usefixtures("no_network")
def test_an_unfinished_environment_is_made_anew(tmp_path: Path) -> None:
    base = tmp_path / "environment"
    (base / "lib").mkdir(parents=True)
    (base / "pyvenv.cfg").touch()
    lines: list[str] = []
    with pytest.raises(SetUpError, match="network"):
        create_environment(base, lines.append)
    assert lines[0].startswith("Making an environment")
    assert not base.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(SetUpError, match="other files"):
        create_environment(tmp_path)
    assert (tmp_path / "thesis.odt").read_text() == "years of work"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetUpError, match="cannot be written"):
        create_environment(tmp_path / "file" / "environment")


def test_too_little_room_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment_module, "NEEDED_BYTES", 10**18)
    with pytest.raises(SetUpError, match="GB free"):
        create_environment(tmp_path / "environment")
    assert list(tmp_path.iterdir()) == []


def test_a_python_without_venv_is_told_with_the_package_to_install(tmp_path: Path) -> None:
    stub = _answering(tmp_path, '{"version": [3, 11], "bits": 64, "venv": false}')
    with pytest.raises(MissingPackageError, match="apt install python3-venv"):
        find_base_python([stub])


def test_a_python_of_another_version_is_told_with_the_versions_that_fit(tmp_path: Path) -> None:
    stub = _answering(tmp_path, '{"version": [3, 7], "bits": 64, "venv": true}')
    with pytest.raises(MissingPackageError, match=r"3\.10 to 3\.13.*found only 3\.7"):
        find_base_python([stub])


def test_no_python_at_all_is_told() -> None:
    with pytest.raises(MissingPackageError, match="found none"):
        find_base_python([])


def test_a_suitable_python_is_found_here() -> None:
    found = find_base_python()
    assert found.suitable
    assert probe(Path(sys.executable)) is not None


def test_what_is_no_python_is_passed_over() -> None:
    found = find_base_python([Path("/bin/true"), Path("/no/python"), Path(sys.executable)])
    assert found.path == Path(sys.executable)


@pytest.mark.skipif(
    "EUROSAT_TEST_SETUP" not in os.environ,
    reason="downloads TensorFlow: set EUROSAT_TEST_SETUP=1 to run it",
)
def test_a_new_environment_classifies(tmp_path: Path) -> None:
    base = tmp_path / "environment"
    report = create_environment(base)
    state = managed_state(base)
    assert report.usable
    assert state.path == report.path
    client = WorkerClient(report.path)
    request = {"type": "classify", "scene": str(SMALL_SCENE), "output": str(tmp_path / "map.tif")}
    assert client.run(request)["valid_cells"] == 12
    client.stop()


def _answering(folder: Path, answer: str) -> Path:
    """A program that answers as an interpreter of that kind does."""
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    return program


@pytest.mark.usefixtures("no_network")
def test_a_folder_without_wheels_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match=r"holds no wheels"):
        create_environment(tmp_path / "environment", source=PackageSource(tmp_path))


def test_only_the_folder_of_wheels_is_asked_for_packages(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "other-1.0-py3-none-any.whl").write_bytes(b"")
    lines: list[str] = []
    with pytest.raises(SetUpError, match="no builds for this Python"):
        create_environment(tmp_path / "environment", lines.append, source=PackageSource(wheels))
    assert any(str(wheels) in line for line in lines)
    assert not any("http" in line for line in lines)
    assert not (tmp_path / "environment").exists()


def test_removing_leaves_other_peoples_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(SetUpError, match="left alone"):
        remove_environment(tmp_path)
    own = tmp_path / "environment"
    own.mkdir()
    (own / "pyvenv.cfg").write_text("")
    remove_environment(own)
    assert not own.exists()
    remove_environment(own)
