"""Which numbers a training computes with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import keras
import tensorflow as tf

from trainer.errors import TrainerError

AUTO = "auto"
FLOAT32 = "float32"
BFLOAT16 = "mixed_bfloat16"
PRECISIONS = (AUTO, FLOAT32, BFLOAT16)

# Instructions for bfloat16: AVX-512's, AMX's.
_CPU_FLAGS = {"avx512_bf16", "amx_bf16"}
# NVIDIA Ampere, the first with bfloat16.
_GPU_CAPABILITY = (8, 0)


def choose_precision(option: str, build: Callable[[], keras.Model]) -> str:
    """The precision to train with: `option`, or for `auto` what this machine computes fastest.

    bfloat16 where the GPU or the CPU has it, but not on a CPU for depthwise convolutions, which
    TensorFlow computes there at half its float32 speed.

    Raises TrainerError when `option` is no precision.
    """
    if option not in PRECISIONS:
        raise TrainerError(f"No precision is named {option!r}: choose {', '.join(PRECISIONS)}.")
    if option != AUTO:
        return option
    gpus = tf.config.list_physical_devices("GPU")
    if gpus:
        able = all(_capability(gpu) >= _GPU_CAPABILITY for gpu in gpus)
    else:
        able = cpu_has_bfloat16() and not _has_depthwise(build())
    return BFLOAT16 if able else FLOAT32


def cpu_has_bfloat16(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether Linux says that the CPU computes with bfloat16; False where nothing says it."""
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line.split(":", 1)[-1].split() for line in lines if line.startswith("flags")), [])
    return bool(_CPU_FLAGS.intersection(flags))


def _capability(gpu: tf.config.PhysicalDevice) -> tuple[int, int]:
    return tf.config.experimental.get_device_details(gpu).get("compute_capability", (0, 0))


def _has_depthwise(model: keras.Model) -> bool:
    return any(isinstance(layer, keras.layers.DepthwiseConv2D) for layer in model.layers)


@contextmanager
def layers_of(precision: str) -> Iterator[None]:
    """Layers built meanwhile compute with `precision`; their weights stay float32."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(precision)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)
