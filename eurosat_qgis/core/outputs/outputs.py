"""Writes results beside their final names and renames them when all are complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eurosat_qgis.core.errors import OutputError


class StagedOutputs:
    """Part files of a run: `.NAME.PID.part` beside each final name."""

    def __init__(self) -> None:
        self._parts: dict[Path, Path] = {}

    def stage(self, final: Path) -> Path:
        """Where to write what will become `final`. Raises OutputError when it cannot be written.

        The part file is made at once, so that a folder without room or rights is known before
        the work and not after it.
        """
        part = final.parent / f".{final.name}.{os.getpid()}.part"
        if final.is_dir():
            raise OutputError(f"{final} is a folder: give a file name in it.")
        try:
            part.touch()
        except OSError as error:
            raise OutputError(
                f"{final} cannot be written ({error.strerror}): choose a folder that exists and "
                "that you may write to."
            ) from error
        self._parts[final] = part
        return part

    def commit(self) -> None:
        """Give every part its final name, replacing what was there."""
        for final, part in self._parts.items():
            _rename(part, final)
        self._parts.clear()

    def discard(self) -> None:
        """Remove what was not committed."""
        for part in self._parts.values():
            part.unlink(missing_ok=True)
            # SQLite, beneath GeoPackage, keeps its journal beside the file.
            for suffix in ("-journal", "-wal", "-shm"):
                part.with_name(part.name + suffix).unlink(missing_ok=True)


def _rename(part: Path, final: Path) -> None:
    try:
        part.replace(final)
    except OSError as error:
        raise OutputError(
            f"{final} cannot be replaced ({error.strerror}): close the program that has it open, "
            "or choose another name."
        ) from error


@contextmanager
def staged_outputs() -> Iterator[StagedOutputs]:
    """Part files that are gone when the block ends, unless they were committed."""
    staged = StagedOutputs()
    try:
        yield staged
    finally:
        staged.discard()


def check_not_input(final: Path, source: str, what: str = "scene") -> None:
    """Raise OutputError when an output would replace the `source` that it is made from.

    `what` is what the source is for the user.
    """
    # A vector file may come with the name of its layer.
    for name in {source, source.partition("|")[0]}:
        try:
            same = Path(name).exists() and final.exists() and final.samefile(name)
        except OSError:
            same = False
        if same:
            raise OutputError(f"{final} is the {what} itself: choose another name for the output.")
