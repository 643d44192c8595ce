"""Processes that the plugin starts: with no shell, no window, and nothing of QGIS' own settings.

The only place that imports `subprocess`, so that it is the one to look at for what is started. Qt's
QProcess would not do: it gives a process no group of its own, so that its children outlive it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import IO

# What QGIS, its installers and its launchers set for themselves. In another Python each of these
# leads to QGIS' libraries, or to data of another version of GDAL, PROJ or Qt.
_DROPPED = {
    "__PYVENV_LAUNCHER__",
    "GDAL_DATA",
    "GDAL_DRIVER_PATH",
    "GDAL_PYTHON_DRIVER_PATH",
    "GEOTIFF_CSV",
    "LD_PRELOAD",
    "O4W_QT_BINARIES",
    "O4W_QT_DOC",
    "O4W_QT_HEADERS",
    "O4W_QT_LIBRARIES",
    "O4W_QT_PLUGINS",
    "O4W_QT_PREFIX",
    "O4W_QT_TRANSLATIONS",
    "OGR_DRIVER_PATH",
    "OSGEO4W_ROOT",
    "PDAL_DRIVER_PATH",
    "PROJ_DATA",
    "PROJ_LIB",
    "VIRTUAL_ENV",
}
_DROPPED_PREFIXES = ("PYTHON", "QGIS_", "QT_", "QML", "DYLD_")
# These would make pip install somewhere else than into the environment that runs it.
_PIP_TARGETS = {"PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PIP_USER"}
# Roots of bundles (installers, AppImage, snap) whose libraries no other Python may load.
_BUNDLE_ROOTS = ("QGIS_PREFIX_PATH", "OSGEO4W_ROOT", "APPDIR", "SNAP")
# Debian's QGIS has its prefix here, and these are nobody's bundle.
_SYSTEM_ROOTS = {"/", "/usr", "/usr/local"}
# For `start`: no input at all, a pipe, and errors among the output.
NO_INPUT, PIPE, WITH_OUTPUT = subprocess.DEVNULL, subprocess.PIPE, subprocess.STDOUT
UNHEARD = subprocess.DEVNULL
TimedOut = subprocess.TimeoutExpired
Process = subprocess.Popen[bytes]
_BUNDLED_LIBRARIES = ("libqgis_core*", "libgdal*", "libproj*", "libQt*Core*", "libpython*")


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """`environment` without what would lead another Python to QGIS' own libraries and data.

    Proxies, certificates and pip's configuration stay. Folders of LD_LIBRARY_PATH stay where they
    are no part of a QGIS bundle (CUDA's, say).
    """
    clean = {
        name: value
        for name, value in environment.items()
        if name.upper() not in _DROPPED | _PIP_TARGETS
        and not name.upper().startswith(_DROPPED_PREFIXES)
    }
    if "LD_LIBRARY_PATH" in clean:
        roots = {environment[name].rstrip("/") for name in _BUNDLE_ROOTS if environment.get(name)}
        roots -= _SYSTEM_ROOTS | {""}
        folders = clean.pop("LD_LIBRARY_PATH").split(os.pathsep)
        kept = [folder for folder in folders if folder and not _is_bundled(Path(folder), roots)]
        if kept:
            clean["LD_LIBRARY_PATH"] = os.pathsep.join(kept)
    return clean


def _is_bundled(folder: Path, roots: Collection[str]) -> bool:
    if any(folder == Path(root) or Path(root) in folder.parents for root in roots):
        return True
    return any(next(folder.glob(pattern), None) for pattern in _BUNDLED_LIBRARIES)


def start(
    command: Sequence[str], *, stdin: int, stderr: int, environment: Mapping[str, str] | None = None
) -> Process:
    """Start `command` with a clean environment and its stdout on a pipe.

    On POSIX it leads a process group of its own: Ctrl+C in a terminal that QGIS was started from
    does not reach it, and `end` reaches its children.
    """
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(
        list(command),
        stdin=stdin,
        stdout=PIPE,
        stderr=stderr,
        env=clean_environment(os.environ if environment is None else environment),
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def end(process: Process, wait_s: float = 5.0) -> None:
    """Kill `process` and what it started, and wait for its end; nothing when it has ended."""
    if process.poll() is not None:
        return
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    try:
        process.wait(wait_s)
    except TimedOut:
        # Stuck in the kernel (a dead network drive): nothing more can be done from here.
        return


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    """A pipe of a process that was started with it."""
    if stream is None:
        raise ValueError("The process was started without this pipe.")
    return stream
