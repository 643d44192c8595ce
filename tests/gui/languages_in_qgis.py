"""Opens the plugin's windows in each of its languages; started by tests/gui/conftest.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QDockWidget,
    QGroupBox,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

sys.path.append(os.environ["EUROSAT_TEST_FOLDER"])

from driver import Driver, dialogs, iface, picture, seen, start

SCENE = Path(os.environ["EUROSAT_TEST_SCENES"], "small.tif")


def cut(widget: QWidget, by_intent: list[QWidget]) -> list[str]:
    """Texts below a widget that have less room than they need."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label not in by_intent:
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            if label.height() < needed:
                found.append(f"{label.text()}: {label.height()} of {needed} high")
            if not label.wordWrap() and label.width() < label.sizeHint().width():
                found.append(f"{label.text()}: {label.width()} of {label.sizeHint().width()}")
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button not in by_intent:
            needed = button.sizeHint().width()
            if button.width() < needed:
                found.append(f"{button.text()}: {button.width()} of {needed}")
    for box in widget.findChildren(QGroupBox):
        needed = box.fontMetrics().horizontalAdvance(box.title())
        if box.isVisible() and box.width() < needed:
            found.append(f"{box.title()}: {box.width()} of {needed}")
    found += [
        f"{area.widget().width()} in {area.viewport().width()}"
        for area in widget.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]
    return found


def cut_names(dock: Any) -> list[str]:
    """Names of classes for which bars have no room."""
    from eurosat_qgis.gui.bar import NAME_ENDS
    from eurosat_qgis.runtime.translation import class_title

    bar = dock.results._bars.itemAt(0).widget()
    room = NAME_ENDS * bar.width() - 4
    model = dock.form.model.choice()
    names = [class_title(title) for title in model.classes]
    return [name for name in names if bar.fontMetrics().horizontalAdvance(name) > room]


def words(widget: QWidget) -> list[str]:
    kinds: tuple[type, ...] = (QLabel, QAbstractButton)
    return [
        found.text()
        for kind in kinds
        for found in widget.findChildren(kind)
        if found.isVisible() and found.text()
    ]


def menu() -> list[str]:
    (own,) = [
        action.menu()
        for action in iface.rasterMenu().actions()
        if action.menu() and action.menu().title().replace("&", "") == "EuroSAT Land Cover"
    ]
    actions: list[QAction] = own.actions()
    return [action.text() for action in actions]


def steps(_driver: Driver) -> Iterator[Callable[[], bool]]:
    plugin, window = utils.plugins["eurosat_qgis"], iface.mainWindow()
    window.resize(1366, 768)
    for other in window.findChildren(QDockWidget):
        other.setVisible(other.objectName() in ("Layers", "EurosatLandCover"))
    scene = QgsRasterLayer(str(SCENE), "small")
    QgsProject.instance().addMapLayer(scene)
    land_cover = None
    for language in ("de", "es", "fr"):
        plugin.unload()
        QgsApplication.setTranslation(language)
        plugin.initGui()
        dock = plugin.dock
        form, results = dock.form, dock.results
        dock.setUserVisible(True)
        form.scene.take_layer(scene)
        if land_cover is None:
            yield lambda form=form: form.reading.text.startswith(("✓", "⚠"))
            dock.run_row.classify.click()
            yield lambda dock=dock: dock.run is None and dock.results.layer is not None
            land_cover = results.layer
        results.show_layer(land_cover)
        form.options.setCollapsed(False)
        yield lambda: True
        by_intent = [form.reading._line, results._title, form.detail.cost, dock.run_row._left]
        said = {"dock": words(dock), "cut": cut(dock, by_intent), "names": cut_names(dock)}
        said["menu"] = menu()
        picture(f"{language}_dock")

        form.options.setCollapsed(True)
        plugin.open_setup_page()
        yield lambda: bool(dialogs("SetUpPage"))
        (page,) = dialogs("SetUpPage")
        said["set_up"] = page.windowTitle()
        said["cut"] += cut(page, [])
        picture(f"{language}_set_up", page)
        page.close()

        options = plugin._options.createWidget(None)
        options.resize(700, 600)
        options.show()
        yield lambda: True
        said["cut"] += cut(options, [])
        picture(f"{language}_options", options)
        options.close()
        options.deleteLater()

        dock._pages.setCurrentIndex(0)
        yield lambda: True
        said["cut"] += cut(dock, [b for b in dock.findChildren(QToolButton) if not b.text()])
        picture(f"{language}_card", dock)
        dock._pages.setCurrentIndex(1)
        seen[language] = said


start(steps)
