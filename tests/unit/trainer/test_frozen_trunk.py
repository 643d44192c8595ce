"""A head trained on features learns what it would learn behind its trunk."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest

from trainer.batches import steps_per_epoch, training_batches, validation_batches
from trainer.data import Images
from trainer.frozen_trunk import features_of, head_after
from trainer.models import model_spec
from trainer.randomness import SeedEpochs
from trainer.recipes import Recipe
from trainer.splits import read_split
from trainer.vgg16 import TRUNK_OUTPUT, build_model4

RECIPE = Recipe(epochs=2, batch_size=16)


@pytest.fixture(scope="module")
def images(eurosat: Path, lists: Path) -> tuple[Images, Images]:
    split = read_split(eurosat, str(lists))
    return split.subset("train"), split.subset("val")


def compiled() -> keras.Model:
    keras.utils.set_random_seed(7)
    model = build_model4(10)
    loss = keras.losses.SparseCategoricalCrossentropy()
    model.compile("adam", loss, metrics=["accuracy"], jit_compile=False)
    return model


def fit(model: keras.Model, train: Images, val: Images) -> dict[str, list[float]]:
    return model.fit(
        training_batches(train, RECIPE, 10, 3),
        steps_per_epoch=steps_per_epoch(train, RECIPE),
        validation_data=validation_batches(val, RECIPE, 10),
        epochs=2,
        shuffle=False,
        callbacks=[SeedEpochs(3)],
        verbose=0,
    ).history


def head_of(model: keras.Model) -> keras.Model:
    head = head_after(model, TRUNK_OUTPUT)
    head.compile(model.optimizer, model.loss, metrics=["accuracy"], jit_compile=False)
    return head


def test_the_head_alone_learns_to_the_bit_what_the_whole_model_learns(
    images: tuple[Images, Images],
) -> None:
    whole = compiled()
    expected = fit(whole, *images)
    model = compiled()
    history = fit(head_of(model), *(features_of(model, TRUNK_OUTPUT, i, RECIPE) for i in images))
    assert history == expected
    for weights, of_whole in zip(model.get_weights(), whole.get_weights(), strict=True):
        assert np.array_equal(weights, of_whole)


def test_training_the_head_changes_the_head_alone(images: tuple[Images, Images]) -> None:
    model = compiled()
    before = {layer.name: layer.get_weights() for layer in model.layers}
    fit(head_of(model), *(features_of(model, TRUNK_OUTPUT, i, RECIPE) for i in images))
    changed = {
        layer.name
        for layer in model.layers
        if "dropout" not in layer.name
        and not all(map(np.array_equal, layer.get_weights(), before[layer.name]))
    }
    assert changed == {"dense_1", "dense_2"}


def test_only_model4_has_a_frozen_trunk() -> None:
    assert model_spec("model4").frozen_trunk
    assert not model_spec("model3").frozen_trunk
