"""Trains only what follows a frozen trunk, on the trunk's features, each computed once.

A frozen trunk gives an image the same features in every epoch, to the bit, so the head learns
exactly what it would learn behind the trunk: with VGG16 on two CPU cores about ten times as fast.
"""

from __future__ import annotations

from dataclasses import replace

import keras
import numpy as np
import tensorflow as tf

from trainer.batches import validation_batches
from trainer.data import Images
from trainer.recipes import Recipe


def head_after(model: keras.Model, trunk_output: str) -> keras.Model:
    """The chain of layers after `trunk_output` as a model of its own, sharing their weights."""
    trunk = model.get_layer(trunk_output)
    inputs = outputs = keras.Input(trunk.output.shape[1:])
    for layer in model.layers[model.layers.index(trunk) + 1 :]:
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def features_of(model: keras.Model, trunk_output: str, images: Images, recipe: Recipe) -> Images:
    """What the trunk gives for each image, `(N, height, width, channels) float32`, in its place:
    the inputs of `head_after`."""
    trunk = keras.Model(model.input, model.get_layer(trunk_output).output)
    features = tf.function(lambda inputs: trunk(inputs, training=False), autograph=False)
    # The same inputs as in training, to the bit: another graph rounds RGB/255 in another way.
    batches = validation_batches(images, recipe, model.output.shape[-1])
    found = np.concatenate([tf.cast(features(i), tf.float32).numpy() for i, _ in batches])
    return replace(images, pixels=found, format=replace(images.format, divide_by=1.0))
