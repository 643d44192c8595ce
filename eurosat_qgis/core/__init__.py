"""From a scene to a land-cover map: plain Python, without Qt and QGIS."""
