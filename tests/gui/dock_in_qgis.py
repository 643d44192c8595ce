"""Works with the dock as a person does, bad moments included; started by tests/gui/conftest.py."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import Any

from osgeo import gdal
from qgis import utils
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModelLegendNode,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QProgressBar,
    QSlider,
    QSpinBox,
    QWidget,
)

sys.path.append(os.environ["EUROSAT_TEST_FOLDER"])

from driver import (
    Driver,
    iface,
    messages,
    pause,
    picture,
    seen,
    start,
    unnamed,
)

SCENES = Path(os.environ["EUROSAT_TEST_SCENES"])
DISK = os.environ.get("EUROSAT_TEST_DISK")
INPUTS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QSpinBox, QProgressBar)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def project() -> QgsProject:
    return QgsProject.instance()


def opened(name: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(SCENES / name), Path(name).stem)
    project().addMapLayer(layer)
    iface.setActiveLayer(layer)
    return layer


def drop_group(layer: QgsRasterLayer) -> None:
    """Remove a result with its group."""
    group = project().layerTreeRoot().findLayer(layer.id()).parent()
    project().removeMapLayers(group.findLayerIds())
    group.parent().removeChildNode(group)


def corner_polygons(west: float, north: float) -> QgsVectorLayer:
    """A layer of two polygons: one in the scene's corner, one far from it."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631", "fields", "memory")
    for shift in (0, 100_000):
        feature = QgsFeature()
        left = west + shift
        shape = QgsRectangle(left, north - 500, left + 700, north)
        feature.setGeometry(QgsGeometry.fromRect(shape))
        layer.dataProvider().addFeature(feature)
    project().addMapLayer(layer)
    return layer


def without_crs(source: Path, target: Path) -> None:
    """The same pixels and band names without a place on the map."""
    copy = gdal.GetDriverByName("GTiff").CreateCopy(str(target), gdal.Open(str(source)))
    copy.SetProjection("")
    copy.SetGeoTransform((0, 1, 0, 0, 0, 1))
    del copy


def children(pid: int) -> list[int]:
    """Workers and what else QGIS has started."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def legend_of(layer: QgsRasterLayer) -> list[str]:
    """What the layer panel shows below a layer."""
    model = iface.layerTreeView().layerTreeModel()
    nodes = model.layerLegendNodes(project().layerTreeRoot().findLayer(layer.id()))
    return [str(n.data(Qt.ItemDataRole.DisplayRole)) for n in nodes
            if isinstance(n, QgsLayerTreeModelLegendNode)]  # fmt: skip


def by_tab(first: QWidget) -> list[str]:
    """Names of what the Tab key goes through, from `first` to the end of its window."""
    names, widget = [], first
    while (widget := widget.nextInFocusChain()) is not first:
        policy = widget.focusPolicy()
        if widget.isVisible() and policy & Qt.FocusPolicy.TabFocus and widget.accessibleName():
            names.append(widget.accessibleName())
    return names


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nobody reads it."""


def served(folder: Path) -> str:
    """The address at which the files of a folder can be fetched."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class Settled:
    """What the dock looks like between runs."""

    def __init__(self, dock: Any) -> None:
        self.dock = dock

    def look(self) -> dict[str, Any]:
        row = self.dock.run_row
        return {
            "idle": self.dock.run is None,
            "button": row.classify.isVisible() and row.classify.isEnabled(),
            "messages": messages(),
            "parts": [p.name for p in SCENES.rglob("*.part*")],
        }


def steps(driver: Driver) -> Iterator[Callable[[], bool]]:
    plugin = utils.plugins["eurosat_qgis"]
    dock, canvas = plugin.dock, iface.mapCanvas()
    form = dock.form
    settled = Settled(dock)
    iface.mainWindow().resize(1366, 768)
    iface.messageBar().clearWidgets()

    def recognised() -> bool:
        return form.reading.text[:1] in "✓⚠"

    def ended() -> bool:
        return dock.run is None

    # A closed dock asks nothing of scenes that come by.
    dock.setUserVisible(False)
    passing = opened("small.tif")
    yield pause(0.8)
    seen["closed"] = {
        "chosen": form.scene.choice().name,
        "worker": plugin.session.client().pid is not None,
    }
    project().removeMapLayer(passing.id())
    dock.setUserVisible(True)
    yield dock.isVisible

    # Nothing chosen: one sentence, no run.
    dock.start()
    seen["nothing_chosen"] = settled.look()
    iface.messageBar().clearWidgets()

    opened("small.tif")
    yield recognised
    form.options.setCollapsed(False)
    form.reading.unfold(True)
    yield pause(0.2)
    nameless = unnamed(dock.widget(), INPUTS)
    form.options.setCollapsed(True)
    form.reading.unfold(False)
    seen["recognised"] = {
        "line": form.reading.text,
        "cost": form.detail.cost.text(),
        "chosen": form.scene.choice().name,
        "unnamed": nameless,
        "by_tab": by_tab(form.scene),
    }
    # The first run, by the keyboard.
    form.scene.setFocus()
    QTest.keyClick(dock.widget(), Qt.Key.Key_Return)
    seen["enter_started_a_run"] = dock.run is not None
    dock.start()
    yield ended
    seen["stalled_s"] = driver.stalled_s
    land_cover = dock.results.layer
    box = form.scene.findChild(QComboBox)
    entry = project().layerTreeRoot().findLayer(land_cover.id())
    yield pause(0.5)
    seen["results"] = {
        **settled.look(),
        "group": entry.parent().name(),
        "layers": [layer.name() for layer in entry.parent().findLayers()],
        "legend": legend_of(land_cover),
        "bars": [bar.accessibleName() for bar in bars(dock)],
        "classes": [c.label for c in land_cover.renderer().classes()],
        "bottom": dock.results.mapTo(dock, QPoint(0, dock.results.height())).y(),
        "height": dock.height(),
        "width": dock.width(),
        "scrolls": dock.widget().currentWidget().verticalScrollBar().isVisible(),
        "scenes_to_choose": [box.itemText(place) for place in range(box.count())],
    }
    picture("dock_results")

    bars(dock)[0].click()
    seen["flash"] = len([i for i in canvas.items() if isinstance(i, QgsRubberBand)])

    registry = QgsApplication.processingRegistry()
    seen["buttons"] = {
        name: (button.isVisible(), registry.algorithmById(algorithm) is not None)
        for name, button, algorithm in (
            ("report", dock.results._report, "eurosat:report"),
            ("map", dock.results._print, "eurosat:map"),
        )
    }

    given = dock.results.for_algorithms()
    seen["given_to_report"] = {
        "map": given["INPUT"] == land_cover.id(),
        "scene": project().mapLayer(given["SCENE"]).name(),
        "confidence": Path(given["CONFIDENCE"]).is_file(),
    }

    # A saved project remembers what its maps were made of.
    saved = QgsProject()
    project().write(str(SCENES / "saved.qgz"))
    saved.read(str(SCENES / "saved.qgz"))
    dock.results.show_layer(saved.mapLayersByName("Land cover")[0])
    seen["remembered"] = [bar.accessibleName() for bar in bars(dock)]
    dock.results.show_layer(land_cover)
    saved.clear()

    # Looking at a cell: hover, click, Esc.
    tool_before = canvas.mapTool()
    dock.results.inspect.click()
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mouseMove(canvas.viewport(), middle)
    QTest.mouseMove(canvas.viewport(), middle + QPoint(2, 2))
    panel = dock.inspect.panel
    yield panel.isVisible
    seen["inspect"] = {
        "text": panel.text,
        "picture": panel.has_picture,
        "on_map": dock.inspect._on_map,
        "pinned": dock.inspect.pinned,
    }
    QTest.mouseClick(canvas.viewport(), LEFT, NO_KEY, middle + QPoint(2, 2))
    seen["inspect"]["pinned_after_click"] = dock.inspect.pinned
    QTest.mouseMove(canvas.viewport(), middle + QPoint(60, 60))
    yield pause(0.3)
    seen["inspect"]["same_after_moving_on"] = panel.text.splitlines()[0]
    picture("dock_inspect")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    seen["inspect"]["left"] = {
        "panel": panel.isVisible(),
        "button": dock.results.inspect.isChecked(),
        "tool": canvas.mapTool() is tool_before,
    }
    dock.results._opacity.setValue(40)
    seen["opacity"] = land_cover.renderer().opacity()

    # The area: a rectangle of the scene's west half.
    extent = land_cover.extent()
    half = QgsRectangle(
        extent.xMinimum(), extent.yMinimum(), extent.center().x(), extent.yMaximum()
    )
    form.area.take_rectangle(half)
    given = form.parameters()["EXTENT"]
    seen["half"] = {"cost": form.detail.cost.text(), "crs": given.crs().authid()}
    dock.start()
    yield ended
    seen["half"]["cells"] = dock.results.record.result["cells"]
    iface.setActiveLayer(land_cover)
    drop_group(dock.results.layer)
    form.area._all.setChecked(True)

    # The area: one of two polygons, 700 m x 500 m in the scene's corner, the selected one; with
    # polygons as a third layer.
    selected = corner_polygons(extent.xMinimum(), extent.yMaximum())
    iface.setActiveLayer(selected)
    form.area._selection.setChecked(True)
    seen["selection"] = {"none": form.problem()}
    selected.select(next(selected.getFeatures()).id())
    seen["selection"]["cost"] = form.detail.cost.text()
    form.options._polygons.setChecked(True)
    dock.start()
    yield ended
    entry = project().layerTreeRoot().findLayer(dock.results.layer.id())
    seen["selection"].update(
        settled.look(),
        cells=dock.results.record.result["cells"],
        layers=[layer.name() for layer in entry.parent().findLayers()],
    )
    form.options._polygons.setChecked(False)
    form.area._all.setChecked(True)
    project().removeMapLayer(selected.id())
    drop_group(dock.results.layer)
    iface.messageBar().clearWidgets()

    # Settings: a model comes from an address, is offered and goes again.
    from eurosat_qgis.gui.options_page import OptionsPage
    from eurosat_qgis.runtime.settings import Settings, load_settings, save_settings

    built_in = form.model.choice().path
    address = served(built_in.parent)
    page = OptionsPage(plugin.session, plugin._on_settings)
    box = page.models
    box.source.setFilePath(f"{address}/{built_in.name}")
    box.checksum.setText("0" * 64)
    box.import_button.click()
    yield lambda: "differs" in box.note.text() and box.import_button.isEnabled()
    seen["models"] = {"refused": box.note.text(), "after_refusal": box.list.count()}
    box.checksum.clear()
    box.import_button.click()
    yield lambda: "imported" in box.note.text()
    page.model.setCurrentIndex(1)
    page.cell.setCurrentIndex(2)
    page.idle_minutes.setValue(7)
    unlimited = [page.threads.text(), page.memory.text()]
    page.threads.setValue(1)
    page.memory.stepUp()
    page.faster.setChecked(True)
    page.apply()
    kept = load_settings()
    seen["models"].update(
        listed=box.list.count(), card=box.card.text(), unnamed=unnamed(page, INPUTS)
    )
    seen["settings"] = {
        "cell": kept.cell,
        "offered_cell": form.detail.cell,
        "idle_minutes": kept.idle_minutes,
        "unlimited": unlimited,
        "run_fields": kept.run_fields(),
        "model": kept.model,
        "folder": str(plugin.session.models_folder()),
    }
    box.list.setCurrentRow(1)
    box.remove_button.click()
    seen["models"].update(
        removed=box.note.text(), left=[p.name for p in plugin.session.models_folder().iterdir()]
    )
    save_settings(Settings(speeds=kept.speeds))
    plugin._on_settings()
    yield recognised

    # Written again while QGIS has it open.
    output = SCENES / "again.tif"
    form.options.save_as(str(output))
    for _turn in range(2):
        dock.start()
        yield ended
    of_output = [x for x in project().mapLayers().values() if x.source() == str(output)]
    seen["again"] = {
        **settled.look(),
        "layers": len(of_output),
        "valid": [layer.isValid() for layer in of_output],
        "groups": [g.name() for g in project().layerTreeRoot().findGroups()],
        "beside": sorted(path.name for path in SCENES.glob("again*")),
    }
    form.options.save_as("")

    # Two at once: the toolbox's waits for its turn, or the dock's does.
    heard: list[bool] = []
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    algorithm = QgsApplication.processingRegistry().algorithmById("eurosat:classify")
    other = {"INPUT": str(SCENES / "small.tif"), "OUTPUT": str(SCENES / "other.tif"), "CELL": 32}
    task = QgsProcessingAlgRunnerTask(algorithm, other, context, feedback)
    task.executed.connect(lambda successful, _results: heard.append(successful))
    QgsApplication.taskManager().addTask(task)
    dock.start()
    yield lambda: ended() and bool(heard)
    seen["two_at_once"] = {
        **settled.look(),
        "toolbox": heard,
        "map": (SCENES / "other.tif").exists(),
    }
    iface.messageBar().clearWidgets()

    # The layer goes while it is classified: the file is still there, and so is its map.
    form.detail.take_cell(8)
    maps = len(project().layerTreeRoot().findGroups())
    dock.start()
    for layer in project().mapLayersByName("small"):
        project().removeMapLayer(layer.id())
    yield ended
    seen["layer_removed"] = {
        **settled.look(), "new_maps": len(project().layerTreeRoot().findGroups()) - maps,
    }  # fmt: skip
    iface.messageBar().clearWidgets()

    # No CRS: cells instead of areas. A layer of pictures: a sentence.
    without_crs(SCENES / "small.tif", SCENES / "nowhere.tif")
    form.scene.take_layer(opened("nowhere.tif"))
    form.detail.take_cell(64)
    yield lambda: recognised() and form.scene.choice().name == "nowhere"
    seen["without_crs"] = {"line": form.reading.text, "size": form.detail._size.text()}
    dock.start()
    yield ended
    seen["without_crs"]["bars"] = [bar.accessibleName() for bar in bars(dock)]
    seen["without_crs"]["messages"] = messages()
    iface.messageBar().clearWidgets()
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=9", "tiles", "wms")
    project().addMapLayer(tiles)
    form.scene.take_layer(tiles)
    seen["tiles"] = {"line": form.reading.text}
    dock.start()
    seen["tiles"].update(settled.look())
    project().removeMapLayer(tiles.id())
    iface.messageBar().clearWidgets()

    # The disk is full.
    opened("small.tif")
    form.scene.take_layer(project().mapLayersByName("small")[0])
    if DISK:
        fill(Path(DISK, "filler"))
        form.options.save_as(str(Path(DISK, "map.tif")))
        dock.start()
        yield ended
        seen["disk_full"] = {**settled.look(), "left": sorted(p.name for p in Path(DISK).iterdir())}
        form.options.save_as("")
        iface.messageBar().clearWidgets()

    # Cancelled at once, and in the middle.
    opened("large.tif")
    form.scene.take_layer(project().mapLayersByName("large")[0])
    form.detail.take_cell(8)
    form.options.save_as(str(SCENES / "long.tif"))
    for name, when in (("at_once", lambda: True), ("middle", lambda: dock.run.share_done > 0)):
        dock.start()
        yield when
        since = time.monotonic()
        QTest.keyClick(dock.run_row.cancel, Qt.Key.Key_Escape)
        yield ended
        seen[f"cancelled_{name}"] = {**settled.look(), "seconds": time.monotonic() - since,
                                     "map": (SCENES / "long.tif").exists()}  # fmt: skip
        iface.messageBar().clearWidgets()
    # At the very end: done or cancelled, and never stuck.
    form.scene.take_layer(project().mapLayersByName("small")[0])
    form.detail.take_cell(64)
    dock.start()
    yield lambda: dock.run is None or dock.run.share_done >= 1
    dock.cancel()
    yield ended
    seen["cancelled_end"] = settled.look()
    iface.messageBar().clearWidgets()

    # The worker is killed.
    form.scene.take_layer(project().mapLayersByName("large")[0])
    form.detail.take_cell(8)
    dock.start()
    yield lambda: dock.run.share_done > 0
    os.kill(plugin.session.client().pid, signal.SIGKILL)
    yield ended
    seen["killed"] = settled.look()
    iface.messageBar().clearWidgets()

    # The project is closed under a run.
    dock.start()
    yield pause(0.5)
    project().clear()
    yield ended
    seen["project_closed"] = {**settled.look(), "results": dock.results.isVisible()}

    # The plugin is switched off under a run, and on again.
    form.scene.take_product(str(SCENES / "large.tif"))
    dock.start()
    yield lambda: plugin.session.client().pid is not None
    worker = plugin.session.client().pid
    utils.unloadPlugin("eurosat_qgis")
    yield pause(0.5)
    seen["switched_off"] = {
        "worker": Path(f"/proc/{worker}").exists(),
        "threads": [t.name for t in enumerate_threads() if t.name.startswith("eurosat")],
        "docks": len(iface.mainWindow().findChildren(QDockWidget, "EurosatLandCover")),
        "panels": len(canvas.findChildren(QWidget, "eurosat_inspect_panel")),
        "parts": [p.name for p in SCENES.rglob("*.part*")],
    }
    utils.loadPlugin("eurosat_qgis")
    utils.startPlugin("eurosat_qgis")
    plugin = utils.plugins["eurosat_qgis"]
    dock, form = plugin.dock, plugin.dock.form

    # QGIS quits under a run: the test looks whether anything is left.
    form.scene.take_product(str(SCENES / "large.tif"))
    dock.start()
    yield lambda: dock.run is not None and plugin.session.client().pid is not None
    seen["quit"] = {"children": children(os.getpid()), "running": dock.run is not None}
    driver.clears = False


def bars(dock: Any) -> list[QAbstractButton]:
    layout = dock.results._bars
    return [layout.itemAt(place).widget() for place in range(layout.count())]


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with path.open("ab", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return


start(steps)
