"""The main job: a scene in, a land-cover map out."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, Bundle, CardClass, open_bundle
from eurosat_qgis.core.classification.cell_map import (
    CellMap,
    IsCancelled,
    OnProgress,
    classify_cells,
    stop_if,
)
from eurosat_qgis.core.classification.cluster import open_cluster, threads_a_worker
from eurosat_qgis.core.classification.dense_choice import choose_dense
from eurosat_qgis.core.classification.journal import kept_journal, remove_leftovers
from eurosat_qgis.core.classification.opened_run import how_of, opened_run
from eurosat_qgis.core.classification.provenance import (
    provenance_tags,
    radiometry_json,
    scene_warnings,
)
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.classification.run_identity import run_identity
from eurosat_qgis.core.classification.spread_cells import classify_on_cluster
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks.masks import Masks
from eurosat_qgis.core.network.precision import BFLOAT16, cpu_has_bfloat16
from eurosat_qgis.core.network.threads import limited_network
from eurosat_qgis.core.outputs.cog import make_cloud_optimized
from eurosat_qgis.core.outputs.map_tags import map_tags
from eurosat_qgis.core.outputs.outputs import StagedOutputs, check_not_input, staged_outputs
from eurosat_qgis.core.outputs.polygons import patches, write_polygons
from eurosat_qgis.core.outputs.qgis_style import style_file, write_qgis_style
from eurosat_qgis.core.outputs.rasters import (
    write_category_names,
    write_confidence,
    write_land_cover,
    write_probabilities,
)
from eurosat_qgis.core.outputs.sld_style import write_sld
from eurosat_qgis.core.outputs.statistics import (
    CellArea,
    ClassArea,
    area_of_cells,
    class_areas,
    found_largest_first,
    write_statistics,
)
from eurosat_qgis.core.scene.scene import Scene

_RASTERS = {"output", "confidence", "probabilities"}


@dataclass(frozen=True)
class ClassifyResult:
    """What a run found and did.

    `cells` are those asked for: all, or those that touch the area of interest, whose own size is
    `area_of_interest_m2`. Areas are None where the scene has no place on the map.
    """

    request: ClassifyRequest
    bundle: Bundle
    scene: dict[str, Any]
    areas: list[ClassArea]
    cells: int
    valid_cells: int
    uncertain: CellArea
    masked: CellArea
    area_of_interest_m2: float | None
    masks: tuple[str, ...]
    windows: int
    pixels: int
    dense: bool
    resumed: int
    seconds: float
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The object that `classify --json` and the worker give."""
        return {
            "cells": self.cells,
            "valid_cells": self.valid_cells,
            "areas_m2": {a.land_cover_class.name: a.area_m2 for a in self.areas},
            "classes": [a.as_json() for a in self.areas if a.cells],
            "uncertain_cells": self.uncertain.cells,
            "uncertain_area_m2": self.uncertain.area_m2,
            "masked_cells": self.masked.cells,
            "masked_area_m2": self.masked.area_m2,
            "area_of_interest_m2": self.area_of_interest_m2,
            "masks": list(self.masks),
            **self.scene,
            "model": self.bundle.card.name,
            "outputs": {name: str(path) for name, path in self.request.outputs().items()},
            "seconds": round(self.seconds, 3),
            "peak_rss_mib": peak_rss_mib(),
            "windows": self.windows,
            "pixels_read": self.pixels,
            "dense": self.dense,
            "resumed_cells": self.resumed,
            "warnings": list(self.warnings),
        }


def classify(
    request: ClassifyRequest,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> ClassifyResult:
    """Classify a scene and write the outputs that the request names.

    `on_progress(done, total)` hears of cells after every batch; `is_cancelled` is asked as often.
    Outputs appear complete or not at all.

    Raises InputError, BundleError, OutputError, MissingPackageError, or Cancelled.
    """
    started = time.monotonic()
    bundle = open_bundle(request.model, request.cell)
    card = bundle.card
    report = on_progress or _ignore_progress
    cancelled = is_cancelled or _never_cancelled
    for final in request.outputs().values():
        for what, source in request.inputs().items():
            check_not_input(final, source, what)
    with (
        opened_run(request, bundle) as run,
        ExitStack() as running,
        staged_outputs() as staged,
    ):
        scene, masks, grid, area, wanted = run.scene, run.masks, run.grid, run.area, run.wanted
        found = scene_warnings(scene, card) + (area.notes if area else ()) + masks.notes
        running.enter_context(limited_network(request.threads))
        choice = choose_dense(request, scene, grid, bundle)
        found += choice.notes
        if request.precision == BFLOAT16 and request.scheduler is None and not cpu_has_bfloat16():
            found += ("This processor has no bfloat16: computed in float32.",)
        how = how_of(request, grid, choice.network)
        identity = run_identity(request, scene, grid, wanted, bundle, choice.network is not None)
        journal = running.enter_context(kept_journal(request.output, int(wanted.sum()), identity))
        if journal and journal.records:
            remove_leftovers(request.outputs().values())
        parts = {name: staged.stage(path) for name, path in request.outputs().items()}
        if request.scheduler is None:
            cell_map = classify_cells(
                scene, grid, wanted, bundle, masks, how, report, cancelled, journal
            )
        else:
            tile_rows = choice.network.plan.rows.cells if choice.network else None
            client = running.enter_context(open_cluster(request.scheduler))
            threads = threads_a_worker(request.scheduler, request.threads)
            cell_map = classify_on_cluster(
                client,
                replace(request, threads=threads),
                run,
                tile_rows,
                report,
                cancelled,
                journal,
            )
        _check_seen(cell_map, scene, masks)
        codes = _with_uncertain(cell_map, request.min_confidence)
        row_areas = scene.row_areas()
        areas = class_areas(codes, grid, row_areas, card.classes)
        masked = area_of_cells(cell_map.masked, grid, row_areas)
        tags = provenance_tags(request, scene, bundle, area, masks.descriptions, found)
        _write(request, scene, grid, card.classes, tags, codes, cell_map, areas, parts, staged)
        if "stats" in parts:
            write_statistics(parts["stats"], areas, masked if masks.masks else None)
        stop_if(cancelled)
        staged.commit()
        return ClassifyResult(
            request,
            bundle,
            _scene_json(scene),
            areas,
            cells=int(wanted.sum()),
            valid_cells=int((codes != NODATA_CODE).sum()),
            uncertain=area_of_cells(codes == UNCERTAIN.code, grid, row_areas),
            masked=masked,
            area_of_interest_m2=area.area_m2 if area else None,
            masks=masks.descriptions,
            windows=cell_map.windows,
            pixels=cell_map.pixels,
            dense=choice.network is not None,
            resumed=cell_map.resumed,
            seconds=time.monotonic() - started,
            warnings=found,
        )


def _ignore_progress(done: int, total: int) -> None:
    """Progress for nobody."""


def _never_cancelled() -> bool:
    return False


def _check_seen(cell_map: CellMap, scene: Scene, masks: Masks) -> None:
    if cell_map.windows:
        return
    if cell_map.masked.any():
        raise InputError(
            f"Nothing of {scene.name} is left here: masked by {'; '.join(masks.descriptions)}. "
            "Choose another scene or area, or mask less."
        )
    raise InputError(
        f"{scene.name} holds no valid pixels here: all are nodata. Choose another scene or extent."
    )


def _with_uncertain(cell_map: CellMap, min_confidence: float) -> np.ndarray:
    # NaN, the confidence of nodata, compares false and so stays nodata.
    return np.where(cell_map.confidence < min_confidence, np.uint8(UNCERTAIN.code), cell_map.codes)


def _write(
    request: ClassifyRequest,
    scene: Scene,
    grid: Grid,
    classes: tuple[CardClass, ...],
    tags: Mapping[str, str],
    codes: np.ndarray,
    cell_map: CellMap,
    areas: list[ClassArea],
    parts: dict[str, Path],
    staged: StagedOutputs,
) -> None:
    tags = {**tags, **map_tags(classes, scene)}
    placed = (grid.transform(scene.transform), scene.crs, tags)
    write_land_cover(parts["output"], codes, classes, *placed)
    write_category_names(
        staged.stage(request.output.with_name(request.output.name + ".aux.xml")), classes
    )
    found = [area.land_cover_class for area in found_largest_first(areas)]
    if style := style_file(request.output):
        write_qgis_style(staged.stage(style), found)
    if request.sld:
        sld = staged.stage(request.output.with_suffix(".sld"))
        write_sld(sld, request.output.stem, found)
    if "confidence" in parts:
        write_confidence(parts["confidence"], cell_map.confidence, *placed)
    if "probabilities" in parts and cell_map.probabilities is not None:
        write_probabilities(parts["probabilities"], cell_map.probabilities, classes, *placed)
    if "polygons" in parts:
        titles = {c.code: c.title for c in (*classes, UNCERTAIN)}
        outlines = patches(codes, grid, scene.row_areas())
        write_polygons(
            parts["polygons"], outlines, titles, scene.transform, scene.crs, request.dissolve
        )
    if request.cog:
        for name in _RASTERS & parts.keys():
            make_cloud_optimized(parts[name], of_classes=name == "output")


def _scene_json(scene: Scene) -> dict[str, Any]:
    return radiometry_json(scene.radiometry)


def peak_rss_mib() -> float | None:
    """Peak resident memory of this process in MiB, None where the system does not tell."""
    status = Path("/proc/self/status")
    if status.is_file():
        # Linux' getrusage begins with what the process had that started this one: QGIS, say.
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        peaks = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
        if peaks:
            return round(int(peaks[0]) / (1 << 10), 1)
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts KiB, macOS bytes (getrusage(2) of each).
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)
