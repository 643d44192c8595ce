"""What the dock shows as long as nothing can be classified: what is missing, and two ways out."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eurosat_qgis.gui.help_button import help_button
from eurosat_qgis.gui.widgets import plain_label, push_button
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.translation import PLUGIN_NAME, later, tr

TEXT = later(
    "Classifying needs TensorFlow and rasterio. They get a Python environment of their own, once; "
    "QGIS' own Python stays as it is. Nothing you open leaves this machine."
)
SIZE = later("0.7 GB to download, 2.5 GB on disk, a few minutes.")


class NoEnvironmentCard(QFrame):
    """Set up, or use what is there."""

    set_up_wanted = pyqtSignal()
    existing_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = plain_label(tr("First step"), tr("One step before the first map"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._why = plain_label(tr("What is missing"))
        set_up = push_button(tr("Set up"), self.set_up_wanted.emit)
        set_up.setMinimumHeight(30)
        existing = push_button(tr("Use an existing Python…"), self.existing_wanted.emit)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._why)
        column.addWidget(plain_label(tr("What the set-up does"), tr(TEXT)))
        column.addWidget(set_up)
        column.addWidget(plain_label(tr("What the set-up takes"), tr(SIZE)))
        row = QHBoxLayout()
        row.addWidget(existing, 1)
        row.addWidget(help_button(HelpPage.SET_UP))
        column.addLayout(row)
        column.addStretch()

    def say_why(self, why: str) -> None:
        """What keeps the worker from running; goes on after the plugin's name."""
        self._why.setText(f"{PLUGIN_NAME} {why}")
