"""The registry of networks: the course's, to the letter, and the project's own.

Every builder returns an uncompiled Keras model that takes `(N, 64, 64, bands)` inputs in 0..1, of
RGB unless it is told otherwise, and gives `(N, classes)` softmax probabilities.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import keras
from keras import layers

from trainer import vgg16
from trainer.efficientnet_lite import (
    LITE0,
    LITE2,
    Size,
    lite_blocks,
    lite_features,
    load_start,
)
from trainer.errors import TrainerError
from trainer.inputs import RGB_STATISTICS, BandStatistics


class Builder(Protocol):
    """Builds a network for so many classes, and for bands of these statistics."""

    def __call__(self, classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model: ...


# Sets what a network starts from, in place, from a file of pretrained weights.
Pretrained = Callable[[keras.Model, Path], None]


@dataclass(frozen=True)
class DenseForm:
    """How a network is applied densely: its trunk's last layer, total stride, and the head."""

    trunk_output: str
    stride: int
    head: str  # "global_average" or "flatten"


@dataclass(frozen=True)
class ModelSpec:
    """A registered network. `dense` tells how it serves cells smaller than its window.

    `remarks` are for the card: what was weighed; `purpose`, where there is one, is for its title.
    `load_pretrained` is there when the network starts from weights trained on other images, whose
    licence is `pretrained_license`; where `download_pretrained` is there too, it gets their file
    when none is given. `frozen_trunk` says that the layers up to the trunk's output keep them.
    """

    name: str
    summary: str
    build: Builder
    dense: DenseForm
    remarks: str = ""
    purpose: str = ""
    load_pretrained: Pretrained | None = None
    pretrained_license: str = ""
    download_pretrained: Callable[[], Path] | None = None
    frozen_trunk: bool = False


def _course_cnn(filters: tuple[int, int], units: int, dropout: float = 0.0) -> Builder:
    def build(classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model:
        stack: list[layers.Layer] = [layers.Input((64, 64, len(bands)))]
        if bands != RGB_STATISTICS:
            # The course's networks take RGB/255 as it is; other bands differ too much for that.
            stack.append(centre(bands))
        stack += [
            layers.Conv2D(filters[0], 3, activation="relu", padding="same", name="conv_1"),
            layers.Conv2D(filters[1], 3, activation="relu", padding="same", name="conv_2"),
            layers.MaxPooling2D(8, name="pool_1"),
        ]
        if dropout:
            stack.append(layers.Dropout(dropout, name="dropout_1"))
        stack += [
            layers.Flatten(name="flatten"),
            layers.Dense(units, activation="relu", name="dense_1"),
        ]
        if dropout:
            stack.append(layers.Dropout(dropout, name="dropout_2"))
        stack.append(_probabilities(classes, "dense_2"))
        return keras.Sequential(stack)

    return build


def _probabilities(classes: int, name: str) -> layers.Layer:
    # Probabilities have too few digits in half precision, whatever the rest computes with.
    return layers.Dense(classes, activation="softmax", dtype="float32", name=name)


def centre(bands: BandStatistics) -> layers.Layer:
    """The first layer, `centre`: each band's inputs less their mean, by their standard deviation.

    It also makes the zeros of `same` padding a mean colour instead of black.
    """
    return layers.Rescaling(
        scale=[1 / s for s in bands.std],
        offset=[-m / s for m, s in zip(bands.mean, bands.std, strict=True)],
        # Reflectances differ by less than half precision tells.
        dtype="float32",
        name="centre",
    )


def _conv_bn(x, filters: int, stride: int, name: str, relu: bool = True):  # type: ignore[no-untyped-def]
    """3 x 3 convolution, batch norm and, unless it ends a residual branch, ReLU."""
    x = layers.Conv2D(
        filters,
        3,
        strides=stride,
        padding="same",
        use_bias=False,
        kernel_initializer="he_normal",
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(momentum=0.97, epsilon=1e-3, name=f"{name}_bn")(x)
    return layers.ReLU(name=f"{name}_relu")(x) if relu else x


def _residual_block(x, filters: int, stride: int, name: str):  # type: ignore[no-untyped-def]
    """Basic residual block (He et al. 2016); average pooling before the 1 x 1 projection."""
    shortcut = x
    if stride > 1 or x.shape[-1] != filters:
        if stride > 1:
            shortcut = layers.AveragePooling2D(stride, name=f"{name}_skip_pool")(shortcut)
        shortcut = layers.Conv2D(
            filters, 1, use_bias=False, kernel_initializer="he_normal", name=f"{name}_skip_conv"
        )(shortcut)
        shortcut = layers.BatchNormalization(momentum=0.97, epsilon=1e-3, name=f"{name}_skip_bn")(
            shortcut
        )
    y = _conv_bn(x, filters, stride, f"{name}_1")
    y = _conv_bn(y, filters, 1, f"{name}_2", relu=False)
    x = layers.Add(name=f"{name}_add")([shortcut, y])
    return layers.ReLU(name=f"{name}_out")(x)


def _resnet(widths: tuple[int, int, int], blocks: tuple[int, int, int], dropout: float) -> Builder:
    """Residual network of total stride 8: stem of stride 2, three stages, global pooling."""

    def build(classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model:
        inputs = layers.Input(
            (64, 64, len(bands)), name="rgb" if bands == RGB_STATISTICS else "bands"
        )
        x = centre(bands)(inputs)
        x = _conv_bn(x, widths[0], 2, "stem")
        for stage, (width, depth) in enumerate(zip(widths, blocks, strict=True), start=1):
            for block in range(1, depth + 1):
                stride = 2 if stage > 1 and block == 1 else 1
                x = _residual_block(x, width, stride, f"stage{stage}_block{block}")
        x = layers.GlobalAveragePooling2D(name="pool")(x)
        x = layers.Dropout(dropout, name="dropout")(x)
        outputs = _probabilities(classes, "probabilities")(x)
        return keras.Model(inputs, outputs)

    return build


def _lite(size: Size) -> Builder:
    """EfficientNet-Lite at a window's own pixels: its stem keeps them all (stride 1 for 2)."""

    def build(classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model:
        inputs = layers.Input(
            (64, 64, len(bands)), name="rgb" if bands == RGB_STATISTICS else "bands"
        )
        x = _imagenet_colours(bands)(inputs)
        x = lite_features(x, size, stem_stride=1, dropout=0.1)
        x = layers.GlobalAveragePooling2D(name="pool")(x)
        x = layers.Dropout(0.2, name="dropout")(x)
        outputs = _probabilities(classes, "probabilities")(x)
        return keras.Model(inputs, outputs)

    return build


def _lite0_fine(classes: int, bands: BandStatistics = RGB_STATISTICS) -> keras.Model:
    """The first blocks of EfficientNet-Lite0, of which no output sees beyond its window.

    Stride and reach of the blocks make output i of their map hang on the pixels 8 i - 16 to
    8 i + 30, so only outputs 2 to 4 of 0 to 7 see no padding: the others are cropped.
    """
    inputs = layers.Input((64, 64, len(bands)), name="rgb" if bands == RGB_STATISTICS else "bands")
    x = _imagenet_colours(bands)(inputs)
    x = lite_blocks(x, stem_stride=1, dropout=0.1, count=7, largest_kernel=3)
    x = layers.Cropping2D(((2, 3), (2, 3)), name="inside")(x)
    x = layers.Conv2D(512, 1, use_bias=False, name="fine_conv")(x)
    x = layers.BatchNormalization(momentum=0.97, epsilon=1e-3, name="fine_bn")(x)
    x = layers.ReLU(6.0, name="fine_relu")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Dropout(0.2, name="dropout")(x)
    outputs = _probabilities(classes, "probabilities")(x)
    return keras.Model(inputs, outputs)


def _imagenet_colours(bands: BandStatistics) -> layers.Layer:
    """What ImageNet weights expect of RGB/255, and of other bands at least their mean and width."""
    if bands == RGB_STATISTICS:
        return layers.Rescaling(1 / 0.502, -0.498 / 0.502, name="centre")
    return centre(bands)


MODELS: dict[str, ModelSpec] = {
    spec.name: spec
    for spec in (
        ModelSpec(
            "model1",
            "course: 16 and 8 filters, Dense 32",
            _course_cnn((16, 8), 32),
            DenseForm("pool_1", 8, "flatten"),
        ),
        ModelSpec(
            "model2",
            "course: 32 and 64 filters, Dense 256",
            _course_cnn((32, 64), 256),
            DenseForm("pool_1", 8, "flatten"),
        ),
        ModelSpec(
            "model3",
            "course: model2 with Dropout 0.2 after the pooling and before the last Dense",
            _course_cnn((32, 64), 256, dropout=0.2),
            DenseForm("pool_1", 8, "flatten"),
        ),
        ModelSpec(
            "model4",
            "course: frozen VGG16 of ImageNet, Dropout 0.2, Dense 256, Dropout 0.2",
            vgg16.build_model4,
            DenseForm(vgg16.TRUNK_OUTPUT, 32, "flatten"),
            load_pretrained=vgg16.load_imagenet_trunk,
            pretrained_license="initial weights: VGG16 on ImageNet, CC BY 4.0",
            download_pretrained=vgg16.download_imagenet,
            frozen_trunk=True,
        ),
        ModelSpec(
            "resnet12",
            "own: residual network of 12 weighted layers, batch norm, global average pooling",
            _resnet((32, 64, 128), (1, 2, 2), dropout=0.2),
            DenseForm("stage3_block2_out", 8, "global_average"),
        ),
        ModelSpec(
            "lite0",
            "own: EfficientNet-Lite0 from ImageNet at a window's own pixels",
            _lite(LITE0),
            DenseForm("head_relu", 16, "global_average"),
            "Fine-tuned from ImageNet; the stem has stride 1 instead of 2, so that windows need no "
            "enlarging. Weighed: a total stride of 16 pixels makes coarser dense maps than 8, and "
            "its zero padding shows at a window's rim, but the pretrained layers expect both, and "
            "accuracy on windows came first.",
            load_pretrained=load_start,
            pretrained_license="initial weights: EfficientNet-Lite0 on ImageNet, Apache-2.0",
        ),
        ModelSpec(
            "lite2",
            "own: EfficientNet-Lite2 from ImageNet at a window's own pixels, wider and deeper",
            _lite(LITE2),
            DenseForm("head_relu", 16, "global_average"),
            "Fine-tuned from ImageNet; the stem has stride 1 instead of 2, so that windows need no "
            "enlarging. Weighed: a total stride of 16 pixels makes coarser dense maps than 8, and "
            "its zero padding shows at a window's rim, but the pretrained layers expect both; it "
            "takes half as long again as Lite0: accuracy on windows came first.",
            load_pretrained=load_start,
            pretrained_license="initial weights: EfficientNet-Lite2 on ImageNet, Apache-2.0",
        ),
        ModelSpec(
            "lite0_fine",
            "own: the first blocks of EfficientNet-Lite0 from ImageNet, for cells of 8 pixels",
            _lite0_fine,
            DenseForm("fine_relu", 8, "global_average"),
            "Fine-tuned from ImageNet, for cells smaller than a window: its total stride is 8 "
            "pixels, and no output sees beyond its window, so that the dense form gives a cell "
            "what its window alone gets. Weighed: it sees less at once than the whole network, and "
            "is less accurate on windows.",
            "small cells",
            load_pretrained=load_start,
            pretrained_license="initial weights: EfficientNet-Lite0 on ImageNet, Apache-2.0",
        ),
    )
}


def model_spec(name: str) -> ModelSpec:
    """The registered model `name`. Raises TrainerError with the names there are."""
    if name not in MODELS:
        raise TrainerError(f"No model is named {name!r}: choose one of {', '.join(MODELS)}.")
    return MODELS[name]
