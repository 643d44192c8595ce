"""Reference points on a map: each is held against the cell that it lies in."""

from __future__ import annotations

from collections import Counter

import numpy as np
import rasterio.warp
import shapely

# What PROJ's refusals are raised as; it has no public name.
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS

from eurosat_qgis.core.accuracy.class_table import ClassTable
from eurosat_qgis.core.accuracy.cross_table import CODES
from eurosat_qgis.core.accuracy.left_out import GROUPED_OUT, NO_LABEL, NOT_MATCHED, OUTSIDE
from eurosat_qgis.core.accuracy.observations import (
    POINTS,
    Observations,
    reason_of_map,
    reason_of_reference,
)
from eurosat_qgis.core.accuracy.reference_layer import ReferenceLayer
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap


def observe_points(
    land_cover: LandCoverMap, layer: ReferenceLayer, table: ClassTable
) -> Observations:
    """Pair each labelled point with the class of its cell.

    A point on a border belongs to the cell right of it or below it. Several points in a cell count
    each for itself. Parts of a multipoint are points of one label.

    Raises InputError when the points cannot be brought to the map's CRS.
    """
    parts, owners = shapely.get_parts(layer.shapes, return_index=True)
    points = shapely.get_type_id(parts) == shapely.GeometryType.POINT
    notes = _notes(land_cover, layer, int((~points).sum()), len(parts))
    owners = owners[points]
    places = _on_the_map(shapely.get_coordinates(parts[points]), layer, land_cover)
    cells, inside = _cells(places, land_cover)
    found = Observations(
        POINTS,
        layer.name,
        np.zeros((CODES, CODES), np.int64),
        np.zeros((CODES, CODES)),
        Counter(),
        {NOT_MATCHED: Counter(), GROUPED_OUT: Counter()},
        notes,
    )
    used: Counter[tuple[int, int]] = Counter()
    drawn_otherwise = 0
    for owner, (row, col), is_inside in zip(owners, cells, inside, strict=True):
        label = layer.labels[owner]
        if not is_inside:
            found.left_out[OUTSIDE] += 1
            continue
        map_code = int(land_cover.codes[row, col])
        if reason := reason_of_map(map_code):
            found.left_out[reason] += 1
            continue
        if label is None:
            found.left_out[NO_LABEL] += 1
            continue
        code = table.code(label)
        if reason := reason_of_reference(code):
            found.left_out[reason] += 1
            found.values[reason][table.named(label)] += 1
            continue
        found.counts[map_code, code] += 1
        used[(int(row), int(col))] += 1
        drawn_otherwise += _is_of_another_class(layer, owner, map_code, land_cover)
    found.in_shared_cells = sum(n for n in used.values() if n > 1)
    if drawn_otherwise:
        found.notes.append(
            f"{drawn_otherwise} points were drawn for another class than this map has there: were "
            "they drawn from another map? Then its classes, not this map's, are the strata, and "
            "intervals do not hold."
        )
    return found


def _notes(land_cover: LandCoverMap, layer: ReferenceLayer, others: int, parts: int) -> list[str]:
    notes = []
    if others:
        notes.append(f"{layer.name}: {others} of {parts} shapes are no points: left out.")
    if layer.crs is None and land_cover.crs is not None:
        notes.append(f"{layer.name} states no CRS: its coordinates are taken for the map's.")
    return notes


def _on_the_map(xy: np.ndarray, layer: ReferenceLayer, land_cover: LandCoverMap) -> np.ndarray:
    if layer.crs is None or layer.crs == land_cover.crs:
        return xy
    if land_cover.crs is None:
        raise InputError(
            f"{layer.name} has a CRS and {land_cover.name} has none: give the map its place."
        )
    return _transformed(xy, layer.crs, land_cover.crs, layer.name)


def _transformed(xy: np.ndarray, source: CRS, target: CRS, name: str) -> np.ndarray:
    try:
        x, y = rasterio.warp.transform(source, target, xy[:, 0], xy[:, 1])
    except CPLE_BaseError as error:
        raise InputError(
            f"{name} cannot be brought to the map's CRS ({error}): check the CRS of both."
        ) from error
    return np.column_stack([x, y])


def _cells(xy: np.ndarray, land_cover: LandCoverMap) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of each point's cell, `(N, 2) int`, and whether it is on the map."""
    to_cells = ~land_cover.transform
    linear = np.array([[to_cells.a, to_cells.d], [to_cells.b, to_cells.e]])
    with np.errstate(invalid="ignore"):
        at = (xy @ linear + (to_cells.c, to_cells.f))[:, ::-1]
        # Of a border cell only the part inside the scene is on the map.
        size = np.array([land_cover.grid.height, land_cover.grid.width]) / land_cover.grid.cell
        inside = np.isfinite(at).all(axis=1) & (at >= 0).all(axis=1) & (at < size).all(axis=1)
    return np.where(inside[:, None], np.floor(np.where(inside[:, None], at, 0)), 0).astype(
        int
    ), inside


def _is_of_another_class(
    layer: ReferenceLayer, owner: int, map_code: int, land_cover: LandCoverMap
) -> bool:
    if layer.map_labels is None or layer.map_labels[owner] is None:
        return False
    titles = {c.code: c.title for c in land_cover.classes}
    return str(layer.map_labels[owner]) != titles[map_code]
