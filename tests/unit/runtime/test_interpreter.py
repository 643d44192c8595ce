from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from eurosat_qgis.runtime.interpreter import (
    MARKER,
    Origin,
    check_interpreter,
    environment_python,
    find_interpreter,
    managed_state,
    required_packages,
    requirement_lines,
)


def make_managed(base: Path, requirements: list[str] | None = None) -> Path:
    """A folder that looks as a finished set-up leaves it; its Python is this one."""
    python = environment_python(base)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    listed = requirement_lines() if requirements is None else requirements
    (base / MARKER).write_text(json.dumps({"requirements": listed}))
    return python


def test_the_variable_goes_before_the_setting_and_the_setting_before_the_managed_one(
    tmp_path: Path,
) -> None:
    managed = make_managed(tmp_path / "managed")
    named, set_ = tmp_path / "named", tmp_path / "set"
    named.touch()
    set_.touch()
    variable = {"EUROSAT_QGIS_PYTHON": str(named)}
    base = tmp_path / "managed"
    first = find_interpreter(str(set_), base, variable)
    assert (first.path, first.origin) == (named, Origin.VARIABLE)
    second = find_interpreter(str(set_), base, {})
    assert (second.path, second.origin) == (set_, Origin.SETTING)
    third = find_interpreter("", base, {"EUROSAT_QGIS_PYTHON": " "})
    assert (third.path, third.origin) == (managed, Origin.MANAGED)


def test_a_name_that_leads_nowhere_is_told_and_nothing_else_is_used(tmp_path: Path) -> None:
    make_managed(tmp_path / "managed")
    found = find_interpreter("", tmp_path / "managed", {"EUROSAT_QGIS_PYTHON": "/no/python"})
    assert found.path is None
    assert "/no/python" in found.problem
    assert "EUROSAT_QGIS_PYTHON" in found.problem


def test_an_interpreter_may_be_named_as_a_command() -> None:
    found = find_interpreter("sh", Path("/none"), {})
    assert found.path is not None
    assert found.path.name == "sh"


def test_nothing_set_up_has_no_origin(tmp_path: Path) -> None:
    found = find_interpreter("", tmp_path / "managed", {})
    assert (found.path, found.origin) == (None, None)


def test_a_set_up_without_its_marker_was_not_finished(tmp_path: Path) -> None:
    make_managed(tmp_path / "managed")
    (tmp_path / "managed" / MARKER).unlink()
    state = managed_state(tmp_path / "managed")
    assert state.path is None
    assert "not finished" in state.problem


def test_an_environment_of_other_requirements_is_not_used(tmp_path: Path) -> None:
    make_managed(tmp_path / "managed", ["tensorflow>=1"])
    state = managed_state(tmp_path / "managed")
    assert state.path is None
    assert "another version" in state.problem


def test_an_environment_whose_python_is_gone_is_not_used(tmp_path: Path) -> None:
    python = make_managed(tmp_path / "managed")
    python.unlink()
    python.symlink_to(tmp_path / "removed")
    assert managed_state(tmp_path / "managed").path is None


def test_the_environment_of_these_tests_is_usable() -> None:
    report = check_interpreter(Path(sys.executable))
    assert report.usable
    assert report.python == ".".join(map(str, sys.version_info[:3]))
    assert set(report.versions) >= {"tensorflow", "rasterio", "numpy", "pyogrio"}
    assert None not in report.versions.values()


def test_a_bare_environment_lacks_every_package(bare_python: Path) -> None:
    report = check_interpreter(bare_python)
    assert not report.usable
    assert report.missing == tuple(required_packages())
    assert "tensorflow" in report.problem


def test_a_build_of_tensorflow_under_another_name_counts(bare_python: Path, tmp_path: Path) -> None:
    site = _with_packages(bare_python, tmp_path, {"tensorflow-cpu": "2.17.1"})
    assert check_interpreter(site).versions["tensorflow"] == "2.17.1"


def test_packages_that_are_too_old_are_named(bare_python: Path, tmp_path: Path) -> None:
    versions = dict.fromkeys(required_packages(), "99")
    python = _with_packages(bare_python, tmp_path, {**versions, "tensorflow": "2.15.1"})
    report = check_interpreter(python)
    assert report.missing == ()
    assert not report.usable
    assert "tensorflow 2.15.1 (2.16 or newer is needed)" in report.problem


def test_a_release_candidate_of_the_oldest_version_is_compared_by_its_numbers(
    bare_python: Path, tmp_path: Path
) -> None:
    versions = dict.fromkeys(required_packages(), "99")
    python = _with_packages(bare_python, tmp_path, {**versions, "tensorflow": "2.16.0rc0"})
    assert check_interpreter(python).usable


@pytest.mark.parametrize("program", ["/no/such/python", "/bin/true", "/bin/cat", os.devnull])
def test_what_is_no_python_is_reported_and_not_raised(program: str) -> None:
    report = check_interpreter(Path(program))
    assert not report.usable
    assert program in report.problem


def _with_packages(bare_python: Path, tmp_path: Path, versions: dict[str, str]) -> Path:
    """A copy of the bare environment with the metadata of packages in it."""
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    python = environment / "bin" / "python"
    python.symlink_to(bare_python.resolve())
    (environment / "pyvenv.cfg").write_text((bare_python.parent.parent / "pyvenv.cfg").read_text())
    number = f"{sys.version_info[0]}.{sys.version_info[1]}"
    site = environment / "lib" / f"python{number}" / "site-packages"
    for name, version in versions.items():
        folder = site / f"{name.replace('-', '_')}-{version}.dist-info"
        folder.mkdir(parents=True)
        (folder / "METADATA").write_text(f"Name: {name}\nVersion: {version}\n")
    return python
