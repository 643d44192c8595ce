"""Weights on disk: each file is whole or absent, and a damaged one is named."""

from __future__ import annotations

import math
import zipfile
from pathlib import Path

import keras

from trainer.errors import RunError
from trainer.whole_files import whole_file

_CHUNK = bytes(2**20)


def save_weights(model: keras.Model, path: Path) -> None:
    """Write the model's weights and, where it was compiled, its optimizer's state to `path`
    (`.weights.h5`).

    Raises TrainerError when the disk is full; what `path` held before stays.
    """
    with whole_file(path) as part:
        _take_room(part, _largest_size(model))
        model.save_weights(part, overwrite=True)


def load_weights(model: keras.Model, path: Path) -> None:
    """Load a file of `save_weights` into the model that it was written of.

    Raises RunError when the file is missing, damaged or of another model.
    """
    if not path.is_file():
        raise RunError(f"{path} is missing: train the model first, or give another file.")
    try:
        model.load_weights(path)
    except (OSError, ValueError, KeyError, AttributeError, zipfile.BadZipFile) as error:
        reason = str(error).partition("\n")[0]
        raise RunError(
            f"{path} holds no weights of this model, or is damaged ({reason}): "
            "give the weights of another epoch, or train again."
        ) from error


def _largest_size(model: keras.Model) -> int:
    """Bytes that a file of these weights cannot exceed: values, and what HDF5 says of them."""
    optimizer = getattr(model, "optimizer", None)
    variables = [*model.variables, *(optimizer.variables if optimizer is not None else ())]
    # Nothing but single counters is wider than four bytes.
    values = sum(4 * math.prod(v.shape) for v in variables)
    return values + len(variables) * 2**13 + 2**16


def _take_room(path: Path, size: int) -> None:
    # HDF5 itself prints tracebacks, and crashes when Python ends, once a disk fills up under it.
    # Plain writes fail in the ordinary way, so they find out whether there is room.
    with path.open("wb") as file:
        for start in range(0, size, len(_CHUNK)):
            file.write(_CHUNK[: size - start])
