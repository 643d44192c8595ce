"""The cells that two maps have in common, cell for cell."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap

# How far, in cells, cells may lie apart and still be the same: coordinates come rounded.
_TOLERANCE = 1e-3
_WAY_OUT = (
    "make both maps from scenes of one tile with the same cell size and model, or bring one to the "
    "other's grid with nearest neighbour (gdalwarp -r near -tr … -te …)."
)


@dataclass(frozen=True)
class CommonCells:
    """Codes of both maps, `(rows, cols) uint8`, in the cells that both have.

    `transform` is that of the cells; `grid` tells how much of them lies in both scenes, counted in
    pixels whose geotransform is `pixel_transform`. `notes` say what was left out.
    """

    before: np.ndarray
    after: np.ndarray
    transform: Affine
    crs: CRS | None
    grid: Grid
    notes: tuple[str, ...]

    @property
    def pixel_transform(self) -> Affine:
        return self.transform @ Affine.scale(1 / self.grid.cell)


def common_cells(before: LandCoverMap, after: LandCoverMap) -> CommonCells:
    """Lay two maps over each other.

    Raises InputError when their CRS or cells differ, or they have no cell in common.
    """
    if before.crs != after.crs:
        raise InputError(
            f"The maps' CRS differ ({_named(before.crs)} and {_named(after.crs)}): {_WAY_OUT}"
        )
    rows, cols = _offset(before, after)
    top, left = max(0, rows), max(0, cols)
    bottom = min(before.height, rows + after.height)
    right = min(before.width, cols + after.width)
    if bottom <= top or right <= left:
        raise InputError(
            f"{before.name} and {after.name} do not overlap: give two maps of one place."
        )
    notes = []
    whole = (0, 0, before.height, before.width)
    if (top, left, bottom, right) != whole or before.codes.shape != after.codes.shape:
        notes.append(
            f"The maps differ in extent: the {bottom - top} x {right - left} cells that both have "
            f"are compared, of {before.height} x {before.width} and {after.height} x "
            f"{after.width}."
        )
    # Pixels so small that both maps' cells are whole numbers of them.
    cell = math.lcm(before.grid.cell, after.grid.cell)
    parts = ((before, top, left), (after, top - rows, left - cols))
    ends = [
        (
            land_cover.grid.height * cell // land_cover.grid.cell - first_row * cell,
            land_cover.grid.width * cell // land_cover.grid.cell - first_col * cell,
        )
        for land_cover, first_row, first_col in parts
    ]
    count = (bottom - top, right - left)
    height, width = (min(count[i] * cell, ends[0][i], ends[1][i]) for i in range(2))
    return CommonCells(
        before.codes[top:bottom, left:right],
        after.codes[top - rows : bottom - rows, left - cols : right - cols],
        before.transform @ Affine.translation(left, top),
        before.crs,
        Grid(height, width, cell, cell, 0, 0, *count),
        tuple(notes),
    )


def _offset(before: LandCoverMap, after: LandCoverMap) -> tuple[int, int]:
    """Where the first cell of `after` lies among those of `before`: row and column."""
    seen = ~before.transform @ after.transform
    size = np.array([seen.a - 1, seen.b, seen.d, seen.e - 1])
    # Over the whole map the cells must not drift apart.
    longest = max(before.height, before.width, after.height, after.width)
    if np.abs(size).max() * longest > 0.5:
        raise InputError(
            f"The maps' cells differ ({_cells(before)} and {_cells(after)}): {_WAY_OUT}"
        )
    col, row = round(seen.c), round(seen.f)
    if max(abs(seen.c - col), abs(seen.f - row)) > _TOLERANCE:
        apart = f"{seen.c - col:+.3f} cells across, {seen.f - row:+.3f} down"
        raise InputError(f"The maps' cells lie apart by a part of a cell ({apart}): {_WAY_OUT}")
    return row, col


def _cells(land_cover: LandCoverMap) -> str:
    affine = land_cover.transform
    width, height = math.hypot(affine.a, affine.d), math.hypot(affine.b, affine.e)
    unit = "°" if land_cover.crs is not None and land_cover.crs.is_geographic else ""
    return f"{width:g}{unit} x {height:g}{unit}"


def _named(crs: CRS | None) -> str:
    return "none" if crs is None else crs.to_string()[:60]
