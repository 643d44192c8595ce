"""The area of interest: which cells of the grid touch it, and how large it is itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from shapely import orient_polygons

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import TOUCH, Grid
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.vectors.scene_polygons import open_polygons


@dataclass(frozen=True)
class AreaOfInterest:
    """The part of the user's polygons that lies in the scene, as one shape in its pixels.

    `area_m2` is its own size, None where the scene has no place on the map; `notes` tell in a line
    each what was done to it.
    """

    name: str
    shape: Any
    area_m2: float | None
    notes: tuple[str, ...] = ()


def open_area(source: str, scene: Scene) -> AreaOfInterest:
    """Read the polygons of `FILE` or `FILE|layer` as one area in the scene.

    Raises InputError when they cannot be read or lie outside the scene.
    """
    found = open_polygons(source, scene)
    if found.is_empty:
        raise InputError(f"{found.name} holds no polygons: give a file with polygons.")
    if not len(found.polygons):
        told = "".join(f" {note}" for note in found.notes)
        raise InputError(f"{found.name} lies outside the scene: choose an area inside it.{told}")
    shape = shapely.union_all(found.polygons)
    notes = found.notes
    if found.beyond:
        notes += (f"{found.name} reaches beyond the scene: only the part inside counts.",)
    return AreaOfInterest(found.name, shape, area_of_shape(shape, scene.row_areas()), notes)


def area_of_shape(shape: Any, row_areas: np.ndarray | None) -> float | None:
    """Area in m² of polygons in a scene's pixels; `row_areas` is m² of one pixel of each row.

    Green's theorem: edges count by their length along the rows times the area of a column of
    pixels above them, here by Simpson's rule.
    """
    if row_areas is None:
        return None
    above = np.concatenate([[0.0], np.cumsum(row_areas)])
    rows = np.arange(len(above))
    total = 0.0
    # Shells of oriented polygons run one way, their holes the other.
    for ring in shapely.get_rings(shapely.get_parts(orient_polygons(shape))):
        points = shapely.get_coordinates(ring)
        x, y = points[:, 0], points[:, 1]
        first, middle, last = (
            np.interp(at, rows, above) for at in (y[:-1], (y[:-1] + y[1:]) / 2, y[1:])
        )
        total += float((np.diff(x) * (first + 4 * middle + last)).sum()) / 6
    return abs(total)


def cells_in(area: AreaOfInterest, grid: Grid) -> tuple[Grid, np.ndarray]:
    """The cells of `grid` that touch `area`.

    Returns the part of the grid that holds them and `(rows, cols) bool`, which of its cells do.

    Raises InputError when none does.
    """
    touched = cells_touched(grid, area.shape)
    rows, cols = np.flatnonzero(touched.any(axis=1)), np.flatnonzero(touched.any(axis=0))
    if not len(rows):
        raise InputError(
            f"{area.name} and the extent have no cell in common: choose an extent that touches it."
        )
    top, left = int(rows[0]), int(cols[0])
    part = replace(
        grid,
        first_row=grid.first_row + top,
        first_col=grid.first_col + left,
        rows=int(rows[-1]) - top + 1,
        cols=int(cols[-1]) - left + 1,
    )
    return part, touched[top : top + part.rows, left : left + part.cols]


def cells_touched(grid: Grid, shape: Any) -> np.ndarray:
    """Which cells, `(rows, cols) bool`, have more than an edge in common with `shape` (in pixels).

    Blocks of cells are halved until they lie wholly inside or outside, so that the work grows with
    the shape's outline and not with its area.
    """
    touched = np.zeros((grid.rows, grid.cols), bool)
    shapely.prepare(shape)
    size = 1 << (max(grid.rows, grid.cols) - 1).bit_length()
    rows, cols = np.zeros(1, int), np.zeros(1, int)
    while len(rows):
        boxes = _boxes(grid, rows, cols, size)
        hit = shapely.intersects(shape, boxes)
        full = hit & (shapely.contains_properly(shape, boxes) if size > 1 else True)
        for row, col in zip(rows[full], cols[full], strict=True):
            touched[row : row + size, col : col + size] = True
        rows, cols = rows[hit & ~full], cols[hit & ~full]
        size //= 2
        rows, cols = (
            (block[:, None] + size * np.array(step)).ravel()
            for block, step in ((rows, (0, 0, 1, 1)), (cols, (0, 1, 0, 1)))
        )
        inside = (rows < grid.rows) & (cols < grid.cols)
        rows, cols = rows[inside], cols[inside]
    return touched


def _boxes(grid: Grid, rows: np.ndarray, cols: np.ndarray, size: int) -> np.ndarray:
    """Blocks of `size` x `size` cells as shapes in pixels, without their very edges."""
    top, left = (rows + grid.first_row) * grid.cell, (cols + grid.first_col) * grid.cell
    bottom = np.minimum(
        (np.minimum(rows + size, grid.rows) + grid.first_row) * grid.cell, grid.height
    )
    right = np.minimum(
        (np.minimum(cols + size, grid.cols) + grid.first_col) * grid.cell, grid.width
    )
    return shapely.box(left + TOUCH, top + TOUCH, right - TOUCH, bottom - TOUCH)
