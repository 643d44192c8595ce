"""Small widgets that all parts of the window are made of, each with its accessible name."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from eurosat_qgis.runtime.translation import tr

SPACING = 4


def plain_label(accessible_name: str, text: str = "", wrap: bool = True) -> QLabel:
    """A label whose text is never taken for markup."""
    label = QLabel(text)
    label.setAccessibleName(accessible_name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


def selectable_label(accessible_name: str, text: str = "") -> QLabel:
    """The same, its text to be copied with the mouse."""
    label = plain_label(accessible_name, text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def push_button(text: str, clicked: Callable[[], object], name: str = "") -> QPushButton:
    """A button that no Enter presses by itself."""
    button = QPushButton(text)
    button.setAccessibleName(name or text.rstrip("…"))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: clicked())
    return button


def tool_button(name: str, tip: str, icon: str = "", text: str = "") -> QToolButton:
    """A flat button with an icon of QGIS' theme, or a text."""
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(tip)
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setIconSize(QSize(16, 16))
    else:
        button.setText(text)
    return button


def name_file_widget(widget: QgsFileWidget, name: str) -> None:
    """Name a row of QGIS' own with all that it is made of."""
    widget.setAccessibleName(name)
    widget.lineEdit().setAccessibleName(name)
    for button in widget.findChildren(QToolButton):
        button.setAccessibleName(tr("{name}: choose").format(name=name))


def name_spin_box(box: QSpinBox, name: str) -> None:
    """Name a number's box and the line in it that takes the keyboard."""
    box.setAccessibleName(name)
    for line in box.findChildren(QLineEdit):
        line.setAccessibleName(name)


def narrow(widget: QWidget) -> QWidget:
    """Let a widget with long texts shrink to the width that there is."""
    widget.setMinimumWidth(60)
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return widget


def number(value: float, decimals: int = 0) -> str:
    """A number as the user's locale writes it."""
    return str(QLocale().toString(float(value), "f", decimals))
