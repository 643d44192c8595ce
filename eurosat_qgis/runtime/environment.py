"""The managed environment: a virtual environment that the plugin makes and owns."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from eurosat_qgis.core.errors import MissingPackageError
from eurosat_qgis.runtime.base_python import find_base_python
from eurosat_qgis.runtime.fetched_python import FETCHED, Uv, fetched_places, find_uv
from eurosat_qgis.runtime.interpreter import (
    MARKER,
    PINS,
    InterpreterReport,
    check_interpreter,
    environment_python,
    requirement_lines,
)
from eurosat_qgis.runtime.package_source import PACKAGE_INDEX, PackageSource
from eurosat_qgis.runtime.setup_step import IsCancelled, OnLine, SetUpError, run_step
from eurosat_qgis.runtime.translation import tr

# What an environment takes on disk while it is made: its packages, and the wheels beside them.
NEEDED_BYTES = 4 * 10**9
_IMPORTS = "import numpy, click, shapely, rasterio, pyogrio, tensorflow; print('ready')"


def create_environment(
    base: Path,
    on_line: OnLine = lambda _line: None,
    is_cancelled: IsCancelled = lambda: False,
    base_python: Path | None = None,
    source: PackageSource = PACKAGE_INDEX,
) -> InterpreterReport:
    """Make the environment in `base`, anew when an unfinished or outdated one is there.

    `on_line` hears what happens, line by line. `base_python` None means: find one, or have uv fetch
    one where there is none. `source` is where packages come from.
    Raises SetUpError, MissingPackageError (no Python to make it from), or Cancelled; nothing is
    left behind then.
    """
    python = base_python or _python_or_uv(source)
    _check_wheels(source.wheels)
    _check_room(base)
    remove_environment(base)
    try:
        if isinstance(python, Uv):
            python = _fetch_python(python, base, on_line, is_cancelled, source)
        on_line(
            tr("Making an environment in {folder} from {python}").format(folder=base, python=python)
        )
        base.parent.mkdir(parents=True, exist_ok=True)
        run_step([os.fspath(python), "-I", "-m", "venv", os.fspath(base)], on_line, is_cancelled)
        own_python = os.fspath(environment_python(base))
        on_line(tr("Installing packages; this takes a few minutes"))
        surroundings = source.environment(os.environ)
        run_step(_pip_install(own_python, source), on_line, is_cancelled, surroundings)
        on_line(tr("Trying TensorFlow and rasterio"))
        run_step([own_python, "-I", "-c", _IMPORTS], on_line, is_cancelled)
        report = check_interpreter(environment_python(base))
        if not report.usable:
            text = tr("The new environment cannot be used: {why}")
            raise SetUpError(text.format(why=report.problem))
        marker = {"requirements": requirement_lines(), "versions": report.versions}
        (base / MARKER).write_text(json.dumps(marker, indent=1), encoding="utf-8")
    except OSError as error:
        remove_environment(base)
        raise SetUpError(
            tr(
                "{path} cannot be written ({why}): free some disk space, or check your rights "
                "there."
            ).format(path=base, why=error.strerror or error)
        ) from error
    except BaseException:
        remove_environment(base)
        raise
    return report


def _python_or_uv(source: PackageSource) -> Path | Uv:
    """A Python of this machine, or else the uv that can fetch one.

    Raises MissingPackageError when there is neither.
    """
    try:
        return find_base_python().path
    except MissingPackageError:
        uv = find_uv()
        # A folder of wheels is for machines without a network.
        if uv is None or source.wheels is not None:
            raise
        return uv


def _fetch_python(
    uv: Uv, base: Path, on_line: OnLine, is_cancelled: IsCancelled, source: PackageSource
) -> Path:
    folder = base / FETCHED
    on_line(
        tr("No Python here suits TensorFlow: uv fetches one into {folder}").format(folder=folder)
    )
    surroundings = uv.surroundings(source.environment(os.environ), folder)
    run_step(uv.command(), on_line, is_cancelled, surroundings)
    return find_base_python(fetched_places(folder)).path


def _pip_install(python: str, source: PackageSource) -> list[str]:
    return [
        python,
        "-I",
        "-m",
        "pip",
        "install",
        "--only-binary=:all:",
        "--require-hashes",
        "--no-input",
        "--no-user",
        "--disable-pip-version-check",
        "--progress-bar=off",
        *source.pip_options(),
        "--requirement",
        os.fspath(PINS),
    ]


def _check_room(base: Path) -> None:
    existing = next(folder for folder in (base, *base.parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    if free < NEEDED_BYTES:
        raise SetUpError(
            tr(
                "The environment needs {needed} GB and {folder} has only {free} GB free: free some "
                "space, or use an existing environment."
            ).format(needed=f"{NEEDED_BYTES / 1e9:.0f}", folder=existing, free=f"{free / 1e9:.1f}")
        )


def _check_wheels(folder: Path | None) -> None:
    if folder is not None and not any(folder.glob("*.whl")):
        raise SetUpError(
            tr(
                "{folder} holds no wheels (*.whl): choose the folder that does, or none to "
                "download them."
            ).format(folder=folder)
        )


def remove_environment(base: Path) -> None:
    """Remove the environment in `base`; SetUpError when the folder holds anything else."""
    if not base.exists() or not any(base.iterdir()):
        return
    if not any((base / sign).exists() for sign in (MARKER, FETCHED, "pyvenv.cfg", "lib", "Lib")):
        text = tr("{folder} holds other files and is left alone: move them away first.")
        raise SetUpError(text.format(folder=base))
    try:
        shutil.rmtree(base)
    except OSError as error:
        raise SetUpError(
            tr(
                "The old environment in {folder} cannot be removed ({why}): close what uses it "
                "(another QGIS?) and set up again."
            ).format(folder=base, why=error.strerror)
        ) from error
