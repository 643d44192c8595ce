"""A network taken apart so that it runs once over ground that many windows share.

The trunk (all layers up to the card's `trunk_output`) becomes a plan of layers that keep to the
pixels that are there instead of padding, in the phase that a window's own padding has; the head is
applied at every cell. Where cells lie closer than the trunk's stride, its maps are computed once
for each shift (shift and stitch, Sermanet et al. 2014), from the layer on that makes it larger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

from eurosat_qgis.core.bundle import Card
from eurosat_qgis.core.errors import LandCoverError

# What keeps each pixel to itself, and what looks at a square of them.
_POINTWISE = frozenset(
    {
        *("InputLayer", "Rescaling", "BatchNormalization", "Activation", "ReLU", "LeakyReLU"),
        *("ELU", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout"),
    }
)
_SQUARE = frozenset(
    {"Conv2D", "DepthwiseConv2D", "SeparableConv2D", "MaxPooling2D", "AveragePooling2D"}
)
_TOGETHER = frozenset({"Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"})
# Stands among the names of layers for the pixels that the first of them looks at.
IMAGE = ""
_POOLS = {"global_average": "GlobalAveragePooling2D", "flatten": "Flatten"}


class CannotBeDense(LandCoverError):
    """A bundle or a choice that has no dense form; the message says why."""

    kind = "bundle"


@dataclass(frozen=True)
class Step:
    """A layer of the trunk: output `i` looks at inputs `i * stride - before` and `reach - 1` more.

    `inputs` are the names of the layers before it.
    """

    name: str
    kind: str
    inputs: tuple[str, ...]
    stride: int = 1
    reach: int = 1
    before: int = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """What it looks at: the maps of its inputs, or the image."""
        return self.inputs or (IMAGE,)


@dataclass(frozen=True)
class Trunk:
    """The trunk of a network: its steps in order, its stride in pixels, the side of its map."""

    steps: tuple[Step, ...]
    stride: int
    side: int
    head: tuple[str, ...]
    pools: bool

    @property
    def output(self) -> str:
        return self.steps[-1].name

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last row (or column) of pixels that its map of a window hangs on.

        Counted from the window's corner; beyond it where layers look at padding.
        """
        first, stop = rows_looked_at(self.steps, (0, self.side))[IMAGE]
        return first, stop - 1


def sees_windows_alone(trunk: Trunk, window: int, average: int) -> bool:
    """Whether no layer sees beyond a window of so many pixels, all of which the head pools over."""
    first, last = trunk.seen
    return first >= 0 and last < window and average == window


def strides_of(steps: Sequence[Step]) -> dict[str, int]:
    """The strides in pixels of the image and of each step's map."""
    strides = {IMAGE: 1}
    for step in steps:
        strides[step.name] = strides[step.sources[0]] * step.stride
    return strides


def narrow_steps(steps: Sequence[Step], sizes: Mapping[str, int]) -> list[int]:
    """After how many steps a map is smaller than the one before, and all that later steps look at.

    Of several maps of one stride that one which is smallest by `sizes`, and of those the first.
    """
    found: dict[int, int] = {}
    strides = strides_of(steps)
    for count, step in enumerate(steps[:-1], 1):
        stride = strides[step.name]
        later = {source for after in steps[count:] for source in after.inputs}
        if stride == 1 or later & {before.name for before in steps[: count - 1]}:
            continue
        known = found.get(stride)
        if known is None or sizes[step.name] < sizes[steps[known - 1].name]:
            found[stride] = count
    return [found[stride] for stride in sorted(found)]


def rows_looked_at(
    steps: Sequence[Step],
    wanted: tuple[int, int],
    more: Callable[[Step], int] | None = None,
) -> dict[str, tuple[int, int]]:
    """The rows (or columns) `[first, stop)` of each step's map that those `wanted` of the last
    one's hang on, and of the image; with `more` rows of what a step looks at.
    """
    needed = {steps[-1].name: wanted}
    for step in reversed(steps):
        first, stop = needed[step.name]
        start = first * step.stride - step.before
        end = (stop - 1) * step.stride - step.before + step.reach
        end += more(step) if more else 0
        for name in step.sources:
            low, high = needed.get(name, (start, end))
            needed[name] = min(start, low), max(end, high)
    return needed


def read_trunk(model: Any, card: Card) -> Trunk:
    """Take a Keras model apart by its card. Raises CannotBeDense with the reason."""
    dense = card.dense
    if dense is None:
        raise CannotBeDense(f"The card of {card.name} does not tell where its trunk ends.")
    sources = _sources(model)
    if dense.trunk_output not in sources or dense.head not in _POOLS:
        raise CannotBeDense(
            f"The card of {card.name} names a trunk or head that its network does not have."
        )
    trunk_names = _needed_for(dense.trunk_output, sources)
    chain = _chain_after(dense.trunk_output, sources, card)
    # Dropout stands before the head's own first layer in some networks, and does nothing here.
    head = tuple(dropwhile(lambda n: type(model.get_layer(n)).__name__ == "Dropout", chain))
    first = type(model.get_layer(head[0])).__name__ if head else "nothing"
    if first != _POOLS[dense.head]:
        raise CannotBeDense(f"The head of {card.name} begins with {first}, unlike its card says.")
    steps: list[Step] = []
    strides: dict[str, int] = {}
    sides: dict[str, int] = {}
    for name in (n for n in sources if n in trunk_names):
        layer = model.get_layer(name)
        inputs = sources[name]
        side = card.patch_size if not inputs else sides[inputs[0]]
        if len({(strides[i], sides[i]) for i in inputs}) > 1:
            raise CannotBeDense(f"{name} of {card.name} joins maps of several sizes.")
        step, sides[name] = _step(layer, inputs, side, card)
        strides[name] = (strides[inputs[0]] if inputs else 1) * step.stride
        steps.append(step)
    last = dense.trunk_output
    if strides[last] != dense.stride:
        raise CannotBeDense(
            f"The trunk of {card.name} has a stride of {strides[last]} pixels, its card says "
            f"{dense.stride}."
        )
    return Trunk(tuple(steps), strides[last], sides[last], head, dense.head == "global_average")


def _sources(model: Any) -> dict[str, tuple[str, ...]]:
    """The names of the layers before each layer, in an order in which they can be computed."""
    config = model.get_config()
    if type(model).__name__ == "Sequential":
        names = [layer.name for layer in model.layers]
        return {name: tuple(names[place - 1 : place]) for place, name in enumerate(names)}
    found = {}
    for layer in config["layers"]:
        name = layer.get("name") or layer["config"]["name"]
        found[name] = tuple(_histories(layer["inbound_nodes"]))
    if not all(source in found for sources in found.values() for source in sources):
        raise CannotBeDense("The network holds models inside models.")
    return found


def _histories(node: Any) -> list[str]:
    """The layers that the tensors in a layer's `inbound_nodes` come from, in their order."""
    if isinstance(node, dict):
        if node.get("class_name") == "__keras_tensor__":
            return [str(node["config"]["keras_history"][0])]
        return [name for part in node.values() for name in _histories(part)]
    if isinstance(node, (list, tuple)):
        return [name for part in node for name in _histories(part)]
    return []


def _needed_for(name: str, sources: dict[str, tuple[str, ...]]) -> set[str]:
    found, pending = set(), [name]
    while pending:
        if (next_one := pending.pop()) not in found:
            found.add(next_one)
            pending += sources[next_one]
    return found


def _chain_after(name: str, sources: dict[str, tuple[str, ...]], card: Card) -> tuple[str, ...]:
    """The layers of the head, one after the other."""
    chain: list[str] = []
    while following := [n for n, inputs in sources.items() if (chain or [name])[-1] in inputs]:
        if len(following) > 1 or len(sources[following[0]]) > 1:
            raise CannotBeDense(f"The head of {card.name} is no chain of layers.")
        chain += following
    if not chain:
        raise CannotBeDense(f"Nothing follows the trunk of {card.name}.")
    return tuple(chain)


def _step(layer: Any, inputs: Sequence[str], side: int, card: Card) -> tuple[Step, int]:
    """A layer as a step, and the side of its map in a window whose map before it has `side`."""
    kind = type(layer).__name__
    sources = tuple(inputs)
    if kind in _POINTWISE or kind in _TOGETHER:
        return Step(layer.name, kind, sources), side
    if kind == "Cropping2D":
        (before, behind), across = (tuple(sides) for sides in layer.get_config()["cropping"])
        if across != (before, behind):
            raise CannotBeDense(f"{layer.name} of {card.name} is not square.")
        return Step(layer.name, kind, sources, before=-before), side - before - behind
    if kind not in _SQUARE:
        raise CannotBeDense(f"{layer.name} of {card.name} is a {kind}, which has no dense form.")
    config = layer.get_config()
    size = _one(config.get("kernel_size") or config["pool_size"], layer.name)
    stride = _one(config.get("strides") or 1, layer.name)
    dilation = _one(config.get("dilation_rate") or 1, layer.name)
    if (config.get("data_format") or "channels_last") != "channels_last":
        raise CannotBeDense(f"{layer.name} of {card.name} keeps its channels first.")
    reach = (size - 1) * dilation + 1
    if config.get("padding", "valid") == "valid":
        return Step(layer.name, kind, sources, stride, reach), (side - reach) // stride + 1
    # TensorFlow's SAME: as many outputs as strides fit, the odd pixel of padding behind.
    outputs = -(-side // stride)
    padding = max((outputs - 1) * stride + reach - side, 0)
    return Step(layer.name, kind, sources, stride, reach, padding // 2), outputs


def _one(value: Any, name: str) -> int:
    numbers = set(value) if isinstance(value, (list, tuple)) else {value}
    if len(numbers) != 1:
        raise CannotBeDense(f"{name} is not square.")
    return int(numbers.pop())
