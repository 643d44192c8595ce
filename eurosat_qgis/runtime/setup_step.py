"""A step of the set-up: a process, what it prints, and why it failed in a person's words."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from eurosat_qgis.core.errors import Cancelled, LandCoverError
from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.translation import later, tr

POLL_S = 0.1

OnLine = Callable[[str], None]
IsCancelled = Callable[[], bool]


class SetUpError(LandCoverError):
    """The environment could not be made; the message says why and what to do."""

    kind = "environment"


def run_step(
    command: Sequence[str],
    on_line: OnLine,
    is_cancelled: IsCancelled,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a step to its end, passing its lines on; SetUpError when it fails."""
    process = child_process.start(
        command,
        stdin=child_process.NO_INPUT,
        stderr=child_process.WITH_OUTPUT,
        environment=environment,
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
                raise Cancelled(tr("The set-up was cancelled; nothing was left behind."))
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


# Words in what uv, venv and pip print, and what they mean. The first that is found counts: pip also
# complains of a missing version when the network is down.
_REASONS = (
    (
        ("Failed to install cpython",),
        later(
            "uv cannot fetch a Python: check the network connection, or install one from "
            "python.org or your system."
        ),
    ),
    (
        ("No module named 'encodings'",),
        later(
            "This Python makes environments that do not work: install another from python.org or "
            "your system, and set up again."
        ),
    ),
    (
        ("ensurepip is not", "No module named ensurepip", "No module named venv"),
        later(
            "This Python cannot make environments: on Debian and Ubuntu, apt install python3-venv. "
            "Then set up again."
        ),
    ),
    (
        ("No space left on device", "Errno 28", "not enough space on the disk"),
        later("The disk is full: the environment needs about 3 GB."),
    ),
    (
        ("407 Proxy Authentication", "ProxyError", "Cannot connect to proxy"),
        later("The proxy refuses the connection: check HTTPS_PROXY or pip's configuration."),
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        later(
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
        later(
            "The packages cannot be downloaded: check the network connection, or name your own "
            "package index in pip's configuration."
        ),
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        later(
            "These packages are not the ones this version of the plugin was tried with: fill the "
            "folder of wheels anew with pins.txt, or have your package index keep the originals."
        ),
    ),
    (
        ("from versions: none",),
        later(
            "The package index cannot be reached, or it (or the folder of wheels) has no builds "
            "for this Python and system."
        ),
    ),
    (
        ("No matching distribution found",),
        later("The package index has no build that fits this Python and system."),
    ),
    (
        ("Permission denied", "Access is denied", "Errno 13"),
        later("The folder cannot be written: check your rights there."),
    ),
)


def _reason(output: str, status: int) -> str:
    lowered = output.lower()
    last = next((line for line in reversed(output.splitlines()) if line.strip()), tr("no message"))
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    detail = (errors[-1].removeprefix("ERROR:") if errors else last).strip()
    for words, meaning in _REASONS:
        if any(word.lower() in lowered for word in words):
            return f"{tr(meaning)} ({detail})"
    if status < 0:
        text = tr("A step of the set-up was ended by signal {number} ({detail}).")
        return text.format(number=-status, detail=last.strip())
    text = tr("A step of the set-up failed ({detail}): the log has the details.")
    return text.format(detail=detail)
