"""What was recognised of a scene, in a line and in reasons: words, no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LEVELS = {"L1C": "Level-1C", "L2A": "Level-2A"}


def recognised_line(info: dict[str, Any], card_bands: Sequence[str]) -> str:
    """The worker's `info` in one line, most telling first."""
    parts = [LEVELS.get(str(info.get("level")), "level not known")]
    if info.get("baseline"):
        parts.append(f"baseline {info['baseline']}")
    parts.append(bands_text(info, card_bands))
    if any(info.get("offsets") or [info.get("offset") or 0]):
        parts.append(f"offset {min(info.get('offsets') or [info['offset']]):+.0f}")
    if info.get("scaling") not in (None, "dn"):
        parts.append(str(info["scaling"]))
    if info.get("atmosphere") not in (None, "none"):
        parts.append("air added")
    return " · ".join(parts)


def bands_text(info: dict[str, Any], card_bands: Sequence[str]) -> str:
    """The bands that the network sees: their names, or how many of many."""
    found = [band for band in card_bands if band in (info.get("bands") or {})]
    if len(found) > 4:
        return f"{len(found)} bands"
    return " ".join(found) or "no bands found"


def is_doubtful(info: dict[str, Any]) -> bool:
    """Whether a colleague should look twice before trusting the map."""
    return bool(info.get("warnings"))


def reasons_text(info: dict[str, Any]) -> str:
    """Warnings first, then every reason, a line each."""
    lines = [f"⚠ {line}" for line in info.get("warnings") or []]
    return "\n".join([*lines, *(info.get("reasons") or [])])
