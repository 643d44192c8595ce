"""Writes files that are either whole or absent, and says in one line when the disk is full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.errors import TrainerError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to, which becomes `path` when the block ends without an error.

    A process that is killed meanwhile leaves `path` as it was. Raises TrainerError when the file
    cannot be written, and removes what was written of it.
    """
    part = path.with_name(f".part.{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def write_whole_text(path: Path, text: str) -> None:
    """Write `text` in UTF-8. Raises TrainerError when the file cannot be written."""
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8")


def write_error(path: Path, error: OSError) -> TrainerError:
    """What to tell of a failed write of `path`."""
    return TrainerError(
        f"{path} cannot be written ({error.strerror or error}): make room or give another place, "
        "then repeat the command."
    )
