"""What a map says of its making, and what makes it doubtful."""

from __future__ import annotations

from eurosat_qgis.core.bundle import Bundle, Card
from eurosat_qgis.core.request import ClassifyRequest
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.paths import plugin_version


def provenance_tags(request: ClassifyRequest, scene: Scene, bundle: Bundle) -> dict[str, str]:
    """The tags that a result carries: scene, how it was read and why, model, settings."""
    card, radiometry = bundle.card, scene.radiometry
    return {
        "TIFFTAG_SOFTWARE": f"EuroSAT Land Cover {plugin_version()}",
        "TIFFTAG_IMAGEDESCRIPTION": f"Land cover of {scene.name} by {card.name}",
        "SCENE": scene.name,
        "SCENE_BANDS": ",".join(f"{b}={i}" for b, i in zip(card.bands, scene.bands, strict=True)),
        "SCENE_LEVEL": radiometry.level or "unknown",
        "SCENE_BASELINE": radiometry.baseline or "unknown",
        "SCENE_OFFSET": f"{radiometry.offset:g}",
        "SCENE_SCALING": radiometry.scaling,
        "SCENE_REASONS": " ".join(scene.reasons),
        "WARNINGS": " ".join(scene_warnings(scene, card)),
        "MODEL": card.name,
        "MODEL_SHA256": card.sha256,
        "MODEL_ACCURACY": "unknown" if card.accuracy is None else f"{card.accuracy:.4f}",
        "CELL_PIXELS": str(request.cell),
        "MIN_CONFIDENCE": f"{request.min_confidence:g}",
        "CREDITS": "Contains modified Copernicus Sentinel data; EuroSAT, Helber et al. 2019",
    }


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
