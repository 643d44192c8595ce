"""An assessment as one CSV table: a row a class of the map."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from eurosat_qgis.core.accuracy.assessment import Assessment
from eurosat_qgis.core.errors import OutputError

_SCORES = (
    "users_accuracy", "users_accuracy_ci95", "producers_accuracy", "producers_accuracy_ci95", "f1",
    "map_area_m2", "compared_map_area_m2", "compared_reference_area_m2", "area_share",
    "area_share_ci95", "area_m2", "area_ci95_m2",
)  # fmt: skip
_OF_ALL = ("accuracy", "accuracy_ci95", "kappa", "estimator")
_DIGITS = 6


def write_table(path: Path, assessment: Assessment) -> None:
    """Write code, class, counts of each reference class, scores and areas of each class.

    A last row `All` has the columns' sums, overall accuracy, kappa and the estimator's name. What
    is not known is empty. Raises OutputError when the file cannot be written.
    """
    found = assessment.as_json()
    titles = [c.title for c in assessment.classes]
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(
                ["code", "class", *(f"reference: {t}" for t in titles), "n", *_SCORES, *_OF_ALL]
            )
            for row, c in zip(assessment.counts.tolist(), assessment.classes, strict=True):
                scores = found["per_class"][c.name]
                told = [_cell(scores[name]) for name in _SCORES]
                writer.writerow([c.code, c.title, *row, sum(row), *told, *[""] * len(_OF_ALL)])
            sums = assessment.counts.sum(axis=0).tolist()
            told = [_cell(found[name]) for name in _OF_ALL]
            writer.writerow(["", "All", *sums, found["n"], *[""] * len(_SCORES), *told])
    except OSError as error:
        raise OutputError(f"The table of scores cannot be written ({error.strerror}).") from error


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return round(value, _DIGITS) if isinstance(value, float) else value
