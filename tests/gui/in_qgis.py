"""Uses QGIS as a person does and writes down what is seen; started by tests/gui/conftest.py.

The steps are one generator: it yields what to wait for, and QGIS' event loop turns meanwhile.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication, QgsPalettedRasterRenderer, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDockWidget,
    QLabel,
    QMenu,
    QPushButton,
    QToolBar,
    QWidget,
)

sys.path.append(os.environ["EUROSAT_TEST_FOLDER"])

from driver import (
    Driver,
    dialogs,
    iface,
    in_message_bar,
    opened_by_help,
    pause,
    picture,
    seen,
    start,
)


def main_menu_entries() -> list[QAction]:
    for action in iface.rasterMenu().actions():
        if action.menu() and action.menu().title().replace("&", "") == "EuroSAT Land Cover":
            return list(action.menu().actions())
    return []


def entry(text: str) -> QAction:
    return next(action for action in main_menu_entries() if action.text() == text)


def plugin_buttons() -> list[str]:
    bar = iface.mainWindow().findChild(QToolBar, "mPluginToolBar")
    return [action.text() for action in bar.actions() if not action.icon().isNull()]


def look_at_settings() -> None:
    page = QApplication.activeModalWidget().findChild(QWidget, "eurosat_options_page")
    seen["help"]["options_page"] = opened_by_help(page)
    picture("6_settings", page.window())
    page.window().reject()


def steps(driver: Driver) -> Iterator[Callable[[], bool]]:
    plugin = utils.plugins["eurosat_qgis"]
    iface.mainWindow().resize(1366, 768)

    yield lambda: "eurosat_qgis" in utils.plugins
    seen["hints_at_start"] = in_message_bar()[0]
    seen["menu"] = [action.text() for action in main_menu_entries()]
    seen["toolbar"] = plugin_buttons()
    dock = plugin.dock
    seen["card"] = {
        "dock": dock.isVisible(),
        "text": " ".join(x.text() for x in dock.findChildren(QLabel) if x.isVisible()),
        "buttons": [b.text() for b in dock.findChildren(QPushButton) if b.isVisible()],
    }
    seen["help"] = {"card": opened_by_help(dock)}
    picture("1_hint")

    entry("All options…").trigger()
    texts, hint_buttons = in_message_bar()
    seen["hint"] = {
        "dialogs": len(dialogs("AlgorithmDialog")),
        "texts": texts,
        "buttons": hint_buttons,
    }

    iface.messageBar().currentItem().findChild(QPushButton).click()
    yield lambda: bool(dialogs("SetUpPage"))
    (page,) = dialogs("SetUpPage")
    seen["set_up_page"] = {
        "modal": page.isModal(),
        "text": " ".join(label.text() for label in page.findChildren(QLabel)),
        "unnamed": [
            type(widget).__name__
            for kind in (QPushButton,)
            for widget in page.findChildren(kind)
            if not widget.accessibleName()
        ],
        "named": sorted(
            widget.accessibleName()
            for widget in page.findChildren(QWidget)
            if widget.accessibleName()
        ),
        "base": str(plugin.session.managed_base),
    }
    seen["help"]["set_up_page"] = opened_by_help(page)
    picture("2_set_up_page", page)

    def button(name: str) -> QPushButton:
        return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)

    def note() -> str:
        return next(
            label.text()
            for label in page.findChildren(QLabel)
            if label.accessibleName() == "Result of the set-up"
        )

    button("Set up").click()
    yield plugin.session.managed_base.exists
    picture("3_setting_up", page)
    cancelled = time.monotonic()
    button("Cancel").click()
    yield lambda: not page.busy
    seen["cancelled_set_up"] = {
        "seconds": time.monotonic() - cancelled,
        "note": note(),
        "left": plugin.session.managed_base.exists(),
        "button_works_again": button("Set up").isEnabled(),
    }

    page.use_existing(Path("/usr/bin/python3"))
    yield lambda: not page.busy
    seen["unusable_python"] = {"note": note(), "problem": plugin.session.problem()}
    picture("4_unusable", page)

    page.use_existing(Path(os.environ["EUROSAT_TEST_PYTHON"]))
    yield lambda: not page.busy
    seen["usable_python"] = {
        "note": note(),
        "problem": plugin.session.problem(),
        "hints": in_message_bar()[0],
    }
    picture("5_usable", page)
    seen["card_gone"] = [b.text() for b in dock.findChildren(QPushButton) if b.isVisible()]

    base = plugin.session.managed_base
    base.mkdir(parents=True)
    (base / "pyvenv.cfg").touch()
    page.refresh()
    button("Remove the environment").click()
    seen["removing"] = {"asked": note(), "there": base.exists()}
    button("Remove the environment").click()
    yield lambda: not page.busy
    seen["removing"].update(note=note(), left=base.exists())

    button("Diagnostics").click()
    yield lambda: not page.busy
    seen["diagnostics"] = {"text": QgsApplication.clipboard().text(), "note": note()}
    picture("5_diagnostics", page)
    page.close()

    entry("Open sample scene").trigger()
    yield lambda: bool(QgsProject.instance().mapLayers())
    (scene,) = QgsProject.instance().mapLayers().values()

    entry("All options…").trigger()
    yield lambda: bool(dialogs("AlgorithmDialog"))
    (dialog,) = dialogs("AlgorithmDialog")
    seen["dialog"] = {
        "algorithm": dialog.algorithm().id(),
        "modal": dialog.isModal(),
        "input_is_the_sample": dialog.createProcessingParameters().get("INPUT")
        in (scene.id(), scene.source()),
    }
    seen["help"]["dialog"] = opened_by_help(dialog)
    seen["help"]["dock"] = opened_by_help(dock)
    # The dialog is modal: its entry comes back when it is closed.
    QTimer.singleShot(1500, look_at_settings)
    entry("Settings…").trigger()
    picture("6_dialog", dialog)

    started = time.monotonic()
    dialog.runButton().click()
    yield lambda: bool(QgsProject.instance().mapLayersByName("Land cover"))
    (land_cover,) = QgsProject.instance().mapLayersByName("Land cover")
    renderer = land_cover.renderer()
    seen["map"] = {
        "seconds": time.monotonic() - started,
        "paletted": isinstance(renderer, QgsPalettedRasterRenderer),
        "classes": [found.label for found in renderer.classes()],
        "expanded": QgsProject.instance().layerTreeRoot().findLayer(land_cover.id()).isExpanded(),
        "stalled_s": driver.stalled_s,
    }
    settled = time.monotonic() + 2
    yield lambda: time.monotonic() > settled
    picture("7_log", dialog)
    picture("8_map")

    worker = plugin.session.client().pid
    utils.unloadPlugin("eurosat_qgis")
    # What is deleted later is so when the event loop has turned.
    yield pause(0.2)
    seen["unloaded"] = {
        "menu": [action.text() for action in main_menu_entries()],
        "titles": [menu.title() for menu in iface.rasterMenu().findChildren(QMenu)],
        "toolbar": plugin_buttons(),
        "provider": QgsApplication.processingRegistry().providerById("eurosat") is not None,
        "dialogs": len(dialogs("AlgorithmDialog")) + len(dialogs("SetUpPage")),
        "docks": len(iface.mainWindow().findChildren(QDockWidget, "EurosatLandCover")),
        "worker_started": worker is not None,
        "worker_runs": worker is not None and Path(f"/proc/{worker}").exists(),
    }
    utils.loadPlugin("eurosat_qgis")
    utils.startPlugin("eurosat_qgis")
    seen["loaded_again"] = {"menu": [action.text() for action in main_menu_entries()]}


start(steps)
