"""Unpacks known files from a zip that is not trusted."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from trainer.errors import DataError
from trainer.whole_files import write_error

# The course's largest file has 49 MB.
LARGEST_FILE = 2**28
_CHUNK = 2**20


def unpack(
    archive: Path, names: tuple[str, ...], target: Path, check: Callable[[Path], object]
) -> None:
    """Unpack the files `names`, at whatever depth of the zip, into the new folder `target`.

    Nothing but these files is unpacked, under these names alone, so no path of the zip matters.
    `target` appears at once, complete and approved of by `check` (which is given the folder and
    raises where it is not good); a process that is killed meanwhile leaves none.

    Raises DataError when the zip is damaged, lacks one of the files or holds it twice, as a link,
    or too large; TrainerError when `target` cannot be written.
    """
    part = target.with_name(f".part.{target.name}")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        with zipfile.ZipFile(archive) as source:
            for name in names:
                member = _member(source, archive, name)
                with source.open(member) as packed, (part / name).open("wb") as file:
                    # zipfile reads no more than the size stated, which was checked.
                    shutil.copyfileobj(packed, file, _CHUNK)
        check(part)
        part.rename(target)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise DataError(f"{archive} is damaged ({error}): remove it and fetch it again.") from error
    except OSError as error:
        raise write_error(target, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _member(source: zipfile.ZipFile, archive: Path, name: str) -> zipfile.ZipInfo:
    found = [i for i in source.infolist() if PurePosixPath(i.filename).name == name]
    if len(found) != 1:
        raise DataError(
            f"{archive} holds {name} {len(found)} times, once is expected: fetch it again."
        )
    (member,) = found
    if stat.S_ISLNK(member.external_attr >> 16):
        raise DataError(f"{archive} holds {name} as a link: fetch it from the course's address.")
    if member.file_size > LARGEST_FILE:
        raise DataError(
            f"{name} in {archive} would take {member.file_size / 1e6:,.0f} MB: fetch it from the "
            "course's address."
        )
    return member
