"""Trains the trunk on images laid side by side, as windows of a scene lie.

A window by itself is padded with zeros; in the dense form its neighbours stand there. A network
that met only zeros goes by them, and is lost without. Here some batches are squares of unrelated
images: the trunk sees across their borders, and the head still has to name each one.
"""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf
from keras import layers

from trainer.errors import TrainerError
from trainer.layer_graph import called_again

# Images along a square's edge: with four, a quarter of the images have all their neighbours.
EDGE = 4


class SideBySide(layers.Layer):
    """Of a `share` of the batches, squares of 4 x 4 images (2 x 2, or none, where that divides the
    batch): `(N, H, W, C)` becomes `(N / 16, 4 H, 4 W, C)`. Nothing outside training."""

    def __init__(self, share: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._share = share
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        if not training:
            return inputs
        count, height, width, channels = tf.unstack(tf.shape(inputs))
        edge = tf.where(count % EDGE**2 == 0, EDGE, tf.where(count % 4 == 0, 2, 1))
        chosen = keras.random.uniform((), seed=self.seed_generator) < self._share
        edge = tf.where(chosen, edge, 1)
        squares = tf.reshape(inputs, (-1, edge, edge, height, width, channels))
        rows = tf.transpose(squares, (0, 1, 3, 2, 4, 5))
        return tf.reshape(rows, (-1, edge * height, edge * width, inputs.shape[-1]))

    def compute_output_shape(self, input_shape: tuple[int | None, ...]) -> tuple[int | None, ...]:
        return (None, None, None, input_shape[-1])


class Apart(layers.Layer):
    """The features of each image again, `(N, h, w, C)`, from those of the squares and the images
    that they were made of."""

    def call(self, inputs: tuple[Any, Any]) -> Any:
        features, images = inputs
        squares, height, width, channels = tf.unstack(tf.shape(features))
        count = tf.shape(images)[0]
        edge = tf.cast(tf.round(tf.sqrt(tf.cast(count // squares, tf.float32))), tf.int32)
        height, width = height // edge, width // edge
        rows = tf.reshape(features, (squares, edge, height, edge, width, channels))
        apart = tf.transpose(rows, (0, 1, 3, 2, 4, 5))
        return tf.reshape(apart, (count, height, width, features.shape[-1]))

    def compute_output_shape(
        self, input_shape: tuple[tuple[int | None, ...], tuple[int | None, ...]]
    ) -> tuple[int | None, ...]:
        features, images = input_shape
        return (images[0], None, None, features[-1])


def beside_others(model: keras.Model, trunk_output: str, share: float) -> keras.Model:
    """`model` for training, sharing its layers, with its trunk over squares of images in a `share`
    (0..1) of the batches.

    Raises TrainerError when the network takes images of one size alone.
    """
    fixed = (layers.Flatten, layers.Cropping2D)
    if any(isinstance(layer, fixed) for layer in model.layers):
        raise TrainerError(
            "--neighbours needs a network that averages all its features, such as lite0: leave it "
            "away."
        )
    inputs = keras.Input(model.input.shape[1:])

    def call(layer: layers.Layer, argument: Any) -> Any:
        result = layer(argument)
        return Apart()((result, inputs)) if layer.name == trunk_output else result

    return keras.Model(inputs, called_again(model, SideBySide(share)(inputs), call))
