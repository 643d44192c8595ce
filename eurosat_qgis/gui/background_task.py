"""Work beside QGIS' window: one function in a thread, its lines and its outcome as signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.runtime.translation import tr

Work = Callable[[Callable[[str], None], Callable[[], bool]], Any]


class BackgroundTask(QgsTask):
    """Runs `work(on_line, is_cancelled)`; `done` carries what it gives, `failed` why it did not."""

    line = pyqtSignal(str)
    done = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, description: str, work: Work) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._result: Any = None
        self._reason = ""

    def run(self) -> bool:
        """QGIS calls this in a thread of its pool."""
        try:
            self._result = self._work(self.line.emit, self.isCanceled)
        except LandCoverError as error:
            self._reason = str(error)
            return False
        # Anything else is a bug: QGIS shows its traceback, and `finished` hears of the failure.
        return True

    def finished(self, result: bool) -> None:
        """QGIS calls this in the window's thread when `run` has ended."""
        if result:
            self.done.emit(self._result)
        else:
            self.failed.emit(self._reason or tr("It did not end as it should: QGIS' log has more."))
