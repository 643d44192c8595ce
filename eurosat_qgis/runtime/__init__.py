"""How QGIS reaches the core: environments, the worker process and its client."""
