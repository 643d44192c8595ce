"""What the user has chosen, kept by QGIS."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from eurosat_qgis.core.network.precision import BFLOAT16

_GROUP = "eurosat_qgis"


@dataclass(frozen=True)
class Settings:
    """`interpreter`, `model` and `models_folder` are paths, empty for the plugin's own.

    `threads` and `memory` (MiB) are what a run takes at most, 0 for all of the machine; it computes
    in bfloat16, where the processor has it, if it is to be `faster`. `cell` is
    the side of a cell in pixels that the window offers first; `speeds` is what this
    machine was measured to do (`gui.expectation.Speeds`).
    """

    interpreter: str = ""
    idle_minutes: int = 10
    threads: int = 0
    memory: int = 0
    faster: bool = False
    model: str = ""
    models_folder: str = ""
    cell: int = 64
    wheels_folder: str = ""
    speeds: str = ""
    dock_closed: bool = False

    def run_fields(self) -> dict[str, int | str]:
        """The fields of a request for a map (docs/worker-protocol.md) that say what it takes."""
        limits = {"threads": self.threads, "memory": self.memory}
        precision = {"precision": BFLOAT16} if self.faster else {}
        return {**{name: most for name, most in limits.items() if most}, **precision}


def load_settings() -> Settings:
    """The settings of the current profile; what is missing or unreadable is as in `Settings()`."""
    # QGIS is imported only here: the rest of the runtime works and is tested without it.
    from qgis.core import QgsSettings

    store = QgsSettings()

    def stored(name: str, default: object) -> Any:
        try:
            return store.value(f"{_GROUP}/{name}", default, type=type(default))
        except TypeError:
            return default

    return Settings(**{field.name: stored(field.name, field.default) for field in fields(Settings)})


def save_settings(settings: Settings) -> None:
    """Keep `settings` in the current profile."""
    from qgis.core import QgsSettings

    store = QgsSettings()
    for field in fields(Settings):
        store.setValue(f"{_GROUP}/{field.name}", getattr(settings, field.name))
