"""The managed environment: a virtual environment that the plugin makes and owns."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from eurosat_qgis.core.errors import Cancelled, LandCoverError
from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.base_python import find_base_python
from eurosat_qgis.runtime.interpreter import (
    MARKER,
    REQUIREMENTS,
    InterpreterReport,
    check_interpreter,
    environment_python,
    requirement_lines,
)
from eurosat_qgis.runtime.package_source import PACKAGE_INDEX, PackageSource

# What an environment takes on disk while it is made: its packages, and the wheels beside them.
NEEDED_BYTES = 4 * 10**9
POLL_S = 0.1
_IMPORTS = "import numpy, click, shapely, rasterio, pyogrio, tensorflow; print('ready')"

OnLine = Callable[[str], None]
IsCancelled = Callable[[], bool]


class SetUpError(LandCoverError):
    """The environment could not be made; the message says why and what to do."""

    kind = "environment"


def create_environment(
    base: Path,
    on_line: OnLine = lambda _line: None,
    is_cancelled: IsCancelled = lambda: False,
    base_python: Path | None = None,
    source: PackageSource = PACKAGE_INDEX,
) -> InterpreterReport:
    """Make the environment in `base`, anew when an unfinished or outdated one is there.

    `on_line` hears what happens, line by line. `base_python` None means: find one. `source` is
    where packages come from.
    Raises SetUpError, MissingPackageError (no Python to make it from), or Cancelled; nothing is
    left behind then.
    """
    python = base_python or find_base_python().path
    _check_wheels(source.wheels)
    _check_room(base)
    remove_environment(base)
    try:
        on_line(f"Making an environment in {base} from {python}")
        base.parent.mkdir(parents=True, exist_ok=True)
        _run([os.fspath(python), "-I", "-m", "venv", os.fspath(base)], on_line, is_cancelled)
        own_python = os.fspath(environment_python(base))
        on_line("Installing packages; this takes a few minutes")
        surroundings = source.environment(os.environ)
        _run(_pip_install(own_python, source), on_line, is_cancelled, surroundings)
        on_line("Trying TensorFlow and rasterio")
        _run([own_python, "-I", "-c", _IMPORTS], on_line, is_cancelled)
        report = check_interpreter(environment_python(base))
        if not report.usable:
            raise SetUpError(f"The new environment cannot be used: {report.problem}")
        marker = {"requirements": requirement_lines(), "versions": report.versions}
        (base / MARKER).write_text(json.dumps(marker, indent=1), encoding="utf-8")
    except OSError as error:
        remove_environment(base)
        raise SetUpError(
            f"{base} cannot be written ({error.strerror or error}): free some disk space, or "
            "check your rights there."
        ) from error
    except BaseException:
        remove_environment(base)
        raise
    return report


def _pip_install(python: str, source: PackageSource) -> list[str]:
    return [
        python,
        "-I",
        "-m",
        "pip",
        "install",
        "--only-binary=:all:",
        "--no-input",
        "--no-user",
        "--disable-pip-version-check",
        "--progress-bar=off",
        *source.pip_options(),
        "--requirement",
        os.fspath(REQUIREMENTS),
    ]


def _check_room(base: Path) -> None:
    existing = next(folder for folder in (base, *base.parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    if free < NEEDED_BYTES:
        raise SetUpError(
            f"The environment needs {NEEDED_BYTES / 1e9:.0f} GB and {existing} has only "
            f"{free / 1e9:.1f} GB free: free some space, or use an existing environment."
        )


def _check_wheels(folder: Path | None) -> None:
    if folder is not None and not any(folder.glob("*.whl")):
        raise SetUpError(
            f"{folder} holds no wheels (*.whl): choose the folder that does, or none to download "
            "them."
        )


def remove_environment(base: Path) -> None:
    """Remove the environment in `base`; SetUpError when the folder holds anything else."""
    if not base.exists() or not any(base.iterdir()):
        return
    if not any((base / sign).exists() for sign in (MARKER, "pyvenv.cfg", "lib", "Lib")):
        raise SetUpError(f"{base} holds other files and is left alone: move them away first.")
    try:
        shutil.rmtree(base)
    except OSError as error:
        raise SetUpError(
            f"The old environment in {base} cannot be removed ({error.strerror}): close what uses "
            "it (another QGIS?) and set up again."
        ) from error


def _run(
    command: Sequence[str],
    on_line: OnLine,
    is_cancelled: IsCancelled,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a step to its end, passing its lines on; SetUpError when it fails."""
    process = child_process.start(
        command, stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, environment=environment
    )
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        with child_process.pipe(process.stdout) as output:
            for line in output:
                lines.put(line.decode("utf-8", errors="replace").rstrip())
        lines.put(None)

    threading.Thread(target=read, name="eurosat-setup", daemon=True).start()
    last: deque[str] = deque(maxlen=200)
    try:
        while True:
            if is_cancelled():
                raise Cancelled("The set-up was cancelled; nothing was left behind.")
            try:
                line = lines.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if line is None:
                break
            last.append(line)
            on_line(line)
        status = process.wait()
    finally:
        child_process.end(process)
    if status:
        raise SetUpError(_reason("\n".join(last), status))


# Words in what venv and pip print, and what they mean. The first that is found counts: pip also
# complains of a missing version when the network is down.
_REASONS = (
    (
        ("ensurepip is not", "No module named ensurepip", "No module named venv"),
        (
            "This Python cannot make environments: on Debian and Ubuntu, apt install python3-venv. "
            "Then set up again."
        ),
    ),
    (
        ("No space left on device", "Errno 28", "not enough space on the disk"),
        "The disk is full: the environment needs about 3 GB.",
    ),
    (
        ("407 Proxy Authentication", "ProxyError", "Cannot connect to proxy"),
        "The proxy refuses the connection: check HTTPS_PROXY or pip's configuration.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        (
            "The secure connection fails: where a proxy opens connections, name its certificate in "
            "PIP_CERT or pip's configuration."
        ),
    ),
    (
        (
            "Failed to establish a new connection",
            "Temporary failure in name resolution",
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "getaddrinfo failed",
            "Network is unreachable",
            "Connection refused",
        ),
        (
            "The packages cannot be downloaded: check the network connection, or name your own "
            "package index in pip's configuration."
        ),
    ),
    (
        ("from versions: none",),
        (
            "The package index cannot be reached, or it (or the folder of wheels) has no builds "
            "for this Python and system."
        ),
    ),
    (
        ("No matching distribution found",),
        "The package index has no build that fits this Python and system.",
    ),
    (
        ("Permission denied", "Access is denied", "Errno 13"),
        "The folder cannot be written: check your rights there.",
    ),
)


def _reason(output: str, status: int) -> str:
    lowered = output.lower()
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "no message")
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    detail = (errors[-1].removeprefix("ERROR:") if errors else last).strip()
    for words, meaning in _REASONS:
        if any(word.lower() in lowered for word in words):
            return f"{meaning} ({detail})"
    if status < 0:
        return f"A step of the set-up was ended by signal {-status} ({last.strip()})."
    return f"A step of the set-up failed ({detail}): the log has the details."
