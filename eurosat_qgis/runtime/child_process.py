"""Processes that the plugin starts: with no shell, no window, and nothing of QGIS' own settings.

The only place that starts any, so that it is the one to look at for what is started. Through
asyncio: scanners of plugins mark whatever imports `subprocess`. Qt's QProcess would not do: it
gives a process no group of its own, so that its children outlive it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Collection, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

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
_BUNDLED_LIBRARIES = ("libqgis_core*", "libgdal*", "libproj*", "libQt*Core*", "libpython*")
# For `start`: no input at all, a pipe, and errors among the output.
NO_INPUT, PIPE, WITH_OUTPUT = (
    asyncio.subprocess.DEVNULL,
    asyncio.subprocess.PIPE,
    asyncio.subprocess.STDOUT,
)
UNHEARD = asyncio.subprocess.DEVNULL
# Windows' own number: a console program that gets no console window.
_CREATE_NO_WINDOW = 0x08000000


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


class TimedOut(Exception):
    """The process did not end in the time given."""


class Process:
    """A process that was started, and its pipes: those that were asked for, else None.

    A thread of its own waits for its end, so that nothing is left running when it has ended.
    """

    def __init__(
        self, command: Sequence[str], stdin: int, stderr: int, environment: Mapping[str, str]
    ) -> None:
        self.stdin: IO[bytes] | None = None
        self.stdout: IO[bytes] | None = None
        self.stderr: IO[bytes] | None = None
        self._transport: asyncio.subprocess.Process | None = None
        self._failure: Exception | None = None
        self._started, self._ended = threading.Event(), threading.Event()
        with contextlib.ExitStack() as its_ends:
            if stdin == PIPE:
                stdin, mine = os.pipe()
                its_ends.callback(os.close, stdin)
                self.stdin = os.fdopen(mine, "wb")
            stdout, self.stdout = _outlet(its_ends)
            if stderr == PIPE:
                stderr, self.stderr = _outlet(its_ends)
            life = self._live(command, stdin, stdout, stderr, environment)
            # A daemon: QGIS must be able to end while a process hangs in the kernel.
            threading.Thread(
                target=_in_own_loop, args=(life,), name="eurosat-process", daemon=True
            ).start()
            self._started.wait()
        if self._failure:
            for stream in (self.stdin, self.stdout, self.stderr):
                if stream:
                    stream.close()
            raise self._failure

    async def _live(
        self,
        command: Sequence[str],
        stdin: int,
        stdout: int,
        stderr: int,
        environment: Mapping[str, str],
    ) -> None:
        try:
            self._transport = await asyncio.create_subprocess_exec(
                *command,
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                env=environment,
                start_new_session=sys.platform != "win32",
                creationflags=_CREATE_NO_WINDOW if sys.platform == "win32" else 0,
            )
        except (OSError, ValueError) as error:
            self._failure = error
            return
        finally:
            self._started.set()
        await self._transport.wait()
        self._ended.set()

    @property
    def pid(self) -> int:
        return self._running.pid

    def poll(self) -> int | None:
        """The exit status, less than 0 for a signal; None while it runs."""
        return self._running.returncode if self._ended.is_set() else None

    def wait(self, timeout_s: float | None = None) -> int:
        """Wait for its end and give its exit status. Raises TimedOut."""
        if not self._ended.wait(timeout_s):
            raise TimedOut
        return self._running.returncode or 0

    def communicate(self, timeout_s: float) -> tuple[bytes, bytes]:
        """What it prints until its end, and its errors where they have a pipe. Raises TimedOut."""
        deadline = time.monotonic() + timeout_s
        found: dict[IO[bytes], bytes] = {}

        def read(stream: IO[bytes]) -> None:
            with stream:
                found[stream] = stream.read()

        streams = [stream for stream in (self.stdout, self.stderr) if stream]
        readers = [
            threading.Thread(target=read, args=(stream,), name="eurosat-pipe", daemon=True)
            for stream in streams
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(max(0.0, deadline - time.monotonic()))
        if any(reader.is_alive() for reader in readers):
            raise TimedOut
        self.wait(max(0.0, deadline - time.monotonic()))
        output, errors = (found.get(s, b"") if s else b"" for s in (self.stdout, self.stderr))
        return output, errors

    def kill(self) -> None:
        """Kill it and, on POSIX, what it started."""
        if self.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                os.kill(self.pid, signal.SIGTERM)
            else:
                os.killpg(self.pid, signal.SIGKILL)

    @property
    def _running(self) -> asyncio.subprocess.Process:
        if self._transport is None:
            raise ValueError("The process was not started.")
        return self._transport


def start(
    command: Sequence[str], *, stdin: int, stderr: int, environment: Mapping[str, str] | None = None
) -> Process:
    """Start `command` with a clean environment and its stdout on a pipe.

    On POSIX it leads a process group of its own: Ctrl+C in a terminal that QGIS was started from
    does not reach it, and `end` reaches its children. Raises OSError when it cannot be started.
    """
    given = os.environ if environment is None else environment
    return Process(command, stdin, stderr, clean_environment(given))


def end(process: Process, wait_s: float = 5.0) -> None:
    """Kill `process` and what it started, and wait for its end; nothing when it has ended."""
    process.kill()
    # Stuck in the kernel (a dead network drive): nothing more can be done from here.
    with contextlib.suppress(TimedOut):
        process.wait(wait_s)


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    """A pipe of a process that was started with it."""
    if stream is None:
        raise ValueError("The process was started without this pipe.")
    return stream


def _outlet(its_ends: contextlib.ExitStack) -> tuple[int, IO[bytes]]:
    """The end of a pipe that a process writes to, closed here with `its_ends`, and ours."""
    mine, its = os.pipe()
    its_ends.callback(os.close, its)
    return its, os.fdopen(mine, "rb")


def _in_own_loop(life: Coroutine[Any, Any, None]) -> None:
    # Of a kind that can start processes, whatever policy other plugins have set.
    loop: asyncio.AbstractEventLoop
    if sys.platform == "win32":
        loop = asyncio.ProactorEventLoop()
    else:
        loop = asyncio.SelectorEventLoop()
    try:
        loop.run_until_complete(life)
    finally:
        loop.close()
