"""What a report says of the model that made the map."""

from __future__ import annotations

import json
from typing import Any

from eurosat_qgis.core.bundle import Bundle, Card
from eurosat_qgis.core.outputs.finished_map import FinishedMap
from eurosat_qgis.core.report.page import facts_table, number_table


def model_sections(found: FinishedMap, bundle: Bundle | None) -> list[str]:
    """The card of `bundle`, or what the map itself says where that is None."""
    tags = found.tags
    if bundle is None:
        known = [
            ("Name", tags.get("MODEL")),
            ("Title", tags.get("MODEL_TITLE")),
            ("Accuracy", _percent(tags.get("MODEL_ACCURACY"))),
            ("SHA-256", tags.get("MODEL_SHA256")),
        ]
        return [facts_table(known), "<p>Its card was not at hand when this page was written.</p>"]
    card = json.loads(bundle.path.with_suffix(".json").read_text(encoding="utf-8"))
    training, scores = card.get("training", {}), card.get("scores", {})
    counts = ", ".join(f"{n:,} {name}" for name, n in training.get("counts", {}).items())
    size = card.get("parameters")
    accuracy = _percent(scores.get("accuracy"), scores.get("subset"), scores.get("n"))
    facts = [
        ("Name", card["name"]),
        ("Title", card["title"]),
        ("Description", card.get("description")),
        ("Input", _input(bundle.card)),
        ("Trained on", training.get("dataset")),
        ("Images", counts),
        ("Accuracy", accuracy),
        ("Measured on", scores.get("measured_on")),
        ("Calibration error", _percent(scores.get("ece"))),
        ("Parameters", f"{size:,}" if isinstance(size, int) else None),
        ("Licence", card.get("license")),
        ("Citation", card.get("citation")),
        ("SHA-256", bundle.card.sha256),
    ]
    parts = [facts_table(facts)]
    if per_class := scores.get("per_class"):
        titles = {c.name: c.title for c in bundle.card.classes}
        rows = [
            (
                titles.get(name, name),
                *(f"{100 * score[key]:.1f}" for key in ("precision", "recall", "f1")),
                f"{score['support']:,}",
            )
            for name, score in per_class.items()
        ]
        head = ("class", "precision %", "recall %", "F1 %", "images")
        parts += ["<h3>Scores by class</h3>", number_table(head, rows)]
    return parts


def _input(card: Card) -> str:
    windows = f"windows of {card.patch_size} pixels of {card.pixel_size_m:g} m"
    return f"{', '.join(card.bands)}; {card.level}; {windows}"


def _percent(value: Any, subset: str | None = None, n: int | None = None) -> str | None:
    try:
        shown = f"{float(value):.2%}"
    except (TypeError, ValueError):
        return None
    on = f" on the {n:,} images of the subset {subset}" if subset and n else ""
    return shown + on
