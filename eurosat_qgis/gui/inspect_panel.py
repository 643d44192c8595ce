"""The panel that shows a cell as the network sees it."""

from __future__ import annotations

import base64
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCursor, QImage, QPixmap
from qgis.PyQt.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from eurosat_qgis.gui.area_bars import AreaBar
from eurosat_qgis.gui.bar import Bar
from eurosat_qgis.gui.widgets import SPACING, plain_label
from eurosat_qgis.runtime.translation import class_title, later, tr

WIDTH, SIDE, MARGIN = 280, 192, 8
TOP = 3
UNSEEN = {
    "nodata": later("Too few valid pixels: the cell has no class."),
    "masked": later("Masked: the cell has no class."),
}


class InspectPanel(QGroupBox):
    """Lies over the map, beside the dock; a box, as QGIS' themes give those a background."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAccessibleName(tr("Cell inspected"))
        self.setObjectName("eurosat_inspect_panel")
        self.setAutoFillBackground(True)
        self.setFixedWidth(WIDTH)
        self._title = plain_label(tr("Class of the cell"))
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("The window as the network sees it"))
        self._picture.setFixedSize(SIDE, SIDE)
        self._picture.setToolTip(tr("The window as the network sees it"))
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        self._note = plain_label(tr("Note on the cell"))
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._picture)
        middle.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self._title)
        column.addLayout(middle)
        column.addLayout(self._bars)
        column.addWidget(self._note)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says, for tests and screen readers."""
        bars = [self._bars.itemAt(i).widget().accessibleName() for i in range(self._bars.count())]
        return "\n".join([self._title.text(), *bars, self._note.text()])

    @property
    def has_picture(self) -> bool:
        """Whether it shows a window."""
        pixmap = self._picture.pixmap()
        return pixmap is not None and not pixmap.isNull()

    def say(self, text: str) -> None:
        """Show a line where there is no cell to show."""
        self._show("", None, [], text)

    def show_cell(self, answer: dict[str, Any], on_map: str, pinned: bool) -> None:
        """Show the worker's answer; `on_map` is the class that the map has there."""
        classes = answer["classes"]
        if not classes:
            unseen = UNSEEN.get(str(answer["unseen"]))
            self._show(
                tr("On the map: {title}").format(title=on_map),
                None,
                [],
                tr(unseen) if unseen else "",
            )
            return
        notes = [
            tr("Click to keep it; Esc leaves.")
            if not pinned
            else tr("Click to look on; Esc leaves.")
        ]
        seen = class_title(str(classes[0]["title"]))
        if seen != on_map:
            notes.insert(0, tr("On the map: {title}.").format(title=on_map))
        bars = [
            AreaBar(
                int(c["code"]),
                class_title(str(c["title"])),
                str(c["color"]),
                "",
                float(c["probability"]),
            )
            for c in classes[:TOP]
        ]
        self._show(seen, answer["pixels"], bars, " ".join(notes))

    def _show(
        self, title: str, pixels: dict[str, Any] | None, bars: list[AreaBar], note: str
    ) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._picture.setVisible(pixels is not None)
        self._picture.setPixmap(QPixmap() if pixels is None else _pixmap(pixels))
        while self._bars.count():
            old = self._bars.takeAt(0).widget()
            old.setParent(None)
            old.deleteLater()
        for bar in bars:
            # Against certainty, so that bars of two cells compare.
            self._bars.addWidget(Bar(bar, 1.0, tr("As sure is the network.")))
        self._note.setText(note)
        self.show()
        self.adjustSize()
        self.place()

    def place(self) -> None:
        """Take the upper corner of the map that the mouse is farther from."""
        mouse = self._canvas.mapFromGlobal(QCursor.pos()).x()
        right = self._canvas.width() - self.width() - MARGIN
        self.move(MARGIN if mouse > self._canvas.width() / 2 else right, MARGIN)
        self.raise_()


def _pixmap(pixels: dict[str, Any]) -> QPixmap:
    width, height = int(pixels["width"]), int(pixels["height"])
    data = base64.b64decode(pixels["rgb"])
    image = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888)
    # A copy: the image only borrows the bytes. Pixels stay squares.
    return QPixmap.fromImage(image.copy()).scaled(
        SIDE,
        SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.FastTransformation,
    )
