"""The client of the worker process: plain Python, safe to call from any thread."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.runtime.leftovers import remove_partial_outputs
from eurosat_qgis.runtime.messages import PROTOCOL_VERSION, Message
from eurosat_qgis.runtime.translation import tr
from eurosat_qgis.runtime.worker_process import POLL_S, WorkerEnded, WorkerProcess

# With the end of the process and the removal of its files this stays below two seconds in all.
CANCEL_GRACE_S = 1.5
# A cold start reads Python's standard library, perhaps past a virus scanner.
START_TIMEOUT_S = 60.0

OnProgress = Callable[[int, int, str], None]
IsCancelled = Callable[[], bool]


class WorkerError(LandCoverError):
    """A request failed: `kind` as in the protocol, or `died` when the process ended under it.

    `log` holds the worker's last lines on stderr, for the log and not for the message.
    """

    def __init__(self, kind: str, message: str, log: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.log = log


class WorkerClient:
    """Runs requests in a worker process that is started when needed and kept warm between them.

    `interpreter` is the Python of the worker's environment. `on_log` gets each line of the
    worker's log, in another thread.
    """

    def __init__(
        self,
        interpreter: Path,
        idle_minutes: float = 10.0,
        on_log: Callable[[str], None] | None = None,
    ) -> None:
        self.interpreter = interpreter
        self._command = [
            os.fspath(interpreter),
            "-I",
            "-X",
            "utf8",
            os.fspath(Path(__file__).with_name("worker.py")),
            "--idle-minutes",
            str(idle_minutes),
        ]
        self._on_log = on_log or (lambda _line: None)
        self._turn = threading.Lock()
        self._process: WorkerProcess | None = None
        self._request_id = 0
        self._stopped = False
        # Whether the worker has said anything of the request at hand.
        self._heard = False

    @property
    def pid(self) -> int | None:
        """The worker's process id, None while there is no worker."""
        process = self._process
        return process.pid if process is not None and process.alive else None

    @property
    def busy(self) -> bool:
        """Whether a request runs."""
        return self._turn.locked()

    def run(
        self,
        request: Message,
        on_progress: OnProgress = lambda _done, _total, _message: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Message:
        """Do `request` (`type` and fields as in the protocol, no `id`) and give its result.

        Waits while another thread's request runs. Raises WorkerError; its kind is `cancelled`, at
        most two seconds after `is_cancelled` first says so, `environment` when the interpreter
        cannot run the worker, and `died` when the worker ended under the request.
        """
        while not self._turn.acquire(timeout=POLL_S):
            if is_cancelled():
                raise _cancelled()
        try:
            while True:
                process = self._ready_process(is_cancelled)
                try:
                    return self._answer(process, request, on_progress, is_cancelled)
                except WorkerEnded:
                    status = self._end_by_force(process, request)
                    # A warm worker may leave for idleness, or have died, at the very moment of a
                    # request. One that has said something of the request fell over it.
                    if process.fresh or self._heard or self._stopped:
                        raise self._death(process, status) from None
                except WorkerError:
                    raise
                except BaseException:
                    # The caller's own code failed while the worker was at work.
                    self._end_by_force(process, request)
                    raise
        finally:
            self._turn.release()

    def stop(self) -> None:
        """Have the worker leave, cancelling what runs; the client can be used again afterwards."""
        process = self._process
        if process is not None:
            self._stopped = True
            process.stop()
        atexit.unregister(self.stop)

    def _ready_process(self, is_cancelled: IsCancelled) -> WorkerProcess:
        process = self._process
        if process is not None and process.alive:
            process.fresh = False
            return process
        self._stopped = False
        try:
            process = WorkerProcess(self._command, self._on_log)
        except OSError as error:
            raise WorkerError(
                "environment",
                tr(
                    "The Python {path} cannot be started ({why}): choose another, or set up the "
                    "plugin's own environment."
                ).format(path=self.interpreter, why=error.strerror or error),
            ) from error
        self._process = process
        atexit.unregister(self.stop)
        atexit.register(self.stop)
        self._greet(process, is_cancelled)
        return process

    def _greet(self, process: WorkerProcess, is_cancelled: IsCancelled) -> None:
        """Wait until a new worker has said hello."""
        request_id = self._next_id()
        deadline = time.monotonic() + START_TIMEOUT_S
        try:
            process.send({"type": "hello", "id": request_id})
            while True:
                if is_cancelled():
                    process.end()
                    raise _cancelled()
                event = process.next_event()
                if event is not None and event.get("event") == "ready":
                    break
                if event is not None or time.monotonic() > deadline:
                    process.end()
                    raise WorkerEnded
        except WorkerEnded:
            status = process.exit_status()
            raise WorkerError(
                "environment",
                tr(
                    "The Python {path} did not start the worker ({why}): choose another, or set up "
                    "the plugin's own environment."
                ).format(path=self.interpreter, why=_how_it_ended(status)),
                process.log(),
            ) from None
        if event.get("protocol") != PROTOCOL_VERSION:
            process.end()
            raise WorkerError(
                "protocol",
                tr(
                    "The worker speaks another version of the protocol: restart QGIS to load the "
                    "plugin anew."
                ),
            )

    def _answer(
        self,
        process: WorkerProcess,
        request: Message,
        on_progress: OnProgress,
        is_cancelled: IsCancelled,
    ) -> Message:
        request_id = self._next_id()
        self._heard = False
        process.send({**request, "id": request_id})
        deadline: float | None = None
        while True:
            if deadline is None and is_cancelled():
                deadline = time.monotonic() + CANCEL_GRACE_S
                process.send({"type": "cancel", "id": request_id})
            if deadline is not None and time.monotonic() >= deadline:
                self._end_by_force(process, request)
                raise _cancelled(process.log())
            event = process.next_event()
            if event is None or event.get("id") != request_id:
                continue
            self._heard = True
            kind = event.get("event")
            if kind == "progress" and deadline is None:
                on_progress(
                    int(event.get("done", 0)),
                    int(event.get("total", 0)),
                    str(event.get("message", "")),
                )
            elif kind == "result":
                result = event.get("result")
                return result if isinstance(result, dict) else {}
            elif kind == "error":
                raise WorkerError(
                    str(event.get("kind", "internal")),
                    str(event.get("message", tr("The worker gave no reason."))),
                    process.log(),
                )

    def _end_by_force(self, process: WorkerProcess, request: Message) -> int | None:
        """End the worker, remove its unfinished outputs and give its exit status."""
        process.end()
        remove_partial_outputs(request, process.pid)
        self._process = None
        return process.exit_status()

    def _death(self, process: WorkerProcess, status: int | None) -> WorkerError:
        """What to tell about a worker that ended before its answer."""
        if self._stopped:
            return _cancelled(process.log())
        advice = tr("The next run starts a new one.")
        if status == -9 or (status is None and sys.platform == "win32"):
            advice = tr(
                "Often this means that memory ran out: close other programs, or classify a "
                "smaller extent."
            )
        return WorkerError(
            "died",
            tr("The worker process ended before its result ({why}). {advice}").format(
                why=_how_it_ended(status), advice=advice
            ),
            process.log(),
        )

    def _next_id(self) -> int:
        self._request_id += 1
        return self._request_id


def _how_it_ended(status: int | None) -> str:
    if status is None:
        return tr("it no longer answers")
    if status < 0:
        return signal.Signals(-status).name
    return tr("exit status {number}").format(number=status)


def _cancelled(log: str = "") -> WorkerError:
    return WorkerError("cancelled", tr("The run was cancelled; nothing was written."), log)
