"""What makes two runs the same: what an interrupted one may be continued by."""

from __future__ import annotations

import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.paths import plugin_version

# What does not change the classes of cells.
_OUTPUTS = {
    *("output", "confidence", "probabilities", "polygons", "stats"),
    *("min_confidence", "threads", "memory", "scheduler", "dissolve", "cog", "sld"),
}


def run_identity(
    request: ClassifyRequest,
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    bundle: Bundle,
    dense: bool,
) -> dict[str, Any]:
    """All that the classes of a run's cells come from, as JSON takes it.

    Files count by size and time of change, the model by its checksum.
    """
    asked = {name: value for name, value in asdict(request).items() if name not in _OUTPUTS}
    return {
        "version": plugin_version(),
        "request": {name: str(value) for name, value in asked.items()},
        "probabilities": request.probabilities is not None,
        "inputs": {name: _state(source) for name, source in request.inputs().items()},
        "model": bundle.card.sha256,
        "scene_grid": repr(scene.grid),
        "radiometry": repr(scene.radiometry),
        "grid": asdict(grid),
        "wanted": zlib.crc32(np.packbits(wanted).tobytes()),
        "dense": dense,
        # Bands of a cluster and pieces of one process are counted apart.
        "cluster": request.scheduler is not None,
    }


def _state(source: str) -> list[int] | None:
    # A vector file may come with the name of its layer.
    for name in (source, source.partition("|")[0]):
        try:
            state = Path(name).stat()
        except (OSError, ValueError):
            continue
        return [state.st_size, state.st_mtime_ns]
    return None
