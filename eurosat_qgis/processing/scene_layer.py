"""From a raster layer to the scene that the worker opens, for the algorithms."""

from eurosat_qgis.runtime.scene_layer import scene_in_text, scene_of_layer, why_no_scene

__all__ = ["scene_in_text", "scene_of_layer", "why_no_scene"]
