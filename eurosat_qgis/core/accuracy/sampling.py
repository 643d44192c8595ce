"""Random points in each class of a map, for people to label."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from eurosat_qgis.core.accuracy.class_table import class_table
from eurosat_qgis.core.accuracy.cross_table import code_table
from eurosat_qgis.core.accuracy.map_requests import (
    CENTRE,
    MAP_FIELD,
    REFERENCE_FIELD,
    USUAL_MINIMUM,
    SampleRequest,
)
from eurosat_qgis.core.accuracy.sample_size import allocation, sample_size
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.classification.cell_map import IsCancelled, OnProgress, stop_if
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap, open_map
from eurosat_qgis.core.outputs.outputs import check_not_input, staged_outputs
from eurosat_qgis.core.vectors.geopackage import write_geopackage

LAYER = "sample"


@dataclass(frozen=True)
class Sample:
    """The points drawn: `points` for each of the map's `classes`, whose shares are `weights`.

    `expected` are the user's accuracies that the size was worked out with.
    """

    request: SampleRequest
    land_cover: LandCoverMap
    classes: tuple[CardClass, ...]
    weights: np.ndarray
    points: np.ndarray
    expected: np.ndarray
    seed: int
    notes: tuple[str, ...]
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """The object that `sample --json` and the worker give."""
        asked = self.request
        how_many = (
            "As many as were asked for."
            if asked.size is not None
            else f"For a standard error of {asked.standard_error:g} of overall accuracy at an "
            f"expected user's accuracy of {asked.expected}, rare classes on top."
        )
        return {
            "map": self.land_cover.name,
            "points": int(self.points.sum()),
            "expected_standard_error": self._standard_error(),
            "how_many": how_many,
            "allocation": asked.allocation,
            "place": asked.place,
            "seed": self.seed,
            "classes": [
                {
                    "code": c.code,
                    "name": c.name,
                    "title": c.title,
                    "color": c.color,
                    "share": float(share),
                    "points": int(points),
                }
                for c, share, points in zip(self.classes, self.weights, self.points, strict=True)
            ],
            "labels": [
                {"code": c.code, "title": c.title, "color": c.color}
                for c in self.land_cover.classes
            ],
            "outputs": {"output": str(asked.output)},
            "seconds": round(self.seconds, 3),
            "warnings": list(self.notes),
        }

    def _standard_error(self) -> float | None:
        """Of overall accuracy, were the expected accuracies true (Olofsson et al. 2014, eq. 5)."""
        if (self.points < 2).any():
            return None
        spread = self.expected * (1 - self.expected) / (self.points - 1)
        return float(np.sqrt((self.weights**2 * spread).sum()))


def sample(
    request: SampleRequest,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Sample:
    """Draw points from the classes of a map and write them as a GeoPackage, layer `sample`.

    Fields: id (in random order), map_code and map_class unless `blind`, and an empty reference.

    Raises InputError, BundleError, OutputError, MissingPackageError, or Cancelled.
    """
    started = time.monotonic()
    check_not_input(request.output, request.map, "map")
    with staged_outputs() as staged:
        part = staged.stage(request.output)
        land_cover = open_map(request.map, request.model)
        heights, widths, _ = land_cover.sides()
        cells, covered = code_table(land_cover.codes, heights, widths)
        classes = tuple(c for c in land_cover.classes if cells[c.code])
        places = [c.code for c in classes]
        weights = covered[places] / covered[places].sum()
        expected = _expected(request.expected, classes, land_cover)
        size = request.size or sample_size(weights, expected, request.standard_error)
        # A cell's centre is drawn once, places in it without end.
        most = cells[places] if request.place == CENTRE else None
        minimum, notes = _minimum(request, size, len(classes))
        if request.size is None:
            # What rare classes get is on top: the standard error is kept.
            goal = allocation(size, weights, expected, request.allocation, 0)
            size = int(np.maximum(goal, minimum).sum())
        points = allocation(size, weights, expected, request.allocation, minimum, most)
        if points.sum() < size:
            notes.append(f"The map has {points.sum()} cells of its classes: each has its point.")
        # For people to repeat: short enough to type.
        seed = secrets.randbelow(1_000_000) if request.seed is None else request.seed
        stop_if(is_cancelled or (lambda: False))
        _write(request, land_cover, classes, points, part, seed)
        if on_progress is not None:
            on_progress(int(points.sum()), int(points.sum()))
        staged.commit()
    return Sample(
        request,
        land_cover,
        classes,
        weights,
        points,
        expected,
        seed,
        tuple(notes),
        time.monotonic() - started,
    )


def _minimum(request: SampleRequest, size: int, classes: int) -> tuple[int, list[str]]:
    if request.minimum is not None:
        return request.minimum, []
    if request.size is None or size >= USUAL_MINIMUM * classes:
        return USUAL_MINIMUM, []
    fitting = size // classes
    note = (
        f"{size} points are fewer than {USUAL_MINIMUM} for each of {classes} classes: rare classes "
        f"get {fitting}, and their intervals will be wide."
    )
    return fitting, [note]


def _expected(text: str, classes: tuple[CardClass, ...], land_cover: LandCoverMap) -> np.ndarray:
    """The expected user's accuracy of each class, from `Forest=0.9,River=0.6,0.8`."""
    table = class_table(None, land_cover.classes)
    codes = [c.code for c in classes]
    expected = np.full(len(classes), np.nan)
    others = float("nan")
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, is_named, number = part.rpartition("=")
        try:
            share = float(number)
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1:
            raise InputError(
                f"{part} is no expected accuracy: give shares of 0 to 1, such as 0.8 or "
                "Forest=0.9,0.8."
            )
        if not is_named:
            others = share
        elif (code := table.code(name)) > 0:
            expected[[c == code for c in codes]] = share
        else:
            known = ", ".join(c.name for c in land_cover.classes)
            raise InputError(f"{land_cover.name} has no class {name}: choose of {known}.")
    expected = np.where(np.isnan(expected), others, expected)
    if np.isnan(expected).any():
        raise InputError(
            f"{text} leaves out {classes[int(np.isnan(expected).argmax())].name}: end it with a "
            "share for all other classes, as in Forest=0.9,0.8."
        )
    return expected


def _write(
    request: SampleRequest,
    land_cover: LandCoverMap,
    classes: tuple[CardClass, ...],
    points: np.ndarray,
    part: Path,
    seed: int,
) -> None:
    rng = np.random.default_rng(seed)
    xy = np.concatenate(
        [
            _drawn(land_cover, c.code, int(n), request.place, rng)
            for c, n in zip(classes, points, strict=True)
        ]
    )
    owners = np.repeat(np.arange(len(classes)), points)
    # In the order of classes the id would tell the class.
    order = rng.permutation(len(owners))
    xy, owners = xy[order], owners[order]
    codes = np.array([c.code for c in classes], np.int32)[owners]
    titles = np.array([c.title for c in classes], object)[owners]
    seen = {} if request.blind else {"map_code": codes, MAP_FIELD: titles}
    fields = {
        "id": np.arange(1, len(order) + 1, dtype=np.int64),
        **seen,
        REFERENCE_FIELD: np.array([""] * len(order), object),
    }
    shapes = list(shapely.to_wkb(shapely.points(xy)))
    write_geopackage(part, LAYER, shapes, fields, "Point", land_cover.crs)


def _drawn(
    land_cover: LandCoverMap, code: int, count: int, place: str, rng: np.random.Generator
) -> np.ndarray:
    """Places on the map, `(count, 2)`, in cells of one class."""
    rows, cols = np.nonzero(land_cover.codes == code)
    heights, widths, _ = land_cover.sides()
    if place == CENTRE:
        drawn = rng.choice(len(rows), count, replace=False)
        along = np.full((count, 2), 0.5)
    else:
        # A cell is as likely as it is large, so that every place of the class is as likely.
        areas = heights[rows] * widths[cols]
        drawn = rng.choice(len(rows), count, p=areas / areas.sum())
        along = rng.random((count, 2))
    grid = land_cover.grid
    # Of a border cell only the part inside the scene.
    lengths = np.column_stack(
        [
            np.minimum(grid.cell, grid.width - cols[drawn] * grid.cell),
            np.minimum(grid.cell, grid.height - rows[drawn] * grid.cell),
        ]
    )
    pixels = np.column_stack([cols[drawn], rows[drawn]]) * grid.cell + along * lengths
    affine = land_cover.pixel_transform
    linear = np.array([[affine.a, affine.d], [affine.b, affine.e]])
    return pixels @ linear + (affine.c, affine.f)
