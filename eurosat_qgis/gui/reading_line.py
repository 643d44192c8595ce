"""What was recognised of the scene: one line that opens into reasons and what overrules them."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.core.radiometry.scalings import ATMOSPHERES, AUTO, SCALING_NAMES
from eurosat_qgis.gui.scene_words import is_doubtful, reasons_text, recognised_line
from eurosat_qgis.gui.widgets import SPACING, narrow
from eurosat_qgis.runtime.translation import tr

TYPING_MS = 700


class ReadingLine(QWidget):
    """The line, and folded under it the reasons and the choices that go before them."""

    overruled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._line = QToolButton()
        self._line.setAccessibleName(tr("What was recognised"))
        self._line.setAutoRaise(True)
        self._line.setCheckable(True)
        self._line.setArrowType(Qt.ArrowType.RightArrow)
        self._line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line.toggled.connect(self._on_folded)
        self._reasons = QPlainTextEdit()
        self._reasons.setAccessibleName(tr("Reasons"))
        self._reasons.setReadOnly(True)
        self._reasons.setMaximumHeight(130)
        self._scaling = _combo(tr("How numbers store reflectance"), SCALING_NAMES)
        self._atmosphere = _combo(tr("Atmosphere"), ATMOSPHERES)
        self._bands = QgsFilterLineEdit()
        self._bands.setAccessibleName(tr("Bands"))
        self._bands.setPlaceholderText(tr("auto, or places such as 4,3,2"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.overruled.emit)
        self._bands.textChanged.connect(lambda _text: self._typing.start())
        for combo in (self._scaling, self._atmosphere):
            combo.currentIndexChanged.connect(lambda _index: self.overruled.emit())
        self._detail = QWidget()
        form = QFormLayout()
        form.setSpacing(SPACING)
        form.addRow(tr("Numbers"), self._scaling)
        form.addRow(tr("Atmosphere"), self._atmosphere)
        form.addRow(tr("Bands"), self._bands)
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(12, 0, 0, 0)
        detail.setSpacing(SPACING)
        detail.addWidget(self._reasons)
        detail.addLayout(form)
        self._detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._line)
        column.addWidget(self._detail)
        self.say(tr("Choose a scene to see what it is."))

    @property
    def text(self) -> str:
        """The whole line, also where the window shows only its beginning."""
        return self._text

    def show_info(self, info: dict[str, Any], card_bands: tuple[str, ...]) -> None:
        """Show what the worker found."""
        mark = "⚠" if is_doubtful(info) else "✓"
        self._set(f"{mark} {recognised_line(info, card_bands)}", reasons_text(info))

    def say(self, text: str) -> None:
        """Show a line that has no reasons: what is being done, or what is wrong."""
        self._set(text, "")

    def unfold(self, unfolded: bool) -> None:
        """Show the reasons and the choices, or the line alone."""
        self._line.setChecked(unfolded)

    def overrules(self) -> dict[str, str]:
        """`scaling`, `atmosphere` and `bands`, each `auto` where the user leaves it so."""
        return {
            "scaling": self._scaling.currentText(),
            "atmosphere": self._atmosphere.currentText(),
            "bands": self._bands.text().strip() or AUTO,
        }

    def _set(self, text: str, reasons: str) -> None:
        self._text = text
        self._reasons.setPlainText(reasons or text)
        self._line.setToolTip(f"{text}\n{tr('Click for the reasons, and to overrule them.')}")
        self._elide()

    def _on_folded(self, unfolded: bool) -> None:
        self._line.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._detail.setVisible(unfolded)

    def _elide(self) -> None:
        room = self.width() - 28
        metrics = QFontMetrics(self._line.font())
        self._line.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


def _combo(name: str, choices: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.addItems(list(choices))
    narrow(combo)
    return combo
