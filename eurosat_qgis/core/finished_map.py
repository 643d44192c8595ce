"""A land-cover map made before: its classes, their areas, and what it says of its making."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from eurosat_qgis.core.areas import pixel_row_areas
from eurosat_qgis.core.bundle import NODATA_CODE, CardClass, checked_color
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.statistics import ClassArea

# Bars of the histogram of confidence, 0 to 1.
BINS = 20
_UNKNOWN = "unknown"
_ROWS_AT_ONCE = 256
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
    """Read a land-cover raster that `classify` made and, where given, the confidence beside it.

    The part of border cells beyond the scene does not count, as when the map was made; a piece cut
    out of it and a copy in another CRS are read as well.

    Raises InputError when a file is no such raster, or the two are not on one grid.
    """
    with open_map(path) as raster:
        tags = {k: v for k, v in raster.tags().items() if v and v != _UNKNOWN}
        classes = _classes_of(tags, path)
        rows, cols = _inside(raster, tags.get("SCENE_EXTENT"))
        areas = _row_areas(raster)
        weights = rows if areas is None else rows * areas
        sums = _Sums()
        if confidence is None:
            for row, codes in _strips(raster):
                sums.add(codes, np.outer(weights[row : row + len(codes)], cols))
        else:
            with _open(confidence, "confidence raster") as beside:
                _check_same_grid(raster, beside)
                for row, codes in _strips(raster):
                    window = Window(0, row, raster.width, len(codes))
                    sums.add(
                        codes,
                        np.outer(weights[row : row + len(codes)], cols),
                        beside.read(1, window=window),
                    )
        found = sums.areas(classes, areas is not None)
        return FinishedMap(
            path,
            classes,
            tuple(found),
            cells=raster.width * raster.height,
            valid_cells=int(sums.cells[NODATA_CODE + 1 :].sum()),
            crs=raster.crs.to_string() if raster.crs else None,
            cell_m=None if areas is None else float(np.sqrt(areas.mean())),
            bounds=tuple(raster.bounds),
            tags=tags,
            confidence=sums.summary(),
        )


def credits_of(tags: Mapping[str, str]) -> str:
    """Whom a map is owed to, as far as its tags say: data and year, dataset, model, accuracy."""
    year = f" {tags['SCENE_TIME'][:4]}" if "SCENE_TIME" in tags else ""
    parts = [f"Contains modified Copernicus Sentinel data{year}", "EuroSAT, Helber et al. 2019"]
    model = f"model {tags['MODEL']}"
    with suppress(KeyError, ValueError):
        model += f", accuracy {float(tags['MODEL_ACCURACY']):.1%}"
    return "; ".join([*parts, model])


@contextmanager
def open_map(path: Path) -> Iterator[DatasetReader]:
    """Open a land-cover raster. Raises InputError when it is none of this plugin."""
    with _open(path, "land-cover map") as raster:
        if raster.count != 1 or raster.dtypes[0] != "uint8" or "MODEL" not in raster.tags():
            raise InputError(
                f"{path.name} is no land-cover map of this plugin: choose the raster that "
                "Land-cover map made."
            )
        yield raster


@contextmanager
def _open(path: Path, what: str) -> Iterator[DatasetReader]:
    try:
        with rasterio.open(path) as raster:
            yield raster
    except (RasterioError, OSError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(f"The {what} {path.name} cannot be read ({first}).") from error


def _classes_of(tags: Mapping[str, str], path: Path) -> tuple[CardClass, ...]:
    """The classes that a map's tag lists, uncertain among them."""
    try:
        listed = json.loads(tags["CLASSES"])
        return tuple(
            CardClass(int(c["code"]), str(c["name"]), str(c["title"]), checked_color(c["color"]))
            for c in listed
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise InputError(
            f"{path.name} does not say what its codes mean (its tag CLASSES is missing or "
            "damaged): make the map again."
        ) from error


def _inside(raster: DatasetReader, extent: str | None) -> tuple[np.ndarray, np.ndarray]:
    """The share of each row and each column of cells that lies inside the scene."""
    rows, cols = np.ones(raster.height), np.ones(raster.width)
    try:
        left, bottom, right, top = map(float, (extent or "").split(","))
    except ValueError:
        return rows, cols
    transform = raster.transform
    if transform.b or transform.d or not transform.determinant:
        return rows, cols
    # A copy in another CRS lies elsewhere, and keeps the tag.
    (first_col, first_row), (last_col, last_row) = (
        ~transform @ corner for corner in ((left, top), (right, bottom))
    )
    in_rows = _overlap(raster.height, first_row, last_row)
    in_cols = _overlap(raster.width, first_col, last_col)
    return (in_rows, in_cols) if in_rows.any() and in_cols.any() else (rows, cols)


def _overlap(count: int, start: float, stop: float) -> np.ndarray:
    low, high = sorted((start, stop))
    edges = np.clip(np.arange(count + 1.0), low, high)
    # Coordinates come rounded: a share this near to one is one.
    return np.round(np.diff(edges), 9)


def _row_areas(raster: DatasetReader) -> np.ndarray | None:
    """m² of a cell of each row, None without a place on the map."""
    crs, transform = raster.crs, raster.transform
    placed = crs and (crs.is_projected or crs.is_geographic) and transform != Affine.identity()
    return pixel_row_areas(crs, transform, raster.height, raster.width) if placed else None


def _strips(raster: DatasetReader) -> Iterator[tuple[int, np.ndarray]]:
    for row in range(0, raster.height, _ROWS_AT_ONCE):
        rows = min(_ROWS_AT_ONCE, raster.height - row)
        yield row, raster.read(1, window=Window(0, row, raster.width, rows))


def _check_same_grid(raster: DatasetReader, beside: DatasetReader) -> None:
    same = raster.shape == beside.shape and raster.transform.almost_equals(
        beside.transform, 1e-6 * abs(raster.transform.a)
    )
    if not same or beside.dtypes[0] not in ("float32", "float64"):
        raise InputError(
            f"{Path(beside.name).name} is not the confidence of {Path(raster.name).name}: choose "
            "the raster that was made with it."
        )


class _Sums:
    """What the strips of a map add up to, by code."""

    def __init__(self) -> None:
        self.cells = np.zeros(_CODES, np.int64)
        self.covered = np.zeros(_CODES)
        # Of cells with a confidence: their area, and area times confidence.
        self._known = np.zeros(_CODES)
        self._confidence = np.zeros(_CODES)
        self._histogram = np.zeros(BINS)

    def add(
        self, codes: np.ndarray, weights: np.ndarray, confidence: np.ndarray | None = None
    ) -> None:
        self.cells += np.bincount(codes.ravel(), minlength=_CODES)
        self.covered += np.bincount(codes.ravel(), weights.ravel(), _CODES)
        if confidence is None:
            return
        known = (codes != NODATA_CODE) & np.isfinite(confidence)
        kept, weight, value = codes[known], weights[known], confidence[known].clip(0, 1)
        self._known += np.bincount(kept, weight, _CODES)
        self._confidence += np.bincount(kept, weight * value, _CODES)
        bars = np.minimum((value * BINS).astype(int), BINS - 1)
        self._histogram += np.bincount(bars, weight, BINS)

    def areas(self, classes: tuple[CardClass, ...], placed: bool) -> list[ClassArea]:
        total = self.covered[NODATA_CODE + 1 :].sum()
        found = [
            ClassArea(
                c,
                int(self.cells[c.code]),
                float(self.covered[c.code]) if placed else None,
                float(self.covered[c.code] / total) if total else 0.0,
            )
            for c in classes
            if self.cells[c.code]
        ]
        return sorted(found, key=lambda area: -area.share)

    def summary(self) -> ConfidenceSummary | None:
        total = self._known.sum()
        if not total:
            return None
        return ConfidenceSummary(
            float(self._confidence.sum() / total),
            tuple((self._histogram / total).tolist()),
            {
                int(code): float(self._confidence[code] / self._known[code])
                for code in np.flatnonzero(self._known)
            },
        )
