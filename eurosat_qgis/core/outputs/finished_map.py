"""A land-cover map made before: its classes, their areas, and what it says of its making."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.errors import RasterioError

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap, open_map
from eurosat_qgis.core.outputs.statistics import ClassArea
from eurosat_qgis.core.scene.open_bands import open_raster

# Bars of the histogram of confidence, 0 to 1.
BINS = 20
_UNKNOWN = "unknown"
_CODES = 256


@dataclass(frozen=True)
class ConfidenceSummary:
    """Confidence over a map, every cell counted by its area: its mean, the share of the map in each
    of BINS bars from 0 to 1, and the mean of each class found, by code."""

    mean: float
    histogram: tuple[float, ...]
    by_class: Mapping[int, float]


@dataclass(frozen=True)
class FinishedMap:
    """What a land-cover raster of this plugin holds.

    `areas` are the classes found, largest first; `tags` what it says of its making, without what is
    unknown; `cell_m` is the side of a cell in metres, None without a place on the map.
    """

    path: Path
    classes: tuple[CardClass, ...]
    areas: tuple[ClassArea, ...]
    cells: int
    valid_cells: int
    crs: str | None
    cell_m: float | None
    bounds: tuple[float, float, float, float]
    tags: Mapping[str, str]
    confidence: ConfidenceSummary | None

    def as_json(self) -> dict[str, Any]:
        """The object that `describe --json` and the worker give."""
        summary = self.confidence
        return {
            "map": self.path.name,
            "cells": self.cells,
            "valid_cells": self.valid_cells,
            "classes": [area.as_json() for area in self.areas],
            "crs": self.crs,
            "cell_m": self.cell_m,
            "extent": list(self.bounds),
            "tags": dict(self.tags),
            "credits": credits_of(self.tags),
            "confidence": None
            if summary is None
            else {
                "mean": summary.mean,
                "histogram": list(summary.histogram),
                "by_class": {str(code): mean for code, mean in summary.by_class.items()},
            },
        }


def describe_map(path: Path, confidence: Path | None = None) -> FinishedMap:
    """Read a land-cover raster and, where given, the confidence beside it.

    The part of border cells beyond the scene does not count, as when the map was made; a piece cut
    out of it and a copy in another CRS are read as well.

    Raises InputError when a file is no such raster, or the two are not on one grid.
    """
    land_cover = open_map(str(path))
    with ExitStack() as opened:
        raster = open_raster(str(path), opened)
        tags = {name: v for name, v in raster.tags().items() if v and v != _UNKNOWN}
        bounds = tuple(raster.bounds)
    heights, widths, placed = land_cover.sides()
    weights = np.outer(heights, widths)
    areas = _areas_of(land_cover, weights, placed)
    side = np.sqrt(heights.max() * widths.max()) if placed else None
    return FinishedMap(
        path,
        (*land_cover.classes, UNCERTAIN),
        areas,
        cells=land_cover.codes.size,
        valid_cells=int((land_cover.codes != NODATA_CODE).sum()),
        crs=land_cover.crs.to_string() if land_cover.crs else None,
        cell_m=None if side is None else float(side),
        bounds=bounds,
        tags=tags,
        confidence=None if confidence is None else _summary(land_cover, weights, confidence),
    )


def _areas_of(land_cover: LandCoverMap, weights: np.ndarray, placed: bool) -> tuple[ClassArea, ...]:
    codes = land_cover.codes.ravel()
    cells = np.bincount(codes, minlength=_CODES)
    covered = np.bincount(codes, weights.ravel(), _CODES)
    total = covered[NODATA_CODE + 1 :].sum()
    found = [
        ClassArea(
            c,
            int(cells[c.code]),
            float(covered[c.code]) if placed else None,
            float(covered[c.code] / total),
        )
        for c in (*land_cover.classes, UNCERTAIN)
        if cells[c.code]
    ]
    return tuple(sorted(found, key=lambda area: -area.share))


def _summary(land_cover: LandCoverMap, weights: np.ndarray, path: Path) -> ConfidenceSummary:
    with ExitStack() as opened:
        raster = open_raster(str(path), opened)
        same = raster.shape == land_cover.codes.shape and raster.transform.almost_equals(
            land_cover.transform, 1e-6 * abs(land_cover.transform.a)
        )
        if not same or not np.issubdtype(np.dtype(raster.dtypes[0]), np.floating):
            raise InputError(
                f"{path.name} is not the confidence of {land_cover.name}: choose the raster that "
                "was made with it."
            )
        try:
            values = raster.read(1)
        except RasterioError as error:
            raise InputError(f"{path.name} cannot be read ({error}): is the file whole?") from error
    known = (land_cover.codes != NODATA_CODE) & np.isfinite(values)
    if not known.any():
        raise InputError(f"{path.name} holds no confidence: choose the raster made with the map.")
    codes, weight, value = land_cover.codes[known], weights[known], values[known].clip(0, 1)
    total = weight.sum()
    of_class = np.bincount(codes, weight, _CODES)
    sums = np.bincount(codes, weight * value, _CODES)
    bars = np.minimum((value * BINS).astype(int), BINS - 1)
    return ConfidenceSummary(
        float(sums.sum() / total),
        tuple((np.bincount(bars, weight, BINS) / total).tolist()),
        {int(code): float(sums[code] / of_class[code]) for code in np.flatnonzero(of_class)},
    )


def credits_of(tags: Mapping[str, str]) -> str:
    """Whom a map is owed to, as far as its tags say: data and year, dataset, model, accuracy.

    Nothing of a map that another program made.
    """
    if "MODEL" not in tags:
        return ""
    year = f" {tags['SCENE_TIME'][:4]}" if "SCENE_TIME" in tags else ""
    parts = [f"Contains modified Copernicus Sentinel data{year}", "EuroSAT, Helber et al. 2019"]
    model = f"model {tags['MODEL']}"
    with suppress(KeyError, ValueError):
        model += f", accuracy {100 * float(tags['MODEL_ACCURACY']):.1f} %"
    return "; ".join([*parts, model])
