"""Random views of a batch: symmetries of a map seen from above, colours of other days, and the
detail of other images."""

from __future__ import annotations

import math

import tensorflow as tf

from trainer.inputs import InputFormat

SIZE = 64
# The most that `change_detail` stretches or shrinks, in shares of the size.
_MOST_SCALE = 0.1
# The most it sharpens and blurs: shares of the difference to the neighbourhood's mean.
_SHARPEST, _BLURRIEST = -0.4, 1.0
# Standard deviation of the noise's strength, in digital numbers: two levels of an RGB image.
_NOISE_DN = 20.0


def flip_turn_and_shift(images: tf.Tensor, max_shift: int, draw: tf.Tensor) -> tf.Tensor:
    """Each image flipped, transposed and shifted by up to `max_shift` pixels, at random.

    Flips and a transpose give all eight symmetries of the square; what a shift uncovers is filled
    by reflection. `images` is `(N, 64, 64, bands)` of any dtype, and so is the result. The same
    `draw`, `(2,) int32`, gives the same views.
    """
    count = tf.shape(images)[0]
    rows, cols, axes = tf.unstack(tf.random.experimental.stateless_split(draw, 3))
    images = tf.gather(images, _random_axis_index(count, max_shift, rows), axis=1, batch_dims=1)
    columns = tf.transpose(images, (0, 2, 1, 3))
    columns = tf.gather(columns, _random_axis_index(count, max_shift, cols), axis=1, batch_dims=1)
    transposed = tf.random.stateless_uniform((count, 1, 1, 1), axes) < 0.5
    return tf.where(transposed, tf.transpose(columns, (0, 2, 1, 3)), columns)


def _random_axis_index(count: tf.Tensor, max_shift: int, draw: tf.Tensor) -> tf.Tensor:
    by, flip = tf.unstack(tf.random.experimental.stateless_split(draw, 2))
    shift = tf.random.stateless_uniform((count, 1), by, -max_shift, max_shift + 1, tf.int32)
    index = tf.abs(tf.range(SIZE)[None, :] + shift)
    index = tf.where(index > SIZE - 1, 2 * (SIZE - 1) - index, index)
    flipped = tf.random.stateless_uniform((count, 1), flip) < 0.5
    return tf.where(flipped, SIZE - 1 - index, index)


def shift_colors(
    images: tf.Tensor, gain: float, offset_dn: float, source: InputFormat, draw: tf.Tensor
) -> tf.Tensor:
    """Each band of each image times a random gain, plus random digital numbers.

    One draw is shared by the bands (haze, season) and one is each band's own (residual atmosphere).
    All are normal, of standard deviation `gain` and `offset_dn`: mostly small, at times as far off
    as a hazy spring day. `images` is `(N, 64, 64, bands)` float32 in 0..1, of the format `source`.
    The same `draw`, `(2,) int32`, gives the same colours.
    """
    count, bands = tf.shape(images)[0], len(source.bands)
    offset = offset_dn * source.scaling.values_per_dn / source.divide_by
    seeds = tf.unstack(tf.random.experimental.stateless_split(draw, 4))

    def normal(deviation: float, of_image: tf.Tensor, of_band: tf.Tensor) -> tf.Tensor:
        shared = tf.random.stateless_normal((count, 1, 1, 1), of_image, 0.0, deviation)
        return shared + tf.random.stateless_normal((count, 1, 1, bands), of_band, 0.0, deviation)

    moved = images * (1 + normal(gain, *seeds[:2])) + normal(offset, *seeds[2:])
    darkest, brightest = source.scaling.value_min, source.scaling.value_max
    return tf.clip_by_value(moved, darkest / source.divide_by, brightest / source.divide_by)


def change_detail(
    images: tf.Tensor, share: float, source: InputFormat, draw: tf.Tensor
) -> tf.Tensor:
    """The finest detail of a `share` of the images as other sensors and resamplings leave it.

    EuroSAT's own detail (a scene's noise, its resampling, JPEG) tells its classes apart, and a
    network that goes by it is lost elsewhere. Of so many images each, drawn independently: one is
    brought to another grid (turned by any angle, scaled, moved by parts of a pixel; bilinear,
    filled by reflection), one blurred or sharpened, one noisy. `images` is `(N, 64, 64, bands)`
    float32 in 0..1, of the format `source`. The same `draw`, `(2,) int32`, gives the same detail.
    """
    count = tf.shape(images)[0]
    on_grid, sharpness, noise, *chosen = tf.unstack(tf.random.experimental.stateless_split(draw, 6))
    deviation = _NOISE_DN * source.scaling.values_per_dn / source.divide_by

    def some(changed: tf.Tensor, which: tf.Tensor) -> tf.Tensor:
        return tf.where(
            tf.random.stateless_uniform((count, 1, 1, 1), which) < share, changed, images
        )

    images = some(_on_another_grid(images, on_grid), chosen[0])
    images = some(_blurred_or_sharpened(images, sharpness), chosen[1])
    images = some(_noisy(images, deviation, noise), chosen[2])
    darkest, brightest = source.scaling.value_min, source.scaling.value_max
    return tf.clip_by_value(images, darkest / source.divide_by, brightest / source.divide_by)


def _on_another_grid(images: tf.Tensor, draw: tf.Tensor) -> tf.Tensor:
    count = tf.shape(images)[0]
    turn, scale, rows, cols = (
        tf.random.stateless_uniform((count,), seed, low, high)
        for seed, low, high in zip(
            tf.unstack(tf.random.experimental.stateless_split(draw, 4)),
            (0.0, -_MOST_SCALE, -0.5, -0.5),
            (2 * math.pi, _MOST_SCALE, 0.5, 0.5),
            strict=True,
        )
    )
    # Rows of the matrix that leads from a pixel of the result to its place in the image.
    across, down = tf.cos(turn) * (1 + scale), tf.sin(turn) * (1 + scale)
    centre = (SIZE - 1) / 2
    from_col = centre + cols - (across - down) * centre
    from_row = centre + rows - (down + across) * centre
    nothing = tf.zeros_like(across)
    matrices = tf.stack([across, -down, from_col, down, across, from_row, nothing, nothing], axis=1)
    return tf.raw_ops.ImageProjectiveTransformV3(
        images=images,
        transforms=matrices,
        output_shape=(SIZE, SIZE),
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="REFLECT",
    )


def _blurred_or_sharpened(images: tf.Tensor, draw: tf.Tensor) -> tf.Tensor:
    """Moved towards the 3 x 3 binomial mean of each pixel's neighbourhood, or away from it."""
    by = tf.random.stateless_uniform((tf.shape(images)[0], 1, 1, 1), draw, _SHARPEST, _BLURRIEST)
    mean = tf.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)), "REFLECT")
    mean = (mean[:, :-2] + 2 * mean[:, 1:-1] + mean[:, 2:]) / 4
    mean = (mean[:, :, :-2] + 2 * mean[:, :, 1:-1] + mean[:, :, 2:]) / 4
    return images + by * (mean - images)


def _noisy(images: tf.Tensor, deviation: float, draw: tf.Tensor) -> tf.Tensor:
    of_image, of_pixel = tf.unstack(tf.random.experimental.stateless_split(draw, 2))
    strength = tf.random.stateless_normal((tf.shape(images)[0], 1, 1, 1), of_image, 0.0, deviation)
    return images + strength * tf.random.stateless_normal(tf.shape(images), of_pixel)


def mix_up(
    images: tf.Tensor, targets: tf.Tensor, alpha: float, draw: tf.Tensor
) -> tuple[tf.Tensor, tf.Tensor]:
    """Each image blended with its neighbour in the batch, and their targets alike.

    The share is drawn from Beta(alpha, alpha) (Zhang et al. 2018, mixup). `images` is
    `(N, 64, 64, bands)` float32, `targets` `(N, classes)` one-hot. The same `draw`, `(2,) int32`,
    gives the same shares.
    """
    count = tf.shape(images)[0]
    one, other = tf.unstack(tf.random.stateless_gamma((2, count), draw, alpha))
    share = one / tf.maximum(one + other, 1e-20)

    def blend(values: tf.Tensor) -> tf.Tensor:
        wide = tf.reshape(share, (count, *[1] * (len(values.shape) - 1)))
        return wide * values + (1 - wide) * tf.roll(values, 1, axis=0)

    return blend(images), blend(targets)
