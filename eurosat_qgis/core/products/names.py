"""What names of Sentinel-2 products and of their files state."""

from __future__ import annotations

import re

from eurosat_qgis.core.products.product import ProductFacts

_LEVEL = re.compile(
    r"(?<![A-Za-z0-9])(?:MSI|OPER_PRD_MSI|SAF)?(L1C|L2A)p?(?![A-Za-z0-9])", re.IGNORECASE
)
# What others call them: sen2r's S2A1C and S2A2A, FORCE's BOA and TOA.
_OTHER_LEVEL = re.compile(r"(?<![A-Za-z0-9])(?:S2[A-D](1C|2A)|(TOA|BOA))(?![A-Za-z0-9])")
# N0400 in compact names, N04.00 at the end of old ones.
_BASELINE = re.compile(r"(?<![A-Za-z0-9])N(\d{2})\.?(\d{2})(?![A-Za-z0-9])")
# When the sensing started: of an old name the time after V, else the first moment or day it holds.
_SENSED = re.compile(r"(?<=[_ ]V)(20\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?!\d)")
_MOMENT = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?!\d)")

# A product's own name, as that of a folder around its files.
_PRODUCT = re.compile(r"S2[A-D]_(?:MSIL1C|MSIL2A)_\d{8}T\d{6}_[^/\\]*", re.IGNORECASE)


def product_in_path(path: str) -> str | None:
    """The name of the Sentinel-2 product in a file's path, of its folder or its own; or None."""
    found = _PRODUCT.findall(path)
    return found[-1] if found else None


def stated_by_name(facts: ProductFacts, name: str, source: str = "the name") -> ProductFacts:
    """`facts` with level, baseline and time from a product's or file's name where missing.

    Names after ESA's Sentinel-2 Products Specification Document: the compact
    `S2A_MSIL1C_20180101T105441_N0206_...` and the old `..._N02.02`.
    """
    spaced = name.replace("_", " ")
    level = _LEVEL.search(spaced)
    baseline = _BASELINE.search(spaced)
    return facts.supplemented(
        source,
        level=level.group(1).upper() if level else _other_level(spaced),
        baseline=f"{baseline.group(1)}.{baseline.group(2)}" if baseline else None,
        sensing_time=_sensing_time(name),
    )


def _other_level(spaced: str) -> str | None:
    found = _OTHER_LEVEL.search(spaced)
    if found is None:
        return None
    return "L1C" if "1C" in found.groups() or "TOA" in found.groups() else "L2A"


def _sensing_time(name: str) -> str | None:
    if match := _SENSED.search(name) or _MOMENT.search(name):
        return "{}-{}-{}T{}:{}:{}".format(*match.groups())
    if match := _DAY.search(name):
        return "{}-{}-{}".format(*match.groups())
    return None
