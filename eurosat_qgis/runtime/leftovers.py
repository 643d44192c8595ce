"""What a worker leaves behind when it is ended by force."""

from __future__ import annotations

import contextlib
from pathlib import Path

from eurosat_qgis.runtime.messages import Message

_OUTPUT_FIELDS = ("output", "confidence", "polygons", "stats", "change", "csv", "html")


def remove_partial_outputs(request: Message, pid: int) -> list[Path]:
    """Remove the `.NAME.PID.part` files beside the outputs of `request`; gives those removed.

    With them goes what belongs to them: `.NAME.aux.xml.PID.part`, `.NAME.PID.part-journal`, and
    the style's `.STEM.qml.PID.part`, and the run's journal `.NAME.journal`.
    """
    removed = []
    for field in _OUTPUT_FIELDS:
        value = request.get(field)
        if not isinstance(value, str):
            continue
        output = Path(value)
        start, mark = f".{output.stem}.", f".{pid}.part"
        with contextlib.suppress(OSError):
            for path in sorted(output.parent.iterdir()):
                is_journal = field == "output" and path.name == f".{output.name}.journal"
                if is_journal or (path.name.startswith(start) and mark in path.name):
                    path.unlink()
                    removed.append(path)
    return removed
