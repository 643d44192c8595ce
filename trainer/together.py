"""Trains one network on several GPUs or machines at once.

Keras' `fit` serves one machine: under MultiWorkerMirroredStrategy it fails (keras-team/keras#20585,
and so do the versions tried, up to 3.15), and the Keras guides know no other way to several
machines with TensorFlow. So the loop is TensorFlow's own (tensorflow.org, "Custom training loop
with Keras and MultiWorkerMirroredStrategy"), around the step that Keras compiled.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from trainer.batches import Share, steps_per_epoch, training_batches, validation_batches
from trainer.classes import CLASS_NAMES
from trainer.early_stopping import Standing, StopWithoutImprovement, standing_of
from trainer.errors import RunError, TrainerError
from trainer.evaluation import mean_scores
from trainer.history import KeepEpochs
from trainer.models import model_spec
from trainer.precision import AUTO, PRECISIONS, choose_precision
from trainer.randomness import SeedEpochs
from trainer.recipes import Recipe, build_loss
from trainer.run_arguments import pretrained_weights, run_arguments
from trainer.runs import RunFolder, start_run
from trainer.splits import Split
from trainer.strategies import Workers
from trainer.trained_run import write_results
from trainer.training import (
    compiled_model,
    take_up,
)


def train_together(
    workers: Workers,
    model_name: str,
    split: Split,
    recipe: Recipe,
    out: Path,
    seed: int = 1,
    resume: bool = False,
    command: str = "",
    pretrained: Path | None = None,
    precision: str = AUTO,
) -> RunFolder:
    """Do what `train` does, with `workers`; only the chief among them touches `out`.

    Every machine reads the images and is dealt its share of each batch; each works out the scores
    on the validation images itself, so that all stop at the same epoch.

    Raises DataError and RunError as `train` does, RunError also when another machine is gone, and
    TrainerError when a batch cannot be dealt evenly.
    """
    train_images, val_images = split.subset("train"), split.subset("val")
    spec = model_spec(model_name)
    pretrained = pretrained_weights(spec, pretrained)
    own_choice = choose_precision(precision, lambda: spec.build(len(CLASS_NAMES)))
    workers.check_batch_size(recipe.batch_size)
    run = RunFolder(out)
    classes = len(CLASS_NAMES)

    def batches(share: Share) -> tf.data.Dataset:
        return training_batches(train_images, recipe, classes, seed, epochs.start, share)

    def validate() -> dict[str, float]:
        in_order = validation_batches(val_images, recipe, classes)
        return {f"val_{k}": v for k, v in mean_scores(model, in_order, build_loss(recipe)).items()}

    with workers.losses_reported():
        # Machines may differ in what they compute fastest; the chief's choice is everyone's.
        precision = PRECISIONS[int(workers.from_chief(PRECISIONS.index(own_choice)))]
        arguments = run_arguments(model_name, split, recipe, seed, command, pretrained, precision)
        _start(out, {**arguments, "replicas": workers.replicas}, resume, workers)
        with workers.strategy.scope():
            model = compiled_model(arguments, recipe, train_images, pretrained)
            model.optimizer.build(model.trainable_variables)
        finished = take_up(run, model) if workers.is_chief else 0
        epochs = range(int(workers.from_chief(finished)), recipe.epochs)
        own_standing = standing_of(run.read_history()) if workers.is_chief else Standing()
        standing = Standing(
            workers.from_chief(own_standing.best),
            int(workers.from_chief(own_standing.epochs_since)),
        )
        if 0 < recipe.patience <= standing.epochs_since:
            epochs = range(epochs.start, epochs.start)
        workers.share_state(model)
        callbacks = [SeedEpochs(seed, workers.index)]
        if workers.is_chief:
            callbacks.append(KeepEpochs(run, model))
        if recipe.patience:
            callbacks.append(StopWithoutImprovement(recipe.patience, standing))
        steps = steps_per_epoch(train_images, recipe, workers.replicas)
        _fit(workers, model, batches, steps, epochs, validate, callbacks)
        digest = sha256(b"".join(w.tobytes() for w in model.get_weights())).hexdigest()
        print(f"Worker {workers.index}: weights {digest}", flush=True)
        if workers.is_chief:
            write_results(run, model, split)
        # The others stay until the chief is done: it would be told that they are gone.
        workers.from_chief(0)
    return run


def _start(out: Path, arguments: dict[str, Any], resume: bool, workers: Workers) -> None:
    """Let the chief start the run; all are told when it cannot."""
    refusal: TrainerError | None = None
    if workers.is_chief:
        try:
            start_run(out, arguments, resume)
        except TrainerError as error:
            refusal = error
    if workers.from_chief(refusal is not None):
        raise refusal or RunError("The first worker cannot use its --out: it says why.")


def _fit(
    workers: Workers,
    model: keras.Model,
    batches: Callable[[Share], tf.data.Dataset],
    steps: int,
    epochs: range,
    validate: Callable[[], dict[str, float]],
    callbacks: list[keras.callbacks.Callback],
) -> None:
    """Train a compiled model that was built in the strategy's scope, as `model.fit` would.

    `batches` gives the batches of all `epochs` for a share of the devices, `validate` the scores
    to add to each epoch's. Callbacks that write belong to the chief alone.
    """

    def own_batches(context: tf.distribute.InputContext) -> tf.data.Dataset:
        local = context.num_replicas_in_sync // context.num_input_pipelines
        first = context.input_pipeline_id * local
        return batches(Share(context.num_replicas_in_sync, first, first + local))

    def step(batch: Any) -> None:
        workers.strategy.run(model.train_step, args=(batch,))

    # The first step makes the metrics' variables, which no graph for several devices can.
    in_graph = tf.function(step, autograph=False)
    is_first = True

    dealt = iter(workers.strategy.distribute_datasets_from_function(own_batches))
    listeners = keras.callbacks.CallbackList(callbacks, model=model, epochs=epochs.stop)
    model.stop_training = False
    listeners.on_train_begin()
    for epoch in epochs:
        started = time.monotonic()
        model.reset_metrics()
        listeners.on_epoch_begin(epoch)
        for number in range(steps):
            listeners.on_train_batch_begin(number)
            (step if is_first else in_graph)(next(dealt))
            is_first = False
            listeners.on_train_batch_end(number)
        logs = {name: float(value) for name, value in model.get_metrics_result().items()}
        workers.average_statistics(model)
        logs |= validate()
        if workers.is_chief:
            scores = " - ".join(f"{name}: {value:.4f}" for name, value in logs.items())
            print(f"Epoch {epoch + 1}/{epochs.stop}", flush=True)
            print(f"{steps}/{steps} - {time.monotonic() - started:.0f}s - {scores}", flush=True)
        listeners.on_epoch_end(epoch, logs)
        if model.stop_training:
            break
    model.optimizer.finalize_variable_values(model.trainable_variables)
    listeners.on_train_end()
