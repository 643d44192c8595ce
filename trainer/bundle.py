"""Exports a run as a bundle, NAME.keras and its card NAME.json. Format: docs/bundle.md."""

from __future__ import annotations

import hashlib
import inspect
import json
import re
import tempfile
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import keras

from trainer.classes import EUROSAT_CLASSES
from trainer.errors import TrainerError
from trainer.models import model_spec
from trainer.runs import RunFolder, input_of
from trainer.trained_bundle import TrainedBundle, open_bundle
from trainer.trained_run import shipped_model

FORMAT_VERSION = 1
# What a card tells of the run it came from.
_OF_THE_RUN = (
    *("split", "counts", "checksums", "pretrained"),
    *("command", "seed", "precision", "recipe", "versions"),
)
_SCORES = ("subset", "n", "accuracy", "ece", "per_class", "measured_on")

_LICENSE = "GPL-2.0-or-later (network); EuroSAT images: MIT, phelber/EuroSAT"
_CITATION = (
    "Helber, Bischke, Dengel, Borth: EuroSAT: A Novel Dataset and Deep Learning Benchmark for Land "
    "Use and Land Cover Classification. IEEE JSTARS 12 (2019). Contains modified Copernicus "
    "Sentinel data."
)


def export_bundle(run: RunFolder, out: Path) -> Path:
    """Write the run's best weights as `out.keras` and the card `out.json`; return the former.

    Raises RunError when the run is unfinished, TrainerError when `out` cannot be written.
    """
    arguments = run.read_arguments()
    scores = run.read_scores()
    model = shipped_model(run)
    keras_path, card_path = (out.with_name(out.name + suffix) for suffix in (".keras", ".json"))
    part = out.with_name(f".{out.name}.part.keras")
    card_part = out.with_name(f".{out.name}.part.json")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        model.save(part)
        _make_portable(part)
        card = _with_grouped_checksums(
            _card(out.name, arguments, scores, model.count_params(), part)
        )
        card_part.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
        part.replace(keras_path)
        card_part.replace(card_path)
    except OSError as error:
        raise TrainerError(
            f"{out} cannot be written ({error.strerror}): give another --out."
        ) from error
    finally:
        part.unlink(missing_ok=True)
        card_part.unlink(missing_ok=True)
    return keras_path


def bundle_of(source: Path) -> TrainedBundle:
    """The bundle `source`, a `.keras` file, or the one that the run's folder `source` would make.

    Raises TrainerError when it is neither.
    """
    if source.suffix == ".keras":
        return open_bundle(source)
    with tempfile.TemporaryDirectory() as folder:
        return open_bundle(export_bundle(RunFolder(source), Path(folder) / source.resolve().name))


def _with_grouped_checksums(value: Any) -> Any:
    """`value` with checksums in groups of eight digits, as fingerprints are printed.

    A search for secrets, which the plugin site does, takes 64 hex digits in a row for one.
    """
    if isinstance(value, dict):
        return {name: _with_grouped_checksums(part) for name, part in value.items()}
    if isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value):
        return " ".join(value[start : start + 8] for start in range(0, 64, 8))
    return value


def _card(
    name: str,
    arguments: dict[str, Any],
    scores: dict[str, Any],
    parameters: int,
    keras_file: Path,
) -> dict[str, Any]:
    data = keras_file.read_bytes()
    source, statistics = input_of(arguments)
    spec = model_spec(arguments["model"])
    return {
        "format_version": FORMAT_VERSION,
        "name": name,
        "title": " · ".join(
            filter(
                None,
                (f"EuroSAT {source.title}", f"{len(EUROSAT_CLASSES)} classes", spec.purpose),
            )
        ),
        "description": f"{spec.summary}. {spec.remarks}".strip(),
        "classes": [asdict(c) for c in EUROSAT_CLASSES],
        "input": {
            "patch_size": 64,
            "pixel_size_m": 10.0,
            "level": "L1C",
            **source.as_json(),
            "statistics": {
                band: {"mean": mean, "std": std}
                for band, mean, std in zip(
                    source.bands, statistics.mean, statistics.std, strict=True
                )
            },
        },
        "temperature": scores["temperature"],
        "dense": asdict(spec.dense),
        "training": {
            "dataset": f"EuroSAT {source.title} (Helber et al. 2019)",
            "model": arguments["model"],
            **{key: arguments[key] for key in _OF_THE_RUN if key in arguments},
            "epoch": scores["epoch"],
        },
        "scores": {key: scores[key] for key in _SCORES if key in scores},
        "parameters": parameters,
        "files": {
            f"{name}.keras": {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        },
        "license": "; ".join(filter(None, (_LICENSE, spec.pretrained_license))),
        "citation": _CITATION,
    }


def _make_portable(path: Path) -> None:
    """Rewrite the `.keras` file so that Keras from 3.0 on reads it, not only the one that wrote it.

    Newer versions write arguments that older ones refuse; those left at their default say nothing,
    so they are dropped. File times are fixed: the same weights give the same bytes.
    """
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(members["config.json"])
    for end in ("input_layers", "output_layers"):
        tensors = config["config"].get(end)
        # Keras 3.0 reads lists of tensors only; newer ones read them too, and write a lone tensor
        # bare. Sequential has neither.
        if tensors and isinstance(tensors[0], str):
            config["config"][end] = [tensors]
    members["config.json"] = json.dumps(_without_defaults(config), indent=1).encode()
    metadata = json.loads(members["metadata.json"])
    metadata["date_saved"] = "1980-01-01@00:00:00"
    members["metadata.json"] = json.dumps(metadata).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name), members[name], zipfile.ZIP_DEFLATED)


def _without_defaults(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_defaults(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("class_name") == "DTypePolicy":
        return node["config"]["name"]
    slim = {key: _without_defaults(value) for key, value in node.items()}
    name = str(node.get("class_name"))
    layer = getattr(keras.layers, name, None) or getattr(keras.initializers, name, None)
    if layer is not None and isinstance(slim.get("config"), dict):
        defaults = {
            argument: parameter.default
            for argument, parameter in inspect.signature(layer.__init__).parameters.items()
        }
        slim["config"] = {
            key: value
            for key, value in slim["config"].items()
            if key not in defaults or not _says_nothing(node["config"][key], defaults[key])
        }
    return slim


def _says_nothing(value: Any, default: Any) -> bool:
    # A switch that is off is None in some versions' signatures and False in their files.
    return value == default or (value is False and default is None)
