"""Draws a finished or running training run into its folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trainer.data import Images
from trainer.errors import DataError, RunError
from trainer.evaluation import predict, score
from trainer.model_graph import draw_model
from trainer.plots import confusion_figure, learning_curves, mistakes_figure, save_figure
from trainer.runs import RunFolder
from trainer.splits import read_split
from trainer.trained_run import trained_model


@dataclass(frozen=True)
class RunPlots:
    """The files drawn of a run; `graph` is None where graphviz is missing, and `advice` says so."""

    curves: Path
    graph: Path | None
    layers: Path
    confusion: Path
    mistakes: Path
    advice: str | None


def plot_run(
    run: RunFolder, weights: str = "best", data: Path | None = None, split: str | None = None
) -> RunPlots:
    """Draw the learning curves, the network, and what its `weights` (best, last, or a file)
    confuse, into the run's folder `plots`.

    Images are those that the run's split keeps for testing, or for validation where it keeps none.
    `data` and `split` say where they are now, if not where they were while training.

    Raises RunError when there is no trained run, DataError when the images are not the run's.
    """
    if not run.read_history():
        raise RunError(f"{run.path} has no finished epoch to plot: train the model first.")
    return draw_run(run, weights, *_judged_images(run, data, split))


def draw_run(run: RunFolder, weights: str, subset: str, images: Images) -> RunPlots:
    """Draw a run as `plot_run` does, judged on these `images`, which are its `subset`."""
    model = trained_model(run, weights)
    folder = run.path / "plots"
    plots = RunPlots(
        curves=folder / "learning_curves.png",
        graph=folder / "model.png",
        layers=folder / "model.txt",
        confusion=folder / "confusion.png",
        mistakes=folder / "mistakes.png",
        advice=None,
    )
    save_figure(learning_curves(run.read_history()), plots.curves)
    probabilities = predict(model, images)
    scores = score(probabilities, images.labels)
    name = run.read_arguments()["model"]
    which = weights if weights in ("best", "last") else Path(weights).name
    save_figure(confusion_figure(scores, f"{name}, {which} weights, {subset}"), plots.confusion)
    save_figure(mistakes_figure(images, probabilities), plots.mistakes)
    advice = draw_model(model, folder / "model.png")
    return plots if advice is None else replace(plots, graph=None, advice=advice)


def _judged_images(run: RunFolder, data: Path | None, split: str | None) -> tuple[str, Images]:
    arguments = run.read_arguments()
    subset = "test" if "test" in arguments["checksums"] else "val"
    if data is None and "data" not in arguments:
        raise RunError(f"{run.path} does not say where its images are: give --data and --split.")
    found = read_split(
        data or Path(arguments["data"]),
        split or arguments.get("split_option"),
        (subset,),
        run.input_format(),
    )
    images = found.subset(subset)
    if found.checksums[subset] != arguments["checksums"][subset]:
        raise DataError(
            f"The {subset} images of {found.data} are not those of {run.path}: give the run's data "
            "and split with --data and --split."
        )
    return subset, images
