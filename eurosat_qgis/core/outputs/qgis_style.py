"""The QGIS style beside a land-cover map: without it QGIS lists all 256 entries of a palette."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Protocol

from eurosat_qgis.core.errors import OutputError

# QGIS drops it when it saves a style of the user's own, which is then left alone.
_MARK = "<!-- EuroSAT Land Cover -->"


class PaletteEntry(Protocol):
    """What a style shows of a class, or of a change of classes."""

    @property
    def code(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def color(self) -> str: ...


def style_file(land_cover: Path) -> Path | None:
    """Where QGIS looks for the default style of `land_cover`; None where the user keeps one."""
    path = land_cover.with_suffix(".qml")
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return path if _MARK in file.read(1000) else None
    except FileNotFoundError:
        return path
    except OSError:
        return None


def write_qgis_style(path: Path, found: Sequence[PaletteEntry]) -> None:
    """Write a paletted style (QML) that lists the classes `found`, in that order.

    Raises OutputError when the file cannot be written.
    """
    entries = "\n".join(
        f'   <paletteEntry value="{c.code}" color="{c.color}" alpha="255" '
        f'label="{escape(c.title)}"/>'
        for c in found
    )
    text = f"""<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
{_MARK}
<qgis version="3.22.0" styleCategories="AllStyleCategories">
 <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
   <rasterTransparency/>
   <colorPalette>
{entries}
   </colorPalette>
  </rasterrenderer>
 </pipe>
</qgis>
"""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path.name} cannot be written ({error.strerror}).") from error
