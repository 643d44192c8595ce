"""What a Sentinel-2 product's own metadata say of its numbers, its sun and its air."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

# How a statement is called in a reason.
_TITLES = {
    "name": "product",
    "level": "level",
    "baseline": "baseline",
    "quantification": "quantification",
    "offsets": "offset",
    "sensing_time": "time",
    "sun_zenith": "sun zenith",
    "sun_azimuth": "sun azimuth",
    "view_zenith": "view zenith",
    "view_azimuth": "view azimuth",
    "aerosol_optical_thickness": "AOT",
    "water_vapour": "water vapour",
    "ozone": "ozone",
    "scene_classification": "scene classification",
}


@dataclass(frozen=True)
class ProductFacts:
    """Statements of metadata (SAFE XML, STAC, tags, product name); what none states is None.

    reflectance = (DN + offsets[band]) / quantification. Angles are in degrees, means over the
    scene and the visible bands; `aerosol_optical_thickness` is at 550 nm, `water_vapour` in
    g/cm², `ozone` in DU. `reasons` tell in a line each where a statement comes from.
    """

    name: str | None = None
    level: str | None = None
    baseline: str | None = None
    quantification: float | None = None
    offsets: Mapping[str, float] = field(default_factory=dict)
    sensing_time: str | None = None
    sun_zenith: float | None = None
    sun_azimuth: float | None = None
    view_zenith: float | None = None
    view_azimuth: float | None = None
    aerosol_optical_thickness: float | None = None
    water_vapour: float | None = None
    ozone: float | None = None
    scene_classification: str | None = None
    reasons: tuple[str, ...] = ()

    def supplemented(self, source: str, **statements: Any) -> ProductFacts:
        """With those `statements` that are still missing; a reason names `source` and them."""
        missing = {
            name: value
            for name, value in statements.items()
            if value not in (None, {}) and getattr(self, name) in (None, {})
        }
        if not missing:
            return self
        listed = ", ".join(f"{_TITLES[name]} {_shown(value)}" for name, value in missing.items())
        return replace(self, **missing, reasons=(*self.reasons, f"By {source}: {listed}."))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        different = sorted({f"{offset:g}" for offset in value.values()})
        return different[0] if len(different) == 1 else f"{', '.join(different)} by band"
    return f"{value:g}" if isinstance(value, float) else str(value)
