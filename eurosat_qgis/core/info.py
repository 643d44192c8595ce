"""What a scene is and how it would be read, with the reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.provenance import radiometry_json, scene_warnings
from eurosat_qgis.core.scene import open_scene


def scene_info(
    scene: str,
    model: Path | None = None,
    bands: str = "auto",
    scaling: str = "auto",
    atmosphere: str = "auto",
) -> dict[str, Any]:
    """Describe a scene as `info --json` prints it; what is not known is None.

    reflectance = (DN + offset) / quantification. Raises InputError or BundleError.
    """
    card = open_bundle(model).card
    with open_scene(scene, card.bands, bands, scaling, atmosphere, card.level) as opened:
        chosen = dict(zip(card.bands, opened.bands, strict=True))
        size = opened.pixel_size_m()
        crs = opened.crs
        radiometry = opened.radiometry
        return {
            "scene": opened.name,
            "width": opened.width,
            "height": opened.height,
            **radiometry_json(radiometry),
            "bands": {**opened.identified, **chosen} if bands == "auto" else chosen,
            "crs": crs.to_string() if crs else None,
            "pixel_size_m": None if size is None else round(size, 4),
            "nodata": opened.dataset.nodata,
            "reasons": [opened.band_reason, *radiometry.reasons],
            "warnings": list(scene_warnings(opened, card)),
        }
