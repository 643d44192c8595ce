"""What a land-cover layer remembers of its making: the worker's request and result."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eurosat_qgis.runtime.messages import Message

# The layer's custom property; QGIS saves it with the project.
RECORD_PROPERTY = "eurosat_qgis/record"
# Another one, of every layer that a run made: none of them is a scene.
MADE_PROPERTY = "eurosat_qgis/made"
# What of a request says how its scene is read and masked; the rest says where and what for.
READING_FIELDS = (
    "scene", "model", "cell", "bands", "scaling", "atmosphere", "resampling", "border_fill",
    "force", "mask", "scl", "mask_classes", "cloud_screen", "max_masked",
)  # fmt: skip


@dataclass(frozen=True)
class MapRecord:
    """The `classify` request that made a map, and the worker's result."""

    request: Message
    result: Message

    def as_text(self) -> str:
        """The record as the text of a layer's property."""
        return json.dumps({"request": self.request, "result": self.result})

    @classmethod
    def from_text(cls, text: object) -> MapRecord | None:
        """The record that a property holds, None when it holds none."""
        try:
            content: Any = json.loads(str(text or ""))
            request, result = content["request"], content["result"]
            result["classes"], result["cells"], request["scene"]
        except (ValueError, KeyError, TypeError):
            return None
        return cls(request, result)

    @property
    def cell(self) -> int:
        """The side of the map's cells in pixels of the scene's grid."""
        return int(self.request.get("cell", 64))

    def question_about(self, x: float, y: float) -> Message:
        """The worker's request for the cell at `x`, `y` in the map's CRS."""
        reading = {name: self.request[name] for name in READING_FIELDS if name in self.request}
        mask = str(reading.get("mask", ""))
        if mask and not Path(mask).exists():
            # Polygons were handed over in a temporary file, which goes with the QGIS session.
            del reading["mask"]
        return {"type": "inspect", **reading, "x": x, "y": y}
