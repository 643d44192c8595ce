"""Runs a network through its layers for few windows at a time where their maps are large.

A layer that hands on maps of many windows waits for memory; maps of one or two stay in the
processor's cache until the next layer reads them. Later maps are small, and more windows make
better use of their weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eurosat_qgis.core.network.dense_form import Trunk, narrow_steps

# About a core's second cache and its share of the third.
NEAR_BYTES = 5 << 19


@dataclass(frozen=True)
class Stage:
    """The layers up to `output`, computed for `at_once` windows."""

    output: str
    at_once: int


def stages_of(trunk: Trunk, map_bytes: Mapping[str, int], windows: int) -> list[Stage]:
    """The stages of a trunk that are to be computed for fewer than all `windows` at once.

    `map_bytes` are those of each layer's map of a window. Every stage takes a power of two of
    windows, and no more than the one after it.
    """
    found: list[Stage] = []
    begin = 0
    for count in narrow_steps(trunk.steps, map_bytes):
        largest = max(map_bytes[step.name] for step in trunk.steps[begin:count])
        at_once = 1
        while at_once * 2 * largest <= NEAR_BYTES:
            at_once *= 2
        found.append(Stage(trunk.steps[count - 1].name, at_once))
        begin = count
    kept: list[Stage] = []
    least = windows
    for stage in reversed(found):
        if stage.at_once < least:
            kept.insert(0, stage)
            least = stage.at_once
    return kept


def in_stages(tf: Any, keras: Any, model: Any, stages: list[Stage]) -> Callable[[Any], Any]:
    """The `model` as a function of windows, whose number each stage's divides."""
    parts = []
    begin = model.inputs
    for stage in stages:
        end = model.get_layer(stage.output).output
        parts.append((keras.Model(begin, end), stage.at_once))
        begin = end
    last = keras.Model(begin, model.outputs[0])

    def maps_after(count: int, windows: Any) -> Any:
        """The maps of `windows` after so many parts."""
        if not count:
            return windows
        part, at_once = parts[count - 1]
        number, maps_of = windows.shape[0], part.outputs[0]

        def some(few: Any) -> Any:
            return part(maps_after(count - 1, few), training=False)

        if number == at_once:
            return some(windows)
        groups = tf.reshape(windows, (number // at_once, at_once, *windows.shape[1:]))
        # One after the other: all at once would be what is avoided.
        maps = tf.map_fn(
            some,
            groups,
            parallel_iterations=1,
            fn_output_signature=tf.TensorSpec((at_once, *maps_of.shape[1:]), maps_of.dtype),
        )
        return tf.reshape(maps, (number, *maps_of.shape[1:]))

    return lambda windows: last(maps_after(len(parts), windows), training=False)
