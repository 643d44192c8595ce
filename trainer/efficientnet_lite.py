"""EfficientNet-Lite of standard Keras layers, and its ImageNet weights from an npz file.

Tan & Le 2019 (EfficientNet-B0, B2), without squeeze-and-excitation, with ReLU6, and with stem and
head of one width (Lite0, Lite2, Liu 2020).
"""

from __future__ import annotations

import math
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import keras
import numpy as np
from keras import layers

from trainer.errors import TrainerError

_BN = {"momentum": 0.99, "epsilon": 1e-3}


@dataclass(frozen=True)
class _Stage:
    repeats: int
    kernel: int
    stride: int
    expansion: int
    filters: int


@dataclass(frozen=True)
class Size:
    """By how much a network of the family is wider and deeper than Lite0 (compound scaling)."""

    width: float
    depth: float


LITE0, LITE2 = Size(width=1.0, depth=1.0), Size(width=1.1, depth=1.2)

# Tan & Le 2019, table 1, stages 2 to 8.
_STAGES = (
    _Stage(1, 3, 1, 1, 16),
    _Stage(2, 3, 2, 6, 24),
    _Stage(2, 5, 2, 6, 40),
    _Stage(3, 3, 2, 6, 80),
    _Stage(3, 5, 1, 6, 112),
    _Stage(4, 5, 2, 6, 192),
    _Stage(1, 3, 1, 6, 320),
)


def lite_features(  # type: ignore[no-untyped-def]
    x, size: Size = LITE0, stem_stride: int = 2, dropout: float = 0.0
):
    """The network up to its last activation, `(N, H, W, 1280)`, named `head_relu`."""
    x = lite_blocks(x, size, stem_stride, dropout)
    x = layers.Conv2D(1280, 1, use_bias=False, name="head_conv")(x)
    return _bn_relu(x, "head")


def lite_blocks(  # type: ignore[no-untyped-def]
    x,
    size: Size = LITE0,
    stem_stride: int = 2,
    dropout: float = 0.0,
    count: int | None = None,
    largest_kernel: int = 5,
):
    """The stem and the first `count` of the blocks (all without), named `block0` and on.

    `dropout` is the rate at which the last of all blocks would be skipped; it grows from none at
    the first. Depthwise kernels are at most `largest_kernel` pixels wide: the middle of wider ones.
    """
    x = layers.Conv2D(32, 3, stem_stride, "same", use_bias=False, name="stem_conv")(x)
    x = _bn_relu(x, "stem")
    blocks = [(stage, repeat) for stage in _stages(size) for repeat in range(stage.repeats)]
    for place, (stage, repeat) in enumerate(blocks[:count]):
        narrowed = replace(stage, kernel=min(stage.kernel, largest_kernel))
        stride = stage.stride if repeat == 0 else 1
        x = _block(x, narrowed, stride, f"block{place}", dropout * place / len(blocks))
    return x


def _stages(size: Size) -> list[_Stage]:
    """The stages at this size: all wider, and all but the first and the last deeper."""
    inner = _STAGES[1:-1]
    return [
        replace(
            stage,
            filters=_in_eights(stage.filters * size.width),
            repeats=math.ceil(stage.repeats * size.depth) if stage in inner else stage.repeats,
        )
        for stage in _STAGES
    ]


def _in_eights(filters: float) -> int:
    """The multiple of 8 next to `filters`, or one more where that is below nine tenths of it."""
    rounded = max(8, int(filters + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * filters else rounded


def _bn_relu(x, name: str):  # type: ignore[no-untyped-def]
    x = layers.BatchNormalization(**_BN, name=f"{name}_bn")(x)
    return layers.ReLU(6.0, name=f"{name}_relu")(x)


def _block(x, stage: _Stage, stride: int, name: str, dropout: float):  # type: ignore[no-untyped-def]
    """Inverted residual (Sandler et al. 2018); `dropout` skips the branch of whole images."""
    shortcut = x
    width = x.shape[-1]
    if stage.expansion > 1:
        x = layers.Conv2D(width * stage.expansion, 1, use_bias=False, name=f"{name}_expand_conv")(x)
        x = _bn_relu(x, f"{name}_expand")
    x = layers.DepthwiseConv2D(
        stage.kernel, stride, "same", use_bias=False, name=f"{name}_depthwise_conv"
    )(x)
    x = _bn_relu(x, f"{name}_depthwise")
    x = layers.Conv2D(stage.filters, 1, use_bias=False, name=f"{name}_project_conv")(x)
    x = layers.BatchNormalization(**_BN, name=f"{name}_project_bn")(x)
    if stride == 1 and width == stage.filters:
        if dropout:
            x = layers.Dropout(dropout, noise_shape=(None, 1, 1, 1), name=f"{name}_drop")(x)
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


def load_start(model: keras.Model, path: Path) -> None:
    """Set what a training starts from, in place: ImageNet's npz file, or an earlier run's weights.

    Raises TrainerError when the file is missing, damaged or another network's.
    """
    if not path.name.endswith(".weights.h5"):
        load_imagenet(model, path)
        return
    try:
        model.load_weights(path)
    except (OSError, ValueError, KeyError) as error:
        raise TrainerError(
            f"{path} does not hold this network's weights ({str(error).splitlines()[0]}): give the "
            "checkpoint of an earlier run of it."
        ) from error


def load_imagenet(model: keras.Model, path: Path) -> None:
    """Set the layers of `lite_features` to the arrays of an npz file, in place.

    Arrays are named as in the PyTorch package efficientnet-lite-pytorch, kernels OIHW. A network of
    other than three bands gets the stem's three in turn, weakened so that their sum stays alike.

    Raises TrainerError when the file is missing, damaged or another network's.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            for layer in model.layers:
                names = _array_names(layer.name)
                if names and layer.weights:
                    layer.set_weights([_as_keras(arrays[n], layer) for n in names])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise TrainerError(
            f"{path} does not hold the weights of this EfficientNet-Lite ({error}): give the npz "
            "file with arrays named as in efficientnet-lite-pytorch."
        ) from error


def _array_names(layer: str) -> list[str]:
    """The npz names of a layer's weights in Keras' order; none for a layer without."""
    part, _, kind = layer.rpartition("_")
    if kind not in ("conv", "bn"):
        return []
    place = {"stem": ("_conv_stem", "_bn0"), "head": ("_conv_head", "_bn1")}.get(part)
    if place is None:
        block, _, role = part.partition("_")
        if not block.startswith("block"):
            return []
        bn = {"expand": "_bn0", "depthwise": "_bn1", "project": "_bn2"}[role]
        prefix = f"_blocks.{block.removeprefix('block')}."
        place = (f"{prefix}_{role}_conv", prefix + bn)
    if kind == "conv":
        return [f"{place[0]}.weight"]
    return [f"{place[1]}.{n}" for n in ("weight", "bias", "running_mean", "running_var")]


def _as_keras(array: np.ndarray, layer: layers.Layer) -> np.ndarray:
    array = array.astype(np.float32)
    if array.ndim != 4:
        return array
    # OIHW to HWIO; a depthwise kernel is (C, 1, H, W), for Keras (H, W, C, 1).
    depthwise = isinstance(layer, layers.DepthwiseConv2D)
    kernel = array.transpose((2, 3, 0, 1) if depthwise else (2, 3, 1, 0))
    if depthwise:
        kernel = _middle(kernel, layer.kernel_size[0])
    bands = layer.input.shape[-1]
    if layer.name == "stem_conv" and kernel.shape[2] == 3 != bands:
        return kernel[:, :, np.arange(bands) % 3] * np.float32(3 / bands)
    return kernel


def _middle(kernel: np.ndarray, side: int) -> np.ndarray:
    """The middle of a depthwise kernel, strengthened so that what it gives varies about as much."""
    rim = (len(kernel) - side) // 2
    if not rim:
        return kernel
    return kernel[rim:-rim, rim:-rim] * np.float32(len(kernel) / side)
