"""The row on which the detail is chosen: the side of a cell, and what that asks of the machine."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSlider, QWidget

from eurosat_qgis.core.classification.request import CELL_SIZES
from eurosat_qgis.gui.expectation import detail_label
from eurosat_qgis.gui.widgets import SPACING, plain_label
from eurosat_qgis.runtime.translation import tr


class DetailRow(QWidget):
    """A slider with one stop a cell size, coarse to fine."""

    changed = pyqtSignal()

    def __init__(self, cell: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixel_size_m: float | None = 10.0
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Detail"))
        self._slider.setRange(0, len(CELL_SIZES) - 1)
        self._slider.setPageStep(1)
        self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._size = plain_label(tr("Side of a cell"), wrap=False)
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size.setMinimumWidth(
            self._size.fontMetrics().horizontalAdvance(detail_label(640, None))
        )
        self.cost = plain_label(tr("Expected cells and time"), wrap=False)
        self.cost.setMinimumWidth(60)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._slider, 1)
        row.addWidget(self._size)
        self.take_cell(cell)
        self._slider.valueChanged.connect(self._on_moved)
        self._show()

    @property
    def cell(self) -> int:
        """The side of a cell in pixels of the scene's grid."""
        return CELL_SIZES[self._slider.value()]

    def take_cell(self, cell: int) -> None:
        """Choose a cell size, the coarsest where there is no such."""
        self._slider.setValue(CELL_SIZES.index(cell) if cell in CELL_SIZES else 0)

    def take_pixel_size(self, metres: float | None) -> None:
        """Show sizes in metres of these pixels, or in pixels where they have no size."""
        self._pixel_size_m = metres
        self._show()

    def show_cost(self, text: str) -> None:
        self.cost.setText(text)

    def _on_moved(self, _value: int) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        stops = ", ".join(detail_label(cell, self._pixel_size_m) for cell in CELL_SIZES)
        tip = tr("Side of a cell: {stops}. Half the side, four times the cells.")
        self._slider.setToolTip(tip.format(stops=stops))
        self._size.setText(detail_label(self.cell, self._pixel_size_m))
