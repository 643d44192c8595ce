"""A model's layers gone through again, each where its own inputs come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
from keras import layers

# From a layer and its argument (a list of several) to its result.
CallLayer = Callable[[layers.Layer, Any], Any]


def called_again(model: keras.Model, first: Any, call: CallLayer) -> Any:
    """What a functional `model`, of one input and one output, gives for `first` in place of its
    input, when `call` does the part of each layer."""
    tensors: dict[int, Any] = {id(model.input): first}
    for layer in model.layers:
        if isinstance(layer, layers.InputLayer):
            continue
        node = layer._inbound_nodes[-1]
        arguments = [tensors[id(tensor)] for tensor in node.input_tensors]
        result = call(layer, arguments if len(arguments) > 1 else arguments[0])
        tensors[id(node.output_tensors[0])] = result
    return tensors[id(model.output)]
