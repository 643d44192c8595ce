"""Batches for Keras: images stay uint8 in memory and become RGB/255 batch by batch."""

from __future__ import annotations

import tensorflow as tf

from trainer.augmentation import flip_turn_and_shift, mix_up, shift_colors
from trainer.data import Images
from trainer.recipes import Recipe


def training_batches(images: Images, recipe: Recipe, classes: int, seed: int) -> tf.data.Dataset:
    """Shuffled batches `((B, 64, 64, 3) float32 in 0..1, labels)`, augmented as the recipe says.

    Labels are `(B,)` integers, or `(B, classes)` one-hot where the loss smooths them.
    """

    def prepare(pixels: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        if recipe.augment:
            pixels = flip_turn_and_shift(pixels, recipe.max_shift)
        inputs = tf.cast(pixels, tf.float32) / 255.0
        if recipe.augment and (recipe.color_gain or recipe.color_offset_dn):
            inputs = shift_colors(inputs, recipe.color_gain, recipe.color_offset_dn)
        targets = _targets(labels, recipe, classes)
        if recipe.augment and recipe.mixup:
            inputs, targets = mix_up(inputs, targets, recipe.mixup)
        return inputs, targets

    indices = tf.data.Dataset.range(len(images)).shuffle(len(images), seed=seed)
    pixels, labels = tf.constant(images.pixels), tf.constant(images.labels)
    batches = indices.batch(recipe.batch_size).map(
        lambda i: prepare(tf.gather(pixels, i), tf.gather(labels, i)),
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    return batches.prefetch(tf.data.AUTOTUNE)


def validation_batches(images: Images, recipe: Recipe, classes: int) -> tf.data.Dataset:
    """Batches of RGB/255 in order, unaugmented, with the targets that the recipe's loss takes."""
    batches = tf.data.Dataset.from_tensor_slices((images.pixels, images.labels)).batch(256)
    return batches.map(
        lambda p, y: (tf.cast(p, tf.float32) / 255.0, _targets(y, recipe, classes))
    ).prefetch(tf.data.AUTOTUNE)


def _targets(labels: tf.Tensor, recipe: Recipe, classes: int) -> tf.Tensor:
    return tf.one_hot(labels, classes) if recipe.one_hot else labels
