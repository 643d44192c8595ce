"""What was recognised of a scene, in a line and in reasons: words, no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eurosat_qgis.runtime.translation import later, tr

LEVELS = {"L1C": later("Level-1C"), "L2A": later("Level-2A")}


def recognised_line(info: dict[str, Any], card_bands: Sequence[str]) -> str:
    """The worker's `info` in one line, most telling first."""
    level = LEVELS.get(str(info.get("level")), later("level not known"))
    parts = [tr(level)]
    if info.get("baseline"):
        parts.append(tr("baseline {number}").format(number=info["baseline"]))
    parts.append(bands_text(info, card_bands))
    if any(info.get("offsets") or [info.get("offset") or 0]):
        parts.append(
            tr("offset {number}").format(
                number=f"{min(info.get('offsets') or [info['offset']]):+.0f}"
            )
        )
    if info.get("scaling") not in (None, "dn"):
        parts.append(str(info["scaling"]))
    if info.get("atmosphere") not in (None, "none"):
        parts.append(tr("air added"))
    return " · ".join(parts)


def bands_text(info: dict[str, Any], card_bands: Sequence[str]) -> str:
    """The bands that the network sees: their names, or how many of many."""
    found = [band for band in card_bands if band in (info.get("bands") or {})]
    if len(found) > 4:
        return tr("{count} bands").format(count=len(found))
    return " ".join(found) or tr("no bands found")


def is_doubtful(info: dict[str, Any]) -> bool:
    """Whether a colleague should look twice before trusting the map."""
    return bool(info.get("warnings"))


def reasons_text(info: dict[str, Any]) -> str:
    """Warnings first, then every reason, a line each."""
    lines = [f"⚠ {line}" for line in info.get("warnings") or []]
    return "\n".join([*lines, *(info.get("reasons") or [])])
