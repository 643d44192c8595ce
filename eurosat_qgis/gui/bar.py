"""One class of a map as a bar that can be pressed."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QSizePolicy

from eurosat_qgis.gui.area_bars import AreaBar, percent
from eurosat_qgis.gui.widgets import number
from eurosat_qgis.runtime.translation import tr

# Shares of the width: name, bar; the rest is for the numbers.
NAME_ENDS, BAR_ENDS = 0.48, 0.64
# Without an amount the numbers are short, and the name gets their room.
NAME_ENDS_ALONE, BAR_ENDS_ALONE = 0.57, 0.77


class Bar(QAbstractButton):
    """Name, bar in the class' colour, amount and share; `longest` is the share that fills it."""

    def __init__(self, bar: AreaBar, longest: float, tip: str) -> None:
        super().__init__()
        self.bar = bar
        self._longest = longest or 1.0
        # QGIS' dark themes colour labels, and no palette; this one is never seen.
        self._as_label = QLabel(self)
        self._as_label.hide()
        share = percent(bar.share, number)
        self._ends = (NAME_ENDS, BAR_ENDS) if bar.amount else (NAME_ENDS_ALONE, BAR_ENDS_ALONE)
        self._numbers = f"{bar.amount} {share:>6}" if share else bar.amount
        said = ", ".join(filter(None, (bar.amount, share)))
        self.setAccessibleName(tr("{title}: {text}").format(title=bar.title, text=said))
        self.setToolTip(f"{self.accessibleName()}. {tip}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if bar.code is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        self._as_label.ensurePolished()
        ink = self._as_label.palette().color(self._as_label.foregroundRole())
        if self.underMouse() or self.hasFocus():
            shade = QColor(self.palette().color(QPalette.ColorRole.Highlight))
            shade.setAlpha(40)
            painter.fillRect(self.rect(), shade)
        painter.setPen(ink)
        metrics = QFontMetrics(self.font())
        vertical = Qt.AlignmentFlag.AlignVCenter
        name_ends, bar_ends = self._ends
        name_width = name_ends * width
        name = metrics.elidedText(self.bar.title, Qt.TextElideMode.ElideRight, int(name_width) - 4)
        painter.drawText(QRectF(0, 0, name_width, height), vertical, name)
        length = (bar_ends - name_ends) * width * self.bar.length / self._longest
        box = QRectF(name_width, 3, max(2.0, length), height - 6)
        color = QColor(self.bar.color)
        painter.fillRect(box, color)
        if self.bar.code in (None, 255):
            # Hatched: these are no classes.
            painter.fillRect(box, QBrush(color.darker(150), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(color.darker(130)))
        painter.drawRect(box)
        painter.setPen(ink)
        right = QRectF(bar_ends * width, 0, (1 - bar_ends) * width, height)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | vertical, self._numbers)
        painter.end()
