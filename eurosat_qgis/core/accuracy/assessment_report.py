"""An assessment as one HTML file that opens, and prints, anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from html import escape
from pathlib import Path

import numpy as np

from eurosat_qgis.core.accuracy.assessment import Assessment
from eurosat_qgis.core.accuracy.left_out import REASONS
from eurosat_qgis.core.accuracy.observations import POINTS, RASTER
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.errors import OutputError
from eurosat_qgis.paths import plugin_version

# Blue where map and reference agree, red where not: apart for every colour vision.
_AGREE, _DISAGREE = "8, 81, 156", "203, 24, 29"
# Text turns white on cells darker than this.
_DARK = 0.55
_HECTARE = 10_000.0

_STYLE = """
body { font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b1b1b;
  max-width: 76rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .4rem 0; max-width: 50rem; } .quiet { color: #555; }
.headline { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 1.2rem 0; }
.headline div { border-left: 4px solid #08519c; padding-left: .8rem; }
.headline strong { display: block; font-size: 1.7rem; line-height: 1.2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .55rem; text-align: right; border-bottom: 1px solid #ddd; }
td { white-space: nowrap; }
th { font-weight: 600; } th.name, td.name { text-align: left; white-space: nowrap; }
thead th { vertical-align: bottom; border-bottom: 2px solid #888; }
tfoot th, tfoot td { border-top: 2px solid #888; border-bottom: 0; }
.swatch { display: inline-block; width: .8em; height: .8em; margin-right: .45em;
  border: 1px solid #0004; }
.matrix { font-size: .87em; } .matrix td, .matrix thead th { min-width: 2.8rem; }
.matrix td { border: 1px solid #fff; }
.matrix thead th.class { max-width: 6rem; white-space: normal; }
.matrix thead .swatch { display: block; margin: 0 0 .2em auto; }
.ci { color: #555; }
li { margin: .15rem 0; } code { font-size: .9em; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 10.5px; }
  .scroll { overflow: visible; } h2 { break-after: avoid; } tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def write_report(path: Path, assessment: Assessment) -> None:
    """Write the page. Raises OutputError when the file cannot be written."""
    try:
        path.write_text(report(assessment), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"The report cannot be written ({error.strerror}).") from error


def report(assessment: Assessment) -> str:
    """The page: scores, confusion matrix, classes with areas, what was left out."""
    title = f"Accuracy of {assessment.land_cover.name}"
    unit = "points" if assessment.found.kind == POINTS else "cells"
    sections = [
        _headline(assessment, unit),
        f"<p>{escape(assessment.explanation)}</p>",
        _confusion(assessment, unit),
        _proportions(assessment),
        _classes(assessment, unit),
        _left_out(assessment, unit),
        _notes(assessment),
        _making(),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n"
        f'<p class="quiet">Held against {escape(assessment.found.name)} '
        f"({assessment.found.kind}), matched {escape(assessment.matched.description)}.</p>\n"
        + "\n".join(filter(None, sections))
        + "\n</body>\n</html>\n"
    )


def _headline(assessment: Assessment, unit: str) -> str:
    scores = assessment.scores
    overall = _percent(scores.overall, scores.overall_ci95)
    told = [
        (overall, "overall accuracy"),
        (_number(scores.kappa, ".3f"), "kappa"),
        (f"{assessment.counts.sum():,}", f"{unit} compared"),
        (
            "stratified" if assessment.estimate is not None else "plain counts",
            "estimator",
        ),
    ]
    items = "".join(f"<div><strong>{value}</strong>{name}</div>" for value, name in told)
    return f'<div class="headline">{items}</div>'


def _confusion(assessment: Assessment, unit: str) -> str:
    counts = assessment.counts
    rows = [[f"{n:,}" if n else "·" for n in row] for row in counts.tolist()]
    return _matrix(
        f"Confusion matrix, {unit}",
        "Rows are the map, columns the reference. The darker, the larger the share of the row.",
        assessment.classes,
        counts,
        rows,
        [f"{n:,}" for n in counts.sum(axis=1)],
        [f"{n:,}" for n in counts.sum(axis=0)],
        f"{counts.sum():,}",
    )


def _proportions(assessment: Assessment) -> str:
    if assessment.estimate is None:
        return ""
    shares = assessment.estimate.proportions
    rows = [[f"{100 * p:.2f}" if p else "·" for p in row] for row in shares.tolist()]
    return _matrix(
        "Estimated shares of the map's area, %",
        "The same matrix, each point weighted with the area that it stands for.",
        assessment.classes,
        shares,
        rows,
        [f"{100 * p:.2f}" for p in shares.sum(axis=1)],
        [f"{100 * p:.2f}" for p in shares.sum(axis=0)],
        f"{100 * shares.sum():.2f}",
    )


def _matrix(
    title: str,
    explanation: str,
    classes: tuple[CardClass, ...],
    numbers: np.ndarray,
    rows: list[list[str]],
    row_sums: list[str],
    column_sums: list[str],
    total: str,
) -> str:
    of_row = numbers / np.maximum(numbers.sum(axis=1, keepdims=True), 1e-300)
    head = "".join(f'<th class="class">{_named(c)}</th>' for c in classes)
    body = "".join(
        f'<tr><th class="name">{_named(c)}</th>'
        + "".join(
            _heat(text, float(of_row[i, j]), i == j, classes[i].title, classes[j].title)
            for j, text in enumerate(rows[i])
        )
        + f"<td>{row_sums[i]}</td></tr>"
        for i, c in enumerate(classes)
    )
    foot = "".join(f"<td>{text}</td>" for text in column_sums)
    return (
        f'<h2>{title}</h2><p class="quiet">{explanation}</p><div class="scroll">'
        f'<table class="matrix"><thead><tr><th class="name">map \\ reference</th>{head}'
        f"<th>in all</th></tr></thead><tbody>{body}</tbody>"
        f'<tfoot><tr><th class="name">in all</th>{foot}<td>{total}</td></tr></tfoot>'
        "</table></div>"
    )


def _heat(text: str, share: float, agrees: bool, on_map: str, in_reference: str) -> str:
    color = _AGREE if agrees else _DISAGREE
    ink = "color: #fff; " if share > _DARK else ""
    meant = f"{on_map} on the map, {in_reference} in the reference: {share:.0%} of the row"
    return (
        f'<td style="{ink}background: rgba({color}, {share:.3f})" title="{escape(meant)}">'
        f"{text}</td>"
    )


def _classes(assessment: Assessment, unit: str) -> str:
    scores = assessment.scores
    areas = [assessment.class_areas(i) for i in range(len(assessment.classes))]
    columns = ["class", f"{unit} on map", "user's accuracy", "producer's accuracy", "F1"]
    columns += _area_columns(assessment)
    rows = []
    for i, c in enumerate(assessment.classes):
        cells = [
            f"{assessment.counts[i].sum():,}",
            _percent(scores.users[i], _half_width(scores.users_ci95, i)),
            _percent(scores.producers[i], _half_width(scores.producers_ci95, i)),
            _number(scores.f1[i], ".3f"),
            *_area_cells(assessment, areas[i]),
        ]
        told = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr><th class="name">{_named(c)}</th>{told}</tr>')
    head = "".join(f"<th{' class=name' if n == 0 else ''}>{c}</th>" for n, c in enumerate(columns))
    meaning = (
        "User's accuracy: of what the map calls so, how much is. Producer's accuracy: of what is "
        "so, how much the map finds."
    )
    return (
        f'<h2>Classes</h2><p class="quiet">{meaning}</p><div class="scroll"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _area_columns(assessment: Assessment) -> list[str]:
    if assessment.estimate is not None:
        estimated = "estimated area, ha" if assessment.placed else "estimated share"
        return [*(["on the map, ha"] if assessment.placed else []), estimated]
    if assessment.compared_areas is not None and assessment.placed:
        return ["compared on the map, ha", "in the reference, ha"]
    return []


def _area_cells(assessment: Assessment, areas: dict[str, float | None]) -> list[str]:
    if assessment.estimate is not None:
        if assessment.placed:
            estimated = _hectares(areas["area_m2"], areas["area_ci95_m2"])
            return [_hectares(areas["map_area_m2"]), estimated]
        return [_percent(areas["area_share"], areas["area_share_ci95"])]
    if assessment.compared_areas is not None and assessment.placed:
        names = ("compared_map_area_m2", "compared_reference_area_m2")
        return [_hectares(areas[name]) for name in names]
    return []


def _left_out(assessment: Assessment, unit: str) -> str:
    lines = [
        f"{n:,} {unit} {REASONS[name]}{_values(assessment, name)}"
        for name in REASONS
        if (n := assessment.found.left_out.get(name, 0))
    ]
    return f"<h2>Left out of the matrix</h2>{_list(lines)}" if lines else ""


def _values(assessment: Assessment, reason: str) -> str:
    counter = assessment.found.values.get(reason)
    if not counter:
        return ""
    listed = ", ".join(f"{value} ({n:,})" for value, n in counter.most_common(20))
    more = ", …" if len(counter) > 20 else ""
    unit = " in cells' worth of pixels" if assessment.found.kind == RASTER else ""
    return f":{unit} {listed}{more}"


def _notes(assessment: Assessment) -> str:
    return f"<h2>Mind</h2>{_list(assessment.notes)}" if assessment.notes else ""


def _making() -> str:
    made = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    return (
        f'<p class="quiet">Made {made} by EuroSAT Land Cover {escape(plugin_version())}. '
        "Estimators: Olofsson et al. 2014, Good practices for estimating area and assessing "
        "accuracy of land change, Remote Sensing of Environment 148, 42–57.</p>"
    )


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _named(c: CardClass) -> str:
    return f'<span class="swatch" style="background: {escape(c.color)}"></span>{escape(c.title)}'


def _number(value: float, form: str) -> str:
    return "–" if np.isnan(value) else f"{value:{form}}"


def _percent(value: float | None, half_width: float | None = None) -> str:
    if value is None or np.isnan(value):
        return "–"
    return f"{100 * value:.1f}{_interval(half_width, 100, '.1f')} %"


def _hectares(area_m2: float | None, half_width: float | None = None) -> str:
    if area_m2 is None:
        return "–"
    return f"{area_m2 / _HECTARE:,.1f}{_interval(half_width, 1 / _HECTARE, ',.1f')}"


def _interval(half_width: float | None, factor: float, form: str) -> str:
    if half_width is None or np.isnan(half_width):
        return ""
    return f' <span class="ci">± {half_width * factor:{form}}</span>'


def _half_width(numbers: np.ndarray | None, i: int) -> float | None:
    return None if numbers is None else float(numbers[i])
