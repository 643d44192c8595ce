"""Finds a Python on this machine from which the managed environment can be made."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.translation import tr

# TensorFlow 2.16 to 2.21 has wheels for these; the newest that all platforms share comes first.
SUPPORTED = ((3, 12), (3, 11), (3, 13), (3, 10))
PROBE_TIMEOUT_S = 20.0
_PROBE = """
import importlib.util, json, sys
print(json.dumps({
    "version": list(sys.version_info[:2]),
    "bits": 64 if sys.maxsize > 2**32 else 32,
    "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""


@dataclass(frozen=True)
class BasePython:
    """An interpreter that answered: version `(3, 11)`, and whether it can make environments."""

    path: Path
    version: tuple[int, int]
    is_64_bit: bool
    has_venv: bool

    @property
    def suitable(self) -> bool:
        """Whether the managed environment can be made from it."""
        return self.version in SUPPORTED and self.is_64_bit and self.has_venv


def find_base_python(places: Iterable[Path] | None = None) -> BasePython:
    """The first suitable Python of `places`.

    None means: QGIS' own, else one beside QGIS, else one on the PATH or where systems keep them.
    Raises MissingPackageError that says what was found instead and what to do.
    """
    answered = []
    for path in candidates() if places is None else places:
        found = probe(path)
        if found is not None and found.suitable:
            return found
        if found is not None:
            answered.append(found)
    raise MissingPackageError(_nothing_suitable(answered))


@dataclass(frozen=True)
class Machine:
    """Where this process runs, as far as it tells where a Python may be.

    `executable` is `sys.executable`: a Python on Linux, but QGIS itself on Windows and macOS, where
    starting it opens a second QGIS. `root` is the file system's, `environment` the process's.
    """

    platform: str
    executable: Path | None
    base_prefix: Path
    environment: Mapping[str, str]
    root: Path

    @classmethod
    def this(cls) -> Machine:
        """The machine that this runs on."""
        executable = Path(sys.executable) if sys.executable else None
        return cls(sys.platform, executable, Path(sys.base_prefix), os.environ, Path("/"))

    @property
    def search_path(self) -> list[Path]:
        """The folders of PATH."""
        separator = ";" if self.platform == "win32" else ":"
        return [Path(f) for f in self.environment.get("PATH", "").split(separator) if f]


def candidates(machine: Machine | None = None) -> Iterator[Path]:
    """Files that may be a Python, likeliest first, each once."""
    machine = machine or Machine.this()
    seen = set()
    for path in _PLACES.get(machine.platform, _on_linux)(machine):
        # What has another name may be QGIS itself.
        if path.is_file() and path.name.lower().startswith("python"):
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                yield path


def _on_linux(machine: Machine) -> Iterator[Path]:
    if machine.executable:
        yield machine.executable
    folders = [machine.base_prefix / "bin", *machine.search_path]
    folders += [machine.root / "usr/bin", machine.root / "usr/local/bin"]
    yield from (folder / name for folder in folders for name in _POSIX_NAMES)
    yield from _kept_by_version_tools(machine)


def _on_windows(machine: Machine) -> Iterator[Path]:
    """QGIS' own lies in apps/Python3xx; the copies beside qgis-bin.exe need QGIS' environment."""
    folders = [machine.base_prefix]
    if machine.executable:
        folders += sorted(machine.executable.parent.parent.glob("apps/Python3*"), reverse=True)
        folders.append(machine.executable.parent)
    # python.org's installer need not touch the PATH.
    for variable, below in (("LOCALAPPDATA", "Programs/Python"), ("PROGRAMFILES", "")):
        if machine.environment.get(variable):
            installed = Path(machine.environment[variable]) / below
            folders += [installed / f"Python{major}{minor}" for major, minor in SUPPORTED]
    # Windows' own python.exe in this folder only opens the Store.
    folders += [folder for folder in machine.search_path if "WindowsApps" not in folder.parts]
    yield from (folder / name for folder in folders for name in ("python.exe", "python3.exe"))
    yield from _known_to_launcher()
    yield from _kept_by_version_tools(machine)


def _on_macos(machine: Machine) -> Iterator[Path]:
    """QGIS' own where its bundle lets it run by itself, else python.org's, Homebrew's or Apple's.

    Not /usr/bin: without Apple's command line tools its python3 opens a dialog to install them.
    """
    folders = [machine.base_prefix / "bin"]
    if machine.executable:
        folders += [machine.executable.parent / "bin", machine.executable.parent]
    versions = machine.root / "Library/Frameworks/Python.framework/Versions"
    folders += [versions / f"{major}.{minor}" / "bin" for major, minor in SUPPORTED]
    folders += [machine.root / "opt/homebrew/bin", machine.root / "usr/local/bin"]
    folders += [folder for folder in machine.search_path if folder != machine.root / "usr/bin"]
    folders.append(machine.root / "Library/Developer/CommandLineTools/usr/bin")
    yield from (folder / name for folder in folders for name in _POSIX_NAMES)
    yield from _kept_by_version_tools(machine)


_POSIX_NAMES = ("python3", *(f"python{major}.{minor}" for major, minor in SUPPORTED), "python")
_PLACES = {"win32": _on_windows, "darwin": _on_macos}


def _kept_by_version_tools(machine: Machine) -> Iterator[Path]:
    """What uv and pyenv installed: a QGIS started from a menu has no PATH that leads there.

    Where they keep it: `uv python dir` and `pyenv root` by default.
    """
    windows = machine.platform == "win32"
    said = machine.environment
    home = Path(said.get("USERPROFILE" if windows else "HOME") or machine.root)
    if windows:
        data = Path(said.get("APPDATA") or home / "AppData/Roaming")
        # Older versions of uv have the second.
        of_uv = [data / "uv/python", data / "uv/data/python"]
    else:
        of_uv = [Path(said.get("XDG_DATA_HOME") or home / ".local/share") / "uv/python"]
    if said.get("UV_PYTHON_INSTALL_DIR"):
        of_uv.insert(0, Path(said["UV_PYTHON_INSTALL_DIR"]))
    own = home / (".pyenv/pyenv-win" if windows else ".pyenv")
    of_pyenv = Path(said.get("PYENV_ROOT") or own) / "versions"
    for major, minor in SUPPORTED:
        number = f"{major}.{minor}"
        program = "python.exe" if windows else f"bin/python{number}"
        versions = [found for folder in of_uv for found in folder.glob(f"cpython-{number}.*")]
        versions += of_pyenv.glob(f"{number}.*")
        # TensorFlow has no builds for free-threaded ones: 3.13.1+freethreaded, and pyenv's 3.13.1t.
        usual = (v for v in versions if "+freethreaded" not in v.name and not v.name.endswith("t"))
        yield from (version / program for version in sorted(usual, reverse=True))


def _known_to_launcher() -> Iterator[Path]:
    """What Windows' `py` launcher knows: installers need not touch the PATH there."""
    launcher = shutil.which("py") if sys.platform == "win32" else None
    if launcher is None:
        return
    for line in _output_of([launcher, "-0p"]).splitlines():
        _, _, path = line.strip().partition(" ")
        if path.strip():
            yield Path(path.strip().removeprefix("*").strip())


def probe(path: Path) -> BasePython | None:
    """What the interpreter at `path` is, None when it is none."""
    try:
        answer = json.loads(_output_of([os.fspath(path), "-I", "-c", _PROBE]))
        major, minor = answer["version"]
        return BasePython(path, (major, minor), answer["bits"] == 64, bool(answer["venv"]))
    except (ValueError, KeyError, TypeError):
        return None


def _output_of(command: list[str]) -> str:
    try:
        process = child_process.start(
            command, stdin=child_process.NO_INPUT, stderr=child_process.UNHEARD
        )
    except OSError:
        return ""
    try:
        return process.communicate(PROBE_TIMEOUT_S)[0].decode("utf-8", errors="replace")
    except child_process.TimedOut:
        child_process.end(process)
        return ""


def _nothing_suitable(answered: list[BasePython]) -> str:
    oldest, newest = (f"3.{end(SUPPORTED)[1]}" for end in (min, max))
    for found in answered:
        if found.version in SUPPORTED and found.is_64_bit:
            number = ".".join(map(str, found.version))
            return tr(
                "The Python here ({path}) cannot make environments: its module venv is missing. On "
                "Debian and Ubuntu: apt install python3-venv (or python{number}-venv). Then set up "
                "again."
            ).format(path=found.path, number=number)
    versions = sorted({".".join(map(str, found.version)) for found in answered})
    heard = tr("found only {versions}") if versions else tr("found none")
    return tr(
        "TensorFlow needs a 64-bit Python {oldest} to {newest}; this machine has none ({heard}): "
        "install one from python.org or your system, or uv, which fetches one; or use an existing "
        "environment."
    ).format(oldest=oldest, newest=newest, heard=heard.format(versions=", ".join(versions)))
