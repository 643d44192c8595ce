"""What a run's folder tells of how the run was made."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from trainer.data import Images, classes_without_images
from trainer.errors import DataError, TrainerError
from trainer.fine_tuning import BUNDLE_SUFFIX
from trainer.inputs import RGB_STATISTICS, BandStatistics, band_statistics
from trainer.models import ModelSpec, model_spec
from trainer.recipes import Recipe
from trainer.runs import recipe_arguments
from trainer.splits import Split


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
