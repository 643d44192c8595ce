"""Goes through the whole course: its data, its four networks, its callbacks, its results.

The exercise is "Land Cover Classification using Convolutional Neural Networks (CNNs)" of the
University of Lausanne's course on machine learning for Earth and environmental sciences.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras

from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.early_stopping import standing_of
from trainer.evaluation import predict, score
from trainer.models import model_spec
from trainer.plots import examples_figure, learning_curves, save_figure
from trainer.precision import FLOAT32
from trainer.recipes import COURSE_RECIPE, Recipe
from trainer.run_arguments import pretrained_weights
from trainer.run_plots import RunPlots, draw_run
from trainer.runs import RunFolder
from trainer.splits import Split
from trainer.trained_run import trained_model
from trainer.training import train

COURSE_MODELS = ("model1", "model2", "model3", "model4")


@dataclass(frozen=True)
class Printed:
    """What the exercise prints: least and greatest test accuracy before and after training."""

    final: tuple[float, float]
    initial: tuple[float, float] | None = None


# For its own 4,000, 500 and 500 images and 15 epochs; other draws differ by 2 to 3 points.
PRINTED: dict[str, Printed] = {
    "model1": Printed((0.65, 0.68), initial=(0.09, 0.11)),
    "model2": Printed((0.74, 0.81)),
    "model3": Printed((0.80, 0.83)),
    "model4": Printed((0.81, 0.82)),
}


@dataclass(frozen=True)
class CoursePlan:
    """How the course is gone through: a run of each model for each seed from 1 to `seeds`.

    `patience` is that of step 7, which trains model1 again with callbacks.
    """

    out: Path
    models: tuple[str, ...] = COURSE_MODELS
    epochs: int = 15
    seeds: int = 1
    patience: int = 3
    vgg16_weights: Path | None = None
    resume: bool = False
    command: str = ""


@dataclass(frozen=True)
class ModelResult:
    """A model's runs, one a seed, and the plots of the first."""

    name: str
    runs: tuple[RunFolder, ...]
    summaries: tuple[dict[str, Any], ...]
    history: list[dict[str, float]]
    plots: RunPlots

    def accuracies(self, key: str) -> list[float]:
        """`initial_accuracy` or `final_accuracy` of every run."""
        return [summary[key] for summary in self.summaries]


@dataclass(frozen=True)
class Reloaded:
    """What freshly built networks score with the weights of an epoch, loaded from disk."""

    weights: str
    epoch: int
    file: str
    val_accuracy: float
    test_accuracy: float


@dataclass(frozen=True)
class CallbacksResult:
    """The run of step 7, the files that its callbacks left, and step 8's comparison."""

    run: RunFolder
    summary: dict[str, Any]
    history: list[dict[str, float]]
    every_epoch: list[str]
    best_only: list[str]
    reloaded: tuple[Reloaded, ...]
    stopped_early: bool
    curves: Path


@dataclass(frozen=True)
class CourseResult:
    """All that the course's page shows."""

    plan: CoursePlan
    split: Split
    examples: Path
    models: tuple[ModelResult, ...]
    callbacks: CallbacksResult


def run_course(plan: CoursePlan, split: Split) -> CourseResult:
    """Train and draw everything that the course asks for.

    Each run lies in a folder of its own below `plan.out`; with `plan.resume` finished runs are
    taken as they are and a broken one goes on.

    Raises DataError when the split lacks a subset, RunError when a folder holds another run,
    TrainerError when VGG16's weights are not to be had.
    """
    judged = split.subset("test")
    # Whether VGG16 is at hand shows now, not after an hour of training.
    pretrained = {name: _pretrained(name, plan.vgg16_weights) for name in plan.models}
    recipe = replace(COURSE_RECIPE, epochs=plan.epochs)
    examples = plan.out / "examples.png"
    patient = replace(recipe, patience=plan.patience)
    watched = _train("model1", split, patient, plan.out / "model1_callbacks", 1, plan)
    runs: dict[str, list[RunFolder]] = {name: [] for name in plan.models}
    # The whole course once, then again with the next seed: what is broken off says most so.
    for seed, name in itertools.product(range(1, plan.seeds + 1), plan.models):
        out = plan.out / name / f"seed_{seed}"
        runs[name].append(_train(name, split, recipe, out, seed, plan, pretrained[name]))
    models = tuple(_model_result(name, tuple(runs[name]), judged) for name in plan.models)
    save_figure(examples_figure(split.subset("train")), examples)
    return CourseResult(plan, split, examples, models, _callbacks(watched, split, plan))


def _pretrained(name: str, vgg16_weights: Path | None) -> Path | None:
    spec = model_spec(name)
    if spec.load_pretrained is None:
        return None
    weights = pretrained_weights(spec, vgg16_weights)
    if weights is not None:
        spec.load_pretrained(spec.build(len(CLASS_NAMES)), weights)
    return weights


def _train(
    name: str,
    split: Split,
    recipe: Recipe,
    out: Path,
    seed: int,
    plan: CoursePlan,
    pretrained: Path | None = None,
) -> RunFolder:
    keras.backend.clear_session()
    print(f"\n{name}, seed {seed}: {out}", flush=True)
    # The exercise's own precision, on every machine: results that can be compared.
    return train(name, split, recipe, out, seed, plan.resume, plan.command, pretrained, FLOAT32)


def _model_result(name: str, runs: tuple[RunFolder, ...], judged: Images) -> ModelResult:
    summaries = tuple(run.read_summary() for run in runs)
    plots = draw_run(runs[0], "last", "test", judged)
    return ModelResult(name, runs, summaries, runs[0].read_history(), plots)


def _callbacks(run: RunFolder, split: Split, plan: CoursePlan) -> CallbacksResult:
    summary, history = run.read_summary(), run.read_history()
    epochs = {"last": len(history), "best": summary["best_epoch"]}
    files = {"last": run.last_weights(), "best": run.best_weights}
    reloaded = []
    for weights, epoch in epochs.items():
        model = trained_model(run, weights)
        val, test = (
            score(predict(model, images), images.labels).accuracy
            for images in (split.subset("val"), split.subset("test"))
        )
        file = files[weights].relative_to(run.path).as_posix()
        reloaded.append(Reloaded(weights, epoch, file, val, test))
    every_epoch, best_only = (
        sorted(p.name for p in folder.iterdir() if p.name.endswith(".weights.h5"))
        for folder in (run.epoch_weights(1).parent, run.best_weights.parent)
    )
    stopped_early = standing_of(history).epochs_since >= plan.patience
    curves = run.path / "plots" / "learning_curves.png"
    save_figure(learning_curves(history), curves)
    return CallbacksResult(
        run, summary, history, every_epoch, best_only, tuple(reloaded), stopped_early, curves
    )
