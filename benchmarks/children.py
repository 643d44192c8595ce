"""Processes that are timed and whose memory the operating system accounts for."""

from __future__ import annotations

import json
import math
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

REPOSITORY = Path(__file__).resolve().parent.parent
T = TypeVar("T")


@dataclass(frozen=True)
class Finished:
    """A process that ended well: wall seconds, largest resident memory, its last line's JSON.

    The memory is NaN where it was less than this process had held: what takes much is to be done
    `apart`.
    """

    seconds: float
    peak_mib: float
    cpu_seconds: float
    said: dict[str, Any]


def apart(work: Callable[..., T], *arguments: Any) -> T:
    """What `work`, of a module, gives for the `arguments` in a process of its own.

    The memory that it takes is not this process', which measures others.
    """
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        return other.submit(work, *arguments).result()


def finished(
    arguments: list[str],
    python: str = sys.executable,
    settings: Mapping[str, str] | None = None,
    says_nothing: bool = False,
) -> Finished:
    """Run a Python process to its end, with `settings` in its environment besides.

    Its last line is taken for JSON, unless it `says_nothing`. Raises RuntimeError when it fails.
    """
    started = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [python, *arguments],
            cwd=REPOSITORY,
            stdout=out,
            stderr=log,
            env={**os.environ, **(settings or {})},
        )
        # wait4 gives the account of this child alone.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            last = log.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{arguments} ended with {process.returncode}:\n{last}")
        out.seek(0)
        lines = out.read().decode().strip().splitlines()
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    if usage.ru_maxrss <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
        # Linux counts on from what this process held when it started the other.
        peak = math.nan
    return Finished(
        seconds,
        peak,
        usage.ru_utime + usage.ru_stime,
        {} if says_nothing else json.loads(lines[-1]),
    )
