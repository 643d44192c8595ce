"""How good a map is: held against reference points, polygons or a raster."""

from __future__ import annotations

import time
from collections.abc import Mapping

import numpy as np

from eurosat_qgis.core.accuracy.assessment import Assessment
from eurosat_qgis.core.accuracy.assessment_report import write_report
from eurosat_qgis.core.accuracy.assessment_table import write_table
from eurosat_qgis.core.accuracy.cell_reference import observe_polygons, observe_raster
from eurosat_qgis.core.accuracy.class_table import ClassTable, class_table
from eurosat_qgis.core.accuracy.cross_table import code_table
from eurosat_qgis.core.accuracy.estimators import scores_of_counts, stratified_estimate
from eurosat_qgis.core.accuracy.left_out import REASONS
from eurosat_qgis.core.accuracy.map_requests import AUTO, STRATIFIED, USUAL_MINIMUM, AssessRequest
from eurosat_qgis.core.accuracy.observations import POINTS, Observations
from eurosat_qgis.core.accuracy.point_reference import observe_points
from eurosat_qgis.core.accuracy.reference_layer import read_reference
from eurosat_qgis.core.bundle import UNCERTAIN, CardClass
from eurosat_qgis.core.classification.cell_map import IsCancelled, OnProgress, stop_if
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.raster_mask import is_raster
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap, open_map
from eurosat_qgis.core.outputs.outputs import check_not_input, staged_outputs


def assess(
    request: AssessRequest,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Assessment:
    """Compare a map with a reference and write the outputs that the request names.

    `on_progress(done, total)` hears of rows of cells; outputs appear complete or not at all.

    Raises InputError, BundleError, OutputError, MissingPackageError, or Cancelled.
    """
    started = time.monotonic()
    cancelled = is_cancelled or (lambda: False)
    for final in request.outputs().values():
        check_not_input(final, request.map, "map")
        check_not_input(final, request.reference, "reference")
    with staged_outputs() as staged:
        parts = {name: staged.stage(path) for name, path in request.outputs().items()}
        land_cover = open_map(request.map, request.model)
        table = class_table(request.classes, land_cover.classes, land_cover.name)
        found = _observe(
            request, land_cover, table, on_progress or (lambda _done, _total: None), cancelled
        )
        assessment = _assessment(request, land_cover, table, found, started)
        if "csv" in parts:
            write_table(parts["csv"], assessment)
        if "html" in parts:
            write_report(parts["html"], assessment)
        stop_if(cancelled)
        staged.commit()
    return assessment


def _observe(
    request: AssessRequest,
    land_cover: LandCoverMap,
    table: ClassTable,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> Observations:
    if is_raster(request.reference):
        return observe_raster(
            land_cover, request.reference, table, request.min_share, on_progress, is_cancelled
        )
    layer = read_reference(request.reference, request.field)
    if layer.has_points:
        return observe_points(land_cover, layer, table)
    return observe_polygons(land_cover, layer, table, request.min_share, on_progress, is_cancelled)


def _assessment(
    request: AssessRequest,
    land_cover: LandCoverMap,
    table: ClassTable,
    found: Observations,
    started: float,
) -> Assessment:
    if not found.counts.any():
        reasons = ", ".join(f"{n} {REASONS[name]}" for name, n in _told(found.left_out))
        raise InputError(
            f"Nothing of {found.name} can be held against {land_cover.name}: {reasons or 'empty'}."
            " Check its place, the field with the class and the table of classes."
        )
    is_sample = found.kind == POINTS
    if request.design == STRATIFIED and not is_sample:
        raise InputError(
            "The stratified estimator is for points drawn at random: compare rasters and polygons "
            "as counts, or draw points with sample."
        )
    heights, widths, placed = land_cover.sides()
    _, covered = code_table(land_cover.codes, heights, widths)
    in_pairs = found.counts.sum(axis=0) + found.counts.sum(axis=1) > 0
    classes = tuple(c for c in land_cover.classes if in_pairs[c.code] or covered[c.code])
    places = [c.code for c in classes]
    counts = found.counts[np.ix_(places, places)]
    map_areas = covered[places]
    notes = [*found.notes, *_notes_on_points(classes, counts, map_areas, found)]
    estimate = None
    sampled = np.where(counts.sum(axis=1) > 0, map_areas, 0.0)
    if request.design in (STRATIFIED, AUTO) and is_sample:
        estimate = stratified_estimate(counts, sampled)
        notes += _notes_on_strata(classes, counts, map_areas)
    return Assessment(
        request,
        land_cover,
        table,
        found,
        classes,
        counts,
        map_areas,
        uncertain_area=float(covered[UNCERTAIN.code]),
        placed=placed,
        compared_areas=None if is_sample else found.areas[np.ix_(places, places)],
        scores=scores_of_counts(counts) if estimate is None else estimate.scores,
        estimate=estimate,
        estimated_area=float(sampled.sum()),
        notes=tuple(notes),
        seconds=time.monotonic() - started,
    )


def _notes_on_points(
    classes: tuple[CardClass, ...], counts: np.ndarray, areas: np.ndarray, found: Observations
) -> list[str]:
    notes = []
    if found.kind == POINTS and found.in_shared_cells:
        notes.append(
            f"{found.in_shared_cells} points share a cell with another: each counts for itself."
        )
    few = [
        f"{c.title} ({n})"
        for c, n, area in zip(classes, counts.sum(axis=1), areas, strict=True)
        if found.kind == POINTS and area and 1 < n < USUAL_MINIMUM
    ]
    if few:
        notes.append(
            f"Fewer than {USUAL_MINIMUM} points in {', '.join(few)}: intervals there are rough."
        )
    return notes


def _notes_on_strata(
    classes: tuple[CardClass, ...], counts: np.ndarray, areas: np.ndarray
) -> list[str]:
    points = counts.sum(axis=1)
    share = areas / areas.sum()
    empty = [
        f"{c.title} ({share[i]:.1%} of the map)"
        for i, c in enumerate(classes)
        if areas[i] and not points[i]
    ]
    single = [c.title for i, c in enumerate(classes) if points[i] == 1]
    notes = []
    if empty:
        notes.append(
            f"No point in {', '.join(empty)}: the estimates leave that part of the map out. Label "
            "points there."
        )
    if single:
        notes.append(
            f"One point only in {', '.join(single)}: what depends on it has no interval. Label "
            "more points there."
        )
    return notes


def _told(left_out: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(name, left_out[name]) for name in REASONS if left_out.get(name)]
