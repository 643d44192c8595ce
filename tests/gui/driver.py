"""Steps through QGIS' window while its event loop turns; shared by the sessions beside it.

A session's steps are one generator: it yields what to wait for.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget

TICK_MS = 50
LONGEST_WAIT_S = 120
PICTURES = os.environ.get("EUROSAT_TEST_PICTURES")

iface = utils.iface
seen: dict[str, Any] = {}


def dialogs(class_name: str) -> list[QDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if type(widget).__name__ == class_name and widget.isVisible()
    ]


def in_message_bar() -> tuple[list[str], list[str]]:
    """Texts and buttons of the message that QGIS shows."""
    item = iface.messageBar().currentItem()
    if item is None:
        return [], []
    labels = [f"{item.title()} {item.text()}"]
    return labels, [button.text() for button in item.findChildren(QPushButton)]


def messages() -> list[str]:
    """Texts of all messages that wait in the message bar."""
    return [f"{item.title()} {item.text()}" for item in iface.messageBar().items()]


def unnamed(widget: QWidget, kinds: tuple[type, ...]) -> list[str]:
    """Widgets below `widget` that a screen reader could not name."""
    return [
        f"{type(found).__name__} {found.objectName()}"
        for kind in kinds
        for found in widget.findChildren(kind)
        if not found.accessibleName() and found.isVisible()
    ]


class Browser(QObject):
    """Stands where the system's browser does: takes the files that it would show."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[QUrl] = []
        # Only a slot of a Qt object is called.
        QDesktopServices.setUrlHandler("file", self.show)

    @pyqtSlot(QUrl)
    def show(self, file: QUrl) -> None:
        self.files.append(file)

    def leave(self) -> None:
        QDesktopServices.unsetUrlHandler("file")


def opened_by_help(widget: QWidget) -> list[str]:
    """Press what is called Help below `widget`; the pages that a browser would have shown."""
    browser = Browser()
    for button in widget.findChildren(QAbstractButton):
        name = button.accessibleName() or button.text().replace("&", "")
        if name == "Help" and button.isVisible():
            button.click()
    browser.leave()
    return [
        f"{file.fileName()}#{file.fragment()}"
        for file in browser.files
        if Path(file.toLocalFile()).is_file()
    ]


def picture(name: str, widget: QWidget | None = None) -> None:
    if PICTURES:
        (widget or iface.mainWindow()).grab().save(str(Path(PICTURES, f"{name}.png")))


def pause(seconds: float) -> Callable[[], bool]:
    """Something to wait for that comes true after so long."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


class Driver:
    """Takes the next step whenever what the last one waits for has come true."""

    def __init__(self, steps: Callable[[Driver], Iterator[Callable[[], bool]]]) -> None:
        self._steps = steps(self)
        # QGIS asks before it drops temporary layers and changes.
        self.clears = True
        self._ready: Callable[[], bool] = lambda: True
        self._deadline = time.monotonic() + LONGEST_WAIT_S
        self._last = time.monotonic()
        self._longest_stall = 0.0
        # The longest time between two ticks of the last wait: a window at work ticks on.
        self.stalled_s = 0.0
        self._timer = QTimer(iface.mainWindow())
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        self._longest_stall = max(self._longest_stall, now - self._last)
        self._last = now
        finished = False
        try:
            finished = self._advance(now)
        except BaseException:
            seen["error"] = traceback.format_exc()
            picture("error")
            self._leave()
            raise
        if finished:
            self._leave()

    def _advance(self, now: float) -> bool:
        """Take a step when it is time to; True after the last one."""
        if self._ready():
            self.stalled_s, self._longest_stall = self._longest_stall, 0.0
            self._ready = next(self._steps, None)
            self._last = time.monotonic()
            self._deadline = self._last + LONGEST_WAIT_S
            return self._ready is None
        if now > self._deadline:
            raise TimeoutError(f"waited in vain after {list(seen)[-1:]}")
        return False

    def report(self) -> None:
        """Write down what was seen so far."""
        report = json.dumps(seen, indent=1, default=str)
        Path(os.environ["EUROSAT_TEST_REPORT"]).write_text(report, encoding="utf-8")

    def _leave(self) -> None:
        self._timer.stop()
        self.report()
        if self.clears:
            QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()


_drivers: list[Driver] = []


def start(steps: Callable[[Driver], Iterator[Callable[[], bool]]]) -> None:
    """Begin when QGIS, which runs the session's file while it starts, has its window."""
    QTimer.singleShot(2000, lambda: _drivers.append(Driver(steps)))
