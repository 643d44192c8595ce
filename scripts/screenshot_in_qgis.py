"""Runs inside QGIS for scripts/screenshot.py: classify, arrange the window, save its picture."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import processing
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface

SIZE = (1366, 768)
# Lets the scene be seen beneath its classes.
OPACITY = 0.6


def classify_the_sample() -> QgsRasterLayer:
    """Load the scene, run the algorithm as the toolbox does; give the land-cover layer."""
    scene = QgsRasterLayer(os.environ["EUROSAT_SCENE"], "Sentinel-2, 11 April 2019")
    QgsProject.instance().addMapLayer(scene)
    results = Path(os.environ["EUROSAT_RESULTS"])
    parameters = {
        "INPUT": scene,
        "CELL": int(os.environ["EUROSAT_CELL"]),
        "OUTPUT": str(results / "landcover.tif"),
    }
    processing.runAndLoadResults("eurosat:classify", parameters)
    (land_cover,) = QgsProject.instance().mapLayersByName("Land cover")
    return land_cover


def arrange(land_cover: QgsRasterLayer) -> None:
    """Show the southern half, with the toolbox open at the plugin's algorithm."""
    window = iface.mainWindow()
    window.resize(*SIZE)
    window.move(0, 0)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    if toolbox is not None:
        toolbox.searchBox.setText("land-cover")
        toolbox.findChild(QTreeView).expandAll()
    land_cover.renderer().setOpacity(OPACITY)
    extent = land_cover.extent()
    middle = extent.yMinimum() + 0.48 * extent.height()
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(land_cover.crs())
    canvas.setExtent(QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), middle))
    iface.messageBar().clearWidgets()


def picture_and_leave() -> None:
    canvas = iface.mapCanvas()
    canvas.refreshAllLayers()
    canvas.waitWhileRendering()
    QCoreApplication.processEvents()
    iface.mainWindow().grab().save(os.environ["EUROSAT_SCREENSHOT"])
    leave()


def leave() -> None:
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def main() -> None:
    try:
        arrange(classify_the_sample())
    except Exception:
        traceback.print_exc()
        leave()
        raise
    # Docks and legend take their places in the event loop.
    QTimer.singleShot(3000, picture_and_leave)


# QGIS runs the file while it starts; the window is complete when its event loop turns.
QTimer.singleShot(1000, main)
