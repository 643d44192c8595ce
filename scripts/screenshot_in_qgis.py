"""Runs inside QGIS for scripts/screenshot.py: classify, arrange the window, save its picture."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

import processing
from qgis.core import Qgis, QgsContrastEnhancement, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface

SIZE = (1366, 768)
# Lets the scene be seen beneath its classes, and the classes keep the legend's colours.
OPACITY = 0.7
# Digital numbers shown from black to white: QGIS' own stretch goes up to the clouds.
DARKEST, BRIGHTEST = 200, 1900
STEP_MS = 2000


def classify_the_sample() -> QgsRasterLayer:
    """Load the scene, run the algorithm as the toolbox does; give the land-cover layer."""
    scene = QgsRasterLayer(os.environ["EUROSAT_SCENE"], "Sentinel-2, 11 April 2019")
    QgsProject.instance().addMapLayer(scene)
    brighten(scene)
    parameters = {
        "INPUT": scene,
        "CELL": int(os.environ["EUROSAT_CELL"]),
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    processing.runAndLoadResults("eurosat:classify", parameters)
    (land_cover,) = QgsProject.instance().mapLayersByName("Land cover")
    return land_cover


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


def arrange(land_cover: QgsRasterLayer) -> None:
    """Show the southern half with its legend, and the toolbox open at the plugin's algorithm."""
    window = iface.mainWindow()
    window.resize(*SIZE)
    window.move(0, 0)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    if toolbox is not None:
        toolbox.searchBox.setText("land-cover")
        toolbox.findChild(QTreeView).expandAll()
    for entry in QgsProject.instance().layerTreeRoot().findLayers():
        entry.setExpanded(entry.layerId() == land_cover.id())
    land_cover.renderer().setOpacity(OPACITY)
    extent = land_cover.extent()
    middle = extent.yMinimum() + 0.48 * extent.height()
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), middle))
    canvas.refreshAllLayers()
    iface.messageBar().clearWidgets()


def picture_and_leave() -> None:
    iface.mapCanvas().waitWhileRendering()
    QCoreApplication.processEvents()
    iface.mainWindow().grab().save(os.environ["EUROSAT_SCREENSHOT"])
    leave()


def leave() -> None:
    # QGIS asks before it drops temporary layers and changes.
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def step(work: Callable[[], None]) -> None:
    """Run one step; a failed one ends QGIS, whose own report of it would be a dialog."""
    try:
        work()
    except Exception:
        traceback.print_exc()
        leave()
        raise


def main() -> None:
    land_cover = classify_the_sample()
    # QGIS zooms to the first layer, docks and legends take their places, in the event loop.
    QTimer.singleShot(STEP_MS, lambda: step(lambda: arrange(land_cover)))
    QTimer.singleShot(2 * STEP_MS, lambda: step(picture_and_leave))


# QGIS runs the file while it starts; the window is complete when its event loop turns.
QTimer.singleShot(STEP_MS, lambda: step(main))
