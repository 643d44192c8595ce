"""Random views of a batch: symmetries of a map seen from above, and colours of other days."""

from __future__ import annotations

import tensorflow as tf

SIZE = 64
# EuroSAT maps DN 0..2750 to 1..255, so 100 DN are 100 * 254 / 2750 / 255 of a unit.
UNIT_PER_DN = 254 / 2750 / 255


def flip_turn_and_shift(images: tf.Tensor, max_shift: int) -> tf.Tensor:
    """Each image flipped, transposed and shifted by up to `max_shift` pixels, at random.

    Flips and a transpose give all eight symmetries of the square; what a shift uncovers is filled
    by reflection. `images` is `(N, 64, 64, 3)` of any dtype, and so is the result.
    """
    count = tf.shape(images)[0]
    images = tf.gather(images, _random_axis_index(count, max_shift), axis=1, batch_dims=1)
    columns = tf.transpose(images, (0, 2, 1, 3))
    columns = tf.gather(columns, _random_axis_index(count, max_shift), axis=1, batch_dims=1)
    transposed = tf.random.uniform((count, 1, 1, 1)) < 0.5
    return tf.where(transposed, tf.transpose(columns, (0, 2, 1, 3)), columns)


def _random_axis_index(count: tf.Tensor, max_shift: int) -> tf.Tensor:
    shift = tf.random.uniform((count, 1), -max_shift, max_shift + 1, tf.int32)
    index = tf.abs(tf.range(SIZE)[None, :] + shift)
    index = tf.where(index > SIZE - 1, 2 * (SIZE - 1) - index, index)
    flipped = tf.random.uniform((count, 1)) < 0.5
    return tf.where(flipped, SIZE - 1 - index, index)


def shift_colors(images: tf.Tensor, gain: float, offset_dn: float) -> tf.Tensor:
    """Each band of each image times a random gain, plus random digital numbers.

    One draw is shared by the bands (haze, season) and one is each band's own (residual atmosphere).
    All are normal, of standard deviation `gain` and `offset_dn`: mostly small, at times as far off
    as a hazy spring day. `images` is `(N, 64, 64, bands)` float32 in 0..1.
    """
    shape = tf.shape(images)
    count, bands = shape[0], shape[3]

    def draw(deviation: float) -> tf.Tensor:
        shared = tf.random.normal((count, 1, 1, 1), 0.0, deviation)
        return shared + tf.random.normal((count, 1, 1, bands), 0.0, deviation)

    moved = images * (1 + draw(gain)) + draw(offset_dn * UNIT_PER_DN)
    return tf.clip_by_value(moved, 1 / 255, 1.0)


def mix_up(images: tf.Tensor, targets: tf.Tensor, alpha: float) -> tuple[tf.Tensor, tf.Tensor]:
    """Each image blended with its neighbour in the batch, and their targets alike.

    The share is drawn from Beta(alpha, alpha) (Zhang et al. 2018, mixup). `images` is
    `(N, 64, 64, bands)` float32, `targets` `(N, classes)` one-hot.
    """
    count = tf.shape(images)[0]
    one, other = tf.unstack(tf.random.gamma((2, count), alpha))
    share = one / tf.maximum(one + other, 1e-20)

    def blend(values: tf.Tensor) -> tf.Tensor:
        wide = tf.reshape(share, (count, *[1] * (len(values.shape) - 1)))
        return wide * values + (1 - wide) * tf.roll(values, 1, axis=0)

    return blend(images), blend(targets)
