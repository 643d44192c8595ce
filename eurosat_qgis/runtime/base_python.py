"""Finds a Python on this machine from which the managed environment can be made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime import child_process

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


def candidates() -> Iterator[Path]:
    """Files that may be a Python, likeliest first, each once.

    `sys.executable` is QGIS itself on Windows and macOS, so a name must look like Python's.
    """
    seen = set()
    for path in _places():
        if path.is_file() and path.name.lower().startswith("python"):
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                yield path


def _places() -> Iterator[Path]:
    numbers = [f"{major}.{minor}" for major, minor in SUPPORTED]
    if sys.platform == "win32":
        names = ["python.exe", "python3.exe"]
    else:
        names = ["python3", *(f"python{number}" for number in numbers), "python"]
    executable = Path(sys.executable) if sys.executable else None
    if executable:
        yield executable
    folders = [Path(sys.base_prefix), Path(sys.base_prefix, "bin")]
    if executable:
        folders += [executable.parent, executable.parent / "bin"]
    folders += [Path(folder) for folder in os.get_exec_path() if folder]
    if sys.platform != "win32":
        folders += [Path("/usr/bin"), Path("/usr/local/bin"), Path("/opt/homebrew/bin")]
    for folder in folders:
        # Windows' own python.exe in this folder only opens the Store.
        if "WindowsApps" not in folder.parts:
            yield from (folder / name for name in names)
    yield from _known_to_launcher()


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
        process = child_process.start(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return ""
    try:
        return process.communicate(timeout=PROBE_TIMEOUT_S)[0].decode("utf-8", errors="replace")
    except subprocess.TimeoutExpired:
        child_process.end(process)
        return ""


def _nothing_suitable(answered: list[BasePython]) -> str:
    wanted = f"3.{min(SUPPORTED)[1]} to 3.{max(SUPPORTED)[1]}"
    for found in answered:
        if found.version in SUPPORTED and found.is_64_bit:
            number = ".".join(map(str, found.version))
            return (
                f"The Python here ({found.path}) cannot make environments: its module venv is "
                f"missing. On Debian and Ubuntu: apt install python3-venv "
                f"(or python{number}-venv). Then set up again."
            )
    versions = sorted({".".join(map(str, found.version)) for found in answered})
    heard = f"found only {', '.join(versions)}" if versions else "found none"
    return (
        f"TensorFlow needs a 64-bit Python {wanted}; this machine has none ({heard}): install "
        "one from python.org or your system, or use an existing environment."
    )
