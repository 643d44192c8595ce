"""Two maps of one place held against each other."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eurosat_qgis.core.accuracy.common_cells import CommonCells, common_cells
from eurosat_qgis.core.accuracy.comparison import CHANGE_STEP, NODATA, Comparison, change_codes
from eurosat_qgis.core.accuracy.cross_table import cross_table
from eurosat_qgis.core.accuracy.map_requests import CompareRequest
from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass
from eurosat_qgis.core.classification.cell_map import IsCancelled, OnProgress, stop_if
from eurosat_qgis.core.errors import InputError, OutputError
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap, classes_found, open_map
from eurosat_qgis.core.outputs.outputs import StagedOutputs, check_not_input, staged_outputs
from eurosat_qgis.core.outputs.polygons import outlines, patches, size_fields
from eurosat_qgis.core.outputs.qgis_style import style_file, write_qgis_style
from eurosat_qgis.core.outputs.rasters import write_change
from eurosat_qgis.core.outputs.statistics import cell_sides
from eurosat_qgis.core.scene.areas import areas_where_placed
from eurosat_qgis.core.vectors.geopackage import write_geopackage
from eurosat_qgis.paths import plugin_version

LAYER = "changes"
_HECTARE = 10_000.0


def compare(
    request: CompareRequest,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Comparison:
    """Compare two maps cell for cell and write the outputs that the request names.

    Raises InputError when their grids or classes do not match, BundleError, OutputError,
    MissingPackageError, or Cancelled.
    """
    started = time.monotonic()
    cancelled = is_cancelled or (lambda: False)
    for final in request.outputs().values():
        check_not_input(final, request.before, "map before")
        check_not_input(final, request.after, "map after")
    with staged_outputs() as staged:
        parts = {name: staged.stage(path) for name, path in request.outputs().items()}
        before = open_map(request.before, request.model, "map before")
        after = open_map(request.after, request.model, "map after")
        common = common_cells(before, after)
        known = _classes(before, after)
        stop_if(cancelled)
        row_areas = _row_areas(common)
        sides = cell_sides(common.grid, row_areas)
        cells, areas = cross_table(common.before, common.after, *sides)
        listed = _listed(known, cells)
        places = [c.code for c in listed]
        comparison = Comparison(
            request,
            before.name,
            after.name,
            listed,
            cells[np.ix_(places, places)],
            areas[np.ix_(places, places)],
            row_areas is not None,
            common.notes,
            time.monotonic() - started,
        )
        _write(comparison, common, row_areas, parts, staged)
        stop_if(cancelled)
        if on_progress is not None:
            on_progress(common.grid.rows, common.grid.rows)
        staged.commit()
    return comparison


def _row_areas(common: CommonCells) -> np.ndarray | None:
    grid = common.grid
    return areas_where_placed(common.crs, common.pixel_transform, grid.height, grid.width)


def _classes(before: LandCoverMap, after: LandCoverMap) -> dict[int, CardClass]:
    """The classes of both maps by code; where only their titles differ the later ones."""
    first = {c.code: c for c in before.classes}
    second = {c.code: c for c in after.classes}
    for code in classes_found(before.codes, after.codes):
        if code in first and code in second and first[code].name != second[code].name:
            raise InputError(
                f"Code {code} is {first[code].title} in {before.name} and {second[code].title} in "
                f"{after.name}: compare maps of one model, or give it as the model of both."
            )
    return {**first, **second}


def _listed(known: dict[int, CardClass], cells: np.ndarray) -> tuple[CardClass, ...]:
    held = cells.sum(axis=0) + cells.sum(axis=1) > 0
    others = [c for c in (UNCERTAIN, NODATA) if held[c.code]]
    return (*(known[code] for code in sorted(known) if held[code]), *others)


def _write(
    comparison: Comparison,
    common: CommonCells,
    row_areas: np.ndarray | None,
    parts: dict[str, Path],
    staged: StagedOutputs,
) -> None:
    wants_codes = bool({"change", "polygons"} & parts.keys())
    codes = change_codes(common.before, common.after) if wants_codes else np.empty((0, 0), np.int32)
    if "change" in parts and comparison.request.change is not None:
        tags = {
            "TIFFTAG_SOFTWARE": f"EuroSAT Land Cover {plugin_version()}",
            "TIFFTAG_IMAGEDESCRIPTION": (
                f"Change from {comparison.before} to {comparison.after}: code = from x "
                f"{CHANGE_STEP} + to"
            ),
        }
        write_change(parts["change"], codes, common.transform, common.crs, tags)
        if style := style_file(comparison.request.change):
            write_qgis_style(staged.stage(style), comparison.changes())
    if "polygons" in parts:
        codes[common.before == common.after] = NODATA_CODE
        _write_polygons(parts["polygons"], comparison, common, codes, row_areas)
    if "stats" in parts:
        _write_matrix(parts["stats"], comparison)


def _write_polygons(
    path: Path,
    comparison: Comparison,
    common: CommonCells,
    changed: np.ndarray,
    row_areas: np.ndarray | None,
) -> None:
    found = list(patches(changed, common.grid, row_areas))
    titles = {c.code: c.title for c in comparison.classes}
    before = [patch.code // CHANGE_STEP for patch in found]
    after = [patch.code % CHANGE_STEP for patch in found]
    fields = {
        "code": np.array([patch.code for patch in found], np.int32),
        "from_code": np.array(before, np.int32),
        "to_code": np.array(after, np.int32),
        "from_class": np.array([titles[code] for code in before], object),
        "to_class": np.array([titles[code] for code in after], object),
        "change": np.array(
            [f"{titles[a]} → {titles[b]}" for a, b in zip(before, after, strict=True)], object
        ),
        **size_fields(found),
    }
    shapes = outlines(found, common.pixel_transform)
    write_geopackage(path, LAYER, shapes, fields, "Polygon", common.crs)


def _write_matrix(path: Path, comparison: Comparison) -> None:
    """The from-to matrix in ha (cells where areas are unknown), with sums, as CSV."""
    numbers = comparison.areas / _HECTARE if comparison.placed else comparison.cells
    unit = "ha" if comparison.placed else "cells"
    titles = [c.title for c in comparison.classes]
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([f"from \\ to ({unit})", *titles, "in all"])
            for title, row in zip(titles, numbers, strict=True):
                writer.writerow([title, *_rounded([*row, row.sum()])])
            sums = numbers.sum(axis=0)
            writer.writerow(["in all", *_rounded([*sums, sums.sum()])])
    except OSError as error:
        raise OutputError(f"The table of changes cannot be written ({error.strerror}).") from error


def _rounded(numbers: Sequence[float]) -> list[float]:
    return [round(float(number), 4) for number in numbers]
