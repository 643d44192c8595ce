"""Names under which GDAL finds what the user gives."""

from __future__ import annotations

from pathlib import Path


def may_be_opened(name: str) -> bool:
    """Whether `name` is a file that is there, or one of GDAL's own names, a URL among them."""
    # Such as NETCDF:file:variable, and /vsizip/ or /vsicurl/.
    return ":" in name or name.startswith("/vsi") or is_there(name)


def is_there(name: str) -> bool:
    """Whether `name` is a file or folder; a name that no file can have is none."""
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):
        return False
