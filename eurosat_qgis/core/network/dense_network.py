"""Runs a network's dense form over tiles, by TensorFlow."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Card
from eurosat_qgis.core.network.dense_form import IMAGE, Step, Trunk
from eurosat_qgis.core.network.dense_plan import Parts, Side, Stretch, TilePlan


class DenseNetwork:
    """A network applied at every cell of a tile.

    `plan` is of its tiles; `edge`, None for networks that see beyond a window, is a side of tiles
    for windows that all begin at one row (or column).
    """

    def __init__(
        self, tf: Any, model: Any, card: Card, trunk: Trunk, plan: TilePlan, edge: Side | None
    ) -> None:
        self.plan = plan
        self.edge = edge
        found = {step.name: model.get_layer(step.name) for step in trunk.steps}
        self._channels = channels_of(trunk, model)
        self._tf = tf
        self._trunk = trunk
        self._card = card
        self._calls = {name: _bare(_without_padding(layer)) for name, layer in found.items()}
        self._head = [_bare(model.get_layer(name)) for name in trunk.head[1:]]
        plans = [plan]
        if edge is not None:
            # Thin tiles are small whole, and their graphs are built in half the time.
            plans += [TilePlan(plan.rows, edge), TilePlan(edge, plan.cols)]
        self._functions = {plan.shape: self._function(plan) for plan in plans}
        self._traced: dict[tuple[int, int], Any] = {}
        self._tracing = Lock()

    def predict(self, tile: np.ndarray) -> np.ndarray:
        """Uncalibrated probabilities `(rows, cols, classes)` of the cells of a tile.

        The tile, `(height, width, bands)`, has the sides of the plan, or of an edge one of them.
        """
        shape = tile.shape[:2]
        # One graph after the other: built at once by several threads, all would wait for the last.
        with self._tracing:
            if shape not in self._traced:
                self._traced[shape] = self._functions[shape].get_concrete_function()
        probabilities = self._traced[shape]
        return np.asarray(probabilities(self._tf.constant(tile, self._tf.float32)).numpy())

    def _function(self, plan: TilePlan) -> Any:
        tf, card = self._tf, self._card

        # One shape alone is ever computed, so a cell's class depends on its tile and nothing else.
        shape = (*plan.shape, len(card.bands))

        @tf.function(input_signature=[tf.TensorSpec(shape, tf.float32)], autograph=False)
        def probabilities(tile: Any) -> Any:
            return self._cells_of(tile[None] / card.divide_by, plan)

        return probabilities

    def _cells_of(self, image: Any, plan: TilePlan) -> Any:
        """The probabilities of a tile's cells, `(rows, cols, classes)`."""
        found = image
        for stretch in plan.stretches:
            found = self._in_bands(stretch, found, plan)
        if plan.stretches and plan.stretches[-1].ends:
            return found[0]
        steps = self._trunk.steps[sum(len(stretch.steps) for stretch in plan.stretches) :]
        name = plan.stretches[-1].steps[-1].name if plan.stretches else IMAGE
        maps = self._maps(steps, {name: found}, plan, plan.rows.parts)
        return self._stitched(self._at_cells(maps, plan), plan)

    def _in_bands(self, stretch: Stretch, found: Any, plan: TilePlan) -> Any:
        """The last map of a stretch from its source, or the cells, a few rows at a time."""
        tf, source, band = self._tf, stretch.source, stretch.bands[0]
        # Of known size, for layers are put together only where sizes are known.
        looked_at = (1, band[source].side, *found.shape[2:])

        def of_band(top: Any) -> Any:
            known = {source: tf.slice(found, (0, top, 0, 0), looked_at)}
            maps = self._maps(stretch.steps, known, plan, band)
            return (self._at_cells(maps, plan) if stretch.ends else maps)[0]

        tops = [b[source].first - plan.rows.parts[source].first for b in stretch.bands]
        width, depth = self._made_by(stretch, plan)
        # A loop: written out for each band the graph itself would take more memory than the maps.
        maps = tf.map_fn(
            of_band,
            tf.constant(tops),
            parallel_iterations=1,
            fn_output_signature=tf.TensorSpec((stretch.made, width, depth), tf.float32),
        )
        above = tf.reshape(maps[:-1], (-1, width, depth))
        below = maps[-1, above.shape[0] - stretch.rows :]
        return tf.concat([above, below], axis=0)[None]

    def _made_by(self, stretch: Stretch, plan: TilePlan) -> tuple[int, int]:
        """How many columns a stretch makes and what each has: channels, or classes."""
        if stretch.ends:
            return plan.cols.cells, len(self._card.classes)
        last = stretch.steps[-1].name
        return plan.cols.parts[last].side, self._channels[last]

    def _maps(
        self,
        steps: Sequence[Step],
        known: dict[str, Any],
        plan: TilePlan,
        rows: Parts,
    ) -> Any:
        """The last map of some steps, its shifts along the first axis, from maps that are `known`.

        They have these `rows`, and all columns of a tile.
        """
        maps = dict(known)
        for step in steps:
            sources = [self._looked_at(step, name, maps[name], plan, rows) for name in step.sources]
            call = self._calls[step.name]
            maps[step.name] = call(sources if len(sources) > 1 else sources[0])
        return maps[steps[-1].name]

    def _looked_at(
        self,
        step: Step,
        name: str,
        source: Any,
        plan: TilePlan,
        rows: Parts,
    ) -> Any:
        """What a layer looks at of the map of that name, once for each shift that it adds."""
        down = plan.rows.looked_at(step, name, rows)
        across = plan.cols.looked_at(step, name, plan.cols.parts)
        if (down, across) == tuple([slice(0, side)] for side in source.shape[1:3]):
            return source
        pieces = [source[:, row, col] for row in down for col in across]
        return pieces[0] if len(pieces) == 1 else self._tf.concat(pieces, axis=0)

    def _at_cells(self, maps: Any, plan: TilePlan) -> Any:
        """Probabilities of the cells of each shift, `(shifts, rows, cols, classes)`."""
        tf, side, apart = self._tf, plan.rows.pooled, plan.rows.spacing
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

    def _stitched(self, found: Any, plan: TilePlan) -> Any:
        """The cells of all shifts put back into their places, `(rows, cols, classes)`."""
        parts = plan.rows.parts
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
        return tf.reshape(found, (plan.rows.cells, plan.cols.cells, classes))

    def _chain(self) -> list[Step]:
        """One way through the trunk: every way has the same shifts."""
        steps = {step.name: step for step in self._trunk.steps}
        way = [steps[self._trunk.output]]
        while way[0].inputs:
            way.insert(0, steps[way[0].inputs[0]])
        return way


def channels_of(trunk: Trunk, model: Any) -> dict[str, int]:
    """The channels of the map of each of a trunk's layers."""
    names = [step.name for step in trunk.steps]
    return {name: int(model.get_layer(name).output.shape[-1]) for name in names}


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
