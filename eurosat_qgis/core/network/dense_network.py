"""Runs a network's dense form over tiles, by TensorFlow."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Card
from eurosat_qgis.core.network.dense_form import IMAGE, Step, read_trunk, sees_windows_alone
from eurosat_qgis.core.network.dense_plan import Parts, Stretch, TilePlan, plan_edge, plan_tile


class DenseNetwork:
    """A network applied at every cell of a tile.

    `plan` says which pixels a tile takes, its rows like its columns. `edge`, None for networks that
    see beyond a window, is the same for windows that all begin at one row (or column).

    Raises CannotBeDense when the network or the choice has no dense form.
    """

    def __init__(self, tf: Any, model: Any, card: Card, cell: int, average: int) -> None:
        trunk = read_trunk(model, card)
        found = {step.name: model.get_layer(step.name) for step in trunk.steps}
        channels = {name: int(layer.output.shape[-1]) for name, layer in found.items()}
        self._channels = channels
        self.plan = plan_tile(trunk, channels, cell, card.patch_size, average)
        alone = sees_windows_alone(trunk, card.patch_size, average)
        self.edge = plan_edge(trunk, channels, cell, card.patch_size) if alone else None
        self._tf = tf
        self._trunk = trunk
        self._card = card
        self._calls = {name: _bare(_without_padding(layer)) for name, layer in found.items()}
        self._head = [_bare(model.get_layer(name)) for name in trunk.head[1:]]
        self._functions = {(self.plan.side, self.plan.side): self._function(self.plan, self.plan)}
        if self.edge is not None:
            # Thin tiles are small whole, and their graphs are built in half the time.
            long, thin = (replace(plan, stretches=()) for plan in (self.plan, self.edge))
            for rows, cols in ((long, thin), (thin, long)):
                self._functions[rows.side, cols.side] = self._function(rows, cols)
        self._traced: dict[tuple[int, int], Any] = {}
        self._tracing = Lock()

    def predict(self, tile: np.ndarray) -> np.ndarray:
        """Uncalibrated probabilities `(rows, cols, classes)` of the cells of a tile.

        The tile, `(height, width, bands)`, has the sides of the plan, or of an edge one of them.
        """
        height, width = tile.shape[:2]
        # One graph after the other: built at once by several threads, all would wait for the last.
        with self._tracing:
            if (height, width) not in self._traced:
                traced = self._functions[height, width].get_concrete_function()
                self._traced[height, width] = traced
        probabilities = self._traced[height, width]
        return np.asarray(probabilities(self._tf.constant(tile, self._tf.float32)).numpy())

    def _function(self, rows: TilePlan, cols: TilePlan) -> Any:
        tf, card = self._tf, self._card

        # One shape alone is ever computed, so a cell's class depends on its tile and nothing else.
        shape = (rows.side, cols.side, len(card.bands))

        @tf.function(input_signature=[tf.TensorSpec(shape, tf.float32)], autograph=False)
        def probabilities(tile: Any) -> Any:
            maps = self._trunk_maps(tile[None] / card.divide_by, rows, cols)
            return self._stitched(self._at_cells(maps, rows), rows, cols)

        return probabilities

    def _trunk_maps(self, image: Any, rows: TilePlan, cols: TilePlan) -> Any:
        """The trunk's output over a tile, its shifts along the first axis."""
        found = image
        for stretch in rows.stretches:
            found = self._in_bands(stretch, found, rows, cols)
        steps = self._trunk.steps[sum(len(stretch.steps) for stretch in rows.stretches) :]
        name = rows.stretches[-1].steps[-1].name if rows.stretches else IMAGE
        return self._maps(steps, {name: found}, (rows, rows.parts), (cols, cols.parts))

    def _in_bands(self, stretch: Stretch, found: Any, rows: TilePlan, cols: TilePlan) -> Any:
        """The last map of a stretch from its source, a few rows at a time."""
        tf, source, last = self._tf, stretch.source, stretch.steps[-1].name
        band = stretch.bands[0]
        height, width = band[last].side, cols.parts[last].side

        def of_band(top: Any) -> Any:
            known = {source: found[:, top : top + band[source].side]}
            return self._maps(stretch.steps, known, (rows, band), (cols, cols.parts))[0]

        # A loop: written out for each band the graph itself would take more memory than the maps.
        maps = tf.map_fn(
            of_band,
            tf.constant([b[source].first - rows.parts[source].first for b in stretch.bands]),
            parallel_iterations=1,
            fn_output_signature=tf.TensorSpec((height, width, self._channels[last]), tf.float32),
        )
        above = tf.reshape(maps[:-1], (-1, width, self._channels[last]))
        below = maps[-1, above.shape[0] - rows.parts[last].side :]
        return tf.concat([above, below], axis=0)[None]

    def _maps(
        self,
        steps: Sequence[Step],
        known: dict[str, Any],
        rows: tuple[TilePlan, Parts],
        cols: tuple[TilePlan, Parts],
    ) -> Any:
        """The last map of some steps, from the maps that are `known`."""
        maps = dict(known)
        for step in steps:
            sources = [self._looked_at(step, name, maps[name], rows, cols) for name in step.sources]
            call = self._calls[step.name]
            maps[step.name] = call(sources if len(sources) > 1 else sources[0])
        return maps[steps[-1].name]

    def _looked_at(
        self,
        step: Step,
        name: str,
        source: Any,
        rows: tuple[TilePlan, Parts],
        cols: tuple[TilePlan, Parts],
    ) -> Any:
        """What a layer looks at of the map of that name, once for each shift that it adds."""
        down, across = (plan.looked_at(step, name, parts) for plan, parts in (rows, cols))
        if (down, across) == tuple([slice(0, side)] for side in source.shape[1:3]):
            return source
        pieces = [source[:, row, col] for row in down for col in across]
        return pieces[0] if len(pieces) == 1 else self._tf.concat(pieces, axis=0)

    def _at_cells(self, maps: Any, plan: TilePlan) -> Any:
        """Probabilities of the cells of each shift, `(shifts, rows, cols, classes)`."""
        tf, side, apart = self._tf, plan.pooled, plan.spacing
        if self._trunk.pools:
            pooled = tf.nn.avg_pool2d(maps, side, apart, "VALID")
        else:
            pooled = tf.image.extract_patches(
                maps, [1, side, side, 1], [1, apart, apart, 1], [1, 1, 1, 1], "VALID"
            )
        shifts, rows, cols, length = pooled.shape
        vectors = tf.reshape(pooled, (shifts * rows * cols, length))
        for call in self._head:
            vectors = call(vectors)
        return tf.reshape(vectors, (shifts, rows, cols, len(self._card.classes)))

    def _stitched(self, found: Any, down: TilePlan, across: TilePlan) -> Any:
        """The cells of all shifts put back into their places, `(rows, cols, classes)`."""
        parts = down.parts
        factors = [
            parts[step.name].shifts // parts[step.sources[0]].shifts for step in self._chain()
        ]
        # The shifts of the last layer vary slowest, row before column.
        both = [factor for factor in reversed(factors) if factor > 1 for _ in ("row", "col")]
        _, rows, cols, classes = found.shape
        tf = self._tf
        found = tf.reshape(found, (*both, rows, cols, classes))
        inside = len(both)
        by_row = [inside, *range(0, inside, 2)]
        by_col = [inside + 1, *range(1, inside, 2)]
        found = tf.transpose(found, [*by_row, *by_col, inside + 2])
        return tf.reshape(found, (down.cells, across.cells, classes))

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


def _unchanged(pixels: Any) -> Any:
    return pixels


def _bare(layer: Any) -> Callable[[Any], Any]:
    """What a built layer does in use, without Keras' checks, which take long at every layer."""
    if not hasattr(layer, "call"):
        return layer
    takes_training = "training" in inspect.signature(layer.call).parameters
    return partial(layer.call, training=False) if takes_training else layer.call
