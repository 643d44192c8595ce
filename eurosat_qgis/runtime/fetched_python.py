"""A Python that uv fetches, for machines where none suits TensorFlow.

uv (https://docs.astral.sh/uv) takes builds of CPython from python-build-standalone. The rest of the
set-up stays venv's and pip's, so that pip's configuration holds: its index, its certificates.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eurosat_qgis.runtime.base_python import SUPPORTED

# Inside the environment's folder, so that both go together.
FETCHED = "python"
VERSION = ".".join(map(str, SUPPORTED[0]))


@dataclass(frozen=True)
class Uv:
    """uv's program."""

    path: Path

    def command(self) -> list[str]:
        """What fetches a Python."""
        return [os.fspath(self.path), "python", "install", "--managed-python", VERSION]

    def surroundings(self, environment: Mapping[str, str], folder: Path) -> dict[str, str]:
        """`environment` in which the Python goes into `folder`, and nothing elsewhere.

        Not as options: an older uv passes over settings that it does not know.
        """
        return {
            **environment,
            "UV_PYTHON_INSTALL_DIR": os.fspath(folder),
            "UV_PYTHON_INSTALL_BIN": "0",
            "UV_PYTHON_INSTALL_REGISTRY": "0",
            "UV_NO_CONFIG": "1",
            "UV_NO_PROGRESS": "1",
        }


def find_uv() -> Uv | None:
    """The uv of this machine: on the PATH, or where its installers put it."""
    name = "uv.exe" if sys.platform == "win32" else "uv"
    # Programs started from macOS' Dock have no PATH of the user's.
    folders = [Path.home() / ".local" / "bin", Path.home() / ".cargo" / "bin"]
    if sys.platform == "darwin":
        folders += [Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
    on_path = shutil.which(name)
    found = [Path(on_path)] if on_path else []
    found += [folder / name for folder in folders]
    return next((Uv(path) for path in found if path.is_file()), None)


def fetched_places(folder: Path) -> list[Path]:
    """Where the interpreter lies in a folder that uv filled."""
    patterns = ("cpython-*/python.exe", f"cpython-*/bin/python{VERSION}")
    return sorted(path for pattern in patterns for path in folder.glob(pattern))
