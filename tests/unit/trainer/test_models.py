from __future__ import annotations

import keras
import numpy as np
import pytest

from trainer.errors import TrainerError
from trainer.inputs import BandStatistics
from trainer.models import MODELS, model_spec


def test_model1_is_the_courses_to_the_letter() -> None:
    model = model_spec("model1").build(10)
    names = ["conv_1", "conv_2", "pool_1", "flatten", "dense_1", "dense_2"]
    assert [layer.name for layer in model.layers] == names
    assert model.count_params() == 18_354
    assert model.get_layer("pool_1").output.shape == (None, 8, 8, 8)
    for name, filters in (("conv_1", 16), ("conv_2", 8)):
        layer = model.get_layer(name)
        assert (layer.filters, layer.kernel_size, layer.padding) == (filters, (3, 3), "same")
        assert layer.activation.__name__ == "relu"
    assert model.get_layer("dense_2").activation.__name__ == "softmax"


def test_model2_has_32_and_64_filters_and_dense_256() -> None:
    # On paper: 3*9*32+32 + 32*9*64+64 + 8*8*64*256+256 + 256*10+10.
    assert model_spec("model2").build(10).count_params() == 896 + 18_496 + 1_048_832 + 2_570


def test_model3_is_model2_with_dropout_after_pooling_and_before_the_last_dense() -> None:
    model = model_spec("model3").build(10)
    names = [layer.name for layer in model.layers]
    assert names.index("dropout_1") == names.index("pool_1") + 1
    assert names.index("dropout_2") == names.index("dense_2") - 1
    assert {model.get_layer(n).rate for n in ("dropout_1", "dropout_2")} == {0.2}
    assert model.count_params() == model_spec("model2").build(10).count_params()


@pytest.mark.parametrize("name", MODELS)
def test_every_model_gives_probabilities_of_rgb_windows(name: str) -> None:
    model = model_spec(name).build(10)
    windows = np.random.default_rng(1).random((2, 64, 64, 3), np.float32)
    probabilities = model(windows, training=False).numpy()
    assert probabilities.shape == (2, 10)
    assert probabilities.sum(axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("name", MODELS)
def test_the_dense_form_names_a_real_layer_of_its_stride(name: str) -> None:
    spec = model_spec(name)
    model = spec.build(10)
    trunk = model.get_layer(spec.dense.trunk_output)
    cropped = sum(
        sum(layer.cropping[0])
        for layer in model.layers
        if isinstance(layer, keras.layers.Cropping2D)
    )
    assert trunk.output.shape[1] + cropped == 64 // spec.dense.stride


def test_no_output_of_the_network_for_small_cells_sees_beyond_its_window() -> None:
    spec = model_spec("lite0_fine")
    model = spec.build(10)
    random = np.random.default_rng(7)
    ground = random.random((1, 128, 128, 3), np.float32)
    config = model.get_config()
    config["layers"][0]["config"]["batch_shape"] = (None, 128, 128, 3)
    wide = keras.Model.from_config(config)
    wide.set_weights(model.get_weights())
    trunks = [
        keras.Model(m.inputs[0], m.get_layer(spec.dense.trunk_output).output) for m in (model, wide)
    ]
    # The window begins 32 pixels, four outputs, within the ground.
    alone, in_ground = trunks[0](ground[:, 32:96, 32:96]), trunks[1](ground)
    assert np.ptp(alone) > 0
    np.testing.assert_allclose(in_ground[:, 4:7, 4:7], alone, atol=1e-5)


def test_the_own_model_has_as_many_weighted_layers_as_its_name_says() -> None:
    model = model_spec("resnet12").build(10)
    weighted = [
        layer
        for layer in model.layers
        if type(layer).__name__ in ("Conv2D", "Dense") and "skip" not in layer.name
    ]
    assert len(weighted) == 12


@pytest.mark.parametrize("name", [n for n in MODELS if n != "model4"])
def test_every_model_but_the_frozen_one_takes_other_bands_and_centres_them(name: str) -> None:
    statistics = BandStatistics((0.1, 0.2, 0.3, 0.4), (0.01, 0.02, 0.03, 0.04))
    model = model_spec(name).build(10, statistics)
    assert model.input_shape == (None, 64, 64, 4)
    # A standard deviation above the mean, band by band, is 1.
    windows = np.broadcast_to(np.array([0.11, 0.22, 0.33, 0.44], np.float32), (1, 64, 64, 4))
    np.testing.assert_allclose(model.get_layer("centre")(windows), 1, atol=1e-4)
    assert model(windows).shape == (1, 10)


def test_a_frozen_trunk_refuses_bands_that_it_never_saw() -> None:
    with pytest.raises(TrainerError, match="RGB alone"):
        model_spec("model4").build(10, BandStatistics((0.1,), (0.1,)))


def test_an_unknown_model_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(TrainerError, match="model1, model2, model3"):
        model_spec("model9")
