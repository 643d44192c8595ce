"""The files of a product, in a folder or in a zip that is never unpacked."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from eurosat_qgis.core.errors import InputError, first_line

# The largest metadata of a real product, an old one of many granules, has a few MB.
LARGEST_METADATA = 32 << 20
# A product has some hundred files; a folder of more is somebody's disk.
_MOST_FILES = 20_000
_DEEPEST = 6


class ProductFiles(Protocol):
    """Files by their names relative to the product, with `/` between the parts."""

    @property
    def label(self) -> str:
        """What the user called the product."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def read(self, name: str) -> bytes:
        """A metadata file's content; InputError when it cannot be read or is too large."""

    def gdal_name(self, name: str) -> str:
        """The name by which GDAL opens a file."""


@dataclass(frozen=True)
class FolderFiles:
    """The files below a folder."""

    root: Path
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.root.name or str(self.root)

    def read(self, name: str) -> bytes:
        path = self.root / name
        try:
            if path.stat().st_size > LARGEST_METADATA:
                raise _too_large(name)
            return path.read_bytes()
        except OSError as error:
            raise InputError(f"{path} cannot be read ({error.strerror}).") from error

    def gdal_name(self, name: str) -> str:
        return str(self.root / name)


@dataclass(frozen=True)
class ZipFiles:
    """The files in a zip; names that would lead out of it are left out."""

    path: Path
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.path.name

    def read(self, name: str) -> bytes:
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(name) as file:
                content = file.read(LARGEST_METADATA + 1)
        # RuntimeError: encrypted; NotImplementedError: a compression that Python has not.
        except (
            OSError,
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
            KeyError,
        ) as error:
            raise InputError(
                f"{name} in {self.label} cannot be read ({first_line(error)}): download the zip "
                "again."
            ) from error
        if len(content) > LARGEST_METADATA:
            raise _too_large(name)
        return content

    def gdal_name(self, name: str) -> str:
        # Braces end the archive's name, whatever it ends in (GDAL manual, /vsizip/).
        return f"/vsizip/{{{self.path}}}/{name}"


def folder_files(root: Path) -> FolderFiles:
    """Every file below `root`, sorted. Raises InputError on a folder of too many."""
    found: list[str] = []
    for folder, folders, files in os.walk(root):
        inside = Path(folder).relative_to(root)
        if len(inside.parts) >= _DEEPEST:
            folders.clear()
        found += [(inside / name).as_posix() for name in files]
        if len(found) > _MOST_FILES:
            raise InputError(
                f"{root} holds more than {_MOST_FILES} files: give the folder of one product."
            )
    return FolderFiles(root, tuple(sorted(found)))


def zip_files(path: Path) -> ZipFiles:
    """Every file in the zip at `path`. Raises InputError when it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            listed = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise InputError(
            f"{path} is no zip that can be read ({first_line(error)}): download it again."
        ) from error
    if len(listed) > _MOST_FILES:
        raise InputError(f"{path} holds more than {_MOST_FILES} files: give one product's zip.")
    return ZipFiles(path, tuple(sorted(name for name in listed if _stays_inside(name))))


def _stays_inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." not in parts and not name.startswith(("/", "\\")) and ":" not in parts[0]


def _too_large(name: str) -> InputError:
    return InputError(
        f"{name} has more than {LARGEST_METADATA >> 20} MiB, which no product's metadata have."
    )
