"""Asks the worker what a scene is, beside the window; only the latest question is answered."""

from __future__ import annotations

import contextlib
import threading

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.runtime.messages import Message
from eurosat_qgis.runtime.session import Session

# Choices come in bursts: several layers are added, a slider is moved.
DEBOUNCE_MS = 250


class LatestAnswer(QObject):
    """One request at a time; a newer question waits for the answer to the last and replaces others.

    A running request is not cancelled: it is short, and the worker would be ended with it when it
    does not hear at once. It is no QgsTask: QGIS would announce the end of each.
    """

    answered = pyqtSignal(object, object)
    refused = pyqtSignal(object, str)
    _ended = pyqtSignal(object, str)

    def __init__(
        self,
        session: Session,
        parent: QObject,
        debounce_ms: int = DEBOUNCE_MS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._next: Message | None = None
        self._asked: Message | None = None
        self._running = False
        self._left = False
        self._ended.connect(self._on_ended)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(debounce_ms)
        self._timer.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether an answer is to come."""
        return self._next is not None or self._running

    def ask(self, question: Message) -> None:
        """Ask as soon as the questions stop coming."""
        self._next = question
        self._timer.start()

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._timer.stop()
        self._next = self._asked = None

    def leave(self) -> None:
        """Nothing is asked any more, and what is being answered ends without a word."""
        self.forget()
        self._left = True

    def _start(self) -> None:
        if self._running or self._next is None:
            return
        question, self._next = self._next, None
        self._asked = question
        self._running = True
        threading.Thread(
            target=self._run, args=(question,), name="eurosat-question", daemon=True
        ).start()

    def _run(self, question: Message) -> None:
        answer, reason = None, ""
        try:
            answer = self._session.client().run(question, is_cancelled=lambda: self._left)
        except LandCoverError as error:
            reason = str(error)
        # The window may have gone meanwhile.
        with contextlib.suppress(RuntimeError):
            self._ended.emit(answer, reason)

    def _on_ended(self, answer: Message | None, reason: str) -> None:
        self._running = False
        question, self._asked = self._asked, None
        if self._next is not None:
            # A newer question has taken its place.
            if not self._timer.isActive():
                self._start()
        elif question is None:
            return
        elif answer is None:
            self.refused.emit(question, reason)
        else:
            self.answered.emit(question, answer)
