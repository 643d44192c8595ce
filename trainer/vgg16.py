"""The course's model4: a head trained on the features of VGG16, which ImageNet taught."""

from __future__ import annotations

from pathlib import Path

import keras
from keras import layers

from trainer.errors import TrainerError
from trainer.inputs import RGB_STATISTICS, BandStatistics

TRUNK_OUTPUT = "block5_pool"
# The file that keras.applications.VGG16(weights="imagenet", include_top=False) downloads, with the
# md5 that Keras states.
_FILE = "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5"
_ADDRESS = f"https://storage.googleapis.com/tensorflow/keras-applications/vgg16/{_FILE}"
_MD5 = "6d6bbae143d832006294945121d1f1fc"


def build_model4(classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model:
    """VGG16 without its top (Simonyan & Zisserman 2015), frozen, and a head; uncompiled.

    Its layers are the model's own, not a model inside a model, so that a dense map can cut the
    trunk off. Random weights: `load_imagenet_trunk` gives the trunk its own.

    Raises TrainerError for other bands than RGB.
    """
    if bands != RGB_STATISTICS:
        raise TrainerError("model4 starts from VGG16, which knows RGB alone: leave --bands out.")
    trunk = keras.applications.VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
    for layer in trunk.layers:
        layer.trainable = False
    x = layers.Flatten(name="flatten")(trunk.output)
    x = layers.Dropout(0.2, name="dropout_1")(x)
    x = layers.Dense(256, activation="relu", name="dense_1")(x)
    x = layers.Dropout(0.2, name="dropout_2")(x)
    # Probabilities have too few digits in half precision, whatever the rest computes with.
    outputs = layers.Dense(classes, activation="softmax", dtype="float32", name="dense_2")(x)
    return keras.Model(trunk.input, outputs)


def download_imagenet() -> Path:
    """VGG16's ImageNet weights where Keras itself keeps them, downloaded if they are not there.

    Raises TrainerError when the download fails.
    """
    try:
        return Path(keras.utils.get_file(_FILE, _ADDRESS, cache_subdir="models", file_hash=_MD5))
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise TrainerError(
            f"VGG16's ImageNet weights could not be downloaded ({reason}): give a copy of the file "
            "with --vgg16-weights FILE."
        ) from error


def load_imagenet_trunk(model: keras.Model, weights: Path) -> None:
    """Give model4's trunk the weights of a file of VGG16 without its top.

    Raises TrainerError when the file is missing, damaged or another network's.
    """
    try:
        source = keras.applications.VGG16(
            include_top=False, weights=str(weights), input_shape=(64, 64, 3)
        )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        reason = str(error).partition("\n")[0]
        raise TrainerError(
            f"{weights} holds no VGG16 weights without top ({reason}): give {_FILE} of "
            "keras-applications."
        ) from error
    for layer in source.layers[1:]:
        model.get_layer(layer.name).set_weights(layer.get_weights())
