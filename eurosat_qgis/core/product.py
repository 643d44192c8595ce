"""What a Sentinel-2 product's own metadata say of its numbers, its sun and its air."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
