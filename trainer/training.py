"""Trains a registered model and keeps every epoch."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import keras
import numpy as np

from trainer.batches import steps_per_epoch, training_batches, validation_batches
from trainer.checkpoints import load_weights, save_weights
from trainer.classes import CLASS_NAMES
from trainer.data import Images, classes_without_images
from trainer.early_stopping import StopWithoutImprovement, standing_of
from trainer.errors import DataError, TrainerError
from trainer.evaluation import apply_temperature, fit_temperature, predict, score
from trainer.fine_tuning import BUNDLE_SUFFIX, start_from_bundle
from trainer.frozen_trunk import features_of, head_after
from trainer.history import KeepEpochs
from trainer.inputs import RGB_STATISTICS, BandStatistics, band_statistics
from trainer.models import ModelSpec, model_spec
from trainer.neighbours import beside_others
from trainer.normalization import with_folded_normalization, with_fused_normalization
from trainer.precision import AUTO, choose_precision, layers_of
from trainer.randomness import SeedEpochs
from trainer.recipes import Recipe, build_loss, build_optimizer
from trainer.runs import RunFolder, input_of, recipe_arguments, start_run, write_json
from trainer.splits import Split
from trainer.trial import record_of_trial, scores_of_trial, together
from trainer.whole_files import whole_file


def train(
    model_name: str,
    split: Split,
    recipe: Recipe,
    out: Path,
    seed: int = 1,
    resume: bool = False,
    command: str = "",
    pretrained: Path | None = None,
    precision: str = AUTO,
    trial: RunFolder | None = None,
) -> RunFolder:
    """Train `model_name` on the split's `train` images, watching its `val` images.

    Leaves in `out` the weights of every epoch, those of the best validation accuracy, history and
    summary. With `resume` a run that was cut off goes on after its last finished epoch, optimizer
    and random state included, and sees the images that it would have seen. `pretrained` is a file
    of weights to start from, for models that take one, `precision` what it computes with
    (`choose_precision`). With a `trial`, the same training without them, `val` images are trained
    on too, and the weights of the newest epoch are the ones kept (trainer/trial.py). With a
    `start_share` in the recipe, they are mixed with those that the run started from.

    Prints the accuracy before training, on the split's `test` images or, without any, on `val`.

    Raises DataError when the split has no train or val images, or none of a class to train on,
    TrainerError when `out` or `pretrained` cannot be used.
    """
    train_images, val_images = split.subset("train"), split.subset("val")
    spec = model_spec(model_name)
    pretrained = pretrained_weights(spec, pretrained)
    precision = choose_precision(precision, lambda: spec.build(len(CLASS_NAMES)))
    arguments = run_arguments(model_name, split, recipe, seed, command, pretrained, precision)
    if trial is not None:
        arguments["with_val"] = record_of_trial(trial, arguments)
        train_images = together(train_images, val_images)
    # What cannot start leaves no folder behind.
    model = compiled_model(arguments, recipe, train_images, pretrained)
    start = model.get_weights() if recipe.start_share else []
    run = start_run(out, arguments, resume)
    judged_on, judged = judged_images(split)
    untrained = score(predict(model, judged), judged.labels).accuracy
    finished = take_up(run, model)
    if not finished:
        print(_untrained_text(untrained, judged_on, len(judged)), flush=True)
    standing = standing_of(run.read_history())
    stopped = 0 < recipe.patience <= standing.epochs_since
    if finished < recipe.epochs and not stopped:
        classes = len(CLASS_NAMES)
        fitted = model
        if spec.frozen_trunk and not recipe.augment:
            trunk_output = spec.dense.trunk_output
            fitted = head_after(model, trunk_output)
            fitted.compile(model.optimizer, model.loss, metrics=["accuracy"], jit_compile=False)
            train_images, val_images = (
                features_of(model, trunk_output, images, recipe)
                for images in (train_images, val_images)
            )
        elif recipe.neighbours:
            fitted = beside_others(model, spec.dense.trunk_output, recipe.neighbours)
            fitted.compile(model.optimizer, model.loss, metrics=["accuracy"], jit_compile=False)
        callbacks = [SeedEpochs(seed), KeepEpochs(run, model, _keeps_newest(arguments))]
        if recipe.patience:
            callbacks.append(StopWithoutImprovement(recipe.patience, standing))
        fitted.fit(
            training_batches(train_images, recipe, classes, seed, finished),
            steps_per_epoch=steps_per_epoch(train_images, recipe),
            validation_data=validation_batches(val_images, recipe, classes),
            initial_epoch=finished,
            epochs=recipe.epochs,
            # The batches come shuffled.
            shuffle=False,
            callbacks=callbacks,
            verbose=2,
        )
    if recipe.start_share:
        share = recipe.start_share
        pairs = zip(start, model.get_weights(), strict=True)
        model.set_weights([share * before + (1 - share) * after for before, after in pairs])
        save_weights(model, run.best_weights)
    write_results(run, model, split, {"initial_accuracy": untrained})
    return run


def judged_images(split: Split) -> tuple[str, Images]:
    """What a run is judged on before and after: the split's `test` images, or `val` without any."""
    subset = "test" if "test" in split.subsets else "val"
    return subset, split.subset(subset)


def _untrained_text(accuracy: float, subset: str, count: int) -> str:
    return (
        f"Before training: accuracy {accuracy:.4f} of {count} {subset} images. Guessing among "
        f"{len(CLASS_NAMES)} classes is right for {1 / len(CLASS_NAMES):.2f}: the network knows "
        "nothing yet."
    )


def run_arguments(
    model_name: str,
    split: Split,
    recipe: Recipe,
    seed: int,
    command: str,
    pretrained: Path | None,
    precision: str,
) -> dict[str, Any]:
    """What a run's folder tells of how the run was made, `arguments.json` but for versions.

    Raises TrainerError when the pretrained weights are missing or of no use, DataError when there
    is no image of a class to train on.
    """
    images = split.subset("train")
    empty = classes_without_images(images)
    if empty:
        raise DataError(
            f"There is no {' and no '.join(empty)} among the images to train on: every class needs "
            "some, so give all of the data set, or other lists with --split DIR."
        )
    return {
        "command": command,
        "model": model_name,
        "recipe": recipe_arguments(recipe),
        "seed": seed,
        "precision": precision,
        "pretrained": _checksum(model_spec(model_name), pretrained),
        "input": {**images.format.as_json(), **_statistics(images).as_json()},
        "data": str(split.data.absolute()),
        "split_option": split.asked,
        "split": split.name,
        "checksums": split.checksums,
        "counts": {name: len(images) for name, images in split.subsets.items()},
    }


def pretrained_weights(spec: ModelSpec, given: Path | None) -> Path | None:
    """The file a run starts from: the one given, or the network's own download, if it has one.

    Raises TrainerError when the download fails.
    """
    if given is None and spec.download_pretrained is not None:
        return spec.download_pretrained()
    return given


def _checksum(spec: ModelSpec, pretrained: Path | None) -> dict[str, str] | None:
    """Name and sha256 of the weights a run starts from. Raises TrainerError when they are amiss."""
    if pretrained is None:
        if spec.load_pretrained is not None:
            raise TrainerError(
                f"{spec.name} starts from ImageNet: give its weights with --pretrained FILE."
            )
        return None
    if spec.load_pretrained is None and pretrained.suffix != BUNDLE_SUFFIX:
        raise TrainerError(
            f"{spec.name} starts from scratch, or from a bundle of its own: leave --pretrained "
            "away, or give NAME.keras."
        )
    try:
        return {"file": pretrained.name, "sha256": sha256(pretrained.read_bytes()).hexdigest()}
    except OSError as error:
        raise TrainerError(f"{pretrained} cannot be read ({error.strerror}).") from error


def _statistics(images: Images) -> BandStatistics:
    if images.format.is_rgb:
        return RGB_STATISTICS
    return band_statistics(images.pixels, images.format.divide_by)


def compiled_model(
    arguments: dict[str, Any], recipe: Recipe, images: Images, pretrained: Path | None
) -> keras.Model:
    """The network of a run over `images` as it starts: weights drawn from the run's seed, or the
    pretrained ones."""
    keras.utils.set_random_seed(arguments["seed"])
    spec = model_spec(arguments["model"])
    with layers_of(arguments["precision"]):
        model = spec.build(len(CLASS_NAMES), input_of(arguments)[1])
    if pretrained is not None and pretrained.suffix == BUNDLE_SUFFIX:
        start_from_bundle(model, pretrained, images)
    elif spec.load_pretrained is not None and pretrained is not None:
        spec.load_pretrained(model, pretrained)
    model = with_fused_normalization(model)
    # XLA was a quarter slower than TensorFlow's oneDNN kernels on the CPUs tried.
    model.compile(
        optimizer=build_optimizer(recipe, steps_per_epoch(images, recipe)),
        loss=build_loss(recipe),
        metrics=["accuracy"],
        jit_compile=False,
    )
    return model


def take_up(run: RunFolder, model: keras.Model) -> int:
    """Load what the run's last finished epoch left; give the number of finished epochs."""
    finished = len(run.read_history())
    if finished:
        # The file holds the optimizer's state too, which is restored where its variables exist.
        model.optimizer.build(model.trainable_variables)
        load_weights(model, run.epoch_weights(finished))
        # A run killed between its checkpoint and its history leaves a best epoch that has no line.
        best = run.epoch_weights(int(_best_row(run)["epoch"]))
        with whole_file(run.best_weights) as part:
            shutil.copyfile(best, part)
    return finished


def write_results(
    run: RunFolder, model: keras.Model, split: Split, before: dict[str, float] | None = None
) -> None:
    """Write the summary and the scores of a run that has come to its end.

    `before` holds what was measured before it began.
    """
    judged_on, judged = judged_images(split)
    final = score(predict(trained_model(run, "last"), judged), judged.labels).accuracy
    arguments = run.read_arguments()
    seen = "with_val" in arguments and judged_on == "val"
    accuracies = {
        "judged_on": f"{judged_on}, which it was trained on" if seen else judged_on,
        "judged_images": len(judged),
        **(before or {}),
        "final_accuracy": final,
    }
    _write_summary(run, model.count_params(), accuracies)
    if "with_val" in arguments:
        write_json(run.scores_file, scores_of_trial(arguments, int(_best_row(run)["epoch"])))
    else:
        _write_scores(run, shipped_model(run), split.subset("val"))


def trained_model(run: RunFolder, weights: str) -> keras.Model:
    """A fresh model with the `best` or `last` weights of a run, or those of a file.

    Raises RunError when they are missing, damaged or of another model.
    """
    arguments = run.read_arguments()
    model = model_spec(arguments["model"]).build(len(CLASS_NAMES), input_of(arguments)[1])
    kept = {"best": lambda: run.best_weights, "last": run.last_weights}
    load_weights(model, kept[weights]() if weights in kept else Path(weights))
    return model


def shipped_model(run: RunFolder) -> keras.Model:
    """The best weights as a bundle holds them: normalisation folded, numbers of half precision.

    Folded, the network has half the layers; rounded to float16 (and kept as float32, which every
    CPU computes fast) it compresses to half the size.
    """
    model = trained_model(run, "best")
    if not isinstance(model, keras.Sequential):
        model = with_folded_normalization(model)
    model.set_weights([w.astype(np.float16).astype(np.float32) for w in model.get_weights()])
    return model


def _write_summary(run: RunFolder, parameters: int, accuracies: dict[str, Any]) -> None:
    rows = run.read_history()
    best = _best_row(run)
    summary = {
        "parameters": parameters,
        "epochs": len(rows),
        "best_epoch": int(best["epoch"]),
        "best_val_accuracy": best["val_accuracy"],
        "last_val_accuracy": rows[-1]["val_accuracy"],
        "seconds": round(sum(row["seconds"] for row in rows), 1),
        **accuracies,
    }
    write_json(run.summary_file, summary)


def _write_scores(run: RunFolder, model: keras.Model, val_images: Images) -> None:
    """Calibrate the best weights on the validation images and score them there."""
    raw = predict(model, val_images)
    temperature = fit_temperature(raw, val_images.labels)
    scores = score(apply_temperature(raw, temperature), val_images.labels)
    stored = {
        "subset": "val",
        "epoch": int(_best_row(run)["epoch"]),
        "temperature": temperature,
        **scores.as_json(),
    }
    write_json(run.scores_file, stored)


def _best_row(run: RunFolder) -> dict[str, float]:
    rows = run.read_history()
    if _keeps_newest(run.read_arguments()):
        return rows[-1]
    # The first of equals, as the checkpoint of the best accuracy keeps it.
    return max(rows, key=lambda row: row["val_accuracy"])


def _keeps_newest(arguments: dict[str, Any]) -> bool:
    """Whether a run's best weights are its newest: validation accuracy cannot, or may not, choose.

    Runs of before `start_share` do not name it.
    """
    return "with_val" in arguments or bool(arguments["recipe"].get("start_share"))
