"""Broken scenes give a result or the one-line error: no traceback, no hang, no crash."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

from tests.fuzz.mutations import KINDS, make_bases, mutate

REPOSITORY = Path(__file__).resolve().parents[2]
# `make fuzz` asks for all; so many are enough to notice a slip.
MUTATIONS = int(os.environ.get("EUROSAT_FUZZ_MUTATIONS", "102"))
LONGEST_S = 30.0
_BATCH = 25


def open_all(names: list[str]) -> dict[str, dict[str, str]]:
    """What came of each name; a process that crashes or hangs is replaced, and its name noted."""
    found: dict[str, dict[str, str]] = {}
    pending = list(names)
    while pending:
        batch, pending = pending[:_BATCH], pending[_BATCH:]
        done = _open_batch(batch)
        found |= done
        pending = [name for name in batch if name not in done] + pending
    return found


def _open_batch(names: list[str]) -> dict[str, dict[str, str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fuzz.open_scenes"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin and process.stdout and process.stderr
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    said: list[str] = []

    def listen(stdout: object = process.stdout) -> None:
        for line in stdout:  # type: ignore[attr-defined]
            lines.put(line)
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    threading.Thread(target=lambda: said.extend(process.stderr), daemon=True).start()  # type: ignore[arg-type]
    process.stdin.write(json.dumps(names))
    process.stdin.close()
    found: dict[str, dict[str, str]] = {}
    current = names[0]
    while True:
        try:
            line = lines.get(timeout=LONGEST_S)
        except queue.Empty:
            found[current] = {"outcome": "hang", "message": f"longer than {LONGEST_S:g} s"}
            break
        if line is None:
            if current not in found and process.wait() != 0:
                found[current] = {"outcome": "crash", "message": "".join(said)[-2000:]}
            break
        event = json.loads(line)
        if "name" in event:
            current = event["name"]
        else:
            found[current] = event
    process.kill()
    process.wait()
    return found


def test_mutated_scenes_give_a_result_or_one_line(tmp_path: Path) -> None:
    bases = make_bases(tmp_path / "sound")
    assert {r["outcome"] for r in open_all(list(bases.values())).values()} == {"ok"}
    names = {
        mutate(kind, number, bases, tmp_path / f"{kind}{number}"): f"{kind} {number}"
        for number in range(MUTATIONS // len(KINDS))
        for kind in KINDS
    }
    found = open_all(list(names))
    assert set(found) == set(names)
    bad = {
        names[name]: result
        for name, result in found.items()
        if result["outcome"] not in ("ok", "error")
        or (result["outcome"] == "error" and len(result["message"].splitlines()) != 1)
    }
    print(len(found), Counter(result["outcome"] for result in found.values()))
    assert not bad, "\n".join(f"{who}: {result}" for who, result in list(bad.items())[:5])
    # Mutations that all were refused, or all passed, would test nothing.
    assert len({result["outcome"] for result in found.values()}) == 2
