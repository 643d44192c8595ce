"""Bundles: a network as data, with its card. Format: docs/bundle.md."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from eurosat_qgis.core.errors import BundleError

FORMAT_VERSION = 1
MODELS_FOLDER = Path(__file__).resolve().parent.parent / "models"
UNCERTAIN_CODE = 255
NODATA_CODE = 0


@dataclass(frozen=True)
class CardClass:
    """One class of a card: raster code, name, title for people, colour as `#rrggbb`."""

    code: int
    name: str
    title: str
    color: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green, blue, 0..255."""
        red, green, blue = bytes.fromhex(self.color.removeprefix("#"))
        return red, green, blue


UNCERTAIN = CardClass(UNCERTAIN_CODE, "Uncertain", "Uncertain", "#9e9e9e")


@dataclass(frozen=True)
class InputScaling:
    """How a Level-1C digital number becomes a value of the training images."""

    dn_min: float
    dn_max: float
    value_min: float
    value_max: float
    round: bool


@dataclass(frozen=True)
class DenseCard:
    """Where a network's trunk ends, its stride in pixels, and how the head begins."""

    trunk_output: str
    stride: int
    head: str


@dataclass(frozen=True)
class Card:
    """What the plugin must know of a network; `classes` are in the order of its outputs."""

    name: str
    title: str
    classes: tuple[CardClass, ...]
    bands: tuple[str, ...]
    patch_size: int
    pixel_size_m: float
    level: str
    scaling: InputScaling
    divide_by: float
    temperature: float
    sha256: str
    accuracy: float | None
    dense: DenseCard | None = None


@dataclass(frozen=True)
class Bundle:
    """A verified bundle: its card and the `.keras` file beside it."""

    path: Path
    card: Card


def built_in_paths() -> tuple[Path, ...]:
    """The bundles that ship with the plugin."""
    return tuple(sorted(MODELS_FOLDER.glob("*.keras")))


def default_bundle_path(cell: int | None = None) -> Path:
    """The built-in bundle for cells of so many pixels; None: of a window.

    For whole windows that is the most accurate, for smaller cells the one whose trunk has the
    finest stride: its dense form serves them (docs/dense.md). Raises BundleError when there is
    none, or a card is damaged.
    """
    cards = {p: _read_card(p.with_suffix(".json"), p.name) for p in built_in_paths()}
    if not cards:
        raise BundleError(f"{MODELS_FOLDER} holds no model: reinstall the plugin or give a model.")
    best = max(cards, key=lambda path: cards[path].accuracy or 0.0)
    if cell is None or cell >= cards[best].patch_size:
        return best
    strides = {path: card.dense.stride for path, card in cards.items() if card.dense}
    return min(strides, key=lambda path: strides[path], default=best)


def open_bundle(path: Path | None = None, cell: int | None = None) -> Bundle:
    """Read the card of the `.keras` file `path` and verify the file.

    None is the built-in bundle for cells of `cell` pixels.

    Raises BundleError when the file or its card is missing, the card is damaged or of a newer
    format, or the sha256 differs.
    """
    path = path or default_bundle_path(cell)
    if not path.is_file():
        raise BundleError(f"{path} does not exist: give the .keras file of a bundle.")
    card = _read_card(path.with_suffix(".json"), path.name)
    if _sha256(path, path.stat().st_mtime_ns) != card.sha256:
        raise BundleError(
            f"{path.name} is not the file that its card describes (sha256 differs): "
            "copy the bundle again."
        )
    _refuse_custom_layers(path)
    return Bundle(path, card)


def _read_card(path: Path, keras_name: str) -> Card:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BundleError(
            f"{keras_name} has no card: {path.name} must lie beside it. Copy both files of the "
            "bundle."
        ) from error
    except (OSError, ValueError) as error:
        raise BundleError(
            f"{path.name} cannot be read as a card: copy the bundle again."
        ) from error
    version = content.get("format_version") if isinstance(content, dict) else None
    if not isinstance(version, int):
        raise BundleError(f"{path.name} is no card (no format_version): give a bundle's card.")
    if version > FORMAT_VERSION:
        raise BundleError(
            f"{path.name} is of format {version}, this version reads up to {FORMAT_VERSION}: "
            "update the plugin."
        )
    try:
        return _card_from_json(content, keras_name)
    except (KeyError, TypeError, ValueError) as error:
        raise BundleError(
            f"{path.name} is incomplete ({error!s} is missing or wrong): copy the bundle again."
        ) from error


def _card_from_json(content: dict[str, Any], keras_name: str) -> Card:
    source = content["input"]
    scaling = source["scaling"]
    classes = tuple(
        CardClass(int(c["code"]), str(c["name"]), str(c["title"]), _checked_color(c["color"]))
        for c in content["classes"]
    )
    codes = [c.code for c in classes]
    if not codes or len(set(codes)) < len(codes) or min(codes) < 1 or max(codes) > 254:
        raise ValueError("classes")
    if scaling["dn_max"] <= scaling["dn_min"] or source["patch_size"] < 1:
        raise ValueError("input")
    temperature = float(content.get("temperature", 1.0))
    if not temperature > 0:
        raise ValueError("temperature")
    accuracy = content.get("scores", {}).get("accuracy")
    dense = content.get("dense")
    return Card(
        name=str(content["name"]),
        title=str(content["title"]),
        classes=classes,
        bands=tuple(str(b) for b in source["bands"]),
        patch_size=int(source["patch_size"]),
        pixel_size_m=float(source["pixel_size_m"]),
        level=str(source["level"]),
        scaling=InputScaling(
            float(scaling["dn_min"]),
            float(scaling["dn_max"]),
            float(scaling["value_min"]),
            float(scaling["value_max"]),
            bool(scaling["round"]),
        ),
        divide_by=float(source["divide_by"]),
        temperature=temperature,
        # In groups of eight digits, as fingerprints are printed.
        sha256="".join(str(content["files"][keras_name]["sha256"]).split()),
        accuracy=None if accuracy is None else float(accuracy),
        dense=None if dense is None else _dense_from_json(dense),
    )


def _dense_from_json(dense: dict[str, Any]) -> DenseCard:
    stride = int(dense["stride"])
    if stride < 1:
        raise ValueError("dense")
    return DenseCard(str(dense["trunk_output"]), stride, str(dense["head"]))


def _checked_color(color: str) -> str:
    if len(color) != 7 or not color.startswith("#"):
        raise ValueError("color")
    int(color[1:], 16)
    return color


@lru_cache(maxsize=8)
def _sha256(path: Path, modified_ns: int) -> str:
    # `modified_ns` is part of the key, so that a changed file is hashed again.
    del modified_ns
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _refuse_custom_layers(path: Path) -> None:
    """A `.keras` file may name any Python object; only Keras' own layers are let through."""
    try:
        with zipfile.ZipFile(path) as archive:
            config = json.loads(archive.read("config.json"))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise BundleError(f"{path.name} is no .keras file: copy the bundle again.") from error
    for node in _serialized_objects(config):
        module, name = str(node.get("module")), str(node["class_name"])
        if name == "Lambda" or module.split(".")[0] not in {"keras", "None", "builtins"}:
            raise BundleError(
                f"{path.name} holds {module}.{name}, which is no standard Keras layer: such files "
                "can run foreign code and are not opened."
            )


def _serialized_objects(node: Any) -> list[dict[str, Any]]:
    found = []
    pending = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            if "class_name" in item:
                found.append(item)
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return found
