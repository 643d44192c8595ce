"""Versions of what the core runs on, without importing any of it."""

from __future__ import annotations

import platform
from importlib import metadata

from eurosat_qgis.paths import plugin_version

# The same library under the names of its builds.
OTHER_NAMES = {
    "tensorflow": (
        "tensorflow-cpu",
        "tensorflow-intel",
        "tensorflow-macos",
        "tensorflow-aarch64",
    ),
}


def installed_versions() -> dict[str, str | None]:
    """Versions of Python, the plugin and the packages it needs; None for what is missing."""

    tensorflow = ("tensorflow", *OTHER_NAMES["tensorflow"])
    return {
        "python": platform.python_version(),
        "tensorflow": next(filter(None, map(_version, tensorflow)), None),
        "rasterio": _version("rasterio"),
        "numpy": _version("numpy"),
        "eurosat_qgis": plugin_version(),
    }


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
