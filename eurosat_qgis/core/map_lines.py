"""Results on finished maps as lines of text: for the terminal and for QGIS' log. Plain Python."""

from __future__ import annotations

from typing import Any

from eurosat_qgis.core.accuracy.left_out import REASONS

_LISTED_VALUES = 5


def accuracy_lines(result: dict[str, Any]) -> list[str]:
    """What `assess` found, from the whole map to its classes, and what was left out."""
    unit = "points" if result["kind"] == "points" else "cells"
    overall = _percent(result["accuracy"], result["accuracy_ci95"])
    lines = [
        f"{result['n']} {unit} compared, matched {result['matched']}.",
        result["explanation"],
        f"Overall accuracy {overall}, kappa {_number(result['kappa'])}.",
    ]
    lines += [_class_line(scores, unit) for scores in result["per_class"].values()]
    lines += [
        f"Left out: {count} {unit} {REASONS[reason]}{_values(result, reason)}."
        for reason, count in result["left_out"].items()
        if count
    ]
    return lines


def sample_lines(result: dict[str, Any]) -> list[str]:
    """What `sample` drew."""
    return [
        f"{result['points']} points, seed {result['seed']}. {result['how_many']}",
        *(
            f"{drawn['title']}: {drawn['points']} points, {100 * drawn['share']:.1f} % of the map"
            for drawn in result["classes"]
        ),
    ]


def change_lines(result: dict[str, Any]) -> list[str]:
    """What `compare` found, the largest change first."""
    share = f"{100 * result['changed_share']:.1f} %"
    area = _in_hectares(result["changed_area_m2"])
    return [
        f"{result['changed_cells']} of {result['compared_cells']} cells changed{area} ({share}).",
        *(
            f"{change['title']}: {change['cells']} cells{_in_hectares(change['area_m2'])}"
            for change in result["changes"]
        ),
    ]


def _class_line(scores: dict[str, Any], unit: str) -> str:
    users = _percent(scores["users_accuracy"], scores["users_accuracy_ci95"])
    producers = _percent(scores["producers_accuracy"], scores["producers_accuracy_ci95"])
    line = (
        f"{scores['title']}: {scores['on_map']} {unit}, user's accuracy {users}, producer's "
        f"accuracy {producers}, F1 {_number(scores['f1'])}"
    )
    if scores["area_m2"] is None:
        return line
    half_width = scores["area_ci95_m2"]
    interval = "" if half_width is None else f" ± {half_width / 1e4:.1f}"
    area, on_map = scores["area_m2"] / 1e4, scores["map_area_m2"] / 1e4
    return f"{line}, area {area:.1f}{interval} ha (map {on_map:.1f} ha)"


def _values(result: dict[str, Any], reason: str) -> str:
    values = list(result["left_out_values"].get(reason, {}))
    more = ", …" if len(values) > _LISTED_VALUES else ""
    return f" ({', '.join(values[:_LISTED_VALUES])}{more})" if values else ""


def _in_hectares(area_m2: float | None) -> str:
    return "" if area_m2 is None else f", {area_m2 / 1e4:.1f} ha"


def _percent(share: float | None, half_width: float | None) -> str:
    if share is None:
        return "unknown"
    interval = "" if half_width is None else f" ± {100 * half_width:.1f}"
    return f"{100 * share:.1f}{interval} %"


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.3f}"
