"""Images laid side by side are what they are in a scene."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from trainer.errors import TrainerError
from trainer.models import model_spec
from trainer.neighbours import Apart, SideBySide, beside_others


def numbered(count: int) -> np.ndarray:
    """Images `(count, 8, 8, 2)`, no pixel like another."""
    return np.arange(count * 8 * 8 * 2, dtype=np.float32).reshape(count, 8, 8, 2)


@pytest.mark.parametrize(("count", "edge"), [(96, 4), (72, 2), (20, 2), (7, 1)])
def test_images_lie_row_by_row_in_the_largest_square_that_divides_their_batch(
    count: int, edge: int
) -> None:
    images = numbered(count)
    squares = SideBySide(1.0)(images, training=True).numpy()
    first = images[: edge**2]
    rows = [np.concatenate(list(first[r * edge : (r + 1) * edge]), axis=1) for r in range(edge)]
    np.testing.assert_array_equal(squares[0], np.concatenate(rows, axis=0))
    assert len(squares) == count // edge**2


@pytest.mark.parametrize("count", [96, 72, 7])
def test_taken_apart_each_image_is_itself_again(count: int) -> None:
    images = numbered(count)
    squares = SideBySide(1.0)(images, training=True)
    np.testing.assert_array_equal(Apart()((squares, images)), images)


def test_so_many_batches_lie_side_by_side_and_none_outside_training() -> None:
    keras.utils.set_random_seed(5)
    layer = SideBySide(0.25)
    images = numbered(16)
    met = [len(layer(images, training=True)) == 1 for _ in range(400)]
    # Four standard deviations of a share of 400.
    assert np.mean(met) == pytest.approx(0.25, abs=4 * np.sqrt(0.25 * 0.75 / 400))
    assert len(SideBySide(1.0)(images, training=False)) == 16


def test_a_network_beside_others_shares_its_weights_and_sees_across_borders() -> None:
    keras.utils.set_random_seed(1)
    spec = model_spec("resnet12")
    model = spec.build(10)
    beside = beside_others(model, spec.dense.trunk_output, 1.0)
    assert beside.count_params() == model.count_params()
    images = np.random.default_rng(2).random((16, 64, 64, 3), np.float32)
    np.testing.assert_allclose(beside(images, training=False), model(images), atol=1e-6)
    before = model.get_weights()

    # Without dropout and batch statistics, what a neighbour is makes the only difference.
    for layer in model.layers:
        layer.trainable = False
        if isinstance(layer, keras.layers.Dropout):
            layer.rate = 0.0
    other = images.copy()
    other[1] = 1 - other[1]
    ours, theirs = (np.log(beside(these, training=True).numpy()) for these in (images, other))
    assert np.abs(ours[0] - theirs[0]).max() > 0.01
    np.testing.assert_allclose(ours[15], theirs[15], atol=1e-4)
    for one, two in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, two)


def test_the_middle_of_a_square_is_what_the_trunk_gives_for_the_scene() -> None:
    keras.utils.set_random_seed(1)
    image = keras.Input((64, 64, 3))
    features = keras.layers.Conv2D(4, 5, 2, "same", name="trunk")(image)
    model = keras.Model(image, keras.layers.GlobalAveragePooling2D()(features))
    scene = tf.random.stateless_uniform((1, 256, 256, 3), (1, 2))
    windows = tf.reshape(scene, (4, 64, 4, 64, 3))
    windows = tf.reshape(tf.transpose(windows, (0, 2, 1, 3, 4)), (16, 64, 64, 3))
    pooled = beside_others(model, "trunk", 1.0)(windows, training=True)
    of_scene = model.get_layer("trunk")(scene)
    expected = tf.reduce_mean(tf.reshape(of_scene, (4, 32, 4, 32, 4)), axis=(1, 3))
    np.testing.assert_allclose(pooled, tf.reshape(expected, (16, 4)), atol=1e-5)


def test_a_head_of_one_size_is_refused() -> None:
    with pytest.raises(TrainerError, match="--neighbours needs a network that averages"):
        beside_others(model_spec("model1").build(10), "pool_1", 0.5)
