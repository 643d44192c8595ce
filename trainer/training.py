"""Trains a registered model and keeps every epoch."""

from __future__ import annotations

import csv
import json
import shutil
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import keras
import numpy as np

from trainer.batches import steps_per_epoch, training_batches, validation_batches
from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.errors import RunError, TrainerError
from trainer.evaluation import apply_temperature, fit_temperature, predict, score
from trainer.inputs import RGB_STATISTICS, BandStatistics, band_statistics
from trainer.models import ModelSpec, model_spec
from trainer.normalization import with_folded_normalization, with_fused_normalization
from trainer.precision import AUTO, choose_precision, layers_of
from trainer.randomness import SeedEpochs
from trainer.recipes import Recipe, build_loss, build_optimizer
from trainer.runs import RunFolder, input_of, recipe_arguments, start_run
from trainer.splits import Split


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
) -> RunFolder:
    """Train `model_name` on the split's `train` images, watching its `val` images.

    Leaves in `out` the weights of every epoch, those of the best validation accuracy, history and
    summary. With `resume` a run that was cut off goes on after its last finished epoch, optimizer
    and random state included, and sees the images that it would have seen. `pretrained` is a file
    of weights to start from, for models that take one, `precision` what it computes with
    (`choose_precision`).

    Raises DataError when the split has no train or val images, RunError when `out` cannot be used.
    """
    train_images, val_images = split.subset("train"), split.subset("val")
    spec = model_spec(model_name)
    precision = choose_precision(precision, lambda: spec.build(len(CLASS_NAMES)))
    arguments = run_arguments(model_name, split, recipe, seed, command, pretrained, precision)
    run = start_run(out, arguments, resume)
    model = compiled_model(arguments, recipe, len(train_images), pretrained)
    finished = take_up(run, model)
    if finished < recipe.epochs:
        classes = len(CLASS_NAMES)
        model.fit(
            training_batches(train_images, recipe, classes, seed, finished),
            steps_per_epoch=steps_per_epoch(train_images, recipe),
            validation_data=validation_batches(val_images, recipe, classes),
            initial_epoch=finished,
            epochs=recipe.epochs,
            # The batches come shuffled.
            shuffle=False,
            callbacks=[SeedEpochs(seed), KeepEpochs(run)],
            verbose=2,
        )
    write_results(run, model, val_images)
    return run


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

    Raises TrainerError when the pretrained weights are missing or of no use.
    """
    images = split.subset("train")
    return {
        "command": command,
        "model": model_name,
        "recipe": recipe_arguments(recipe),
        "seed": seed,
        "precision": precision,
        "pretrained": _checksum(model_spec(model_name), pretrained),
        "input": {**images.format.as_json(), **_statistics(images).as_json()},
        "split": split.name,
        "checksums": split.checksums,
        "counts": {name: len(images) for name, images in split.subsets.items()},
    }


def _checksum(spec: ModelSpec, pretrained: Path | None) -> dict[str, str] | None:
    """Name and sha256 of the weights a run starts from. Raises TrainerError when they are amiss."""
    if pretrained is None:
        if spec.load_pretrained is not None:
            raise TrainerError(
                f"{spec.name} starts from ImageNet: give its weights with --pretrained FILE."
            )
        return None
    if spec.load_pretrained is None:
        raise TrainerError(f"{spec.name} starts from scratch: leave --pretrained away.")
    try:
        return {"file": pretrained.name, "sha256": sha256(pretrained.read_bytes()).hexdigest()}
    except OSError as error:
        raise TrainerError(f"{pretrained} cannot be read ({error.strerror}).") from error


def _statistics(images: Images) -> BandStatistics:
    if images.format.is_rgb:
        return RGB_STATISTICS
    return band_statistics(images.pixels, images.format.divide_by)


def compiled_model(
    arguments: dict[str, Any], recipe: Recipe, images: int, pretrained: Path | None
) -> keras.Model:
    """The network of a run over so many images as it starts: weights drawn from the run's seed, or
    the pretrained ones."""
    keras.utils.set_random_seed(arguments["seed"])
    spec = model_spec(arguments["model"])
    with layers_of(arguments["precision"]):
        model = spec.build(len(CLASS_NAMES), input_of(arguments)[1])
    if spec.load_pretrained is not None and pretrained is not None:
        spec.load_pretrained(model, pretrained)
    model = with_fused_normalization(model)
    # XLA was a quarter slower than TensorFlow's oneDNN kernels on the CPUs tried.
    model.compile(
        optimizer=build_optimizer(recipe, -(-images // recipe.batch_size)),
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
        model.load_weights(run.epoch_weights(finished))
        # A run killed between its checkpoint and its history leaves a best epoch that has no line.
        best = run.epoch_weights(int(_best_row(run)["epoch"]))
        _replace(run.best_weights, lambda part: shutil.copyfile(best, part))
    return finished


def write_results(run: RunFolder, model: keras.Model, val_images: Images) -> None:
    """Write the summary and the scores of a run that has come to its end."""
    _write_summary(run, model.count_params())
    _write_scores(run, shipped_model(run), val_images)


def trained_model(run: RunFolder, weights: str) -> keras.Model:
    """A fresh model with the `best` or `last` weights of a run. Raises RunError without them."""
    arguments = run.read_arguments()
    model = model_spec(arguments["model"]).build(len(CLASS_NAMES), input_of(arguments)[1])
    path = run.best_weights if weights == "best" else run.last_weights()
    if not path.exists():
        raise RunError(f"{run.path} has no checkpoint yet: train the model first.")
    model.load_weights(path)
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


class KeepEpochs(keras.callbacks.Callback):
    """Keeps the weights of every epoch and of the best validation accuracy, and the history.

    Keras' own ModelCheckpoint and BackupAndRestore write in place: a process killed meanwhile
    leaves half a file that counts as a checkpoint. Here each file appears complete, and the line
    of history comes last: an epoch that has one can be resumed from.
    """

    FIELDS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds")

    def __init__(self, run: RunFolder) -> None:
        super().__init__()
        self._run = run
        self._rows = run.read_history()
        self._best = max((row["val_accuracy"] for row in self._rows), default=-1.0)
        self._epoch_started = 0.0

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        self._epoch_started = time.monotonic()

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        scores = logs or {}
        rate = float(keras.ops.convert_to_numpy(self.model.optimizer.learning_rate))
        seconds = round(time.monotonic() - self._epoch_started, 3)
        row = {"epoch": epoch + 1, **scores, "learning_rate": rate, "seconds": seconds}
        self._keep_weights(self._run.epoch_weights(epoch + 1))
        if scores["val_accuracy"] > self._best:
            self._best = scores["val_accuracy"]
            self._keep_weights(self._run.best_weights)
        self._rows.append(row)
        self._write_history()

    def _keep_weights(self, path: Path) -> None:
        _replace(path, lambda part: self.model.save_weights(part, overwrite=True))

    def _write_history(self) -> None:
        part = self._run.history_file.with_suffix(".csv.part")
        with part.open("w", newline="", encoding="utf-8") as lines:
            writer = csv.DictWriter(lines, self.FIELDS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows({**row, "epoch": int(row["epoch"])} for row in self._rows)
        part.replace(self._run.history_file)


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make a file beside `path` that takes its place once it is complete."""
    part = path.with_name(f".part.{path.name}")
    write(part)
    part.replace(path)


def _write_summary(run: RunFolder, parameters: int) -> None:
    rows = run.read_history()
    best = _best_row(run)
    summary = {
        "parameters": parameters,
        "epochs": len(rows),
        "best_epoch": int(best["epoch"]),
        "best_val_accuracy": best["val_accuracy"],
        "last_val_accuracy": rows[-1]["val_accuracy"],
        "seconds": round(sum(row["seconds"] for row in rows), 1),
    }
    run.summary_file.write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


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
    run.scores_file.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


def _best_row(run: RunFolder) -> dict[str, float]:
    # The first of equals, as the checkpoint of the best accuracy keeps it.
    return max(run.read_history(), key=lambda row: row["val_accuracy"])
