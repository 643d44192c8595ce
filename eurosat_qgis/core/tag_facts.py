"""What the name and the tags of a plain raster state of the product that it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from eurosat_qgis.core.product import ProductFacts

_LEVEL = re.compile(r"(?<![A-Za-z0-9])(?:MSI)?(L1C|L2A)(?![A-Za-z0-9])", re.IGNORECASE)
_BASELINE = re.compile(r"_N(\d{2})(\d{2})_")
_MOMENT = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?!\d)")


def facts_of_tags(name: str, tags: Mapping[str, str]) -> ProductFacts:
    """What a file's name and tags state of its product: level, baseline and day."""
    reasons = []
    level = baseline = None
    for key in ("PROCESSING_LEVEL", "PRODUCT_TYPE", "PRODUCT_URI"):
        match = re.search("L?(1C|2A)", tags.get(key, "").replace("Level-", "L"))
        if match and level is None:
            level = f"L{match.group(1)}"
            reasons.append(f"Level from the tag {key}.")
    if level is None and (match := _LEVEL.search(name.replace("_", " "))):
        level = match.group(1).upper()
        reasons.append("Level from the file's name.")
    if re.fullmatch(r"\d{2}\.\d{2}", tags.get("PROCESSING_BASELINE", "")):
        baseline = tags["PROCESSING_BASELINE"]
        reasons.append("Baseline from the tag PROCESSING_BASELINE.")
    elif match := _BASELINE.search(name) or _BASELINE.search(tags.get("PRODUCT_URI", "")):
        baseline = f"{match.group(1)}.{match.group(2)}"
        reasons.append("Baseline from the product's name.")
    return ProductFacts(
        name=name,
        level=level,
        baseline=baseline,
        sensing_time=_sensing_time(name),
        reasons=tuple(reasons),
    )


def _sensing_time(name: str) -> str | None:
    """The first moment, or else the first day, that a name holds."""
    if match := _MOMENT.search(name):
        return "{}-{}-{}T{}:{}:{}".format(*match.groups())
    if match := _DAY.search(name):
        return "{}-{}-{}".format(*match.groups())
    return None
