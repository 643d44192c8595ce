"""The row of the one large button, which becomes progress, time left and Cancel."""

from __future__ import annotations

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.gui.classify_run import ClassifyRun
from eurosat_qgis.gui.expectation import time_left
from eurosat_qgis.gui.widgets import SPACING, plain_label, push_button
from eurosat_qgis.runtime.translation import tr

TICK_MS = 500


class RunRow(QStackedWidget):
    """Classify, or what runs."""

    started = pyqtSignal()
    cancelled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: ClassifyRun | None = None
        self.classify = push_button(tr("Classify"), self.started.emit)
        self.classify.setMinimumHeight(30)
        font = self.classify.font()
        font.setBold(True)
        self.classify.setFont(font)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("Progress of the run"))
        self._bar.setMaximumHeight(16)
        self._left = plain_label(tr("Time left"), wrap=False)
        self._left.setMinimumWidth(60)
        self.cancel = push_button(tr("Cancel"), self.cancelled.emit, tr("Cancel the run"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._bar)
        words.addWidget(self._left)
        running = QWidget()
        row = QHBoxLayout(running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.addWidget(self.classify)
        self.addWidget(running)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show)

    def follow(self, run: ClassifyRun | None) -> None:
        """Show a run, or the button again for None."""
        self._run = run
        self.cancel.setEnabled(run is not None)
        self.setCurrentIndex(1 if run is not None else 0)
        if run is None:
            self._tick.stop()
            return
        self._tick.start()
        self._show()
        self.cancel.setFocus()

    def wait_for_cancel(self) -> None:
        """Cancelling has been asked for and takes up to two seconds."""
        self.cancel.setEnabled(False)
        self._tick.stop()
        self._bar.setRange(0, 0)
        self._left.setText(tr("Cancelling…"))

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        begun = run.share_done > 0
        self._bar.setRange(0, 100 if begun else 0)
        self._bar.setValue(round(100 * run.share_done))
        self._left.setText(time_left(run.working_s, run.share_done) if begun else run.step)
