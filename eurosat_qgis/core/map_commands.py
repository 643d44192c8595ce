"""The command line's commands on finished maps: assess, sample, compare."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from eurosat_qgis.core.accuracy.map_requests import (
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
from eurosat_qgis.core.map_lines import accuracy_lines, change_lines, sample_lines

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
    from eurosat_qgis.core.accuracy.assessing import assess as assess_map

    found = assess_map(request).as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    _tell(accuracy_lines(found))


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
    from eurosat_qgis.core.accuracy.sampling import sample as sample_map

    found = sample_map(request).as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    _tell([f"{output}: {line}" if n == 0 else line for n, line in enumerate(sample_lines(found))])


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
    from eurosat_qgis.core.accuracy.comparing import compare as compare_maps

    found = compare_maps(request).as_json()
    _tell_notes(found["warnings"])
    if as_json:
        click.echo(json.dumps(found))
        return
    _tell(change_lines(found))


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line)


def _tell_notes(notes: Sequence[str]) -> None:
    for note in notes:
        click.echo(f"Note: {note}", err=True)
