"""All that is known of a map on one HTML page: picture, areas, confidence, origin, model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eurosat_qgis.core.bundle import Bundle, built_in_paths, open_bundle
from eurosat_qgis.core.errors import BundleError, InputError, LandCoverError, OutputError
from eurosat_qgis.core.outputs.finished_map import FinishedMap, describe_map
from eurosat_qgis.core.outputs.outputs import check_not_input, staged_outputs
from eurosat_qgis.core.report.page import page
from eurosat_qgis.core.report.pictures import map_picture, scene_picture
from eurosat_qgis.core.report.sections import figure, sections


def write_report(
    land_cover: Path,
    output: Path,
    confidence: Path | None = None,
    scene: str | None = None,
    model: Path | None = None,
) -> dict[str, Any]:
    """Write the report of a land-cover raster to `output`, an HTML file that needs no other.

    `confidence` adds the histogram, `scene` a picture beside the map. `model` None looks for the
    bundle among those of the plugin by the checksum that the map states.

    Gives `output`, `bytes` and `warnings`. Raises InputError, BundleError or OutputError.
    """
    for source, what in ((land_cover, "map"), (confidence, "confidence raster"), (scene, "scene")):
        if source is not None:
            check_not_input(output, str(source), what)
    found = describe_map(land_cover, confidence)
    warnings: list[str] = []
    bundle = _bundle_of(found, model, warnings)
    pictures = [figure(map_picture(land_cover, found.classes), "Land cover", "cells", scene)]
    if scene is not None:
        # The page is worth having without it.
        try:
            picture = scene_picture(scene, land_cover)
            pictures.append(figure(picture, "The scene, true colour", "scene", scene))
        except LandCoverError as error:
            warnings.append(f"The page has no picture of the scene. {error}")
    title = f"Land cover of {found.tags.get('SCENE', land_cover.name)}"
    html = page(title, sections(title, found, bundle, pictures))
    with staged_outputs() as staged:
        part = staged.stage(output)
        try:
            part.write_text(html, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{output.name} cannot be written ({error.strerror}).") from error
        staged.commit()
    return {"output": str(output), "bytes": output.stat().st_size, "warnings": warnings}


def _bundle_of(found: FinishedMap, model: Path | None, warnings: list[str]) -> Bundle | None:
    """The bundle that made the map, None where it is not at hand."""
    wanted, made_by = found.tags.get("MODEL_SHA256"), found.tags.get("MODEL", "another program")
    if model is not None:
        bundle = open_bundle(model)
        if bundle.card.sha256 != wanted:
            raise InputError(
                f"{model.name} did not make this map, {made_by} did: give its model, or none."
            )
        return bundle
    for path in built_in_paths():
        try:
            bundle = open_bundle(path)
        except BundleError:
            continue
        if bundle.card.sha256 == wanted:
            return bundle
    warnings.append(f"The page has no card of {made_by}, which made the map: give the model.")
    return None
