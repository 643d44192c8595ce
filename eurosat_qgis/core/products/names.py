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
# Any other day in a name, 20170703 or 2019-04-16.
_DAY = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?!\d)")


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
        sensing_time=_as_time(sensed.group(1)) if sensed else _day(name),
    )


def _as_time(text: str) -> str:
    date, time = text.split("T")
    return f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"


def _day(name: str) -> str | None:
    """The first day that a name holds, `2017-07-03`.

    ESA's other names have days of processing as well, so they are no witness.
    """
    found = None if "_MSI_" in name else _DAY.search(name)
    return "-".join(found.groups()) if found else None
