"""What the user has chosen, kept by QGIS."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

_GROUP = "eurosat_qgis"


@dataclass(frozen=True)
class Settings:
    """`interpreter`, `model` and `models_folder` are paths, empty for the plugin's own.

    `threads` and `memory` (MiB) are what a run takes at most, 0 for all of the machine. `cell` is
    the side of a cell in pixels that the window offers first; `speeds` is what this
    machine was measured to do (`gui.expectation.Speeds`).
    """

    interpreter: str = ""
    idle_minutes: int = 10
    threads: int = 0
    memory: int = 0
    model: str = ""
    models_folder: str = ""
    cell: int = 64
    wheels_folder: str = ""
    speeds: str = ""
    dock_closed: bool = False

    def limits(self) -> dict[str, int]:
        """The fields of a request for a map (docs/worker-protocol.md) that limit what it takes."""
        limited = {"threads": self.threads, "memory": self.memory}
        return {name: most for name, most in limited.items() if most}


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
