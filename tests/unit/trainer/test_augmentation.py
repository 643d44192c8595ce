from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import tensorflow as tf

from trainer.augmentation import change_detail, flip_turn_and_shift, mix_up, shift_colors
from trainer.inputs import RGB


def symmetries(image: np.ndarray) -> list[np.ndarray]:
    turned = [np.rot90(image, k) for k in range(4)]
    return turned + [np.flipud(t) for t in turned]


def test_without_shift_each_view_is_one_of_the_squares_eight_symmetries() -> None:
    image = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    images = tf.constant(np.repeat(image[None], 200, 0))
    views = flip_turn_and_shift(images, 0, tf.constant([1, 1])).numpy()
    expected = symmetries(image)
    met = {next(i for i, e in enumerate(expected) if np.array_equal(v, e)) for v in views}
    assert met == set(range(8))


def test_a_shift_is_filled_by_reflection() -> None:
    ramp = np.tile(np.arange(64, dtype=np.uint8)[None, :, None], (64, 1, 3))
    images = tf.constant(np.repeat(ramp[None], 100, 0))
    views = flip_turn_and_shift(images, 8, tf.constant([1, 2])).numpy()
    for view in views:
        line = view[32, :, 0] if view[32, 0, 0] != view[32, 20, 0] else view[:, 32, 0]
        steps = np.abs(np.diff(line.astype(int)))
        assert set(steps) == {1}
        assert 63 - 8 <= line.max() <= 63


def test_colours_move_as_wide_as_asked_for_together_and_band_by_band() -> None:
    grey = tf.fill((4000, 2, 2, 3), 0.4)
    moved = shift_colors(grey, 0.05, 60, RGB, tf.constant([1, 3])).numpy()
    # Whole pixels move alike; a band's variance is gain's and offset's, each shared and own.
    assert np.array_equal(moved[:, 0, 0], moved[:, 1, 1])
    offset = 60 * 254 / 2750 / 255
    one_draw = (0.4 * 0.05) ** 2 + offset**2
    change = moved[:, 0, 0] - 0.4
    assert change.std() == pytest.approx(np.sqrt(2 * one_draw), rel=0.05)
    assert np.cov(change.T)[0, 1] == pytest.approx(one_draw, rel=0.1)


def test_colours_stay_within_what_eurosat_can_hold() -> None:
    edges = np.tile(np.array([0.0, 0.5, 1.0], np.float32), (50, 1)).reshape(50, 1, 1, 3)
    moved = shift_colors(tf.constant(edges), 0.3, 300, RGB, tf.constant([1, 4])).numpy()
    assert moved.min() == pytest.approx(1 / 255)
    assert moved.max() == 1


def test_of_so_many_images_each_detail_is_changed() -> None:
    random = np.random.default_rng(2)
    images = tf.constant(random.uniform(0.3, 0.6, (1000, 8, 8, 3)).astype(np.float32))
    images = tf.tile(images, (1, 8, 8, 1))
    changed = change_detail(images, 0.3, RGB, tf.constant([1, 6])).numpy()
    same = (changed == images.numpy()).all(axis=(1, 2, 3))
    # Three draws leave an image alone.
    assert same.mean() == pytest.approx(0.7**3, abs=0.045)


def test_another_grid_turns_a_slope_and_keeps_its_steepness_but_for_the_scale() -> None:
    slope = 0.15 + 0.01 * np.arange(64, dtype=np.float32)
    images = np.broadcast_to(slope[None, None, :, None], (200, 64, 64, 3))
    changed = change_detail(tf.constant(images), 1.0, RGB, tf.constant([1, 7])).numpy()
    middle = changed[:, 22:42, 22:42, 0]
    # Least squares over a square: what noise there is has no say in the mean.
    places = np.arange(20) - 9.5
    weights = places / (20 * (places**2).sum())
    down, across = middle.sum(axis=2) @ weights, middle.sum(axis=1) @ weights
    steepness = np.hypot(down, across) / 0.01
    assert (np.abs(steepness - 1) < 0.13).all()
    assert steepness.std() == pytest.approx(0.1 / np.sqrt(3), rel=0.25)
    turns = np.arctan2(down, across)
    assert np.histogram(turns, 4, (-np.pi, np.pi))[0].min() > 25


def test_noise_is_as_strong_as_two_levels() -> None:
    grey = tf.fill((1000, 64, 64, 1), 0.4)
    source = replace(RGB, bands=("B04",))
    changed = change_detail(grey, 1.0, source, tf.constant([1, 8])).numpy()
    # On even ground neither another grid nor blur shows.
    assert np.sqrt(((changed - 0.4) ** 2).mean()) == pytest.approx(20 * 254 / 2750 / 255, rel=0.05)
    assert changed.mean() == pytest.approx(0.4, abs=1e-3)


def test_mixing_blends_image_and_target_by_one_share() -> None:
    values = np.linspace(0.1, 0.9, 300, dtype=np.float32)
    images = np.broadcast_to(values[:, None, None, None], (300, 2, 2, 3))
    targets = np.eye(300, dtype=np.float32)
    both = mix_up(tf.constant(images), tf.constant(targets), 0.2, tf.constant([1, 5]))
    mixed, shares = (t.numpy() for t in both)
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(mixed[:, 0, 0, 0], shares @ values, atol=1e-5)
    # Beta(0.2, 0.2) has mean 1/2 and variance 1 / (4 * 1.4).
    own = shares[np.arange(300), np.arange(300)]
    assert own.mean() == pytest.approx(0.5, abs=0.08)
    assert own.var() == pytest.approx(1 / 5.6, rel=0.15)
