"""Land cover as polygons: exact cell outlines, neighbours of one class dissolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.features import shapes

from eurosat_qgis.core.bundle import NODATA_CODE
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.vectors.geopackage import write_geopackage
from eurosat_qgis.core.vectors.vector_packages import vector_packages_for

LAYER = "land_cover"


@dataclass(frozen=True)
class Patch:
    """Connected cells of one class: `rings` are `(n, 2)` pixel columns and rows, shell first.

    `area_m2` is None where the scene has no place on the map.
    """

    code: int
    rings: tuple[np.ndarray, ...]
    cells: int
    area_m2: float | None


def patches(codes: np.ndarray, grid: Grid, row_areas: np.ndarray | None) -> Iterator[Patch]:
    """Outline the connected areas of each class in `codes` ((rows, cols) uint8).

    Border cells are cut at the scene's edge. `row_areas` is m² of one pixel of each scene row.
    """
    below = None if row_areas is None else np.concatenate([[0.0], np.cumsum(row_areas)])
    for geometry, code in shapes(codes, mask=codes != NODATA_CODE, connectivity=4):
        cell_rings = [np.asarray(ring) for ring in geometry["coordinates"]]
        rings = tuple(_pixels_inside(ring, grid) for ring in cell_rings)
        cells = _enclosed(cell_rings, np.arange(codes.shape[0] + 1.0))
        area = None if below is None else _enclosed(rings, below)
        yield Patch(int(code), rings, round(cells), area)


def _pixels_inside(ring: np.ndarray, grid: Grid) -> np.ndarray:
    cols = (ring[:, 0] + grid.first_col) * grid.cell
    rows = (ring[:, 1] + grid.first_row) * grid.cell
    return np.column_stack([np.minimum(cols, grid.width), np.minimum(rows, grid.height)])


def _enclosed(rings, below: np.ndarray) -> float:  # type: ignore[no-untyped-def]
    """What rings along rows and columns enclose, `below[r]` being the sum of rows before r.

    Green's theorem: only edges along rows count, each by its length times `below` at its row.
    """

    def ring_sum(ring: np.ndarray) -> float:
        steps = np.diff(ring[:, 0])
        return abs(float((below[ring[:-1, 1].astype(int)] * steps).sum()))

    shell, *holes = rings
    return ring_sum(shell) - sum(ring_sum(hole) for hole in holes)


def write_polygons(
    path: Path,
    found: Iterator[Patch],
    titles: Mapping[int, str],
    transform: Affine,
    crs: CRS | None,
    dissolve: bool = False,
) -> None:
    """Write patches to a GeoPackage, layer `land_cover`: code, class, cells, area_m2.

    `transform` is the scene's. `dissolve` makes one multipolygon of all patches of a class, and
    adds their number, patches. Raises OutputError when the file cannot be written.
    """
    listed = list(found)
    fields = {
        "code": np.array([p.code for p in listed], np.int32),
        "class": np.array([titles[p.code] for p in listed], object),
        **size_fields(listed),
    }
    shapes = outlines(listed, transform)
    if dissolve:
        of_class = [np.flatnonzero(fields["code"] == code) for code in np.unique(fields["code"])]
        shapes = [_together([shapes[patch] for patch in own]) for own in of_class]
        fields = _dissolved(fields, of_class)
    write_geopackage(path, LAYER, shapes, fields, "MultiPolygon" if dissolve else "Polygon", crs)


def size_fields(found: Sequence[Patch]) -> dict[str, np.ndarray]:
    """The fields `cells` and `area_m2` (NaN where unknown) of patches."""
    unknown = float("nan")
    return {
        "cells": np.array([p.cells for p in found], np.int64),
        "area_m2": np.array([unknown if p.area_m2 is None else p.area_m2 for p in found]),
    }


def outlines(found: Sequence[Patch], transform: Affine) -> list[bytes]:
    """Patches as well-known binary on the map; `transform` is the scene's."""
    with vector_packages_for("Polygons"):
        import shapely
    return [
        shapely.Polygon(*_shell_and_holes([_on_the_map(r, transform) for r in patch.rings])).wkb
        for patch in found
    ]


def _together(shapes: list[bytes]) -> bytes:
    """Patches of one class, which meet in corners at most, and so are valid together."""
    with vector_packages_for("Polygons"):
        import shapely
    return bytes(shapely.MultiPolygon(list(shapely.from_wkb(shapes))).wkb)


def _dissolved(fields: dict[str, np.ndarray], of_class: list[np.ndarray]) -> dict[str, np.ndarray]:
    """A row a class, of which `of_class` lists the patches."""
    first = np.array([own[0] for own in of_class], int)
    return {
        "code": fields["code"][first],
        "class": fields["class"][first],
        "cells": np.array([fields["cells"][own].sum() for own in of_class], np.int64),
        "area_m2": np.array([fields["area_m2"][own].sum() for own in of_class], float),
        "patches": np.array([len(own) for own in of_class], np.int64),
    }


def _on_the_map(ring: np.ndarray, transform: Affine) -> np.ndarray:
    linear = np.array([[transform.a, transform.d], [transform.b, transform.e]])
    return ring @ linear + (transform.c, transform.f)


def _shell_and_holes(rings: list[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
    return rings[0], rings[1:]
