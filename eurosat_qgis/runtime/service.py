"""The worker's loop: requests from stdin, one job at a time, events to stdout.

Three threads share one queue: the reader puts lines on it, the job puts its end on it, the main
thread takes from it and alone decides. So idle time, cancelling and leaving need no locks.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import platform
import queue
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from types import FrameType
from typing import BinaryIO

from eurosat_qgis.paths import plugin_version
from eurosat_qgis.runtime.interpreter import OTHER_NAMES
from eurosat_qgis.runtime.job import EventChannel, Job
from eurosat_qgis.runtime.leftovers import remove_partial_outputs
from eurosat_qgis.runtime.messages import (
    PROTOCOL_VERSION,
    Message,
    ProtocolError,
    decode,
)

# A job that has not noticed its cancelling by then is stuck; the process leaves without it.
LEAVING_GRACE_S = 20.0
LOG = logging.getLogger(__name__)
_LEAVE = object()


@dataclass(frozen=True)
class _Outcome:
    """The end of the job: its last line for the client."""

    line: bytes


class Service:
    """Takes requests until the client leaves or the worker has been idle for long enough."""

    def __init__(self, requests: BinaryIO, channel: EventChannel, idle_s: float) -> None:
        self._requests = requests
        self._channel = channel
        self._idle_s = idle_s
        self._inbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._job: Job | None = None
        self._job_thread: threading.Thread | None = None

    def leave(self) -> None:
        """Cancel what runs and end; safe to call from a signal's handler."""
        self._inbox.put(_LEAVE)

    def serve(self) -> int:
        """Run until told to leave; gives the process's exit status."""
        threading.Thread(target=self._read, name="reader", daemon=True).start()
        while True:
            try:
                item = self._inbox.get(timeout=None if self._job else self._idle_s)
            except queue.Empty:
                return 0
            if item is _LEAVE:
                return self._end_job()
            if isinstance(item, _Outcome):
                # In this order: whoever has read the outcome may send the next request at once.
                self._job = None
                self._channel.write(item.line)
            elif isinstance(item, bytes) and self._answer(item):
                return self._end_job()

    def _read(self) -> None:
        try:
            for line in self._requests:
                self._inbox.put(line)
        except (OSError, ValueError):
            LOG.exception("The requests cannot be read any more.")
        self._inbox.put(_LEAVE)

    def _answer(self, line: bytes) -> bool:
        """Answer one line; True when it asks the worker to end."""
        request_id: int | None = None
        try:
            message = decode(line)
            kind = message.get("type")
            if kind == "shutdown":
                return True
            request_id = _request_id(message)
            if kind == "cancel":
                self._cancel(request_id)
            elif self._job is not None:
                raise ProtocolError("The worker is busy with another request: wait for its end.")
            elif kind == "hello":
                self._channel.send(
                    event="ready",
                    id=request_id,
                    protocol=PROTOCOL_VERSION,
                    pid=os.getpid(),
                    versions=installed_versions(),
                )
            elif kind in ("info", "inspect", "classify"):
                self._start(Job(message, self._channel))
            else:
                raise ProtocolError(f"Unknown type of request: {kind!r}.")
        except ProtocolError as error:
            self._channel.send(event="error", id=request_id, kind=error.kind, message=str(error))
        return False

    def _start(self, job: Job) -> None:
        def run() -> None:
            self._inbox.put(_Outcome(job.run()))

        self._job = job
        self._job_thread = threading.Thread(target=run, name="job", daemon=True)
        self._job_thread.start()

    def _cancel(self, request_id: int) -> None:
        # A cancel that crosses its request's end on the way is no error.
        if self._job is not None and self._job.id == request_id:
            self._job.cancelled.set()

    def _end_job(self) -> int:
        if self._job is None or self._job_thread is None:
            return 0
        self._job.cancelled.set()
        self._job_thread.join(LEAVING_GRACE_S)
        if not self._job_thread.is_alive():
            self._send_outcome()
            return 0
        remove_partial_outputs(self._job.request, os.getpid())
        return 1

    def _send_outcome(self) -> None:
        with contextlib.suppress(queue.Empty):
            while not isinstance(item := self._inbox.get_nowait(), _Outcome):
                pass
            self._channel.write(item.line)


def installed_versions() -> dict[str, str | None]:
    """Versions of Python, the plugin and the packages it needs; None for what is missing."""

    tensorflow = ("tensorflow", *OTHER_NAMES["tensorflow"])
    return {
        "python": platform.python_version(),
        "tensorflow": next(filter(None, map(_version, tensorflow)), None),
        "rasterio": _version("rasterio"),
        "numpy": _version("numpy"),
        "eurosat_qgis": plugin_version(),
    }


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _request_id(message: Message) -> int:
    request_id = message.get("id")
    if isinstance(request_id, bool) or not isinstance(request_id, int):
        raise ProtocolError("A request needs a whole number as its id.")
    return request_id


def claim_standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """The real stdin and stdout as streams of this module alone.

    Everything else in the process finds an empty stdin, and its stdout goes to the log on stderr,
    so that no library can read a request or spoil an event.
    """
    requests = os.fdopen(os.dup(0), "rb")
    events = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    return requests, events


def leave_on_termination(leave: Callable[[], None]) -> None:
    """Have SIGTERM end the worker as the end of stdin does: run cancelled, nothing left behind."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        leave()

    signal.signal(signal.SIGTERM, on_signal)


def main() -> int:
    """Run the worker on this process's standard streams."""
    parser = argparse.ArgumentParser(description="The worker process of EuroSAT Land Cover.")
    parser.add_argument("--idle-minutes", type=float, default=10.0)
    options = parser.parse_args()
    requests, events = claim_standard_streams()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    # TensorFlow's banner is no news to whoever reads the log.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    service = Service(requests, EventChannel(events), options.idle_minutes * 60)
    leave_on_termination(service.leave)
    status = service.serve()
    sys.stderr.flush()
    # A stuck job or a library's own threads must not keep the process: everything is on disk.
    os._exit(status)
