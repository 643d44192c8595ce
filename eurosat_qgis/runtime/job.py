"""One request at work: what the core is asked, and what the client hears of it."""

from __future__ import annotations

import logging
import sys
import threading
import time
from typing import Any, BinaryIO

from eurosat_qgis.core.errors import Cancelled, LandCoverError
from eurosat_qgis.runtime.messages import (
    Message,
    assess_request,
    classify_request,
    compare_request,
    describe_arguments,
    encode,
    info_arguments,
    inspect_arguments,
    report_arguments,
    sample_request,
)

KINDS_OF_JOB = (
    *("info", "inspect", "classify", "describe"),
    *("report", "assess", "sample", "compare"),
)
# More progress than this serves no progress bar.
PROGRESS_INTERVAL_S = 0.1
LOG = logging.getLogger(__name__)


class EventChannel:
    """Writes events, a line each, to the stdout that the client reads."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, **event: Any) -> None:
        self.write(encode(event))

    def write(self, line: bytes) -> None:
        with self._lock:
            try:
                self._stream.write(line)
                self._stream.flush()
            except (OSError, ValueError):
                # The client is gone; the end of stdin says so too and ends the worker.
                return


class Job:
    """One running request and its cancelling."""

    def __init__(self, request: Message, channel: EventChannel) -> None:
        self.request = request
        self.id: int = request["id"]
        self.cancelled = threading.Event()
        self._channel = channel
        self._last_progress = 0.0

    def run(self) -> bytes:
        """Do the request and give the line of its `result` or `error`."""
        try:
            return encode({"event": "result", "id": self.id, "result": self._result()})
        except LandCoverError as error:
            return self._failure(error.kind, _one_line(error))
        except BaseException as error:
            LOG.exception("A request failed.")
            return self._failure(*_kind_and_message(error))

    def _failure(self, kind: str, message: str) -> bytes:
        return encode({"event": "error", "id": self.id, "kind": kind, "message": message})

    def _result(self) -> Message:
        # numpy, rasterio and what else the core needs: only a request that needs them pays.
        if self.request["type"] == "info":
            arguments = info_arguments(self.request)
            from eurosat_qgis.core.info import scene_info

            return scene_info(**arguments)
        if self.request["type"] == "inspect":
            inspected = inspect_arguments(self.request)
            from eurosat_qgis.core.classification.inspection import InspectRequest, inspect

            return inspect(InspectRequest(**inspected)).as_json()
        if self.request["type"] == "describe":
            described = describe_arguments(self.request)
            from eurosat_qgis.core.outputs.finished_map import describe_map

            return describe_map(**described).as_json()
        if self.request["type"] == "report":
            reported = report_arguments(self.request)
            from eurosat_qgis.core.report.report import write_report

            return write_report(**reported)
        if self.request["type"] in ("assess", "sample", "compare"):
            return self._of_finished_maps()
        request = classify_request(self.request)
        from eurosat_qgis.core.classification.classify import classify

        if self.cancelled.is_set():
            raise Cancelled("The run was cancelled; nothing was written.")
        return classify(request, self._on_progress, self.cancelled.is_set).as_json()

    def _of_finished_maps(self) -> Message:
        hear = (self._on_map_progress, self.cancelled.is_set)
        if self.request["type"] == "assess":
            to_assess = assess_request(self.request)
            from eurosat_qgis.core.accuracy.assessing import assess

            return assess(to_assess, *hear).as_json()
        if self.request["type"] == "sample":
            to_sample = sample_request(self.request)
            from eurosat_qgis.core.accuracy.sampling import sample

            return sample(to_sample, *hear).as_json()
        to_compare = compare_request(self.request)
        from eurosat_qgis.core.accuracy.comparing import compare

        return compare(to_compare, *hear).as_json()

    def _on_map_progress(self, done: int, total: int) -> None:
        self._on_progress(done, total, "Comparing cells")

    def _on_progress(self, done: int, total: int, message: str = "") -> None:
        now = time.monotonic()
        if done >= total or now - self._last_progress >= PROGRESS_INTERVAL_S:
            self._last_progress = now
            # It takes seconds to load, at the first request that needs it.
            loaded = "tensorflow" in sys.modules
            stage = "Classifying" if loaded else "Loading TensorFlow…"
            self._send_progress(done, total, message or stage)

    def _send_progress(self, done: int, total: int, message: str) -> None:
        self._channel.send(event="progress", id=self.id, done=done, total=total, message=message)


def _kind_and_message(error: BaseException) -> tuple[str, str]:
    if isinstance(error, ImportError) and not (error.name or "").startswith("eurosat_qgis"):
        return "environment", _import_failure(error)
    if isinstance(error, MemoryError):
        return "internal", "Memory ran out: close other programs, or classify a smaller extent."
    return "internal", (
        f"A bug in EuroSAT Land Cover: {type(error).__name__}: {_one_line(error)}. The log has the "
        "details; please report it."
    )


def _import_failure(error: ImportError) -> str:
    package = (error.name or "a package").partition(".")[0]
    if isinstance(error, ModuleNotFoundError):
        return (
            f"The Python environment {sys.executable} lacks {package}: set up the plugin's own "
            f'environment, or install it with "{sys.executable}" -m pip install {package}.'
        )
    return (
        f"The Python environment {sys.executable} cannot load {package} "
        f"({_one_line(error)}): set up the plugin's own environment."
    )


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
