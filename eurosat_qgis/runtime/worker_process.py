"""One worker process, its pipes and the threads that read them."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections import deque
from collections.abc import Callable

from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.messages import Message, ProtocolError, decode, encode

STOP_GRACE_S = 2.0
POLL_S = 0.05
LOG_LINES = 40


class WorkerEnded(Exception):
    """The worker's stdout closed before the answer."""


class WorkerProcess:
    """One worker process with its two reader threads."""

    def __init__(self, command: list[str], on_log: Callable[[str], None]) -> None:
        self.fresh = True
        self._events: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._lines: deque[str] = deque(maxlen=LOG_LINES)
        self._on_log = on_log
        self._write_lock = threading.Lock()
        self._popen = child_process.start(
            command, stdin=child_process.PIPE, stderr=child_process.PIPE
        )
        self.pid = self._popen.pid
        self._readers = [
            threading.Thread(target=self._read_events, name="eurosat-events", daemon=True),
            threading.Thread(target=self._read_log, name="eurosat-log", daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def alive(self) -> bool:
        return self._popen.poll() is None

    def send(self, message: Message) -> None:
        """Send one request; WorkerEnded when nobody reads any more."""
        with self._write_lock:
            try:
                stdin = child_process.pipe(self._popen.stdin)
                stdin.write(encode(message))
                stdin.flush()
            except (OSError, ValueError) as error:
                raise WorkerEnded from error

    def next_event(self) -> Message | None:
        """The next event; None when none comes at once, WorkerEnded at the end of stdout."""
        try:
            event = self._events.get(timeout=POLL_S)
        except queue.Empty:
            return None
        if event is None:
            raise WorkerEnded
        return event

    def stop(self) -> None:
        """Have the worker leave; end it by force when it does not."""
        with self._write_lock, contextlib.suppress(OSError):
            child_process.pipe(self._popen.stdin).close()
        try:
            self._popen.wait(STOP_GRACE_S)
        except child_process.TimedOut:
            self.end()

    def end(self) -> None:
        """End the worker by force."""
        child_process.end(self._popen)
        with self._write_lock, contextlib.suppress(OSError):
            child_process.pipe(self._popen.stdin).close()

    def exit_status(self) -> int | None:
        """The exit status once stdout has closed; None when the process lives on."""
        with contextlib.suppress(child_process.TimedOut):
            return self._popen.wait(2.0)
        return None

    def log(self) -> str:
        """The last lines on stderr."""
        if not self.alive:
            self._readers[1].join(0.5)
        return "\n".join(self._lines)

    def _read_events(self) -> None:
        with child_process.pipe(self._popen.stdout) as stdout:
            for line in stdout:
                self._take(line)
        self._events.put(None)

    def _take(self, line: bytes) -> None:
        try:
            self._events.put(decode(line))
        except ProtocolError:
            # No worker of ours writes such a line: this is some other program.
            self._note(line)

    def _read_log(self) -> None:
        with child_process.pipe(self._popen.stderr) as stderr:
            for line in stderr:
                self._note(line)

    def _note(self, line: bytes) -> None:
        text = line.decode("utf-8", errors="replace").rstrip()
        self._lines.append(text)
        self._on_log(text)
