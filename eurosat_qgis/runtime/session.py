"""The runtime of one QGIS session: the interpreter in use and the worker that it runs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.runtime.client import WorkerClient
from eurosat_qgis.runtime.interpreter import InterpreterState, Origin, find_interpreter
from eurosat_qgis.runtime.settings import Settings
from eurosat_qgis.runtime.translation import PLUGIN_NAME, later, tr

NO_ENVIRONMENT = later(
    "EuroSAT Land Cover has no Python environment yet: open Raster > EuroSAT Land Cover > Set up…, "
    "or set EUROSAT_QGIS_PYTHON to a Python with TensorFlow and rasterio."
)


class NoEnvironmentError(LandCoverError):
    """There is no interpreter to run the worker with; the message says what to do."""

    kind = "environment"


class Session:
    """Gives the client of the worker, always of the interpreter that is chosen now.

    `settings` is asked anew each time; `managed_base` is the folder of the managed environment.
    """

    def __init__(
        self,
        managed_base: Path,
        settings: Callable[[], Settings],
        on_log: Callable[[str], None] | None = None,
    ) -> None:
        self.managed_base = managed_base
        self.settings = settings
        self._on_log = on_log
        self._client: WorkerClient | None = None
        self._made_for: tuple[Path, int] | None = None
        self._lock = threading.Lock()

    def interpreter(self) -> InterpreterState:
        """The interpreter in use, or why there is none."""
        return find_interpreter(self.settings().interpreter, self.managed_base)

    def why_not_ready(self) -> str:
        """What keeps the worker from running, one short sentence; empty when nothing is known to.

        It goes on after the plugin's name: "has no Python environment yet."
        """
        state = self.interpreter()
        if state.path is not None:
            return ""
        if state.origin is None:
            return tr("has no Python environment yet.")
        if state.origin is Origin.MANAGED:
            text = tr("cannot use its Python environment: {why}")
            return text.format(why=_lowered(state.problem))
        return tr("has no Python environment: {why}").format(why=state.problem)

    def problem(self) -> str:
        """`why_not_ready` with what to do about it."""
        why = self.why_not_ready()
        if not why:
            return ""
        if self.interpreter().origin is None:
            return tr(NO_ENVIRONMENT)
        what_to_do = tr("Open Raster > EuroSAT Land Cover > Set up…")
        return f"{PLUGIN_NAME} {why} {what_to_do}"

    def models_folder(self) -> Path:
        """Where the user's models lie: the folder of the settings, else beside the environment."""
        chosen = self.settings().models_folder.strip()
        return Path(chosen).expanduser() if chosen else self.managed_base.parent / "models"

    def client(self) -> WorkerClient:
        """The client of the worker. Raises NoEnvironmentError when there is no interpreter.

        Other settings are taken when nothing runs: they must not cancel a map in the making.
        """
        path = self.interpreter().path
        if path is None:
            raise NoEnvironmentError(self.problem())
        settings = self.settings()
        made_for = (path, settings.idle_minutes)
        with self._lock:
            unlike = self._made_for != made_for
            if self._client is None or (unlike and not self._client.busy):
                if self._client is not None:
                    self._client.stop()
                self._client = WorkerClient(path, settings.idle_minutes, self._on_log)
                self._made_for = made_for
            return self._client

    def close(self) -> None:
        """Have the worker leave; a later `client` starts another."""
        with self._lock:
            if self._client is not None:
                self._client.stop()
            self._client = None


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
