"""Reference polygons and rasters on a map: each cell gets the class that covers most of it."""

from __future__ import annotations

import math
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import shapely
from affine import Affine

# What PROJ's refusals are raised as; it has no public name.
from rasterio._err import CPLE_BaseError
from rasterio.enums import Resampling
from rasterio.features import rasterize
from rasterio.windows import Window

from eurosat_qgis.core.accuracy.cell_votes import NOTHING, UNLABELLED, fine_cells, vote
from eurosat_qgis.core.accuracy.class_table import ClassTable
from eurosat_qgis.core.accuracy.left_out import GROUPED_OUT, NOT_MATCHED
from eurosat_qgis.core.accuracy.observations import (
    POLYGONS,
    RASTER,
    Observations,
    reason_of_reference,
)
from eurosat_qgis.core.accuracy.reference_layer import ReferenceLayer
from eurosat_qgis.core.classification.cell_map import IsCancelled, OnProgress
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap
from eurosat_qgis.core.scene.open_bands import open_raster
from eurosat_qgis.core.scene.raster_view import has_same_pixels, pixels_in_one, read_known, view_on
from eurosat_qgis.core.vectors.scene_polygons import polygons_in_pixels
from eurosat_qgis.core.vectors.vector_layer import valid_polygons

# Parts along a cell's side that tell which polygon covers most of it.
_POLYGON_PARTS = 16


def observe_polygons(
    land_cover: LandCoverMap,
    layer: ReferenceLayer,
    table: ClassTable,
    min_share: float,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> Observations:
    """Pair each cell with the class of the polygons that cover most of it.

    What covers it is told from the centres of 16 x 16 parts of it (fewer on maps of more than
    1.5 million cells). Where polygons of several classes overlap the one of the highest code
    counts.

    Raises InputError when the polygons cannot be brought to the map.
    """
    by_code: dict[int, list[bytes]] = {}
    values: dict[str, Counter[str]] = {NOT_MATCHED: Counter(), GROUPED_OUT: Counter()}
    for shape, label in zip(shapely.to_wkb(layer.shapes), layer.labels, strict=True):
        code = UNLABELLED if label is None else table.code(label)
        by_code.setdefault(code, []).append(shape)
        if reason := reason_of_reference(code):
            values[reason][table.named(label)] += 1
    notes = []
    if layer.crs is None and land_cover.crs is not None:
        notes.append(f"{layer.name} states no CRS: its coordinates are taken for the map's.")
    placed: list[tuple[shapely.Geometry, int]] = []
    for code in sorted(by_code):
        polygons, found = _on_cells(by_code[code], layer, land_cover)
        placed.extend((polygon, code) for polygon in polygons)
        notes.extend(f"{layer.name}: {note}" for note in found)
    fine = fine_cells(land_cover, _POLYGON_PARTS)
    bounds = shapely.bounds([shape for shape, _ in placed]).reshape(-1, 4)

    def read(first: int, last: int) -> np.ndarray:
        here = np.flatnonzero((bounds[:, 1] < last) & (bounds[:, 3] > first))
        shape = ((last - first) * fine.parts, fine.width)
        if not len(here):
            return np.full(shape, NOTHING, np.int16)
        transform = Affine.translation(0, first) @ Affine.scale(1 / fine.parts)
        shapes = [placed[index] for index in here]
        return rasterize(shapes, shape, NOTHING, transform=transform, dtype="int16")

    votes = vote(land_cover, fine, read, min_share, on_progress, is_cancelled)
    return Observations(
        POLYGONS, layer.name, votes.counts, votes.areas, votes.left_out, values, notes
    )


def observe_raster(
    land_cover: LandCoverMap,
    source: str,
    table: ClassTable,
    min_share: float,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> Observations:
    """Pair each cell with the class that most of the raster's pixels in it have.

    A raster of another CRS or grid is looked up at the centres of parts of the cell that are at
    most as large as its pixels (down to 64 x 64 parts).

    Raises InputError when it is no raster of whole numbers or cannot be brought to the map.
    """
    with ExitStack() as opened:
        raster = open_raster(source, opened)
        name = Path(source).name
        placed = raster.crs is not None and land_cover.crs is not None
        if not placed and (raster.crs or land_cover.crs or not has_same_pixels(raster, land_cover)):
            raise InputError(
                f"{name} or {land_cover.name} has no place on the map: give both a CRS, or a "
                "reference with the map's own cells."
            )
        ratio = pixels_in_one(raster, land_cover)
        fine = fine_cells(land_cover, math.ceil(math.sqrt(ratio) - 1e-6))
        view = opened.enter_context(view_on(raster, fine, Resampling.nearest))
        values: dict[str, Counter[str]] = {NOT_MATCHED: Counter(), GROUPED_OUT: Counter()}

        def read(first: int, last: int) -> np.ndarray:
            rows = (last - first) * fine.parts
            window = Window(0, first * fine.parts, fine.width, rows)
            (numbers,), (known,) = read_known(view, (1,), window, name)
            return _coded(numbers, known, table, values, name)

        votes = vote(land_cover, fine, read, min_share, on_progress, is_cancelled)
        # In cells, as everything else.
        for counter in values.values():
            for value in counter:
                counter[value] = math.ceil(counter[value] / fine.parts**2)
        return Observations(RASTER, name, votes.counts, votes.areas, votes.left_out, values)


def _on_cells(
    wkb: list[bytes], layer: ReferenceLayer, land_cover: LandCoverMap
) -> tuple[np.ndarray, list[str]]:
    """Valid polygons in the map's cells: x columns, y rows."""
    in_degrees = layer.crs is not None and layer.crs.is_geographic
    polygons, notes = valid_polygons(wkb, in_degrees)
    if layer.crs is not None and land_cover.crs is None:
        raise InputError(
            f"{layer.name} has a CRS and {land_cover.name} has none: give the map its place."
        )
    if not len(polygons):
        return polygons, notes
    try:
        return polygons_in_pixels(polygons, layer.crs, land_cover)[0], notes
    except CPLE_BaseError as error:
        raise InputError(
            f"{layer.name} cannot be brought to the map's CRS ({error}): check the CRS of both."
        ) from error


def _coded(
    numbers: np.ndarray,
    known: np.ndarray,
    table: ClassTable,
    values: dict[str, Counter[str]],
    name: str,
) -> np.ndarray:
    codes = np.full(numbers.shape, NOTHING, np.int16)
    if numbers.dtype.kind == "f" and (numbers[known] % 1 != 0).any():
        raise InputError(
            f"{name} holds fractions, a reference raster whole numbers: give a raster of classes."
        )
    found, places, counts = np.unique(numbers[known], return_inverse=True, return_counts=True)
    of_found = np.array([table.code(value) for value in found.tolist()], np.int16)
    codes[known] = of_found[places.reshape(-1)]
    for value, code, count in zip(found.tolist(), of_found.tolist(), counts.tolist(), strict=True):
        if reason := reason_of_reference(code):
            values[reason][table.named(value)] += count
    return codes
