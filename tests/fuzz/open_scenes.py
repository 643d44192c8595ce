"""Opens scenes as the command line does: `python -m tests.fuzz.open_scenes < names as JSON`.

Reads a JSON list of names, and prints a JSON line for each: what came of it. A name is printed
before it is opened, so that whoever listens knows which one a crash or a hang belongs to.
"""

from __future__ import annotations

import json
import resource
import sys
import traceback

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.core.info import scene_info
from eurosat_qgis.core.scene.scene import open_scene

_MEMORY = 6 << 30
_PIECE = 256


def outcome(name: str) -> dict[str, object]:
    """`ok` or `error` with its message, `bug` with the traceback."""
    try:
        found = scene_info(name)
        if found["grid"] is None:
            return {"outcome": "ok", "message": "metadata alone"}
        with open_scene(name, ("B04", "B03", "B02")) as scene:
            rows = range(0, min(scene.height, 4 * _PIECE), _PIECE)
            cols = range(0, min(scene.width, 4 * _PIECE), _PIECE)
            for row in rows:
                for col in cols:
                    height, width = min(_PIECE, scene.height - row), min(_PIECE, scene.width - col)
                    stored, _ = scene.read(row, col, height, width)
                    scene.radiometry.to_digital_numbers(stored)
            scene.row_areas()
        json.dumps(found, allow_nan=False)
        return {"outcome": "ok", "message": found["kind"]}
    except LandCoverError as error:
        return {"outcome": "error", "message": str(error)}
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return {"outcome": "bug", "message": traceback.format_exc()}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for name in json.load(sys.stdin):
        print(json.dumps({"name": name}), flush=True)
        print(json.dumps(outcome(name)), flush=True)


if __name__ == "__main__":
    main()
