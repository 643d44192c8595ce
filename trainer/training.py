"""Trains a registered model and keeps every epoch."""

from __future__ import annotations

import csv
import json
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import keras
import numpy as np

from trainer.batches import training_batches, validation_batches
from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.errors import RunError, TrainerError
from trainer.evaluation import apply_temperature, fit_temperature, predict, score
from trainer.models import ModelSpec, model_spec
from trainer.normalization import with_folded_normalization, with_fused_normalization
from trainer.precision import AUTO, choose_precision, layers_of
from trainer.recipes import Recipe, build_loss, build_optimizer
from trainer.runs import RunFolder, recipe_arguments, start_run
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
    state included. `pretrained` is a file of weights to start from, for models that take one,
    `precision` what it computes with (`choose_precision`).

    Raises DataError when the split has no train or val images, RunError when `out` cannot be used.
    """
    train_images, val_images = split.subset("train"), split.subset("val")
    spec = model_spec(model_name)
    precision = choose_precision(precision, lambda: spec.build(len(CLASS_NAMES)))
    arguments: dict[str, Any] = {
        "command": command,
        "model": model_name,
        "recipe": recipe_arguments(recipe),
        "seed": seed,
        "precision": precision,
        "pretrained": _checksum(spec, pretrained),
        "split": split.name,
        "checksums": split.checksums,
        "counts": {name: len(images) for name, images in split.subsets.items()},
    }
    run = start_run(out, arguments, resume)
    keras.utils.set_random_seed(seed)
    with layers_of(precision):
        model = spec.build(len(CLASS_NAMES))
    if spec.load_pretrained is not None and pretrained is not None:
        spec.load_pretrained(model, pretrained)
    model = with_fused_normalization(model)
    steps = -(-len(train_images) // recipe.batch_size)
    # XLA was a quarter slower than TensorFlow's oneDNN kernels on the CPUs tried.
    model.compile(
        optimizer=build_optimizer(recipe, steps),
        loss=build_loss(recipe),
        metrics=["accuracy"],
        jit_compile=False,
    )
    finished = len(run.read_history())
    if finished:
        # The file holds the optimizer's state too, which is restored where its variables exist.
        model.optimizer.build(model.trainable_variables)
        model.load_weights(run.epoch_weights(finished))
    if finished < recipe.epochs:
        model.fit(
            training_batches(train_images, recipe, len(CLASS_NAMES), seed + finished),
            validation_data=validation_batches(val_images, recipe, len(CLASS_NAMES)),
            initial_epoch=finished,
            epochs=recipe.epochs,
            # The batches shuffle themselves.
            shuffle=False,
            callbacks=[KeepEpochs(run)],
            verbose=2,
        )
    _write_summary(run, model.count_params())
    _write_scores(run, shipped_model(run), val_images)
    return run


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


def trained_model(run: RunFolder, weights: str) -> keras.Model:
    """A fresh model with the `best` or `last` weights of a run. Raises RunError without them."""
    model = model_spec(run.read_arguments()["model"]).build(len(CLASS_NAMES))
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
        seconds = round(time.monotonic() - self._epoch_started, 1)
        row = {"epoch": epoch + 1, **scores, "learning_rate": rate, "seconds": seconds}
        self._keep_weights(self._run.epoch_weights(epoch + 1))
        if scores["val_accuracy"] > self._best:
            self._best = scores["val_accuracy"]
            self._keep_weights(self._run.best_weights)
        self._rows.append(row)
        self._write_history()

    def _keep_weights(self, path: Path) -> None:
        part = path.with_name(f".part.{path.name}")
        self.model.save_weights(part, overwrite=True)
        part.replace(path)

    def _write_history(self) -> None:
        part = self._run.history_file.with_suffix(".csv.part")
        with part.open("w", newline="", encoding="utf-8") as lines:
            writer = csv.DictWriter(lines, self.FIELDS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows({**row, "epoch": int(row["epoch"])} for row in self._rows)
        part.replace(self._run.history_file)


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
    raw = predict(model, val_images.pixels)
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
