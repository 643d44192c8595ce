"""Which Python runs the worker, and whether it can."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from eurosat_qgis.core.versions import OTHER_NAMES
from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.translation import later, tr

VARIABLE = "EUROSAT_QGIS_PYTHON"
# Written last: a managed environment without it was never finished.
MARKER = "eurosat_environment.json"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
PINS = Path(__file__).with_name("pins.txt")
# The oldest that the core runs on; pyproject.toml says the same.
OLDEST_PYTHON = (3, 10)
CHECK_TIMEOUT_S = 60.0
# Runs in the interpreter that is checked: standard library only, nothing heavy is imported.
_CHECK = """
import json, platform, sys
from importlib import metadata
def version(names):
    for name in names:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            pass
print(json.dumps({
    "python": platform.python_version(),
    "versions": {names[0]: version(names) for names in json.loads(sys.argv[1])},
}))
"""


class Origin(Enum):
    """What named the interpreter."""

    VARIABLE = later("the environment variable EUROSAT_QGIS_PYTHON")
    SETTING = later("the settings")
    MANAGED = later("the plugin's own environment")


@dataclass(frozen=True)
class InterpreterState:
    """The interpreter to use, or why there is none; `origin` None: nothing was ever set up."""

    path: Path | None
    origin: Origin | None
    problem: str = ""


@dataclass(frozen=True)
class InterpreterReport:
    """What an interpreter has: versions by package (None: missing) and what stands in the way."""

    path: Path
    python: str | None = None
    versions: dict[str, str | None] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    problem: str = ""

    @property
    def usable(self) -> bool:
        """Whether the worker can run with it."""
        return not self.problem


def find_interpreter(
    setting: str, managed_base: Path, environment: Mapping[str, str] | None = None
) -> InterpreterState:
    """The worker's Python: from EUROSAT_QGIS_PYTHON, else the setting, else the managed one.

    What is named but absent is a problem to tell, not a reason to use something else in silence.
    Looks at files only; `check_interpreter` asks the interpreter itself.
    """
    variable = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    for named, origin in ((variable, Origin.VARIABLE), (setting.strip(), Origin.SETTING)):
        if named:
            path = existing_program(named)
            missing = tr("{path}, from {origin}, does not exist.")
            problem = "" if path else missing.format(path=named, origin=tr(origin.value))
            return InterpreterState(path, origin, problem)
    return managed_state(managed_base)


def environment_python(base: Path) -> Path:
    """The interpreter of the environment in the folder `base`."""
    return base / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def managed_state(base: Path) -> InterpreterState:
    """Whether the environment in `base` is there, complete and of this version of the plugin."""
    marker = base / MARKER
    if not base.exists():
        return InterpreterState(None, None, tr("No environment has been set up."))
    try:
        made_of = json.loads(marker.read_text(encoding="utf-8"))["requirements"]
    except (OSError, ValueError, KeyError, TypeError):
        return InterpreterState(None, Origin.MANAGED, tr("Its set-up was not finished."))
    python = environment_python(base)
    if not python.is_file():
        return InterpreterState(
            None, Origin.MANAGED, tr("The Python that it was made from is no longer there.")
        )
    if made_of != requirement_lines():
        return InterpreterState(
            None, Origin.MANAGED, tr("It was made for another version of the plugin.")
        )
    return InterpreterState(python, Origin.MANAGED)


def existing_program(named: str) -> Path | None:
    """The file that a path or the name of a command stands for, None when there is none.

    Links are kept: the link is what makes a virtual environment's Python that environment's.
    """
    path = Path(named).expanduser()
    if path.is_file():
        return path.absolute()
    found = shutil.which(named)
    return Path(found).absolute() if found else None


def required_packages(requirements: Path = REQUIREMENTS) -> dict[str, tuple[int, ...]]:
    """Package and oldest version, `(2, 16)`, or `()` where any will do."""
    packages = {}
    for line in requirement_lines(requirements):
        name, _, oldest = line.partition(">=")
        packages[name.strip()] = _version_numbers(oldest)
    return packages


def requirement_lines(requirements: Path = REQUIREMENTS) -> list[str]:
    """The lines of a requirements file that name a package."""
    lines = (line.strip() for line in requirements.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def check_interpreter(path: Path) -> InterpreterReport:
    """Ask the Python at `path` for its version and the packages that the worker needs.

    Imports none of them, so it takes a fraction of a second.
    """
    needed = required_packages()
    names = json.dumps([[name, *OTHER_NAMES.get(name, ())] for name in needed])
    try:
        process = child_process.start(
            [os.fspath(path), "-I", "-X", "utf8", "-c", _CHECK, names],
            stdin=child_process.NO_INPUT,
            stderr=child_process.PIPE,
        )
    except OSError as error:
        text = tr("{path} cannot be started ({why}).")
        return InterpreterReport(path, problem=text.format(path=path, why=error.strerror or error))
    try:
        output, errors = process.communicate(CHECK_TIMEOUT_S)
        answer = json.loads(output)
        python, versions = str(answer["python"]), dict(answer["versions"])
    except child_process.TimedOut:
        child_process.end(process)
        return InterpreterReport(path, problem=tr("{path} does not answer.").format(path=path))
    except (ValueError, KeyError, TypeError):
        last = errors.decode("utf-8", errors="replace").strip().splitlines()[-1:]
        reason = f" ({last[0]})" if last else ""
        text = tr("{path} is no Python that works{reason}.")
        return InterpreterReport(path, problem=text.format(path=path, reason=reason))
    return _report(path, python, versions, needed)


def _report(
    path: Path,
    python: str,
    versions: dict[str, str | None],
    needed: dict[str, tuple[int, ...]],
) -> InterpreterReport:
    missing = tuple(name for name in needed if versions.get(name) is None)
    old = [
        tr("{package} {version} ({oldest} or newer is needed)").format(
            package=name, version=versions[name], oldest=".".join(map(str, oldest))
        )
        for name, oldest in needed.items()
        if (version := versions.get(name)) and _version_numbers(version) < oldest
    ]
    problem = ""
    if _version_numbers(python)[:2] < OLDEST_PYTHON:
        oldest_python = ".".join(map(str, OLDEST_PYTHON))
        text = tr("Python {python} is too old: {oldest} or newer is needed.")
        problem = text.format(python=python, oldest=oldest_python)
    elif missing:
        problem = tr("It lacks {packages}.").format(packages=", ".join(missing))
    elif old:
        problem = tr("Too old: {packages}.").format(packages=", ".join(old))
    return InterpreterReport(path, python, versions, missing, problem)


def _version_numbers(version: str) -> tuple[int, ...]:
    """`(2, 16)` of `2.16`; what follows the leading numbers, `rc1` say, is left out."""
    found = re.match(r"\s*(\d+(?:\.\d+)*)", version)
    return tuple(int(number) for number in found.group(1).split(".")) if found else ()
