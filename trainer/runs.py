"""A run's folder: arguments, versions, split checksums, history, checkpoints, summary."""

from __future__ import annotations

import csv
import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from trainer.errors import RunError
from trainer.inputs import (
    RGB,
    RGB_STATISTICS,
    BandStatistics,
    InputFormat,
    input_format_from_json,
)
from trainer.recipes import Recipe
from trainer.whole_files import write_whole_text

# The arguments that a run keeps through every --resume.
_WHAT_A_RUN_IS = ("model", "recipe", "seed", "input", "checksums", "pretrained", "with_val")


@dataclass(frozen=True)
class RunFolder:
    """Where everything of one training run lies."""

    path: Path

    @property
    def arguments_file(self) -> Path:
        return self.path / "arguments.json"

    @property
    def history_file(self) -> Path:
        return self.path / "history.csv"

    @property
    def summary_file(self) -> Path:
        return self.path / "summary.json"

    @property
    def scores_file(self) -> Path:
        return self.path / "scores.json"

    @property
    def best_weights(self) -> Path:
        return self.path / "checkpoints_best_only" / "checkpoint.weights.h5"

    def epoch_weights(self, epoch: int) -> Path:
        """Weights and optimizer state after an epoch, counted from 1."""
        return self.path / "checkpoints_every_epoch" / f"checkpoint_{epoch:03d}.weights.h5"

    def last_weights(self) -> Path:
        """The weights of the newest finished epoch. Raises RunError when there are none."""
        found = sorted(self.epoch_weights(0).parent.glob("checkpoint_*.weights.h5"))
        if not found:
            raise RunError(f"{self.path} has no checkpoint yet: train the model first.")
        return found[-1]

    def read_arguments(self) -> dict[str, Any]:
        """The run's arguments. Raises RunError when the folder holds no run."""
        try:
            return json.loads(self.arguments_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise RunError(
                f"{self.path} holds no run (arguments.json is missing or damaged): "
                "give the --out folder of a training run."
            ) from error

    def input_format(self) -> InputFormat:
        """Which bands the run reads. Raises RunError when the folder holds no run."""
        return input_of(self.read_arguments())[0]

    def read_summary(self) -> dict[str, Any]:
        """Accuracies, best epoch and duration. Raises RunError when training has not ended."""
        try:
            return json.loads(self.summary_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise RunError(
                f"{self.path} has no summary: end the training with train ... --resume."
            ) from error

    def read_scores(self) -> dict[str, Any]:
        """Scores of the best weights on `val`. Raises RunError when training has not ended."""
        try:
            return json.loads(self.scores_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise RunError(
                f"{self.path} has no scores: end the training with train ... --resume."
            ) from error

    def read_history(self) -> list[dict[str, float]]:
        """One row an epoch: epoch, loss, accuracy, val_loss, val_accuracy, learning_rate."""
        if not self.history_file.exists():
            return []
        try:
            with self.history_file.open(newline="", encoding="utf-8") as lines:
                return [{k: float(v) for k, v in row.items() if v} for row in csv.DictReader(lines)]
        except (OSError, ValueError, TypeError, csv.Error) as error:
            raise RunError(
                f"{self.history_file} is damaged ({error}): start a new run with another --out."
            ) from error


def start_run(path: Path, arguments: dict[str, Any], resume: bool) -> RunFolder:
    """Make the folder of a new run, or open the one to go on with.

    Raises RunError when a new run would overwrite another, or the one to resume was started with
    other arguments.
    """
    run = RunFolder(path)
    if resume and run.arguments_file.exists():
        before = run.read_arguments()
        changed = [k for k in _WHAT_A_RUN_IS if before.get(k) != arguments.get(k)]
        if changed:
            raise RunError(
                f"{path} was started with another {' and '.join(changed)}: resume it with the "
                "same arguments, or start a new run with another --out."
            )
        return run
    if path.exists() and any(path.iterdir()):
        raise RunError(f"{path} is not empty: give another --out, or --resume to go on with it.")
    try:
        path.mkdir(parents=True, exist_ok=True)
        run.best_weights.parent.mkdir()
        run.epoch_weights(0).parent.mkdir()
    except OSError as error:
        raise RunError(
            f"{path} cannot be written ({error.strerror}): give another --out."
        ) from error
    write_json(run.arguments_file, {**arguments, "versions": versions()})
    return run


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a run's record whole. Raises TrainerError when it cannot be written."""
    write_whole_text(path, json.dumps(content, indent=2) + "\n")


def recipe_of(arguments: dict[str, Any]) -> Recipe:
    """The recipe stored in a run's arguments."""
    return Recipe(**arguments["recipe"])


def input_of(arguments: dict[str, Any]) -> tuple[InputFormat, BandStatistics]:
    """Format and statistics of a run's images: RGB where an older version says nothing of it."""
    if "input" not in arguments:
        return RGB, RGB_STATISTICS
    content = arguments["input"]
    statistics = BandStatistics(tuple(content["mean"]), tuple(content["std"]))
    return input_format_from_json(content), statistics


def recipe_arguments(recipe: Recipe) -> dict[str, Any]:
    """The recipe as it is stored in a run's arguments."""
    return asdict(recipe)


def versions() -> dict[str, str]:
    """Versions of what decides a run's outcome."""
    packages = ("tensorflow", "keras", "numpy")
    return {"python": platform.python_version(), **{p: version(p) for p in packages}}
