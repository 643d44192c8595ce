"""Trains a registered model and keeps every epoch."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import keras

from trainer.batches import steps_per_epoch, training_batches, validation_batches
from trainer.checkpoints import load_weights, save_weights
from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.early_stopping import StopWithoutImprovement, standing_of
from trainer.evaluation import predict, score
from trainer.fine_tuning import BUNDLE_SUFFIX, start_from_bundle
from trainer.frozen_trunk import features_of, head_after
from trainer.history import KeepEpochs
from trainer.models import model_spec
from trainer.neighbours import beside_others
from trainer.normalization import with_fused_normalization
from trainer.precision import AUTO, choose_precision, layers_of
from trainer.randomness import SeedEpochs
from trainer.recipes import Recipe, build_loss, build_optimizer
from trainer.run_arguments import pretrained_weights, run_arguments
from trainer.runs import RunFolder, input_of, start_run
from trainer.splits import Split
from trainer.trained_run import best_row, judged_images, keeps_newest, write_results
from trainer.trial import record_of_trial, together
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
        callbacks = [SeedEpochs(seed), KeepEpochs(run, model, keeps_newest(arguments))]
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


def _untrained_text(accuracy: float, subset: str, count: int) -> str:
    return (
        f"Before training: accuracy {accuracy:.4f} of {count} {subset} images. Guessing among "
        f"{len(CLASS_NAMES)} classes is right for {1 / len(CLASS_NAMES):.2f}: the network knows "
        "nothing yet."
    )


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
        best = run.epoch_weights(int(best_row(run)["epoch"]))
        with whole_file(run.best_weights) as part:
            shutil.copyfile(best, part)
    return finished
