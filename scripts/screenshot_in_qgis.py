"""Runs inside QGIS for scripts/screenshot.py: a first session with the dock, step by step.

The steps are one generator: it yields what to wait for, and QGIS' event loop turns meanwhile.
"""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsContrastEnhancement, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface, plugins

SIZE = (1366, 768)
LAYERS_WIDTH = 290
# Lets the scene be seen beneath its classes, and the classes keep the legend's colours.
OPACITY = 70
# Digital numbers shown from black to white: QGIS' own stretch goes up to the clouds.
DARKEST, BRIGHTEST = 200, 1900
SETTLED_S = 2.0
TICK_MS, LONGEST_S = 100, 800
FOLDER = Path(os.environ["EUROSAT_SCREENSHOTS"])
# The page of QGIS' plugin manager.
INSTALL_FROM_ZIP = 6


def picture(name: str, widget: QWidget | None = None) -> None:
    QApplication.processEvents()
    (widget or iface.mainWindow()).grab().save(str(FOLDER / f"{name}.png"))


def pause(seconds: float = SETTLED_S) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def brighten(scene: QgsRasterLayer) -> None:
    """Stretch the bands that are shown from DARKEST to BRIGHTEST."""
    renderer = scene.renderer()
    for set_enhancement in (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    ):
        enhancement = QgsContrastEnhancement(Qgis.DataType.UInt16)
        enhancement.setMinimumValue(DARKEST)
        enhancement.setMaximumValue(BRIGHTEST)
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        set_enhancement(enhancement)
    scene.triggerRepaint()


def show_the_south(layer: QgsRasterLayer) -> None:
    extent = layer.extent()
    middle = extent.yMinimum() + 0.48 * extent.height()
    iface.mapCanvas().setExtent(
        QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), middle)
    )


def steps() -> Iterator[Callable[[], bool]]:
    plugin, window, canvas = plugins["eurosat_qgis"], iface.mainWindow(), iface.mapCanvas()
    dock = plugin.dock
    window.resize(*SIZE)
    window.move(0, 0)
    for other in window.findChildren(QDockWidget):
        other.setVisible(other.objectName() in ("Layers", "EurosatLandCover"))
        if other.objectName() == "Layers":
            # QGIS 3.40 leaves it no room for the classes' names.
            window.resizeDocks([other], [LAYERS_WIDTH], Qt.Orientation.Horizontal)
    yield pause()
    seen: list[bool] = []
    QTimer.singleShot(int(1000 * SETTLED_S), lambda: seen.append(photograph("0-install")))
    iface.pluginManagerInterface().showPluginManager(INSTALL_FROM_ZIP)
    yield lambda: bool(seen)
    picture("1-set-up")

    plugin.open_setup_page()
    page: Any = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "SetUpPage")
    page.use_existing(Path(os.environ["EUROSAT_SCREENSHOT_PYTHON"]))
    yield lambda: not page.busy
    page.close()
    scene = QgsRasterLayer(os.environ["EUROSAT_SCENE"], "Sentinel-2, 11 April 2019")
    QgsProject.instance().addMapLayer(scene)
    iface.setActiveLayer(scene)
    yield lambda: dock.form.reading.text.startswith(("✓", "⚠"))
    brighten(scene)
    iface.zoomToActiveLayer()
    dock.form.reading.unfold(True)
    dock.form.detail.take_cell(int(os.environ["EUROSAT_CELL"]))
    yield pause()
    iface.messageBar().clearWidgets()
    picture("2-scene")

    dock.form.reading.unfold(False)
    dock.start()
    yield lambda: dock.run is None
    for entry in QgsProject.instance().layerTreeRoot().findLayers():
        entry.setExpanded(entry.layerId() == dock.results.layer.id())
    dock.results.set_opacity(OPACITY)
    show_the_south(scene)
    yield pause()
    iface.messageBar().clearWidgets()
    picture("3-map")

    dock.results.inspect.click()
    place = QPoint(canvas.width() // 2 - 60, canvas.height() // 2 + 40)
    QTest.mouseMove(canvas.viewport(), place)
    QTest.mouseMove(canvas.viewport(), place + QPoint(1, 1))
    yield dock.inspect.panel.isVisible
    yield pause()
    picture("4-inspect")
    dock.results.inspect.click()

    shown: list[bool] = []
    QTimer.singleShot(int(1000 * SETTLED_S), lambda: shown.append(photograph("5-settings")))
    next(action for action in plugin.actions if action.text() == "Settings…").trigger()
    yield lambda: bool(shown)

    import processing

    dock.results.set_opacity(100)
    output = str(FOLDER / "6-print.png")
    processing.run("eurosat:map", {**dock.results.for_algorithms(), "OUTPUT": output})


def photograph(name: str) -> bool:
    """Picture the modal dialog, and close it."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return False
    dialog.resize(1000, 700)
    picture(name, dialog)
    dialog.reject()
    return True


class Session:
    """Takes the next step whenever what the last one waits for has come true."""

    def __init__(self) -> None:
        self._steps = steps()
        self._ready: Callable[[], bool] | None = lambda: True
        self._deadline = time.monotonic() + LONGEST_S
        self._timer = QTimer(iface.mainWindow())
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        try:
            if self._ready is not None and self._ready():
                self._ready = next(self._steps, None)
        except Exception:
            # QGIS' own report of it would be a dialog that nobody answers.
            traceback.print_exc()
            self._leave()
            raise
        if self._ready is None or time.monotonic() > self._deadline:
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        # QGIS asks before it drops temporary layers and changes.
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()


sessions: list[Session] = []
# QGIS runs the file while it starts; the window is complete when its event loop turns.
QTimer.singleShot(2000, lambda: sessions.append(Session()))
