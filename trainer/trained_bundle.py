"""Opens a bundle, NAME.keras and its card NAME.json, to score it, convert it or go on from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras

from trainer.classes import CLASS_NAMES
from trainer.errors import TrainerError
from trainer.inputs import InputFormat, input_format_from_json


@dataclass(frozen=True)
class TrainedBundle:
    """An opened bundle: the network and its card, with what the trainer needs of the card."""

    model: keras.Model
    temperature: float
    input_format: InputFormat
    card: dict[str, Any]


def open_bundle(path: Path) -> TrainedBundle:
    """Open `NAME.keras` with its card. Raises TrainerError when either is missing or damaged."""
    try:
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        expected = "".join(card["files"][path.name]["sha256"].split())
        data = path.read_bytes()
        source = input_format_from_json(card["input"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainerError(f"{path} and its card do not make a bundle ({error}).") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise TrainerError(f"{path} is not what its card describes (sha256): export it again.")
    if [c["name"] for c in card["classes"]] != list(CLASS_NAMES):
        raise TrainerError(f"{path} has other classes than EuroSAT: it cannot be scored here.")
    model = keras.saving.load_model(path, compile=False, safe_mode=True)
    return TrainedBundle(model, float(card["temperature"]), source, card)
