"""The areas per class as lines of text."""

from __future__ import annotations

from eurosat_qgis.processing.styles import FoundClass


def areas_table(classes: list[FoundClass]) -> list[str]:
    """Aligned lines: class, km² and % of the classified area, then their sum.

    Where areas are unknown (no CRS) cells stand in their place.
    """
    if not classes:
        return []
    in_km2 = all(found.area_m2 is not None for found in classes)
    rows = [(found.title, _amount(found, in_km2), f"{found.share:.1%}") for found in classes]
    rows.append(("Total", _total(classes, in_km2), f"{sum(f.share for f in classes):.1%}"))
    rows.insert(0, ("Class", "km²" if in_km2 else "cells", "share"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return [
        f"{title:<{widths[0]}}  {amount:>{widths[1]}}  {share:>{widths[2]}}"
        for title, amount, share in rows
    ]


def _amount(found: FoundClass, in_km2: bool) -> str:
    return _km2(found.area_m2) if in_km2 else f"{found.cells}"


def _total(classes: list[FoundClass], in_km2: bool) -> str:
    if not in_km2:
        return f"{sum(found.cells for found in classes)}"
    return _km2(sum(found.area_m2 or 0.0 for found in classes))


def _km2(area_m2: float | None) -> str:
    return f"{(area_m2 or 0.0) / 1e6:.2f}"
