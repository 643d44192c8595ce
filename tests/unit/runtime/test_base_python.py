"""Which Python an environment is made from, on folder layouts as installers leave them.

Recorded from OSGeo4W and the MSI installer (QGIS 3.40, 3.44), and from macOS' bundles of QGIS 3.22
(Python in MacOS/bin) and 4.2 (a wrapper `python` beside QGIS, the library in Frameworks).
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime.base_python import Machine, candidates, find_base_python

GOOD = 'echo \'{"version": [3, 12], "bits": 64, "venv": true}\''
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
