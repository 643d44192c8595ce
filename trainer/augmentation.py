"""Random views of a batch: symmetries of a map seen from above, and colours of other days."""

from __future__ import annotations

import tensorflow as tf

SIZE = 64
# EuroSAT maps DN 0..2750 to 1..255, so 100 DN are 100 * 254 / 2750 / 255 of a unit.
_UNIT_PER_DN = 254 / 2750 / 255


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
    """Each band of each image times 1 +- `gain`, plus +- `offset_dn` digital numbers, at random.

    One draw is shared by the three bands (haze, season) and one is the band's own (residual
    atmosphere), each half as wide. `images` is `(N, 64, 64, 3)` float32 in 0..1.
    """
    count = tf.shape(images)[0]
    offset = offset_dn * _UNIT_PER_DN

    def draw(width: float) -> tf.Tensor:
        shared = tf.random.uniform((count, 1, 1, 1), -width / 2, width / 2)
        own = tf.random.uniform((count, 1, 1, 3), -width / 2, width / 2)
        return shared + own

    return tf.clip_by_value(images * (1 + draw(gain)) + draw(offset), 1 / 255, 1.0)
