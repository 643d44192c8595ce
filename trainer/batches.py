"""Batches for Keras: images stay integers in memory and become inputs in 0..1 batch by batch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from trainer.augmentation import change_detail, flip_turn_and_shift, mix_up, shift_colors
from trainer.data import Images
from trainer.recipes import Recipe

_DETAIL_DRAW = 3


@dataclass(frozen=True)
class Share:
    """What one of several workers takes of every batch.

    A batch is dealt to `replicas` devices; this worker has those from `first` up to `last`. Each
    has as many images as the others: the epoch's order is filled up with its first images.
    """

    replicas: int = 1
    first: int = 0
    last: int = 1


def steps_per_epoch(images: Images, recipe: Recipe, replicas: int = 1) -> int:
    """How many batches an epoch has."""
    filled = -(-len(images) // replicas) * replicas
    return -(-filled // recipe.batch_size)


def training_batches(
    images: Images,
    recipe: Recipe,
    classes: int,
    seed: int,
    first_epoch: int = 0,
    share: Share = Share(),
) -> tf.data.Dataset:
    """The batches of all epochs from `first_epoch` (0-based) on, one epoch after the other.

    Each is `((B, 64, 64, bands) float32 in 0..1, labels)`, augmented as the recipe says; labels are
    `(B,)` integers, or `(B, classes)` shares where they are smoothed or mixed. Order and
    augmentation follow from the seed, the epoch and the step alone: a run that goes on after an
    interruption sees what it would have seen.
    """
    count = len(images)

    def order_of(epoch: tf.Tensor) -> tf.data.Dataset:
        order = tf.random.experimental.stateless_shuffle(tf.range(count), _seed(seed, epoch))
        order = tf.concat([order, order[: -count % share.replicas]], axis=0)
        steps = tf.data.Dataset.from_tensor_slices(order).batch(recipe.batch_size).enumerate()
        return steps.map(lambda step, indices: (epoch, step, indices))

    def dealt(epoch: tf.Tensor, step: tf.Tensor, indices: tf.Tensor) -> tf.data.Dataset:
        hands = tf.transpose(tf.reshape(indices, (-1, share.replicas)))[share.first : share.last]
        hand = tf.range(share.first, share.last)
        return tf.data.Dataset.from_tensor_slices((hands, hand)).map(
            lambda chosen, replica: (chosen, _fold_in(_seed(seed, epoch), step, replica))
        )

    def prepare(indices: tf.Tensor, draw: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        pixels, labels = _taken(images, indices)
        moves, colors, mixing = tf.unstack(tf.random.experimental.stateless_split(draw, 3))
        # Folded in rather than split off, so that the other draws are what they are without it.
        detail = _fold_in(draw, tf.constant(_DETAIL_DRAW))
        if recipe.augment:
            pixels = flip_turn_and_shift(pixels, recipe.max_shift, moves)
        inputs = tf.cast(pixels, tf.float32) / images.format.divide_by
        if recipe.augment and (recipe.color_gain or recipe.color_offset_dn):
            inputs = shift_colors(
                inputs, recipe.color_gain, recipe.color_offset_dn, images.format, colors
            )
        if recipe.augment and recipe.detail:
            inputs = change_detail(inputs, recipe.detail, images.format, detail)
        targets = _targets(labels, recipe, classes)
        if recipe.augment and recipe.mixup:
            inputs, targets = mix_up(inputs, targets, recipe.mixup, mixing)
        return inputs, targets

    batches = tf.data.Dataset.range(first_epoch, recipe.epochs).flat_map(order_of).flat_map(dealt)
    return batches.map(prepare, num_parallel_calls=tf.data.AUTOTUNE).prefetch(tf.data.AUTOTUNE)


def validation_batches(images: Images, recipe: Recipe, classes: int) -> tf.data.Dataset:
    """Batches of inputs in order, unaugmented, with the targets that the recipe's loss takes."""

    def prepare(indices: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        pixels, labels = _taken(images, indices)
        inputs = tf.cast(pixels, tf.float32) / images.format.divide_by
        return inputs, _targets(labels, recipe, classes)

    return tf.data.Dataset.range(len(images)).batch(256).map(prepare).prefetch(tf.data.AUTOTUNE)


def _taken(images: Images, indices: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """The images at `indices`, from numpy's memory: as a constant they would be there twice."""

    def take(chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return images.pixels[chosen], images.labels[chosen]

    types = (tf.as_dtype(images.pixels.dtype), tf.int64)
    pixels, labels = tf.numpy_function(take, [indices], types, stateful=False)
    pixels.set_shape((None, *images.pixels.shape[1:]))
    labels.set_shape((None,))
    return pixels, labels


def _seed(seed: int, epoch: tf.Tensor) -> tf.Tensor:
    return tf.stack([tf.constant(seed, tf.int32), tf.cast(epoch, tf.int32)])


def _fold_in(draw: tf.Tensor, *numbers: tf.Tensor) -> tf.Tensor:
    for number in numbers:
        draw = tf.random.experimental.stateless_fold_in(draw, tf.cast(number, tf.int32))
    return draw


def _targets(labels: tf.Tensor, recipe: Recipe, classes: int) -> tf.Tensor:
    return tf.one_hot(labels, classes) if recipe.one_hot else labels
