"""Training on the validation images too, once a trial without them has shown what a recipe gives.

The trial's scores stand for the network, since there are no images left to score it on, and its
temperature calibrates it. Nor can an epoch be chosen: the newest is the one that is kept.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trainer.data import Images
from trainer.errors import TrainerError
from trainer.runs import RunFolder

# What a trial must have in common with the training that it stands for.
_SAME = ("model", "recipe", "seed", "precision", "pretrained", "input", "checksums")
_MEASURED_ON = (
    "a trial, trained alike without the validation images; this network was trained on them too, "
    "so scoring it on them says nothing"
)


def record_of_trial(trial: RunFolder, arguments: dict[str, Any]) -> dict[str, Any]:
    """What the arguments of a training on `val` too tell of its trial.

    Raises RunError when the trial has not ended, TrainerError when it was trained otherwise.
    """
    before = trial.read_arguments()
    other = [key for key in _SAME if before.get(key) != arguments.get(key)]
    if other:
        raise TrainerError(
            f"{trial.path} was trained with another {' and '.join(other)}: repeat its command "
            "exactly, with --with-val and another --out."
        )
    if "with_val" in before:
        raise TrainerError(f"{trial.path} saw the validation images itself: give its own trial.")
    return {"command": before["command"], "scores": trial.read_scores()}


def together(one: Images, other: Images) -> Images:
    """The images of both, in that order."""
    return Images(
        np.concatenate([one.pixels, other.pixels]),
        np.concatenate([one.labels, other.labels]),
        one.names + other.names,
        one.format,
    )


def scores_of_trial(arguments: dict[str, Any], epoch: int) -> dict[str, Any]:
    """The scores of a run on `val` too: its trial's, with a word on where they come from."""
    return {
        **arguments["with_val"]["scores"],
        "epoch": epoch,
        "measured_on": _MEASURED_ON,
    }
