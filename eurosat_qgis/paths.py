"""Where the plugin's own files lie: inside the package once installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def resource(name: str) -> Path:
    """Path of `name` in the folder of resources; it may be absent (a wheel ships none)."""
    return _shipped("resources") / name


def sample_scene() -> Path | None:
    """The sample scene, or None where it is not shipped."""
    return next(iter(sorted(resource("sample").glob("*.tif"))), None)


def shipped_help() -> Path:
    """The folder of the help's pages; only the plugin's zip has it."""
    return PACKAGE / "help"


def metadata(key: str) -> str:
    """What metadata.txt states for `key`, or nothing where it or the file is missing."""
    file = _shipped("metadata.txt")
    if not file.is_file():
        return ""
    for line in file.read_text(encoding="utf-8").splitlines():
        found, _, value = line.partition("=")
        if found.strip() == key:
            return value.strip()
    return ""


def plugin_version() -> str:
    """The version that metadata.txt states, or "unknown" where that file is not shipped."""
    return metadata("version") or "unknown"
