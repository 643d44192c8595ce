"""Uses QGIS as a person does and writes down what is seen; started by tests/gui/conftest.py.

The steps are one generator: it yields what to wait for, and QGIS' event loop turns meanwhile.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsPalettedRasterRenderer, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolBar,
    QWidget,
)

TICK_MS = 50
LONGEST_WAIT_S = 120
PICTURES = os.environ.get("EUROSAT_TEST_PICTURES")

iface = utils.iface
seen: dict[str, Any] = {}


def main_menu_entries() -> list[QAction]:
    for action in iface.rasterMenu().actions():
        if action.menu() and action.menu().title().replace("&", "") == "EuroSAT Land Cover":
            return list(action.menu().actions())
    return []


def entry(text: str) -> QAction:
    return next(action for action in main_menu_entries() if action.text() == text)


def dialogs(class_name: str) -> list[QDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if type(widget).__name__ == class_name and widget.isVisible()
    ]


def in_message_bar() -> tuple[list[str], list[str]]:
    """Texts and buttons of the message that QGIS shows."""
    item = iface.messageBar().currentItem()
    if item is None:
        return [], []
    labels = [f"{item.title()} {item.text()}"]
    return labels, [button.text() for button in item.findChildren(QPushButton)]


def picture(name: str, widget: QWidget | None = None) -> None:
    if PICTURES:
        (widget or iface.mainWindow()).grab().save(str(Path(PICTURES, f"{name}.png")))


def plugin_buttons() -> list[str]:
    bar = iface.mainWindow().findChild(QToolBar, "mPluginToolBar")
    return [action.text() for action in bar.actions() if not action.icon().isNull()]


def steps(driver: Driver) -> Iterator[Callable[[], bool]]:
    plugin = utils.plugins["eurosat_qgis"]
    iface.mainWindow().resize(1366, 768)

    yield lambda: iface.messageBar().currentItem() is not None
    texts, buttons = in_message_bar()
    seen["hint"] = {"texts": texts, "buttons": buttons}
    seen["menu"] = [action.text() for action in main_menu_entries()]
    seen["toolbar"] = plugin_buttons()
    picture("1_hint")

    entry("Land-cover map…").trigger()
    seen["classify_without_environment"] = {
        "dialogs": len(dialogs("AlgorithmDialog")),
        "texts": in_message_bar()[0],
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
    page.close()

    entry("Open sample scene").trigger()
    yield lambda: bool(QgsProject.instance().mapLayers())
    (scene,) = QgsProject.instance().mapLayers().values()

    entry("Land-cover map…").trigger()
    yield lambda: bool(dialogs("AlgorithmDialog"))
    (dialog,) = dialogs("AlgorithmDialog")
    seen["dialog"] = {
        "algorithm": dialog.algorithm().id(),
        "modal": dialog.isModal(),
        "input_is_the_sample": dialog.createProcessingParameters().get("INPUT")
        in (scene.id(), scene.source()),
    }
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
    seen["unloaded"] = {
        "menu": [action.text() for action in main_menu_entries()],
        "titles": [menu.title() for menu in iface.rasterMenu().findChildren(QMenu)],
        "toolbar": plugin_buttons(),
        "provider": QgsApplication.processingRegistry().providerById("eurosat") is not None,
        "dialogs": len(dialogs("AlgorithmDialog")) + len(dialogs("SetUpPage")),
        "worker_started": worker is not None,
        "worker_runs": worker is not None and Path(f"/proc/{worker}").exists(),
    }
    utils.loadPlugin("eurosat_qgis")
    utils.startPlugin("eurosat_qgis")
    seen["loaded_again"] = {"menu": [action.text() for action in main_menu_entries()]}


class Driver:
    """Takes the next step whenever what the last one waits for has come true."""

    def __init__(self) -> None:
        self._steps = steps(self)
        self._ready: Callable[[], bool] = lambda: True
        self._deadline = time.monotonic() + LONGEST_WAIT_S
        self._last = time.monotonic()
        self._longest_stall = 0.0
        # The longest time between two ticks of the last wait: a window at work ticks on.
        self.stalled_s = 0.0
        self._timer = QTimer(iface.mainWindow())
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        self._longest_stall = max(self._longest_stall, now - self._last)
        self._last = now
        finished = False
        try:
            finished = self._advance(now)
        except BaseException:
            seen["error"] = traceback.format_exc()
            picture("error")
            self._leave()
            raise
        if finished:
            self._leave()

    def _advance(self, now: float) -> bool:
        """Take a step when it is time to; True after the last one."""
        if self._ready():
            self.stalled_s, self._longest_stall = self._longest_stall, 0.0
            self._ready = next(self._steps, None)
            self._last = time.monotonic()
            self._deadline = self._last + LONGEST_WAIT_S
            return self._ready is None
        if now > self._deadline:
            raise TimeoutError(f"waited in vain after {list(seen)[-1:]}")
        return False

    def _leave(self) -> None:
        self._timer.stop()
        report = json.dumps(seen, indent=1, default=str)
        Path(os.environ["EUROSAT_TEST_REPORT"]).write_text(report, encoding="utf-8")
        # QGIS asks before it drops temporary layers and changes.
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()


drivers: list[Driver] = []
QTimer.singleShot(2000, lambda: drivers.append(Driver()))
