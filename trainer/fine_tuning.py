"""Starts a training from a bundle: the shipped network, or any other, goes on learning."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np

from trainer.data import Images
from trainer.errors import TrainerError
from trainer.normalization import unfold_into
from trainer.trained_bundle import open_bundle

BUNDLE_SUFFIX = ".keras"
# Images that tell what a layer's outputs are like.
_SEEN = 1024


def start_from_bundle(model: keras.Model, path: Path, images: Images) -> None:
    """Set the weights of `model`, in place, to those of the bundle `path`.

    A bundle's batch normalisation is folded into its convolutions; it is taken out again with what
    some of the `images` to train on show.

    Raises TrainerError when it is no bundle, of another network, or of other bands.
    """
    bundle = open_bundle(path)
    if bundle.input_format != images.format:
        raise TrainerError(
            f"{path} reads other bands than the images to train on: give both the same --bands."
        )
    chosen = np.linspace(0, len(images) - 1, min(_SEEN, len(images))).astype(int)
    inputs = images.pixels[chosen].astype(np.float32) / images.format.divide_by
    try:
        unfold_into(model, bundle.model, inputs)
    except ValueError as error:
        raise TrainerError(
            f"{path} is the bundle of another network ({str(error).splitlines()[0]}): give one of "
            "the model that you train."
        ) from error
