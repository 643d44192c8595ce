"""Which Python an environment is made from, on folder layouts as installers leave them.

Recorded from OSGeo4W and the MSI installer (QGIS 3.40, 3.44), and from macOS' bundles of QGIS 3.22
(Python in MacOS/bin) and 4.2 (a wrapper `python` beside QGIS, the library in Frameworks); Linux as
Debian unstable has it, whose QGIS 3.44 runs in Python 3.14.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime.base_python import Machine, candidates, find_base_python

GOOD = 'echo \'{"version": [3, 12], "bits": 64, "venv": true}\''
TOO_NEW = GOOD.replace("12", "14")
UV = Path(sys.executable).with_name("uv")
# What macOS' bundle says by itself: its library is found through PYTHONHOME alone.
LOST = "echo \"ModuleNotFoundError: No module named 'encodings'\" >&2; exit 1"
# Started, these would leave a trace.
OPENS_QGIS = 'touch "$0.started"'


def laid_out(root: Path, *names: str) -> None:
    """Files that say nothing when they are started."""
    for name in names:
        program(root / name, "exit 1")


def program(path: Path, does: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)


def windows(root: Path, qgis: str, **environment: str) -> Machine:
    """A machine with the QGIS folder `qgis`, and what both installers put there."""
    laid_out(
        root / qgis,
        "bin/qgis-bin.exe",
        "bin/qgis.bat",
        "bin/python.exe",
        "bin/python3.exe",
        "bin/python-qgis.bat",
        "apps/Python312/python.exe",
        "apps/Python312/python3.exe",
        "apps/Python312/pythonw.exe",
    )
    folder = root / qgis
    return Machine(
        "win32", folder / "bin/qgis-bin.exe", folder / "apps/Python312", environment, root
    )


@pytest.mark.parametrize(
    "qgis", ["OSGeo4W", "Program Files/QGIS 3.44.1", "Program Files/QGIS 3.40.6"]
)
def test_on_windows_qgis_own_python_comes_before_its_copies_and_never_qgis(
    qgis: str, tmp_path: Path
) -> None:
    found = list(candidates(windows(tmp_path, qgis)))
    names = [path.relative_to(tmp_path / qgis).as_posix() for path in found]
    apps = ["apps/Python312/python.exe", "apps/Python312/python3.exe"]
    assert names == [*apps, "bin/python.exe", "bin/python3.exe"]


def test_on_windows_a_prefix_that_says_nothing_is_made_up_for_by_the_folders(
    tmp_path: Path,
) -> None:
    machine = windows(tmp_path, "OSGeo4W")
    lost = Machine("win32", machine.executable, tmp_path / "nowhere", {}, tmp_path)
    assert next(candidates(lost)) == tmp_path / "OSGeo4W/apps/Python312/python.exe"


def test_on_windows_installed_pythons_count_and_the_stores_stub_does_not(tmp_path: Path) -> None:
    own, store = tmp_path / "Users/me/AppData/Local", "Microsoft/WindowsApps"
    laid_out(own, "Programs/Python/Python311/python.exe", f"{store}/python.exe")
    laid_out(tmp_path, "Program Files/Python313/python.exe", "tools/python.exe")
    machine = windows(
        tmp_path,
        "OSGeo4W",
        LOCALAPPDATA=str(own),
        PROGRAMFILES=str(tmp_path / "Program Files"),
        PATH=f"{own / store};{tmp_path / 'tools'}",
    )
    assert [path.relative_to(tmp_path).as_posix() for path in candidates(machine)][4:] == [
        "Users/me/AppData/Local/Programs/Python/Python311/python.exe",
        "Program Files/Python313/python.exe",
        "tools/python.exe",
    ]


def macos(root: Path, app: str, *pythons: str, prefix: str) -> Machine:
    contents = root / "Applications" / app / "Contents"
    program(contents / "MacOS/QGIS", OPENS_QGIS)
    laid_out(contents, *pythons)
    # Apple's stub, which opens a dialog where the command line tools are missing.
    program(root / "usr/bin/python3", OPENS_QGIS)
    path = f"{root / 'usr/bin'}:{root / 'bin'}"
    return Machine("darwin", contents / "MacOS/QGIS", contents / prefix, {"PATH": path}, root)


def test_in_macos_older_bundle_its_own_python_is_the_first(tmp_path: Path) -> None:
    machine = macos(
        tmp_path, "QGIS.app", "MacOS/bin/python3", "MacOS/bin/python3.9", prefix="MacOS"
    )
    laid_out(tmp_path, "opt/homebrew/bin/python3")
    found = [path.relative_to(tmp_path).as_posix() for path in candidates(machine)]
    assert found == [
        "Applications/QGIS.app/Contents/MacOS/bin/python3",
        "opt/homebrew/bin/python3",
    ]


def test_in_macos_newer_bundle_a_python_that_cannot_run_alone_is_passed_over(
    tmp_path: Path,
) -> None:
    app = "QGIS-final-4_2_1.app"
    own = ("MacOS/python", "MacOS/python3", "MacOS/python3.12", "Frameworks/lib/python3.12/os.py")
    machine = macos(tmp_path, app, *own, prefix="Frameworks")
    for name in own[:3]:
        program(tmp_path / "Applications" / app / "Contents" / name, LOST)
    from_python_org = tmp_path / "Library/Frameworks/Python.framework/Versions/3.12/bin/python3.12"
    program(from_python_org, GOOD)
    assert find_base_python(candidates(machine)).path == from_python_org
    assert not list(tmp_path.rglob("*.started"))


def test_on_macos_nothing_is_started_that_opens_qgis_or_a_dialog(tmp_path: Path) -> None:
    machine = macos(tmp_path, "QGIS.app", prefix="Frameworks")
    with pytest.raises(MissingPackageError, match="found none"):
        find_base_python(candidates(machine))
    assert not list(tmp_path.rglob("*.started"))
    tools = "Library/Developer/CommandLineTools/usr/bin/python3"
    program(tmp_path / tools, GOOD)
    assert find_base_python(candidates(machine)).path == tmp_path / tools


def test_on_linux_the_python_of_qgis_comes_first_and_each_once() -> None:
    found = list(candidates())
    assert found[0] == Path(sys.executable)
    assert len({path.resolve() for path in found}) == len(found)


def linux(root: Path, **environment: str) -> Machine:
    """A machine whose QGIS runs in Python 3.14."""
    program(root / "usr/bin/python3.14", TOO_NEW)
    (root / "usr/bin/python3").symlink_to("python3.14")
    executable, prefix = root / "usr/bin/python3", root / "usr"
    return Machine("linux", executable, prefix, {"HOME": str(root / "home"), **environment}, root)


def test_on_linux_a_python_too_new_for_tensorflow_gives_way_to_another_of_the_system(
    tmp_path: Path,
) -> None:
    machine = linux(tmp_path)
    with pytest.raises(MissingPackageError, match=r"found only 3\.14"):
        find_base_python(candidates(machine))
    program(tmp_path / "usr/bin/python3.13", GOOD.replace("12", "13"))
    assert find_base_python(candidates(machine)).path == tmp_path / "usr/bin/python3.13"


def test_on_windows_a_python_too_new_for_tensorflow_gives_way_to_an_installed_one(
    tmp_path: Path,
) -> None:
    own = tmp_path / "Users/me/AppData/Local"
    machine = windows(tmp_path, "OSGeo4W", LOCALAPPDATA=str(own))
    program(tmp_path / "OSGeo4W/apps/Python312/python.exe", TOO_NEW)
    for name in ("qgis-bin.exe", "qgis.bat"):
        program(tmp_path / "OSGeo4W/bin" / name, OPENS_QGIS)
    installed = own / "Programs/Python/Python312/python.exe"
    program(installed, GOOD)
    assert find_base_python(candidates(machine)).path == installed
    assert not list(tmp_path.rglob("*.started"))


def test_pythons_of_uv_and_pyenv_are_found_without_a_path_after_those_of_the_system(
    tmp_path: Path,
) -> None:
    machine = linux(tmp_path)
    kept = [
        "home/.local/share/uv/python/cpython-3.12.4-linux-x86_64-gnu/bin/python3.12",
        "home/.pyenv/versions/3.11.9/bin/python3.11",
    ]
    laid_out(tmp_path, *kept)
    found = [path.relative_to(tmp_path).as_posix() for path in candidates(machine)]
    assert found == ["usr/bin/python3", *kept]


@pytest.mark.parametrize(
    "kept",
    [
        "AppData/Roaming/uv/python/cpython-3.12.4-windows-x86_64-none/python.exe",
        "AppData/Roaming/uv/data/python/cpython-3.12.4-windows-x86_64-none/python.exe",
        ".pyenv/pyenv-win/versions/3.12.4/python.exe",
    ],
)
def test_on_windows_pythons_of_uv_and_pyenv_are_found(kept: str, tmp_path: Path) -> None:
    home = tmp_path / "Users/me"
    laid_out(home, kept)
    profile = {"USERPROFILE": str(home), "APPDATA": str(home / "AppData/Roaming")}
    assert list(candidates(windows(tmp_path, "OSGeo4W", **profile)))[-1] == home / kept


def test_free_threaded_pythons_are_passed_over_for_want_of_tensorflow(tmp_path: Path) -> None:
    uv = "home/.local/share/uv/python/cpython-3.13.1+freethreaded-linux-x86_64-gnu"
    laid_out(tmp_path, f"{uv}/bin/python3.13", "home/.pyenv/versions/3.13.1t/bin/python3.13")
    assert list(candidates(linux(tmp_path))) == [tmp_path / "usr/bin/python3"]


@pytest.mark.skipif(not UV.is_file(), reason="uv is not installed beside this Python")
@pytest.mark.parametrize("variable", ["HOME", "XDG_DATA_HOME", "UV_PYTHON_INSTALL_DIR"])
def test_uvs_folder_is_the_one_that_uv_itself_names(variable: str, tmp_path: Path) -> None:
    said = {"HOME": str(tmp_path / "home"), variable: str(tmp_path / "named")}
    surroundings = {"PATH": os.environ["PATH"], **said}
    answer = subprocess.run(
        [UV, "python", "dir"], env=surroundings, cwd=tmp_path, stdout=subprocess.PIPE, check=True
    )
    kept = Path(answer.stdout.decode().strip()) / "cpython-3.12.4-linux-x86_64-gnu/bin/python3.12"
    laid_out(kept.parent, kept.name)
    assert kept in list(candidates(linux(tmp_path, **said)))
