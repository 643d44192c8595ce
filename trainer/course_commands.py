"""Commands of the course: fetch its data, draw a run, go through all of it."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from trainer.quiet import load_tensorflow


@click.command()
@click.option(
    "--dataset",
    type=click.Choice(["rgb", "course", "ms"]),
    default="rgb",
    show_default=True,
    help="All RGB images, the course's subset, or the multispectral patches.",
)
@click.option(
    "--data-dir", type=click.Path(path_type=Path), default=Path("data"), show_default=True
)
@click.option(
    "--from",
    "copy",
    type=click.Path(path_type=Path),
    help="A copy got in another way; its checksum is verified all the same.",
)
def fetch(dataset: str, data_dir: Path, copy: Path | None) -> None:
    """Download EuroSAT with its checksum; a download that broke off goes on."""
    from trainer.fetching import DATA_SETS
    from trainer.fetching import fetch as fetch_data_set

    path = fetch_data_set(DATA_SETS[dataset], data_dir, copy)
    click.echo(f"{path} is complete: give it with --data {path}")


@click.command()
@click.argument("run_path", metavar="RUN", type=click.Path(path_type=Path))
@click.option("--weights", default="best", show_default=True, help="best, last, or a weights file.")
@click.option(
    "--data", type=click.Path(path_type=Path), help="Where the run's images are [as in training]."
)
@click.option("--split", help="The run's split [as in training].")
def plot(run_path: Path, weights: str, data: Path | None, split: str | None) -> None:
    """Draw RUN: learning curves, the network, confusion matrix, misclassified images."""
    load_tensorflow()
    from trainer.run_plots import plot_run
    from trainer.runs import RunFolder

    plots = plot_run(RunFolder(run_path), weights, data, split)
    for path in (plots.curves, plots.confusion, plots.mistakes, plots.graph, plots.layers):
        if path is not None:
            click.echo(path)
    if plots.advice:
        click.echo(f"trainer: {plots.advice}", err=True)


@click.command()
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path),
    help="The course's folder of npy files, or all of EuroSAT RGB (folder or zip).",
)
@click.option(
    "--split",
    default="course",
    show_default=True,
    help="course draws 4,000, 500 and 500 images where --data is all of EuroSAT.",
)
@click.option("--epochs", type=click.IntRange(1), default=15, show_default=True)
@click.option(
    "--seeds",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Train each model so many times, from other random weights.",
)
@click.option(
    "--patience",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="Early stopping of step 7, which trains with callbacks.",
)
@click.option(
    "--vgg16-weights",
    type=click.Path(path_type=Path),
    help="VGG16 weights for model4 on a machine without a network.",
)
@click.option("--without-model4", is_flag=True, help="Leave out model4, which needs VGG16.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("runs/course"), show_default=True
)
@click.option("--resume", is_flag=True, help="Go on with the runs in --out.")
def course(
    data: Path,
    split: str,
    epochs: int,
    seeds: int,
    patience: int,
    vgg16_weights: Path | None,
    without_model4: bool,
    out: Path,
    resume: bool,
) -> None:
    """Go through the whole course and write its results as one HTML page."""
    load_tensorflow()
    from trainer.course import COURSE_MODELS, CoursePlan, run_course
    from trainer.course_page import results_table, write_course_page
    from trainer.splits import read_split

    plan = CoursePlan(
        out=out,
        models=COURSE_MODELS[:3] if without_model4 else COURSE_MODELS,
        epochs=epochs,
        seeds=seeds,
        patience=patience,
        vgg16_weights=vgg16_weights,
        resume=resume,
        command="python -m trainer " + shlex.join(sys.argv[1:]),
    )
    result = run_course(plan, read_split(data, split))
    page = out / "course.html"
    write_course_page(result, page)
    advice = result.models[0].plots.advice
    if advice:
        click.echo(f"trainer: {advice}", err=True)
    click.echo(f"\n{results_table(result)}\n\n{page}")
