"""The command line over the core: it converts, validates and reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from eurosat_qgis.core.classification.request import CELL_SIZES, DENSE_NAMES, ClassifyRequest
from eurosat_qgis.core.errors import Cancelled, LandCoverError
from eurosat_qgis.core.map_commands import assess, compare, sample
from eurosat_qgis.core.masks.scene_classes import DEFAULT_MASK_CLASSES, SCENE_CLASSES
from eurosat_qgis.core.network.precision import FLOAT32, PRECISIONS
from eurosat_qgis.core.radiometry.scalings import ATMOSPHERES, SCALING_NAMES
from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES, Reading
from eurosat_qgis.paths import plugin_version

FILE = click.Path(path_type=Path)
MODEL = click.option("--model", type=FILE, help="Bundle NAME.keras [the built-in one].")
BANDS = click.option("--bands", default="auto", show_default=True, help="Places such as 4,3,2.")
SCALING = click.option(
    "--scaling",
    default="auto",
    show_default=True,
    help=f"How numbers store reflectance: {', '.join(SCALING_NAMES)}.",
)
ATMOSPHERE = click.option(
    "--atmosphere",
    default="auto",
    show_default=True,
    help=f"What brings Level-2A to the top of the atmosphere: {', '.join(ATMOSPHERES)}.",
)
RESAMPLING = click.option(
    "--resampling",
    default=RESAMPLING_NAMES[0],
    show_default=True,
    help=f"How other pixels are brought to 10 m: {', '.join(RESAMPLING_NAMES)}.",
)
BORDER_FILL = click.option(
    "--border-fill",
    default="auto",
    show_default=True,
    help="Nodata at borders without a tag: auto, none, or a number.",
)
FORCE = click.option("--force", is_flag=True, help="Enlarge pixels more than 6 times.")
ELEVATION = click.option(
    "--elevation",
    metavar="M",
    type=float,
    help="Mean height of the ground in m, for Level-2A [0].",
)
PRECISION = click.option(
    "--precision",
    default=FLOAT32,
    show_default=True,
    help=f"Arithmetic of windows: {', '.join(PRECISIONS)} (faster where the processor has it).",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print a JSON object last.")


class Extent(click.ParamType):
    """`xmin,ymin,xmax,ymax`."""

    name = "xmin,ymin,xmax,ymax"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        if isinstance(value, tuple):
            return value
        try:
            numbers = tuple(float(part) for part in str(value).split(","))
        except ValueError:
            numbers = ()
        if len(numbers) != 4:
            self.fail(f"{value!r} is not xmin,ymin,xmax,ymax in the scene's CRS.", param, ctx)
        return numbers


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(plugin_version(), prog_name="eurosat_qgis")
def commands() -> None:
    """Land-cover maps from Sentinel-2 scenes."""


@commands.command()
@click.argument("scene")
@click.argument("output", type=FILE)
@MODEL
@click.option(
    "--cell",
    default=64,
    show_default=True,
    type=int,
    help=f"Cell size in pixels: {', '.join(map(str, CELL_SIZES))}.",
)
@click.option(
    "--dense",
    default=DENSE_NAMES[0],
    show_default=True,
    help=f"Whether small cells share the network's trunk: {', '.join(DENSE_NAMES)}.",
)
@click.option(
    "--window-average",
    default=CELL_SIZES[0],
    show_default=True,
    type=int,
    help="Pixels at a window's middle that tell its class, from smooth to sharp.",
)
@PRECISION
@click.option("--threads", type=int, help="Threads to take at most [all cores].")
@click.option("--memory", metavar="MIB", type=int, help="Memory to take, at least 1024.")
@click.option("--scheduler", metavar="local:N|tcp://HOST:8786", help="Dask workers to use.")
@click.option("--extent", type=Extent(), help="Only cells that touch it, in the scene's CRS.")
@BANDS
@SCALING
@ATMOSPHERE
@RESAMPLING
@BORDER_FILL
@FORCE
@ELEVATION
@click.option("--aoi", metavar="FILE[|LAYER]", help="Only cells that touch these polygons.")
@click.option("--mask", metavar="FILE", help="Raster (not 0 is masked) or polygons to leave out.")
@click.option("--scl", metavar="FILE", help="Scene classification [the product's own].")
@click.option(
    "--mask-classes",
    metavar="LIST",
    help=f"Classes of it to leave out, of {', '.join(SCENE_CLASSES)}, 0 to 11, or none "
    f"[{','.join(DEFAULT_MASK_CLASSES)}].",
)
@click.option("--cloud-screen", is_flag=True, help="Leave out what looks like thick cloud.")
@click.option(
    "--max-masked",
    default=0.5,
    show_default=True,
    help="Share masked over which a cell is left out.",
)
@click.option("--min-confidence", default=0.0, help="Cells below it become 255, uncertain.")
@click.option("--confidence", type=FILE, help="Also write the confidence raster.")
@click.option("--probabilities", type=FILE, help="Also write a band of probability a class.")
@click.option("--polygons", type=FILE, help="Also write a GeoPackage of polygons.")
@click.option("--dissolve", is_flag=True, help="One feature a class in the polygons.")
@click.option("--stats", type=FILE, help="Also write a CSV of areas.")
@click.option("--cog", is_flag=True, help="Write rasters as cloud optimized GeoTIFFs.")
@click.option("--sld", is_flag=True, help="Also write the style as SLD, for map servers.")
@AS_JSON
def classify(scene: str, output: Path, as_json: bool, **options: Any) -> None:
    """Classify SCENE and write the land cover to OUTPUT, a GeoTIFF of class codes."""
    request = ClassifyRequest(scene=scene, output=output, **options)
    from eurosat_qgis.core.classification.classify import classify as classify_scene
    from eurosat_qgis.core.outputs.statistics import found_largest_first

    if sys.stderr.isatty():
        with click.progressbar(length=1, label="Classifying", file=sys.stderr) as bar:

            def show(done: int, total: int) -> None:
                bar.length = total
                bar.update(done - bar.pos)

            result = classify_scene(request, show)
    else:
        result = classify_scene(request)
    for warning in result.warnings:
        click.echo(f"Note: {warning}", err=True)
    if as_json:
        click.echo(json.dumps(result.as_json()))
        return
    click.echo(f"{output}: {result.valid_cells} of {result.cells} cells classified.")
    for area in found_largest_first(result.areas):
        click.echo(f"{area.land_cover_class.title:22}{_square_km(area.area_m2)}{area.share:8.1%}")
    if result.masks:
        masked = result.masked
        click.echo(f"{'Masked':22}{_square_km(masked.area_m2)}  {_cells(masked.cells)}")
    if result.area_of_interest_m2 is not None:
        click.echo(f"{'Area of interest':22}{_square_km(result.area_of_interest_m2)}  its own size")


@commands.command("classify-many")
@click.argument("sources")
@click.option("--out", type=FILE, required=True, help="Folder of the maps.")
@MODEL
@click.option("--cell", default=64, show_default=True, type=int, help="Cell size in pixels.")
@SCALING
@ATMOSPHERE
@click.option("--cloud-screen", is_flag=True, help="Leave out what looks like thick cloud.")
@click.option("--min-confidence", default=0.0, help="Cells below it become 255, uncertain.")
@PRECISION
@click.option("--scheduler", metavar="local:N|tcp://HOST:8786", help="Dask workers to use.")
@AS_JSON
def classify_many(
    sources: str, out: Path, scheduler: str | None, as_json: bool, **options: Any
) -> None:
    """Classify all scenes of SOURCES (a list in a file, a pattern, or STAC) into a folder.

    What the folder holds already is not done again.
    """
    from eurosat_qgis.core.classification.many import classify_all

    def tell(line: str) -> None:
        click.echo(line, err=True)

    found = classify_all(sources, out, options, scheduler, tell)
    if as_json:
        click.echo(json.dumps(found.as_json()))
    else:
        click.echo(f"{out}: {found.in_a_line}")
    if found.failed:
        sys.exit(1)


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"


def _square_km(square_metres: float | None) -> str:
    return "" if square_metres is None else f"{square_metres / 1e6:10.2f} km²"


@commands.command()
@click.argument("scene")
@MODEL
@BANDS
@SCALING
@ATMOSPHERE
@RESAMPLING
@BORDER_FILL
@FORCE
@ELEVATION
@AS_JSON
def info(
    scene: str,
    model: Path | None,
    bands: str,
    scaling: str,
    atmosphere: str,
    as_json: bool,
    **reading: Any,
) -> None:
    """Tell what SCENE is, how it would be read, and why."""
    from eurosat_qgis.core.info import scene_info

    found = scene_info(scene, model, bands, scaling, atmosphere, Reading(**reading))
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, value in found.items():
        if name in ("reasons", "warnings"):
            for line in value:
                click.echo(f"{name[:-1]:26}{line}")
        else:
            click.echo(f"{name:26}{'unknown' if value is None else _readable(value)}")


@commands.command()
@click.argument("land_cover", metavar="MAP", type=FILE)
@click.option("--confidence", type=FILE, help="The confidence raster made with it.")
@AS_JSON
def describe(land_cover: Path, confidence: Path | None, as_json: bool) -> None:
    """Tell what MAP, a land-cover raster, holds and how it was made."""
    from eurosat_qgis.core.outputs.finished_map import describe_map

    found = describe_map(land_cover, confidence)
    if as_json:
        click.echo(json.dumps(found.as_json()))
        return
    for area in found.areas:
        click.echo(f"{area.land_cover_class.title:22}{_square_km(area.area_m2)}{area.share:8.1%}")
    if found.confidence:
        click.echo(f"{'Mean confidence':22}{found.confidence.mean:.3f}")
    for name, value in found.tags.items():
        if name != "CLASSES":
            click.echo(f"{name:26}{value}")


@commands.command()
@click.argument("land_cover", metavar="MAP", type=FILE)
@click.argument("output", metavar="OUT.html", type=FILE)
@click.option("--confidence", type=FILE, help="The confidence raster made with it.")
@click.option("--scene", metavar="SCENE", help="The scene, for a picture beside the map.")
@click.option("--model", type=FILE, help="Bundle NAME.keras whose card to print [by checksum].")
@AS_JSON
def report(
    land_cover: Path,
    output: Path,
    confidence: Path | None,
    scene: str | None,
    model: Path | None,
    as_json: bool,
) -> None:
    """Write all that is known of MAP, a land-cover raster, as one HTML file."""
    from eurosat_qgis.core.report.report import write_report

    written = write_report(land_cover, output, confidence, scene, model)
    for warning in written["warnings"]:
        click.echo(f"Note: {warning}", err=True)
    click.echo(json.dumps(written) if as_json else f"{output}: {written['bytes']} bytes.")


def _readable(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name}={part}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(map(_readable, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


for command in (assess, sample, compare):
    commands.add_command(command)


def main() -> None:
    """Exit codes: 0 done, 2 bad usage or input in one line on stderr, 1 anything else."""
    try:
        sys.exit(commands.main(prog_name="python -m eurosat_qgis", standalone_mode=False))
    except click.UsageError as error:
        # One line instead of click's four.
        click.echo(f"eurosat_qgis: {error.format_message()} See --help.", err=True)
        sys.exit(error.exit_code)
    except (Cancelled, click.Abort):
        click.echo("eurosat_qgis: Cancelled: nothing was written.", err=True)
        sys.exit(1)
    except LandCoverError as error:
        click.echo(f"eurosat_qgis: {error}", err=True)
        sys.exit(2)
