"""The main job: a scene in, a land-cover map out."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, Bundle, open_bundle
from eurosat_qgis.core.errors import Cancelled, InputError
from eurosat_qgis.core.grid import Grid, grid_over
from eurosat_qgis.core.outputs import StagedOutputs, check_not_input, staged_outputs
from eurosat_qgis.core.polygons import patches, write_polygons
from eurosat_qgis.core.predictor import BATCH_SIZE, Predictor, load_predictor
from eurosat_qgis.core.provenance import provenance_tags, scene_warnings
from eurosat_qgis.core.qgis_style import style_file, write_qgis_style
from eurosat_qgis.core.rasters import (
    write_category_names,
    write_confidence,
    write_land_cover,
    write_probabilities,
)
from eurosat_qgis.core.request import ClassifyRequest
from eurosat_qgis.core.scene import Scene, open_scene
from eurosat_qgis.core.statistics import (
    ClassArea,
    class_areas,
    found_largest_first,
    write_statistics,
)
from eurosat_qgis.core.windows import CellWindow, strips

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class CellMap:
    """Codes `(rows, cols) uint8`, confidence `(rows, cols)` and, where wanted, probabilities
    `(classes, rows, cols)`, both float32 in 0..1 with NaN where a cell is nodata."""

    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray | None
    windows: int


@dataclass(frozen=True)
class ClassifyResult:
    """What a run found and did."""

    request: ClassifyRequest
    bundle: Bundle
    scene: dict[str, Any]
    areas: list[ClassArea]
    cells: int
    valid_cells: int
    windows: int
    seconds: float
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The object that `classify --json` and the worker give."""
        return {
            "cells": self.cells,
            "valid_cells": self.valid_cells,
            "areas_m2": {a.land_cover_class.name: a.area_m2 for a in self.areas},
            "classes": [_class_json(a) for a in self.areas if a.cells],
            **self.scene,
            "model": self.bundle.card.name,
            "outputs": {name: str(path) for name, path in self.request.outputs().items()},
            "seconds": round(self.seconds, 3),
            "peak_rss_mib": peak_rss_mib(),
            "windows": self.windows,
            "warnings": list(self.warnings),
        }


def classify(
    request: ClassifyRequest,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> ClassifyResult:
    """Classify a scene and write the outputs that the request names.

    `on_progress(done, total)` hears of windows after every batch; `is_cancelled` is asked as often.
    Outputs appear complete or not at all.

    Raises InputError, BundleError, OutputError, MissingPackageError, or Cancelled.
    """
    started = time.monotonic()
    bundle = open_bundle(request.model)
    card = bundle.card
    report = on_progress or _ignore_progress
    cancelled = is_cancelled or _never_cancelled
    for final in request.outputs().values():
        check_not_input(final, request.scene)
    with (
        open_scene(
            request.scene, card.bands, request.bands, request.scaling, request.reading()
        ) as scene,
        staged_outputs() as staged,
    ):
        grid = grid_over(
            scene.height,
            scene.width,
            request.cell,
            card.patch_size,
            scene.extent_on_grid(request.extent),
            scene.transform,
        )
        parts = {name: staged.stage(path) for name, path in request.outputs().items()}
        cell_map = _classify_cells(
            scene, grid, bundle, request.probabilities is not None, report, cancelled
        )
        if not cell_map.windows:
            raise InputError(
                f"{scene.name} holds no valid pixels here: all are nodata. Choose another scene "
                "or extent."
            )
        codes = _with_uncertain(cell_map, request.min_confidence)
        areas = class_areas(codes, grid, scene.row_areas(), card.classes)
        _write(request, scene, grid, bundle, codes, cell_map, areas, parts, staged)
        _stop_if(cancelled)
        staged.commit()
        return ClassifyResult(
            request,
            bundle,
            _scene_json(scene),
            areas,
            cells=grid.rows * grid.cols,
            valid_cells=int((codes != NODATA_CODE).sum()),
            windows=cell_map.windows,
            seconds=time.monotonic() - started,
            warnings=scene_warnings(scene, card),
        )


def _classify_cells(
    scene: Scene,
    grid: Grid,
    bundle: Bundle,
    keep_probabilities: bool,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> CellMap:
    card = bundle.card
    shape = (grid.rows, grid.cols)
    codes = np.full(shape, NODATA_CODE, np.uint8)
    confidence = np.full(shape, np.nan, np.float32)
    kept = np.full((len(card.classes), *shape), np.nan, np.float32) if keep_probabilities else None
    class_codes = np.array([c.code for c in card.classes], np.uint8)
    total = grid.rows * grid.cols
    windows = 0

    def predict(batch: list[CellWindow], predictor: Predictor) -> None:
        probabilities = predictor.predict(np.stack([cell.values for cell in batch]))
        rows, cols = [cell.row for cell in batch], [cell.col for cell in batch]
        codes[rows, cols] = class_codes[probabilities.argmax(axis=1)]
        confidence[rows, cols] = probabilities.max(axis=1)
        if kept is not None:
            kept[:, rows, cols] = probabilities.T

    on_progress(0, total)
    predictor: Predictor | None = None
    pending: list[CellWindow] = []
    for strip in strips(scene, grid, card.scaling):
        pending += strip.cells
        last = strip.row == grid.rows - 1
        while len(pending) >= BATCH_SIZE or (last and pending):
            _stop_if(is_cancelled)
            predictor = predictor or load_predictor(bundle)
            _stop_if(is_cancelled)
            batch, pending = pending[:BATCH_SIZE], pending[BATCH_SIZE:]
            predict(batch, predictor)
            windows += len(batch)
            on_progress(min(total, (strip.row + 1) * grid.cols - len(pending)), total)
        _stop_if(is_cancelled)
    on_progress(total, total)
    return CellMap(codes, confidence, kept, windows)


def _ignore_progress(done: int, total: int) -> None:
    """Progress for nobody."""


def _never_cancelled() -> bool:
    return False


def _stop_if(is_cancelled: IsCancelled) -> None:
    if is_cancelled():
        raise Cancelled("Cancelled: nothing was written.")


def _with_uncertain(cell_map: CellMap, min_confidence: float) -> np.ndarray:
    # NaN, the confidence of nodata, compares false and so stays nodata.
    return np.where(cell_map.confidence < min_confidence, np.uint8(UNCERTAIN.code), cell_map.codes)


def _write(
    request: ClassifyRequest,
    scene: Scene,
    grid: Grid,
    bundle: Bundle,
    codes: np.ndarray,
    cell_map: CellMap,
    areas: list[ClassArea],
    parts: dict[str, Path],
    staged: StagedOutputs,
) -> None:
    classes = bundle.card.classes
    placed = (grid.transform(scene.transform), scene.crs, provenance_tags(request, scene, bundle))
    write_land_cover(parts["output"], codes, classes, *placed)
    write_category_names(
        staged.stage(request.output.with_name(request.output.name + ".aux.xml")), classes
    )
    if style := style_file(request.output):
        found = [area.land_cover_class for area in found_largest_first(areas)]
        write_qgis_style(staged.stage(style), found)
    if "confidence" in parts:
        write_confidence(parts["confidence"], cell_map.confidence, *placed)
    if "probabilities" in parts and cell_map.probabilities is not None:
        write_probabilities(parts["probabilities"], cell_map.probabilities, classes, *placed)
    if "polygons" in parts:
        titles = {c.code: c.title for c in (*classes, UNCERTAIN)}
        outlines = patches(codes, grid, scene.row_areas())
        write_polygons(parts["polygons"], outlines, titles, scene.transform, scene.crs)
    if "stats" in parts:
        write_statistics(parts["stats"], areas)


def _scene_json(scene: Scene) -> dict[str, Any]:
    radiometry = scene.radiometry
    return {
        "level": radiometry.level,
        "baseline": radiometry.baseline,
        "offset": radiometry.offset,
        "scaling": radiometry.scaling,
    }


def _class_json(area: ClassArea) -> dict[str, Any]:
    c = area.land_cover_class
    return {
        "code": c.code,
        "name": c.name,
        "title": c.title,
        "color": c.color,
        "cells": area.cells,
        "area_m2": area.area_m2,
        "share": area.share,
    }


def peak_rss_mib() -> float | None:
    """Peak resident memory of this process in MiB, None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts KiB, macOS bytes (getrusage(2) of each).
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)
