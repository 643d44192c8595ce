"""Scenes to work on, and what the tests ask the system about processes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
# 200 x 168 pixels: 12 windows at cell 64, 143 at cell 16.
SMALL_SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"
# 512 x 1024 pixels: 128 windows at cell 64, 8192 at cell 8.
LARGE_SCENE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"


def wait_until(condition: Callable[[], bool], timeout_s: float = 60.0) -> bool:
    """Whether `condition` came true in time."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def runs(pid: int) -> bool:
    """Whether a process of this id is there and no zombie."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status != "Z"
