from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from keras import layers

from trainer.models import model_spec
from trainer.normalization import (
    unfold_into,
    with_folded_normalization,
    with_fused_normalization,
)


def small_network() -> keras.Model:
    inputs = layers.Input((16, 16, 3))
    x = layers.Conv2D(8, 3, padding="same", use_bias=False)(inputs)
    x = layers.BatchNormalization(momentum=0.9)(x)
    x = layers.ReLU()(x)
    skip = x
    x = layers.DepthwiseConv2D(5, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    x = layers.Dropout(0.3, noise_shape=(None, 1, 1, 1))(x)
    x = layers.Add()([skip, x])
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(4, activation="softmax")(x))


def with_random_weights(model: keras.Model) -> keras.Model:
    """Weights and statistics as after a training: positive variances, no unit scales."""
    random = np.random.default_rng(0)
    model.set_weights([w + random.uniform(0.1, 0.5, w.shape) for w in model.get_weights()])
    return model


def images(count: int = 12) -> np.ndarray:
    return np.random.default_rng(1).random((count, 16, 16, 3), dtype=np.float32)


def test_the_fused_network_predicts_what_keras_own_predicts() -> None:
    model = with_random_weights(small_network())
    fused = with_fused_normalization(model)
    np.testing.assert_allclose(fused(images()), model(images()), atol=1e-6)


def test_the_fused_network_learns_what_keras_own_learns() -> None:
    model = with_random_weights(small_network())
    twins = [model, with_fused_normalization(model)]
    labels = np.arange(12) % 4
    for twin in twins:
        for layer in twin.layers:
            if isinstance(layer, layers.Dropout):
                layer.rate = 0.0
        twin.compile(keras.optimizers.SGD(0.05), "sparse_categorical_crossentropy")
        for _ in range(5):
            twin.train_on_batch(images(), labels)
    for own, fused in zip(*(twin.get_weights() for twin in twins), strict=True):
        # The fused kernel keeps the unbiased variance: a share of 1 / (12 * 16 * 16) more.
        np.testing.assert_allclose(fused, own, rtol=2e-3, atol=2e-4)


def test_checkpoints_of_the_fused_network_open_in_keras_own(tmp_path: Path) -> None:
    model = with_random_weights(small_network())
    fused = with_fused_normalization(model)
    fused.save_weights(tmp_path / "fused.weights.h5")
    fresh = small_network()
    fresh.load_weights(tmp_path / "fused.weights.h5")
    np.testing.assert_allclose(fresh(images()), model(images()), atol=1e-6)


@pytest.mark.parametrize("name", ["resnet12", "lite0", "lite0_fine"])
def test_a_folded_network_has_no_normalisation_left_and_predicts_the_same(name: str) -> None:
    model = model_spec(name).build(10)
    random = np.random.default_rng(2)
    for layer in model.layers:
        if isinstance(layer, layers.BatchNormalization):
            layer.set_weights([w + random.uniform(0.1, 0.5, w.shape) for w in layer.get_weights()])
    folded = with_folded_normalization(model)
    kinds = {type(layer) for layer in folded.layers}
    assert not kinds & {layers.BatchNormalization, layers.Dropout}
    windows = random.random((4, 64, 64, 3), dtype=np.float32)
    np.testing.assert_allclose(folded(windows), model(windows), atol=2e-5)


def test_normalisation_that_follows_no_lone_convolution_stays() -> None:
    inputs = layers.Input((8, 8, 3))
    x = layers.Conv2D(4, 1, use_bias=False)(inputs)
    y = layers.BatchNormalization()(x)
    model = with_random_weights(keras.Model(inputs, layers.Add()([x, y])))
    folded = with_folded_normalization(model)
    window = np.random.default_rng(3).random((2, 8, 8, 3), dtype=np.float32)
    assert layers.BatchNormalization in {type(layer) for layer in folded.layers}
    np.testing.assert_allclose(folded(window), model(window), atol=1e-6)


@pytest.fixture(scope="module")
def unfolded() -> tuple[keras.Model, keras.Model, np.ndarray]:
    """A network of known statistics, one that was given its folded copy, and the images for it."""
    trained = with_random_weights(small_network())
    fresh = keras.models.clone_model(trained)
    inputs = images(64)
    unfold_into(fresh, with_folded_normalization(trained), inputs)
    return trained, fresh, inputs


def test_a_network_that_was_folded_predicts_the_same_unfolded(
    unfolded: tuple[keras.Model, keras.Model, np.ndarray],
) -> None:
    trained, fresh, _ = unfolded
    np.testing.assert_allclose(fresh(images()), trained(images()), atol=1e-5)


def test_an_unfolded_network_predicts_the_same_while_it_trains(
    unfolded: tuple[keras.Model, keras.Model, np.ndarray],
) -> None:
    trained, fresh, inputs = unfolded
    for layer in fresh.layers:
        if isinstance(layer, layers.Dropout):
            layer.rate = 0.0
    # Trained on those images, each normalisation meets the mean and variance that it was given.
    np.testing.assert_allclose(fresh(inputs, training=True), trained(inputs), atol=1e-4)


def test_another_networks_weights_cannot_be_unfolded() -> None:
    folded = with_folded_normalization(model_spec("resnet12").build(10))
    with pytest.raises(ValueError, match="No such layer"):
        unfold_into(small_network(), folded, images())
