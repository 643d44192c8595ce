"""A run's journal: what is classified so far, so that a killed run goes on where it stood.

`.NAME.journal` beside the output: a line of JSON that tells what run it is, then records, each with
its length and checksum. A record that was cut off, and what follows it, is forgotten.
"""

from __future__ import annotations

import glob
import io
import json
import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from eurosat_qgis.core.errors import Cancelled, OutputError

# Shorter runs are repeated sooner than they are looked up.
LEAST_CELLS = 4096
_HEAD = struct.Struct("<II")
_LARGEST_RECORD = 1 << 30


@dataclass(frozen=True, order=True)
class Progress:
    """How far a run is: `pieces` are done, and `windows` of the next one."""

    pieces: int
    windows: int


@dataclass(frozen=True)
class Record:
    """Cells done since the record before: where, and what is known of each.

    `places` `(N, 2)`, `codes` `(N,)`, `confidence` `(N,)`, `probabilities` `(N, classes or 0)`;
    `masked` `(M, 2)` are the cells that a mask took. `progress` is how far the run is then.
    """

    progress: Progress
    places: np.ndarray
    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray
    masked: np.ndarray
    pixels: int


class Journal:
    """Records of one run, appended as it goes on."""

    def __init__(self, path: Path, identity: Mapping[str, Any]) -> None:
        """Open the journal of the run that `identity` tells of, or begin a new one.

        Raises OutputError when it cannot be written.
        """
        self.path = path
        self.records: list[Record] = []
        line = json.dumps(identity, sort_keys=True).encode() + b"\n"
        try:
            end = self._read(line)
            self._file: BinaryIO = path.open("r+b" if end else "wb")
            if end:
                self._file.truncate(end)
                self._file.seek(end)
            else:
                self._file.write(line)
                self._file.flush()
        except OSError as error:
            raise _not_written(path, error) from error

    @property
    def progress(self) -> Progress:
        """How far the run was when it ended before."""
        return self.records[-1].progress if self.records else Progress(0, 0)

    def append(self, record: Record) -> None:
        """Keep a record; it outlives the process. Raises OutputError."""
        body = _packed(record)
        try:
            self._file.write(_HEAD.pack(len(body), zlib.crc32(body)) + body)
            self._file.flush()
        except OSError as error:
            raise _not_written(self.path, error) from error

    def close(self) -> None:
        self._file.close()

    def remove(self) -> None:
        """Forget the run: it is done, or nobody wants it."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _read(self, line: bytes) -> int:
        """Read what an earlier process left of the same run; gives where it ends, 0 for nothing."""
        if not self.path.is_file():
            return 0
        with self.path.open("rb") as file:
            if file.readline(len(line) + 1) != line:
                return 0
            end = file.tell()
            for record in _records(file):
                self.records.append(record)
                end = file.tell()
        return end


def journal_path(output: Path) -> Path:
    """The journal's place beside the output."""
    return output.parent / f".{output.name}.journal"


def _records(file: BinaryIO) -> Iterator[Record]:
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        length, checksum = _HEAD.unpack(head)
        if length > _LARGEST_RECORD:
            return
        body = file.read(length)
        if len(body) < length or zlib.crc32(body) != checksum:
            return
        yield _unpacked(body)


def _packed(record: Record) -> bytes:
    progress = np.array([record.progress.pieces, record.progress.windows, record.pixels], np.int64)
    packed = io.BytesIO()
    np.savez(
        packed,
        progress=progress,
        places=record.places.astype(np.int32),
        codes=record.codes,
        confidence=record.confidence,
        probabilities=record.probabilities,
        masked=record.masked.astype(np.int32),
    )
    return packed.getvalue()


def _unpacked(body: bytes) -> Record:
    with np.load(io.BytesIO(body), allow_pickle=False) as arrays:
        pieces, windows, pixels = (int(n) for n in arrays["progress"])
        return Record(
            Progress(pieces, windows),
            arrays["places"],
            arrays["codes"],
            arrays["confidence"],
            arrays["probabilities"],
            arrays["masked"],
            pixels,
        )


def _not_written(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The run's journal {path.name} cannot be written ({error.strerror}): is the disk full?"
    )


@contextmanager
def kept_journal(output: Path, cells: int, identity: Mapping[str, Any]) -> Iterator[Journal | None]:
    """The journal of a run over so many cells; None for a short run.

    It is gone when the block ends well or is cancelled, and stays when anything else ends it.
    """
    if cells < LEAST_CELLS:
        yield None
        # What an earlier run left there is of no more use.
        journal_path(output).unlink(missing_ok=True)
        return
    journal = Journal(journal_path(output), identity)
    try:
        yield journal
    except Cancelled:
        journal.remove()
        raise
    except BaseException:
        journal.close()
        raise
    journal.remove()


def remove_leftovers(outputs: Iterable[Path]) -> None:
    """Remove the part files that a killed process left beside the outputs of a run."""
    for output in outputs:
        for part in output.parent.glob(f".{glob.escape(output.name)}*.*.part*"):
            pid = part.name.partition(".part")[0].rpartition(".")[2]
            if pid.isdigit() and not _is_running(int(pid)):
                part.unlink(missing_ok=True)


def _is_running(pid: int) -> bool:
    """Whether a process of this number runs; True where the system does not tell."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
