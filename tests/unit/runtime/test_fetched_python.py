"""A Python fetched by the real uv, from a release that this machine's own Python stands in for."""

from __future__ import annotations

import json
import os
import sys
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime import environment as environment_module
from eurosat_qgis.runtime.environment import create_environment, remove_environment
from eurosat_qgis.runtime.fetched_python import VERSION, find_uv
from eurosat_qgis.runtime.package_source import PackageSource
from eurosat_qgis.runtime.setup_step import SetUpError

UV = Path(sys.executable).with_name("uv")
pytestmark = [
    pytest.mark.skipif(not UV.is_file(), reason="uv is not installed beside this Python"),
    pytest.mark.usefixtures("no_network"),
]


@pytest.fixture(autouse=True)
def no_python_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """uv is on the PATH, but no Python that suits."""
    monkeypatch.setenv("PATH", os.pathsep.join([str(UV.parent), os.environ["PATH"]]))
    find = environment_module.find_base_python
    monkeypatch.setattr(
        environment_module, "find_base_python", lambda places=(): find(list(places))
    )
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")


def release(folder: Path) -> Path:
    """A list of downloads with one release, whose interpreter starts this machine's Python."""
    python = folder / "python"
    (python / "bin").mkdir(parents=True)
    program = python / "bin" / f"python{VERSION}"
    program.write_text(f'#!/bin/sh\nexec {Path(sys.executable).resolve()} "$@"\n')
    program.chmod(0o755)
    library = python / "lib" / f"python{VERSION}"
    library.mkdir(parents=True)
    constants = library / "_sysconfigdata__linux_x86_64-linux-gnu.py"
    header = "# system configuration generated and used by the sysconfig module"
    constants.write_text(f'{header}\nbuild_time_vars = {{"prefix": "/install"}}\n')
    archive = folder / "python.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(python, "python")
    machine = os.uname().machine
    major, minor = map(int, VERSION.split("."))
    entry = {
        "name": "cpython",
        "arch": {"family": machine, "variant": None},
        "os": "linux",
        "libc": "gnu",
        "major": major,
        "minor": minor,
        "patch": 99,
        "prerelease": "",
        "url": archive.as_uri(),
        "sha256": sha256(archive.read_bytes()).hexdigest(),
        "variant": None,
        "build": "20260101",
    }
    listed = folder / "downloads.json"
    listed.write_text(json.dumps({f"cpython-{VERSION}.99-linux-{machine}-gnu": entry}))
    return listed


def test_where_no_python_suits_uv_fetches_one_into_the_environments_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_PYTHON_DOWNLOADS_JSON_URL", str(release(tmp_path / "release")))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    base = tmp_path / "environment"
    lines: list[str] = []
    # Nobody gives it packages, so this is as far as it comes.
    with pytest.raises(SetUpError, match="network"):
        create_environment(base, lines.append)
    assert lines[0] == f"No Python here suits TensorFlow: uv fetches one into {base / 'python'}"
    (made,) = [line for line in lines if line.startswith("Making an environment")]
    assert f"{base / 'python'}/cpython-{VERSION}" in made
    assert not base.exists()
    assert not list((tmp_path / "home").rglob("python*"))


def test_a_release_that_cannot_be_reached_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_PYTHON_INSTALL_MIRROR", "http://127.0.0.1:9")
    with pytest.raises(SetUpError, match="uv cannot fetch a Python: check the network"):
        create_environment(tmp_path / "environment")
    assert not (tmp_path / "environment").exists()


def test_a_folder_of_wheels_has_no_python_fetched(tmp_path: Path) -> None:
    with pytest.raises(MissingPackageError, match="or uv, which fetches one"):
        create_environment(tmp_path / "environment", source=PackageSource(tmp_path))


def test_without_uv_what_to_install_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_uv() is None
    with pytest.raises(MissingPackageError, match="or uv, which fetches one"):
        create_environment(tmp_path / "environment")


def test_uv_is_found_where_its_installer_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    own = tmp_path / ".local" / "bin" / "uv"
    own.parent.mkdir(parents=True)
    own.symlink_to(UV)
    found = find_uv()
    assert found is not None
    assert found.path == own


def test_a_fetched_python_goes_with_the_environment(tmp_path: Path) -> None:
    base = tmp_path / "environment"
    (base / "python" / "cpython-3.12.1-linux").mkdir(parents=True)
    remove_environment(base)
    assert not base.exists()
