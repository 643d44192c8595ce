"""The lines of the worker protocol (docs/worker-protocol.md) as Python objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eurosat_qgis.core.accuracy.map_requests import AssessRequest, CompareRequest, SampleRequest
from eurosat_qgis.core.classification.request import CELL_SIZES, DENSE_NAMES, ClassifyRequest
from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.core.network.precision import FLOAT32
from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES, Reading

PROTOCOL_VERSION = 1

Message = dict[str, Any]

_CLASSIFY_PATHS = ("output", "model", "confidence", "polygons", "stats")
_CLASSIFY_TEXTS = ("aoi", "mask", "scl", "mask_classes")
_CLASSIFY_SWITCHES = ("cloud_screen", "dissolve", "cog", "sld")
_CLASSIFY_FIELDS = {
    "scene",
    "cell",
    "extent",
    "bands",
    "scaling",
    "atmosphere",
    "resampling",
    "border_fill",
    "force",
    "elevation",
    "min_confidence",
    "max_masked",
    *_CLASSIFY_SWITCHES,
    "dense",
    "window_average",
    "precision",
    "threads",
    "memory",
    *_CLASSIFY_TEXTS,
    *_CLASSIFY_PATHS,
}
_INSPECT_TEXTS = ("mask", "scl", "mask_classes")
_INSPECT_FIELDS = {
    "scene",
    "x",
    "y",
    "model",
    "cell",
    "bands",
    "scaling",
    "atmosphere",
    "resampling",
    "border_fill",
    "force",
    "elevation",
    "cloud_screen",
    "max_masked",
    *_INSPECT_TEXTS,
}
_INFO_FIELDS = {
    "scene",
    "model",
    "bands",
    "scaling",
    "atmosphere",
    "resampling",
    "border_fill",
    "force",
    "elevation",
}
_DESCRIBE_FIELDS = {"map", "confidence"}
_REPORT_FIELDS = {"map", "output", "confidence", "scene", "model"}


class ProtocolError(LandCoverError):
    """A line is no request that the worker understands."""

    kind = "protocol"


def encode(message: Message) -> bytes:
    """One message as its line: UTF-8, newline at the end, NaN refused (ValueError)."""
    return json.dumps(message, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The object that a line holds; ProtocolError when it holds none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"This line is no JSON: {error}.") from error
    if not isinstance(message, dict):
        raise ProtocolError("A request is a JSON object.")
    return message


def classify_request(message: Message) -> ClassifyRequest:
    """The core's request from a `classify` message; ProtocolError on unknown or wrong fields."""
    _refuse_unknown(message, _CLASSIFY_FIELDS)
    extent = message.get("extent")
    options: dict[str, Any] = {
        "scene": _text(message, "scene"),
        "output": Path(_text(message, "output")),
        "cell": _whole_number(message, "cell", 64),
        "extent": None if extent is None else _extent(extent),
        "bands": _text(message, "bands", "auto"),
        "scaling": _text(message, "scaling", "auto"),
        "atmosphere": _text(message, "atmosphere", "auto"),
        **_reading(message),
        "min_confidence": _number(message.get("min_confidence", 0.0), "min_confidence"),
        **{name: _yes_or_no(message.get(name, False), name) for name in _CLASSIFY_SWITCHES},
        "max_masked": _number(message.get("max_masked", 0.5), "max_masked"),
        "dense": _text(message, "dense", DENSE_NAMES[0]),
        "window_average": _whole_number(message, "window_average", CELL_SIZES[0]),
        "precision": _text(message, "precision", FLOAT32),
    }
    for name in ("threads", "memory"):
        if message.get(name) is not None:
            options[name] = _whole_number(message, name, 0)
    for name in _CLASSIFY_TEXTS:
        if message.get(name) is not None:
            options[name] = _text(message, name)
    for name in _CLASSIFY_PATHS:
        if name != "output" and message.get(name) is not None:
            options[name] = Path(_text(message, name))
    return ClassifyRequest(**options)


def inspect_arguments(message: Message) -> dict[str, Any]:
    """The fields of the core's InspectRequest from an `inspect` message; ProtocolError likewise."""
    _refuse_unknown(message, _INSPECT_FIELDS)
    model = message.get("model")
    return {
        "scene": _text(message, "scene"),
        "x": _number(message.get("x"), "x"),
        "y": _number(message.get("y"), "y"),
        "model": None if model is None else Path(_text(message, "model")),
        "cell": _whole_number(message, "cell", 64),
        "bands": _text(message, "bands", "auto"),
        "scaling": _text(message, "scaling", "auto"),
        "atmosphere": _text(message, "atmosphere", "auto"),
        **_reading(message),
        "cloud_screen": _yes_or_no(message.get("cloud_screen", False), "cloud_screen"),
        "max_masked": _number(message.get("max_masked", 0.5), "max_masked"),
        **{name: _text(message, name) for name in _INSPECT_TEXTS if message.get(name) is not None},
    }


def info_arguments(message: Message) -> dict[str, Any]:
    """The arguments of `scene_info` from an `info` message; ProtocolError likewise."""
    _refuse_unknown(message, _INFO_FIELDS)
    return {
        "scene": _text(message, "scene"),
        "model": _path(message, "model"),
        "bands": _text(message, "bands", "auto"),
        "scaling": _text(message, "scaling", "auto"),
        "atmosphere": _text(message, "atmosphere", "auto"),
        "reading": Reading(**_reading(message)),
    }


def describe_arguments(message: Message) -> dict[str, Any]:
    """The arguments of `describe_map` from a `describe` message; ProtocolError likewise."""
    _refuse_unknown(message, _DESCRIBE_FIELDS)
    return {"path": Path(_text(message, "map")), "confidence": _path(message, "confidence")}


def report_arguments(message: Message) -> dict[str, Any]:
    """The arguments of `write_report` from a `report` message; ProtocolError likewise."""
    _refuse_unknown(message, _REPORT_FIELDS)
    return {
        "land_cover": Path(_text(message, "map")),
        "output": Path(_text(message, "output")),
        "confidence": _path(message, "confidence"),
        "scene": None if message.get("scene") is None else _text(message, "scene"),
        "model": _path(message, "model"),
    }


def _reading(message: Message) -> dict[str, Any]:
    elevation = message.get("elevation")
    return {
        "resampling": _text(message, "resampling", RESAMPLING_NAMES[0]),
        "border_fill": _text(message, "border_fill", "auto"),
        "force": _yes_or_no(message.get("force", False), "force"),
        "elevation": None if elevation is None else _number(elevation, "elevation"),
    }


def _refuse_unknown(message: Message, known: set[str]) -> None:
    unknown = sorted(set(message) - known - {"type", "id"})
    if unknown:
        raise ProtocolError(f"Unknown field {', '.join(unknown)} in {message['type']}.")


def _text(message: Message, name: str, default: str | None = None) -> str:
    value = message.get(name, default)
    if not isinstance(value, str) or not value:
        raise ProtocolError(f"{message['type']} needs the text field {name}.")
    return value


def _path(message: Message, name: str) -> Path | None:
    return None if message.get(name) is None else Path(_text(message, name))


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ProtocolError(f"{name} must be a number.")
    return float(value)


def _yes_or_no(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise ProtocolError(f"{name} must be true or false.")
    return value


def _whole_number(message: Message, name: str, default: int) -> int:
    value = message.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ProtocolError(f"{name} must be a whole number.")
    return value


def _extent(value: object) -> tuple[float, float, float, float]:
    if not isinstance(value, list) or len(value) != 4:
        raise ProtocolError("extent must be [xmin, ymin, xmax, ymax].")
    xmin, ymin, xmax, ymax = (_number(number, "extent") for number in value)
    return xmin, ymin, xmax, ymax


_ASSESS_TEXTS = ("field", "classes", "design")
_ASSESS_PATHS = ("model", "csv", "html")
_SAMPLE_TEXTS = ("expected", "allocation", "place")
_SAMPLE_NUMBERS = ("size", "minimum", "seed")
_COMPARE_PATHS = ("change", "polygons", "stats", "model")


def assess_request(message: Message) -> AssessRequest:
    """The core's request from an `assess` message; ProtocolError on unknown or wrong fields."""
    known = {"map", "reference", "min_share", *_ASSESS_TEXTS, *_ASSESS_PATHS}
    _refuse_unknown(message, known)
    return AssessRequest(
        map=_text(message, "map"),
        reference=_text(message, "reference"),
        min_share=_number(message.get("min_share", 0.0), "min_share"),
        **_given_texts(message, _ASSESS_TEXTS),
        **_given_paths(message, _ASSESS_PATHS),
    )


def sample_request(message: Message) -> SampleRequest:
    """The core's request from a `sample` message; ProtocolError likewise."""
    known = {"map", "output", "standard_error", "blind", "model", *_SAMPLE_TEXTS, *_SAMPLE_NUMBERS}
    _refuse_unknown(message, known)
    options: dict[str, Any] = {
        name: _whole_number(message, name, 0)
        for name in _SAMPLE_NUMBERS
        if message.get(name) is not None
    }
    if message.get("standard_error") is not None:
        options["standard_error"] = _number(message["standard_error"], "standard_error")
    return SampleRequest(
        map=_text(message, "map"),
        output=Path(_text(message, "output")),
        blind=_yes_or_no(message.get("blind", False), "blind"),
        **options,
        **_given_texts(message, _SAMPLE_TEXTS),
        **_given_paths(message, ("model",)),
    )


def compare_request(message: Message) -> CompareRequest:
    """The core's request from a `compare` message; ProtocolError likewise."""
    _refuse_unknown(message, {"before", "after", *_COMPARE_PATHS})
    return CompareRequest(
        before=_text(message, "before"),
        after=_text(message, "after"),
        **_given_paths(message, _COMPARE_PATHS),
    )


def _given_texts(message: Message, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _text(message, name) for name in names if message.get(name) is not None}


def _given_paths(message: Message, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: Path(_text(message, name)) for name in names if message.get(name) is not None}
