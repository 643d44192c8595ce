"""What a map says of its making, and what makes it doubtful."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from eurosat_qgis.core.bundle import Bundle, Card
from eurosat_qgis.core.classification.repeat import command_line
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.radiometry.radiometry import Radiometry
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.versions import installed_versions
from eurosat_qgis.paths import plugin_version

if TYPE_CHECKING:
    from eurosat_qgis.core.masks.area_of_interest import AreaOfInterest


def provenance_tags(
    request: ClassifyRequest,
    scene: Scene,
    bundle: Bundle,
    area: AreaOfInterest | None,
    masks: tuple[str, ...],
    warnings: tuple[str, ...],
) -> dict[str, str]:
    """The tags that a result carries: scene, how it was read and why, model, settings.

    `masks` say in words what was masked.
    """
    card, radiometry = bundle.card, scene.radiometry
    return {
        "TIFFTAG_SOFTWARE": f"EuroSAT Land Cover {plugin_version()}",
        "TIFFTAG_IMAGEDESCRIPTION": f"Land cover of {scene.name} by {card.name}",
        "SCENE": scene.name,
        "SCENE_TIME": scene.facts.sensing_time or "unknown",
        "SCENE_BANDS": ",".join(f"{b}={i}" for b, i in zip(card.bands, scene.bands, strict=True)),
        "SCENE_LEVEL": radiometry.level or "unknown",
        "SCENE_BASELINE": radiometry.baseline or "unknown",
        "SCENE_OFFSET": ",".join(f"{offset:g}" for offset in radiometry.offsets),
        "SCENE_SCALING": radiometry.scaling,
        "SCENE_SCALING_CONFIDENCE": f"{radiometry.confidence:.2f}",
        "SCENE_LEVEL_CONFIDENCE": f"{radiometry.level_confidence:.2f}",
        "SCENE_ATMOSPHERE": "none" if radiometry.atmosphere is None else "standard",
        "SCENE_REASONS": " ".join(scene.reasons),
        "WARNINGS": " ".join(warnings),
        "MODEL": card.name,
        "MODEL_TITLE": card.title,
        "MODEL_SHA256": card.sha256,
        "MODEL_ACCURACY": "unknown" if card.accuracy is None else f"{card.accuracy:.4f}",
        "CELL_PIXELS": str(request.cell),
        "WINDOW_AVERAGE_PIXELS": str(request.window_average),
        "MIN_CONFIDENCE": f"{request.min_confidence:g}",
        "AREA_OF_INTEREST": area.name if area else "all of the scene",
        "AREA_OF_INTEREST_M2": f"{area.area_m2:.1f}" if area and area.area_m2 else "unknown",
        "MASKS": "; ".join(masks) or "none",
        "MAX_MASKED": f"{request.max_masked:g}",
        "COMMAND": command_line(request),
        "VERSIONS": ", ".join(f"{name} {v}" for name, v in installed_versions().items() if v),
        "CREDITS": "Contains modified Copernicus Sentinel data; EuroSAT, Helber et al. 2019",
    }


def radiometry_json(radiometry: Radiometry) -> dict[str, Any]:
    """How a scene's numbers were read, as `info` and `classify` give it; null is not known.

    `offset` is the first band's; a picture for display has neither offset nor quantification.
    """
    is_picture = radiometry.curves is not None
    atmosphere = radiometry.atmosphere
    return {
        "level": radiometry.level,
        "level_confidence": radiometry.level_confidence,
        "baseline": radiometry.baseline,
        "offset": None if is_picture else radiometry.offset,
        "offsets": None if is_picture else list(radiometry.offsets),
        "quantification": None if is_picture else radiometry.quantification,
        "scaling": radiometry.scaling,
        "scaling_confidence": radiometry.confidence,
        "atmosphere": "none" if atmosphere is None else "standard",
        "air": None if atmosphere is None else _rounded(asdict(atmosphere.air)),
    }


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(number, 3) for name, number in numbers.items()}


def scene_warnings(scene: Scene, card: Card) -> tuple[str, ...]:
    """What makes a map of this scene doubtful, each in one line."""
    found = list(scene.warnings)
    size = scene.pixel_size_m()
    if size is None:
        found.append(
            "The scene has no CRS or geotransform: the result has no place on the map, and areas "
            "are unknown."
        )
    elif abs(size / card.pixel_size_m - 1) > 0.05:
        found.append(
            f"Pixels are {size:.1f} m wide, the network was trained on {card.pixel_size_m:g} m: "
            "bring the scene to that size for a map that can be trusted."
        )
    if min(scene.height, scene.width) < card.patch_size:
        found.append("The scene is smaller than one window: it was padded by reflection.")
    return tuple(found)
