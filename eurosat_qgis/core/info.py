"""What a scene is and how it would be read, with the reasons."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Card, open_bundle
from eurosat_qgis.core.classification.provenance import radiometry_json, scene_warnings
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.radiometry import detect_radiometry
from eurosat_qgis.core.scene.chosen_bands import MissingBandsError
from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene import Scene, open_scene


def scene_info(
    scene: str,
    model: Path | None = None,
    bands: str = "auto",
    scaling: str = "auto",
    atmosphere: str = "auto",
    reading: Reading | None = None,
) -> dict[str, Any]:
    """Describe a scene as `info --json` prints it; what is not known is None.

    reflectance = (DN + offset) / quantification. A product whose bands are not all there is
    described by its metadata, with a warning. Raises InputError or BundleError.
    """
    card = open_bundle(model).card
    try:
        with open_scene(
            scene, card.bands, bands, scaling, atmosphere, card.level, reading
        ) as opened:
            return _of_scene(opened, card, bands == "auto")
    except MissingBandsError as error:
        # Metadata without images are worth a look as well.
        if not error.product.facts.reasons:
            raise
        return _of_metadata(error, card, scaling, atmosphere, reading)


def _of_scene(scene: Scene, card: Card, with_others: bool) -> dict[str, Any]:
    chosen = dict(zip(card.bands, scene.bands, strict=True))
    size = scene.own_pixel_size_m()
    return {
        "scene": scene.name,
        "kind": scene.product.kind,
        "width": scene.own.width,
        "height": scene.own.height,
        **radiometry_json(scene.radiometry),
        **_of_facts(scene.facts),
        "bands": {**scene.identified, **chosen} if with_others else chosen,
        "crs": scene.own.crs.to_string() if scene.own.crs else None,
        "pixel_size_m": None if size is None else round(size, 4),
        "nodata": _finite_or_name(scene.nodata.value),
        "grid": _of_grid(scene),
        "reasons": list(scene.reasons),
        "warnings": list(scene_warnings(scene, card)),
    }


def _of_metadata(
    error: MissingBandsError, card: Card, scaling: str, atmosphere: str, reading: Reading | None
) -> dict[str, Any]:
    product = error.product
    none = np.empty((0, len(card.bands)))
    radiometry = detect_radiometry(
        product.name,
        product.facts,
        "uint16",
        none,
        card.bands,
        scaling,
        atmosphere,
        card.level,
        elevation=reading.elevation if reading else None,
    )
    return {
        "scene": product.name,
        "kind": product.kind,
        "width": None,
        "height": None,
        **radiometry_json(radiometry),
        **_of_facts(product.facts),
        "bands": {band: source.file for band, source in product.bands.items()},
        "crs": None,
        "pixel_size_m": None,
        "nodata": None,
        "grid": None,
        "reasons": [product.recognised, *radiometry.reasons],
        "warnings": [*product.warnings, f"It cannot be classified: {error}"],
    }


def _of_facts(facts: ProductFacts) -> dict[str, Any]:
    return {
        "product": facts.name,
        "sensing_time": facts.sensing_time,
        "stated_offsets": dict(facts.offsets) or None,
        "sun_zenith": facts.sun_zenith,
        "sun_azimuth": facts.sun_azimuth,
        "view_zenith": facts.view_zenith,
        "view_azimuth": facts.view_azimuth,
        "aerosol_optical_thickness": facts.aerosol_optical_thickness,
        "water_vapour": facts.water_vapour,
        "ozone": facts.ozone,
        "scene_classification": facts.scene_classification,
    }


def _of_grid(scene: Scene) -> dict[str, Any]:
    return {
        "crs": scene.crs.to_string() if scene.crs else None,
        "transform": list(scene.transform[:6]),
        "width": scene.width,
        "height": scene.height,
        "own_pixels": scene.grid.as_it_is,
    }


def _finite_or_name(number: float | None) -> float | str | None:
    # JSON has no NaN.
    return number if number is None or math.isfinite(number) else str(number)
