from __future__ import annotations

import numpy as np
import pytest
import tensorflow as tf

from trainer.augmentation import flip_turn_and_shift, shift_colors


def symmetries(image: np.ndarray) -> list[np.ndarray]:
    turned = [np.rot90(image, k) for k in range(4)]
    return turned + [np.flipud(t) for t in turned]


def test_without_shift_each_view_is_one_of_the_squares_eight_symmetries() -> None:
    tf.random.set_seed(1)
    image = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    views = flip_turn_and_shift(tf.constant(np.repeat(image[None], 200, 0)), 0).numpy()
    expected = symmetries(image)
    met = {next(i for i, e in enumerate(expected) if np.array_equal(v, e)) for v in views}
    assert met == set(range(8))


def test_a_shift_is_filled_by_reflection() -> None:
    tf.random.set_seed(2)
    ramp = np.tile(np.arange(64, dtype=np.uint8)[None, :, None], (64, 1, 3))
    views = flip_turn_and_shift(tf.constant(np.repeat(ramp[None], 100, 0)), 8).numpy()
    for view in views:
        line = view[32, :, 0] if view[32, 0, 0] != view[32, 20, 0] else view[:, 32, 0]
        steps = np.abs(np.diff(line.astype(int)))
        assert set(steps) == {1}
        assert 63 - 8 <= line.max() <= 63


def test_colours_move_by_at_most_the_gain_and_offset_asked_for() -> None:
    tf.random.set_seed(3)
    grey = tf.fill((500, 2, 2, 3), 0.4)
    moved = shift_colors(grey, gain=0.1, offset_dn=100).numpy()
    widest = 0.4 * 0.1 + 100 * 254 / 2750 / 255
    assert np.abs(moved - 0.4).max() <= widest + 1e-6
    assert np.abs(moved - 0.4).max() > 0.7 * widest
    assert moved[:, 0, 0].std(axis=1).max() > 0


def test_colours_stay_within_what_eurosat_can_hold() -> None:
    edges = np.tile(np.array([0.0, 0.5, 1.0], np.float32), (50, 1)).reshape(50, 1, 1, 3)
    moved = shift_colors(tf.constant(edges), gain=0.3, offset_dn=300).numpy()
    assert moved.min() == pytest.approx(1 / 255)
    assert moved.max() == 1
