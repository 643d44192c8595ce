"""The command line's commands on finished maps: assess, sample, compare."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from eurosat_qgis.core.map_requests import (
    ALLOCATIONS,
    DESIGNS,
    PLACES,
    USUAL_EXPECTED_ACCURACY,
    USUAL_MINIMUM,
    USUAL_STANDARD_ERROR,
    AssessRequest,
    CompareRequest,
    SampleRequest,
)

FILE = click.Path(path_type=Path)
MODEL = click.option("--model", type=FILE, help="Bundle that names the classes [the map itself].")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print a JSON object last.")


@click.command()
@click.argument("map_", metavar="MAP")
@click.argument("reference", metavar="REFERENCE[|LAYER]")
@click.option("--field", help="Field of points or polygons that holds the class [reference].")
@click.option(
    "--classes",
    metavar="TABLE.csv|corine",
    help="From reference values to the map's classes [by code, name or title].",
)
@click.option(
    "--design",
    default=DESIGNS[0],
    show_default=True,
    help=f"How the reference was chosen: {', '.join(DESIGNS)}.",
)
@click.option(
    "--min-share",
    default=0.0,
    show_default=True,
    help="Leave out cells of which no reference class covers this share.",
)
@MODEL
@click.option("--csv", type=FILE, help="Also write a table of scores.")
@click.option("--html", type=FILE, help="Also write a report.")
@AS_JSON
def assess(map_: str, reference: str, as_json: bool, **options: Any) -> None:
    """Hold MAP against REFERENCE: points, polygons or a raster of any CRS."""
    request = AssessRequest(map=map_, reference=reference, **options)
    from eurosat_qgis.core.assessing import assess as assess_map

    assessment = assess_map(request)
    found = assessment.as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    unit = "points" if found["kind"] == "points" else "cells"
    click.echo(f"{found['n']} {unit} compared, matched {found['matched']}.")
    click.echo(found["explanation"])
    click.echo(f"{'Overall accuracy':24}{_percent(found['accuracy'], found['accuracy_ci95'])}")
    kappa = found["kappa"]
    click.echo(f"{'Kappa':24}{'-' if kappa is None else f'{kappa:.3f}':>7}")
    click.echo(f"{'':24}{unit:>7} {'users':>15} {'producers':>15} {'F1':>6}  area, ha")
    for scores in found["per_class"].values():
        users = _percent(scores["users_accuracy"], scores["users_accuracy_ci95"])
        producers = _percent(scores["producers_accuracy"], scores["producers_accuracy_ci95"])
        f1 = "-" if scores["f1"] is None else f"{scores['f1']:.3f}"
        click.echo(
            f"{scores['title']:24}{scores['on_map']:7} {users:>15} {producers:>15} {f1:>6}  "
            f"{_area(scores)}".rstrip()
        )
    for reason, count in found["left_out"].items():
        if count:
            values = found["left_out_values"].get(reason, {})
            told = ", ".join(f"{value} ({n})" for value, n in values.items())
            name = reason.replace("_", " ").capitalize()
            click.echo(f"{name:24}{count:7} left out{': ' + told if told else ''}")


def _percent(share: float | None, half_width: float | None) -> str:
    if share is None:
        return "-"
    interval = "" if half_width is None else f" ± {100 * half_width:.1f}"
    return f"{100 * share:.1f}{interval} %"


def _area(scores: dict[str, Any]) -> str:
    if scores["area_m2"] is not None:
        half_width = scores["area_ci95_m2"]
        interval = "" if half_width is None else f" ± {half_width / 1e4:.1f}"
        return f"{scores['area_m2'] / 1e4:.1f}{interval} (map: {scores['map_area_m2'] / 1e4:.1f})"
    return "" if scores["map_area_m2"] is None else f"map: {scores['map_area_m2'] / 1e4:.1f}"


@click.command()
@click.argument("map_", metavar="MAP")
@click.argument("output", type=FILE, metavar="OUT.gpkg")
@click.option("--size", type=int, help="Points in all [what the standard error asks for].")
@click.option(
    "--standard-error",
    default=USUAL_STANDARD_ERROR,
    show_default=True,
    help="Of overall accuracy, when no size is given.",
)
@click.option(
    "--expected",
    default=str(USUAL_EXPECTED_ACCURACY),
    show_default=True,
    help="User's accuracy to expect: one for all, or Forest=0.9,River=0.6,0.8 (others).",
)
@click.option(
    "--allocation",
    default=ALLOCATIONS[0],
    show_default=True,
    help=f"To classes: {', '.join(ALLOCATIONS)}.",
)
@click.option("--minimum", type=int, help=f"Points a class at least [{USUAL_MINIMUM} if they fit].")
@click.option(
    "--place", default=PLACES[0], show_default=True, help=f"In a cell: {', '.join(PLACES)}."
)
@click.option("--blind", is_flag=True, help="Leave the map's class out of the file.")
@click.option("--seed", type=int, help="Draw the same points again.")
@MODEL
@AS_JSON
def sample(map_: str, output: Path, as_json: bool, **options: Any) -> None:
    """Draw random points from each class of MAP to label: fill in their field `reference`."""
    request = SampleRequest(map=map_, output=output, **options)
    from eurosat_qgis.core.sampling import sample as sample_map

    found = sample_map(request).as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    click.echo(f"{output}: {found['points']} points (seed {found['seed']}). {found['how_many']}")
    for drawn in found["classes"]:
        click.echo(f"{drawn['title']:24}{drawn['points']:7} points{drawn['share']:8.1%} of the map")


@click.command()
@click.argument("before")
@click.argument("after")
@click.option("--change", type=FILE, help="Also write a raster of changes, from x 1000 + to.")
@click.option("--polygons", type=FILE, help="Also write a GeoPackage of changed patches.")
@click.option("--stats", type=FILE, help="Also write the from-to matrix as CSV.")
@MODEL
@AS_JSON
def compare(before: str, after: str, as_json: bool, **options: Any) -> None:
    """Tell what changed from the map BEFORE to the map AFTER."""
    request = CompareRequest(before=before, after=after, **options)
    from eurosat_qgis.core.comparing import compare as compare_maps

    found = compare_maps(request).as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    click.echo(
        f"{found['changed_cells']} of {found['compared_cells']} cells changed"
        f"{_in_hectares(found['changed_area_m2'])} ({found['changed_share']:.1%})."
    )
    for change in found["changes"]:
        click.echo(
            f"{change['from_title']} → {change['to_title']}: {change['cells']} cells"
            f"{_in_hectares(change['area_m2'])}"
        )


def _in_hectares(area_m2: float | None) -> str:
    return "" if area_m2 is None else f", {area_m2 / 1e4:.1f} ha"


def _tell_notes(notes: Sequence[str]) -> None:
    for note in notes:
        click.echo(f"Note: {note}", err=True)
