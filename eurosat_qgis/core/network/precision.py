"""Networks computed in bfloat16, which takes processors that have it three quarters of the time.

bfloat16 keeps eight bits of a number, three digits. Two things keep that from changing classes:
layers that see every pixel stay in float32, for ground differs by less from its neighbours than
the digits that a bright image would lose; and windows whose first two classes are about as
probable are computed again in float32 (core/network/predictor.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eurosat_qgis.core.network.dense_form import Trunk, narrow_steps

FLOAT32, BFLOAT16 = PRECISIONS = ("float32", "bfloat16")
# Instructions for bfloat16: AVX-512's, AMX's.
_CPU_FLAGS = {"avx512_bf16", "amx_bf16"}


def cpu_has_bfloat16(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether Linux says that the processor computes with bfloat16; False where nothing does."""
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line.partition(":")[2].split() for line in lines if line.startswith("flags")), [])
    return bool(_CPU_FLAGS.intersection(flags))


def exact_layers(trunk: Trunk, map_sizes: dict[str, int]) -> set[str] | None:
    """The layers that stay in float32: those up to the first smaller map, and the head's.

    None where no map gets smaller than another before the trunk's end.
    """
    narrow = narrow_steps(trunk.steps, map_sizes)
    if not narrow:
        return None
    return {step.name for step in trunk.steps[: narrow[0]]} | set(trunk.head)


def in_bfloat16(keras: Any, model: Any, exact: set[str]) -> Any:
    """The `model` with all layers but the `exact` ones computed in bfloat16."""

    def rounded(layer: Any) -> Any:
        config = layer.get_config()
        if not isinstance(layer, keras.layers.InputLayer):
            config["dtype"] = FLOAT32 if layer.name in exact else "mixed_bfloat16"
        return type(layer).from_config(config)

    clone = keras.models.clone_model(model, clone_function=rounded)
    clone.set_weights(model.get_weights())
    return clone
