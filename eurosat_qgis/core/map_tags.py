"""What a land-cover raster says of itself: its classes, and how much of its cells is in the scene.

So that a map can be assessed and compared without the bundle and the scene that it was made with.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from affine import Affine

from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.grid import Grid

CLASSES_TAG = "CLASSES"
GRID_TAG = "CELL_GRID"


def map_tags(classes: Sequence[CardClass], grid: Grid, transform: Affine) -> dict[str, str]:
    """Tags of a map of `classes` on `grid`, whose cells lie by `transform`."""
    cells = {
        "cell": grid.cell,
        "height": grid.pixel_rows(grid.rows - 1)[1] - grid.first_row * grid.cell,
        "width": grid.pixel_cols(grid.cols - 1)[1] - grid.first_col * grid.cell,
        # A tool that cuts the map keeps the tag; the place tells.
        "transform": list(transform[:6]),
    }
    return {
        CLASSES_TAG: json.dumps([asdict(c) for c in classes]),
        GRID_TAG: json.dumps(cells),
    }


def classes_in_tags(tags: Mapping[str, str]) -> tuple[CardClass, ...]:
    """The classes that a map's tags name; none where they name none that can be read."""
    listed = _json(tags, CLASSES_TAG)
    if not isinstance(listed, list):
        return ()
    try:
        classes = tuple(
            CardClass(int(c["code"]), str(c["name"]), str(c["title"]), str(c["color"]))
            for c in listed
        )
        for found in classes:
            _ = found.rgb
    except (KeyError, TypeError, ValueError):
        return ()
    codes = {found.code for found in classes}
    return classes if len(codes) == len(classes) and codes <= set(range(1, 255)) else ()


def grid_in_tags(tags: Mapping[str, str], rows: int, cols: int, transform: Affine) -> Grid:
    """The cells of a map of `rows` x `cols`; each lies in the scene as a whole unless tags tell."""
    whole = Grid(rows, cols, 1, 1, 0, 0, rows, cols)
    stated = _json(tags, GRID_TAG)
    if not isinstance(stated, dict):
        return whole
    try:
        cell, height, width = (int(stated[name]) for name in ("cell", "height", "width"))
        place = Affine(*map(float, stated["transform"]))
    except (KeyError, TypeError, ValueError, OverflowError):
        return whole
    fits = (
        cell > 0
        and (rows - 1) * cell < height <= rows * cell
        and (cols - 1) * cell < width <= cols * cell
        and place.almost_equals(transform, 1e-9 * max(map(abs, transform[:6])))
    )
    return Grid(height, width, cell, cell, 0, 0, rows, cols) if fits else whole


def _json(tags: Mapping[str, str], name: str) -> Any:
    try:
        return json.loads(tags.get(name, "null"))
    except (ValueError, RecursionError):
        return None
