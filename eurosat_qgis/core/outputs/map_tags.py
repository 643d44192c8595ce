"""What a land-cover raster says of itself: its classes, and how much of its cells is in the scene.

So that a map can be assessed and compared without the bundle and the scene that it was made with.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from affine import Affine
from rasterio.transform import array_bounds

from eurosat_qgis.core.bundle import UNCERTAIN, UNCERTAIN_CODE, CardClass
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.scene.scene import Scene

CLASSES_TAG = "CLASSES"
EXTENT_TAG = "SCENE_EXTENT"
CELL_TAG = "CELL_PIXELS"
# How near, in pixels, an edge of the scene must be to one of a pixel: coordinates come rounded.
_TOLERANCE = 1e-2


def map_tags(classes: Sequence[CardClass], scene: Scene) -> dict[str, str]:
    """Tags of a map of `classes`: what codes mean, and where the scene ends in border cells."""
    listed = [asdict(c) for c in (*classes, UNCERTAIN)]
    bounds = array_bounds(scene.height, scene.width, scene.transform)
    return {
        CLASSES_TAG: json.dumps(listed, ensure_ascii=False, separators=(",", ":")),
        EXTENT_TAG: ",".join(f"{float(side)!r}" for side in bounds),
    }


def classes_in_tags(tags: Mapping[str, str]) -> tuple[CardClass, ...]:
    """The classes that a map's tags name, without uncertain; none where these cannot be read."""
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
    if len(codes) < len(classes) or not codes <= set(range(1, 256)):
        return ()
    return tuple(found for found in classes if found.code != UNCERTAIN_CODE)


def grid_in_tags(tags: Mapping[str, str], rows: int, cols: int, transform: Affine) -> Grid:
    """The cells of a map of `rows` x `cols`, those at the right and below cut where the scene ends.

    Each lies in the scene as a whole unless tags tell; a piece that was cut out keeps its tags.
    """
    whole = Grid(rows, cols, 1, 1, 0, 0, rows, cols)
    try:
        left, bottom, right, top = map(float, tags.get(EXTENT_TAG, "").split(","))
        cell = int(tags.get(CELL_TAG, ""))
    except ValueError:
        return whole
    if cell < 1 or transform.b or transform.d or not transform.determinant:
        return whole
    first, last = (np.array(~transform @ at) for at in ((left, top), (right, bottom)))
    size = np.array([cols, rows])
    pixels = np.minimum(last, size) * cell
    # A copy on other cells or in another CRS keeps the tag, and does not fit it.
    fits = (
        np.isfinite([*first, *last]).all()
        and (first < _TOLERANCE).all()
        and (last > size - 1).all()
        and (np.abs(pixels - np.round(pixels)) < _TOLERANCE).all()
    )
    if not fits:
        return whole
    width, height = (int(count) for count in np.round(pixels))
    return Grid(height, width, cell, cell, 0, 0, rows, cols)


def _json(tags: Mapping[str, str], name: str) -> Any:
    try:
        return json.loads(tags.get(name, "null"))
    except (ValueError, RecursionError):
        return None
