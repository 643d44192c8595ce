"""Runs a network's dense form over tiles, by TensorFlow."""

from __future__ import annotations

from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Card
from eurosat_qgis.core.dense_form import Step, read_trunk
from eurosat_qgis.core.dense_plan import Part, plan_tile


class DenseNetwork:
    """A network applied at every cell of a tile; `plan` says which pixels it takes.

    Raises CannotBeDense when the network or the choice has no dense form.
    """

    def __init__(self, tf: Any, model: Any, card: Card, cell: int, average: int) -> None:
        trunk = read_trunk(model, card)
        found = {step.name: model.get_layer(step.name) for step in trunk.steps}
        channels = {name: int(layer.output.shape[-1]) for name, layer in found.items()}
        self.plan = plan_tile(trunk, channels, cell, card.patch_size, average)
        self._trunk = trunk
        self._classes = len(card.classes)
        self._layers = {name: _without_padding(layer) for name, layer in found.items()}
        self._head = [model.get_layer(name) for name in trunk.head[1:]]
        shape = (self.plan.side, self.plan.side, len(card.bands))

        # One shape alone is ever computed, so a cell's class depends on its tile and nothing else.
        @tf.function(input_signature=[tf.TensorSpec(shape, tf.float32)], autograph=False)
        def probabilities(tile: Any) -> Any:
            maps = self._trunk_maps(tf, tile[None] / card.divide_by)
            return self._stitched(tf, self._at_cells(tf, maps))

        self._probabilities = probabilities

    def predict(self, tile: np.ndarray) -> np.ndarray:
        """Uncalibrated probabilities `(cells, cells, classes)` of a tile `(side, side, bands)`."""
        return np.asarray(self._probabilities(tile.astype(np.float32, copy=False)).numpy())

    def _trunk_maps(self, tf: Any, image: Any) -> Any:
        """The trunk's output over a tile, its shifts along the first axis."""
        maps: dict[str, Any] = {}
        for step in self._trunk.steps:
            sources = [maps[name] for name in step.inputs] or [image]
            shifted = [
                self._shifted(tf, step, source, before)
                for source, before in zip(sources, self.plan.before(step), strict=True)
            ]
            layer = self._layers[step.name]
            maps[step.name] = layer(shifted if len(shifted) > 1 else shifted[0], training=False)
        return maps[self._trunk.output]

    def _shifted(self, tf: Any, step: Step, source: Any, before: Part) -> Any:
        """What a layer looks at, once for each shift that its stride adds."""
        part, apart = self.plan.parts[step.name], self.plan.apart(before)
        start = part.first * step.stride - step.before - before.first
        side = (part.side - 1) * step.stride + step.reach
        places = [start + apart * shift for shift in range(part.shifts // before.shifts)]
        pieces = [source[:, y : y + side, x : x + side] for y in places for x in places]
        return pieces[0] if len(pieces) == 1 else tf.concat(pieces, axis=0)

    def _at_cells(self, tf: Any, maps: Any) -> Any:
        """Probabilities of the cells of each shift, `(shifts, rows, cols, classes)`."""
        side, apart = self.plan.pooled, self.plan.spacing
        if self._trunk.pools:
            pooled = tf.nn.avg_pool2d(maps, side, apart, "VALID")
        else:
            pooled = tf.image.extract_patches(
                maps, [1, side, side, 1], [1, apart, apart, 1], [1, 1, 1, 1], "VALID"
            )
        shifts, rows, cols, length = pooled.shape
        vectors = tf.reshape(pooled, (shifts * rows * cols, length))
        for layer in self._head:
            vectors = layer(vectors, training=False)
        return tf.reshape(vectors, (shifts, rows, cols, self._classes))

    def _stitched(self, tf: Any, found: Any) -> Any:
        """The cells of all shifts put back into their places, `(cells, cells, classes)`."""
        factors = [
            part.shifts // before[0].shifts
            for part, before in (
                (self.plan.parts[s.name], self.plan.before(s)) for s in self._chain()
            )
            if part.shifts > before[0].shifts
        ]
        # The shifts of the last layer vary slowest, row before column.
        both = [factor for factor in reversed(factors) for _ in ("row", "col")]
        _, rows, cols, classes = found.shape
        found = tf.reshape(found, (*both, rows, cols, classes))
        inside = len(both)
        by_row = [inside, *range(0, inside, 2)]
        by_col = [inside + 1, *range(1, inside, 2)]
        found = tf.transpose(found, [*by_row, *by_col, inside + 2])
        return tf.reshape(found, (self.plan.cells, self.plan.cells, classes))

    def _chain(self) -> list[Step]:
        """One way through the trunk: every way has the same shifts."""
        steps = {step.name: step for step in self._trunk.steps}
        way = [steps[self._trunk.output]]
        while way[0].inputs:
            way.insert(0, steps[way[0].inputs[0]])
        return way


def _without_padding(layer: Any) -> Any:
    """What keeps to the pixels that are there: the layer, or its twin of the same weights."""
    # What a crop takes off is never computed here.
    if type(layer).__name__ in ("InputLayer", "Cropping2D"):
        return _unchanged
    config = layer.get_config()
    if config.get("padding", "valid") == "valid":
        return layer
    twin = type(layer).from_config({**config, "padding": "valid"})
    # Of any size: in a window a map may be smaller than what a layer looks at.
    twin.build((None, None, None, layer.input.shape[-1]))
    twin.set_weights(layer.get_weights())
    return twin


def _unchanged(pixels: Any, **_options: Any) -> Any:
    return pixels
