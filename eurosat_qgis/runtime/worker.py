"""Starts the worker process: `PYTHON -I PLUGIN/runtime/worker.py [--idle-minutes N]`.

`-I` keeps every folder but the interpreter's own packages off `sys.path`, so the package registers
itself here from where it lies. Nothing else in the folder of plugins can be imported by accident,
and the plugin's folder may have any name.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

PACKAGE_NAME = "eurosat_qgis"


def register_package(folder: Path) -> None:
    """Make `folder` importable as `eurosat_qgis`."""
    spec = importlib.util.spec_from_file_location(
        PACKAGE_NAME, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder} holds no package.")
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE_NAME] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    register_package(Path(__file__).resolve().parents[1])
    sys.exit(importlib.import_module(f"{PACKAGE_NAME}.runtime.service").main())
