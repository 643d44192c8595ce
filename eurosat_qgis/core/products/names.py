"""What names of Sentinel-2 products and of their files state."""

from __future__ import annotations

import re

from eurosat_qgis.core.product import ProductFacts

_LEVEL = re.compile(
    r"(?<![A-Za-z0-9])(?:MSI|OPER_PRD_MSI|SAF)?(L1C|L2A)p?(?![A-Za-z0-9])", re.IGNORECASE
)
# N0400 in compact names, N04.00 at the end of old ones.
_BASELINE = re.compile(r"(?<![A-Za-z0-9])N(\d{2})\.?(\d{2})(?![A-Za-z0-9])")
# MSIL1C_20180101T105441_N0206, or V20160504T105917 in old names: when the sensing started.
_SENSED = re.compile(r"(?:MSIL(?:1C|2A)_|[_ ]V)(\d{8}T\d{6})(?![A-Za-z0-9])", re.IGNORECASE)


def stated_by_name(facts: ProductFacts, name: str, source: str = "the name") -> ProductFacts:
    """`facts` with level, baseline and time from a product's or file's name where missing.

    Names after ESA's Sentinel-2 Products Specification Document: the compact
    `S2A_MSIL1C_20180101T105441_N0206_...` and the old `..._N02.02`.
    """
    spaced = name.replace("_", " ")
    level = _LEVEL.search(spaced)
    baseline = _BASELINE.search(spaced)
    sensed = _SENSED.search(name)
    return facts.supplemented(
        source,
        level=level.group(1).upper() if level else None,
        baseline=f"{baseline.group(1)}.{baseline.group(2)}" if baseline else None,
        sensing_time=_as_time(sensed.group(1)) if sensed else None,
    )


def _as_time(text: str) -> str:
    date, time = text.split("T")
    return f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
