"""Cells and areas per class, and their table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass
from eurosat_qgis.core.errors import OutputError
from eurosat_qgis.core.grid import Grid


@dataclass(frozen=True)
class ClassArea:
    """What one class covers; `area_m2` is None where the scene has no place on the map."""

    land_cover_class: CardClass
    cells: int
    area_m2: float | None
    share: float

    def as_json(self) -> dict[str, Any]:
        """A class of a result, as the command line and the worker give it."""
        c = self.land_cover_class
        return {
            "code": c.code,
            "name": c.name,
            "title": c.title,
            "color": c.color,
            "cells": self.cells,
            "area_m2": self.area_m2,
            "share": self.share,
        }


@dataclass(frozen=True)
class CellArea:
    """Cells and what they cover; `area_m2` is None where the scene has no place on the map."""

    cells: int
    area_m2: float | None


def class_areas(
    codes: np.ndarray, grid: Grid, row_areas: np.ndarray | None, classes: Sequence[CardClass]
) -> list[ClassArea]:
    """Count each class of `codes` ((rows, cols) uint8), in the card's order, uncertain last.

    A border cell counts for area and share with its part inside the scene. Without `row_areas`
    (m² of one pixel of each scene row) shares are of pixels. Uncertain is listed when found.
    """
    weights = cell_areas(grid, row_areas)
    covered = np.bincount(codes.ravel(), weights.ravel(), minlength=256)
    counts = np.bincount(codes.ravel(), minlength=256)
    total = covered[1:].sum()
    listed = [*classes, *([UNCERTAIN] if counts[UNCERTAIN.code] else [])]
    return [
        ClassArea(
            c,
            int(counts[c.code]),
            None if row_areas is None else float(covered[c.code]),
            float(covered[c.code] / total) if total else 0.0,
        )
        for c in listed
    ]


def found_largest_first(areas: Sequence[ClassArea]) -> list[ClassArea]:
    """The classes that a map holds, as people want to read them."""
    return sorted((area for area in areas if area.cells), key=lambda area: -area.share)


def cell_areas(grid: Grid, row_areas: np.ndarray | None) -> np.ndarray:
    """`(rows, cols)` m² of each cell's part inside the scene, or its pixels without `row_areas`."""
    return np.outer(*cell_sides(grid, row_areas))


def cell_sides(grid: Grid, row_areas: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """What multiplies to the area of a cell's part inside the scene: `(rows,)` and `(cols,)`."""
    per_row = np.ones(grid.height) if row_areas is None else row_areas
    below = np.concatenate([[0.0], np.cumsum(per_row)])
    rows = [grid.pixel_rows(r) for r in range(grid.rows)]
    cols = [grid.pixel_cols(c) for c in range(grid.cols)]
    heights = np.array([below[stop] - below[start] for start, stop in rows])
    widths = np.array([float(stop - start) for start, stop in cols])
    return heights, widths


def area_of_cells(chosen: np.ndarray, grid: Grid, row_areas: np.ndarray | None) -> CellArea:
    """What the `chosen` cells, `(rows, cols) bool`, cover of the scene."""
    covered = None if row_areas is None else float(cell_areas(grid, row_areas)[chosen].sum())
    return CellArea(int(chosen.sum()), covered)


def write_statistics(
    path: Path, areas: Sequence[ClassArea], masked: CellArea | None = None
) -> None:
    """Write code, class, cells, area_m2 (empty where unknown) and share as CSV.

    A last row, of code 0 and without share, tells what is `masked`, where masks are in use.

    Raises OutputError when the file cannot be written.
    """
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["code", "class", "cells", "area_m2", "share"])
            for area in areas:
                square_metres = "" if area.area_m2 is None else round(area.area_m2, 2)
                c = area.land_cover_class
                writer.writerow([c.code, c.title, area.cells, square_metres, round(area.share, 6)])
            if masked is not None:
                square_metres = "" if masked.area_m2 is None else round(masked.area_m2, 2)
                writer.writerow([NODATA_CODE, "Masked", masked.cells, square_metres, ""])
    except OSError as error:
        raise OutputError(f"The table of areas cannot be written ({error.strerror}).") from error
