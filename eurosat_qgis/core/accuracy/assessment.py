"""What a comparison of a map with a reference found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from eurosat_qgis.core.accuracy.class_table import ClassTable
from eurosat_qgis.core.accuracy.estimators import Scores, StratifiedEstimate
from eurosat_qgis.core.accuracy.left_out import REASONS
from eurosat_qgis.core.accuracy.map_requests import COUNTS, STRATIFIED, AssessRequest
from eurosat_qgis.core.accuracy.observations import POINTS, Observations
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.outputs.land_cover_map import LandCoverMap

_LISTED_VALUES = 20


@dataclass(frozen=True)
class Assessment:
    """The matrix, what is estimated of it, and what is left out.

    `classes` are those of map or reference, `counts` `(classes, classes)` points or cells, map by
    rows. `map_areas` `(classes,)` is what the map gives each class, in m² where `placed`;
    `compared_areas` the area of the cells in `counts`, None for points. `estimate` is None where
    plain counts are all that can be said.
    """

    request: AssessRequest
    land_cover: LandCoverMap
    matched: ClassTable
    found: Observations
    classes: tuple[CardClass, ...]
    counts: np.ndarray
    map_areas: np.ndarray
    uncertain_area: float
    placed: bool
    compared_areas: np.ndarray | None
    scores: Scores
    estimate: StratifiedEstimate | None
    estimated_area: float
    notes: tuple[str, ...]
    seconds: float

    @property
    def estimator(self) -> str:
        """`stratified` or `counts`."""
        return COUNTS if self.estimate is None else STRATIFIED

    @property
    def explanation(self) -> str:
        """What was estimated and when it holds, in a sentence or two."""
        if self.estimate is not None:
            return (
                "Stratified estimator (Olofsson et al. 2014): it holds for points drawn at random "
                "within each class of this map, the strata. Scores and areas are those of the "
                "whole classified map; ± is the half width of a 95 % confidence interval."
            )
        if self.found.kind == POINTS:
            return (
                "Plain counts of points, whatever way they were chosen: neither weighted by the "
                "classes' areas nor with confidence intervals."
            )
        return (
            "Plain counts of cells: every cell that the reference covers was compared. That is no "
            "random sample, so there are no confidence intervals; errors of the reference count "
            "as errors of the map."
        )

    def as_json(self) -> dict[str, Any]:
        """The object that `assess --json` and the worker give; null is not known."""
        scores = self.scores
        return {
            "map": self.land_cover.name,
            "reference": self.found.name,
            "kind": self.found.kind,
            "matched": self.matched.description,
            "estimator": self.estimator,
            "explanation": self.explanation,
            "n": int(self.counts.sum()),
            "accuracy": _known(scores.overall),
            "accuracy_ci95": _known(scores.overall_ci95),
            "kappa": _known(scores.kappa),
            "classes": [c.name for c in self.classes],
            "confusion": self.counts.tolist(),
            "proportions": None if self.estimate is None else self.estimate.proportions.tolist(),
            "per_class": {c.name: self._class_json(i) for i, c in enumerate(self.classes)},
            "left_out": {name: self.found.left_out.get(name, 0) for name in REASONS},
            "left_out_values": {
                reason: dict(counter.most_common(_LISTED_VALUES))
                for reason, counter in self.found.values.items()
            },
            "points_in_shared_cells": self.found.in_shared_cells,
            "uncertain_area_m2": self.uncertain_area if self.placed else None,
            "outputs": {name: str(path) for name, path in self.request.outputs().items()},
            "seconds": round(self.seconds, 3),
            "warnings": list(self.notes),
        }

    def _class_json(self, i: int) -> dict[str, Any]:
        c, scores = self.classes[i], self.scores
        return {
            "code": c.code,
            "title": c.title,
            "color": c.color,
            "on_map": int(self.counts[i].sum()),
            "in_reference": int(self.counts[:, i].sum()),
            "users_accuracy": _known(scores.users[i]),
            "users_accuracy_ci95": _at(scores.users_ci95, i),
            "producers_accuracy": _known(scores.producers[i]),
            "producers_accuracy_ci95": _at(scores.producers_ci95, i),
            "f1": _known(scores.f1[i]),
            **self.class_areas(i),
        }

    def class_areas(self, i: int) -> dict[str, float | None]:
        """Areas in m² of class `i`: on the map, compared, estimated; None is not known."""
        estimate, compared = self.estimate, self.compared_areas
        total = self.estimated_area if self.placed else None
        return {
            "map_area_m2": float(self.map_areas[i]) if self.placed else None,
            "compared_map_area_m2": _at_area(compared, i, 1) if self.placed else None,
            "compared_reference_area_m2": _at_area(compared, i, 0) if self.placed else None,
            "area_share": None if estimate is None else _known(estimate.area[i]),
            "area_share_ci95": None if estimate is None else _known(estimate.area_ci95[i]),
            "area_m2": None if estimate is None else _scaled(estimate.area[i], total),
            "area_ci95_m2": None if estimate is None else _scaled(estimate.area_ci95[i], total),
        }


def _known(number: float | None) -> float | None:
    return None if number is None or math.isnan(number) else float(number)


def _at(numbers: np.ndarray | None, i: int) -> float | None:
    return None if numbers is None else _known(numbers[i])


def _at_area(areas: np.ndarray | None, i: int, axis: int) -> float | None:
    return None if areas is None else float(areas.sum(axis=axis)[i])


def _scaled(share: float, total: float | None) -> float | None:
    return None if total is None else _known(share * total)
