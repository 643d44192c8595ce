"""Batch normalisation: fused while training, folded into the convolutions when shipped, and taken
out again to train on."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from trainer.layer_graph import called_again

_LINEAR = (layers.Conv2D, layers.DepthwiseConv2D)


class BatchNormalization(layers.BatchNormalization):
    """Keras' layer through TensorFlow's fused kernel: the same numbers in fewer passes.

    Keras computes moments and scaling as separate operations, which on a CPU costs as much as the
    convolutions. The name is Keras' own, so that checkpoints of either read the other's. The moving
    variance is the unbiased one, larger by 1 / (pixels in a batch).
    """

    def call(self, inputs: Any, training: bool | None = None, mask: Any = None) -> Any:
        learns = bool(training) and self.trainable
        outputs, mean, variance, *_ = tf.raw_ops.FusedBatchNormV3(
            x=inputs,
            scale=self.gamma,
            offset=self.beta,
            mean=[] if learns else self.moving_mean,
            variance=[] if learns else self.moving_variance,
            epsilon=self.epsilon,
            is_training=learns,
        )
        if learns:
            keep = self.momentum
            self.moving_mean.assign(self.moving_mean * keep + mean * (1 - keep))
            self.moving_variance.assign(self.moving_variance * keep + variance * (1 - keep))
        return outputs


def with_fused_normalization(model: keras.Model) -> keras.Model:
    """A copy of `model` for training, its batch normalisation fused; weights are copied."""
    if not any(type(layer) is layers.BatchNormalization for layer in model.layers):
        return model

    def copied(layer: layers.Layer) -> layers.Layer:
        fuses = type(layer) is layers.BatchNormalization
        return (BatchNormalization if fuses else type(layer)).from_config(layer.get_config())

    fused = keras.models.clone_model(model, clone_function=copied)
    fused.set_weights(model.get_weights())
    return fused


def with_folded_normalization(model: keras.Model) -> keras.Model:
    """A copy of a trained functional `model`, of one input and one output, without the batch
    normalisation that follows convolutions.

    y = gamma (W x - mean) / sqrt(variance + epsilon) + beta is one convolution with a bias: the
    same function with half the layers. Dropout, which does nothing in use, goes too.
    """
    built: dict[str, layers.Layer] = {}
    folds = _foldable(model)
    inputs = layers.Input(model.input.shape[1:], name=model.input._keras_history.operation.name)

    def call_copy(layer: layers.Layer, argument: Any) -> Any:
        if isinstance(layer, layers.Dropout) or layer.name in folds.values():
            return argument
        config = layer.get_config()
        if layer.name in folds:
            config["use_bias"] = True
        copy = built[layer.name] = type(layer).from_config(config)
        return copy(argument)

    folded = keras.Model(inputs, called_again(model, inputs, call_copy))
    for name, layer in built.items():
        original = model.get_layer(name)
        if name in folds:
            layer.set_weights(_folded(original, model.get_layer(folds[name])))
        elif original.weights:
            layer.set_weights(original.get_weights())
    return folded


def unfold_into(model: keras.Model, folded: keras.Model, inputs: np.ndarray) -> None:
    """Set the weights of `model`, in place, so that it does what its folded copy does.

    What was folded cannot be told apart any more, so each normalisation gets mean and variance of
    its convolution's outputs for the `inputs`, `(N, 64, 64, bands) float32`, and gives back just
    these: trained on like images, the network starts from where the folded one is.

    Raises ValueError when `folded` is of another network.
    """
    folds = _foldable(model)
    statistics = _output_statistics(folded, list(folds), inputs)
    for layer in model.layers:
        if layer.name in folds:
            kernel, bias = folded.get_layer(layer.name).get_weights()
            layer.set_weights([kernel])
            norm = model.get_layer(folds[layer.name])
            mean, variance = statistics[layer.name]
            norm.set_weights([np.sqrt(variance + norm.epsilon), mean, mean - bias, variance])
        elif layer.weights and layer.name not in folds.values():
            layer.set_weights(folded.get_layer(layer.name).get_weights())


def _output_statistics(
    model: keras.Model, names: list[str], inputs: np.ndarray, at_a_time: int = 32
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Mean and variance of every channel of these layers' outputs."""
    if not names:
        return {}
    outputs = [model.get_layer(name).output for name in names]

    @tf.function(autograph=False)
    def moments(batch: tf.Tensor) -> list[tuple[tf.Tensor, tf.Tensor]]:
        found = keras.Model(model.input, outputs)(batch, training=False)
        return [
            (tf.reduce_mean(values, (1, 2)), tf.reduce_mean(values**2, (1, 2)))
            for values in tf.nest.flatten(found)
        ]

    parts = [
        moments(tf.constant(inputs[start : start + at_a_time]))
        for start in range(0, len(inputs), at_a_time)
    ]
    found = {}
    for name, of_layer in zip(names, zip(*parts, strict=True), strict=True):
        mean, squares = (
            np.concatenate([part[moment].numpy() for part in of_layer]).mean(axis=0, dtype=float)
            for moment in (0, 1)
        )
        found[name] = (mean, np.maximum(squares - mean**2, 0.0))
    return found


def _foldable(model: keras.Model) -> dict[str, str]:
    """Names of linear convolutions and of the batch normalisation that alone follows each."""
    pairs = {}
    for layer in model.layers:
        if not isinstance(layer, layers.BatchNormalization):
            continue
        source = layer._inbound_nodes[-1].input_tensors[0]._keras_history.operation
        alone = len(source._outbound_nodes) == 1
        if isinstance(source, _LINEAR) and source.activation is keras.activations.linear and alone:
            pairs[source.name] = layer.name
    return pairs


def _folded(convolution: layers.Layer, norm: layers.BatchNormalization) -> list[np.ndarray]:
    gamma, beta, mean, variance = (array.astype(np.float64) for array in norm.get_weights())
    kernel, *bias = convolution.get_weights()
    scale = gamma / np.sqrt(variance + norm.epsilon)
    # A depthwise kernel is (H, W, C, 1): its output channels are the third axis.
    wide = scale[:, None] if isinstance(convolution, layers.DepthwiseConv2D) else scale
    shift = beta + ((bias[0] if bias else 0.0) - mean) * scale
    return [(kernel * wide).astype(np.float32), shift.astype(np.float32)]
