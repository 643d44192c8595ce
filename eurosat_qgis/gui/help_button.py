"""The button with a question mark, which opens a page of the help."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QToolButton

from eurosat_qgis.gui.widgets import tool_button
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import tr


def help_button(page: HelpPage, text: str = "") -> QToolButton:
    """A button that opens `page` in the user's browser; an icon, with `text` beside it."""
    button = tool_button(tr("Help"), tr("Open the help in the browser"), "/mActionHelpContents.svg")
    button.setAutoRaise(True)
    if text:
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(page.url())))
    return button
