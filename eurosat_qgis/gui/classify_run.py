"""One run of `eurosat:classify` beside QGIS' window, and its layers when it is done."""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from eurosat_qgis.runtime.map_record import MADE_PROPERTY
from eurosat_qgis.runtime.translation import later, tr

ALGORITHM = "eurosat:classify"
# In the group from top to bottom; what is hidden can be switched on in the layer panel.
ORDER = ("OUTPUT", "CONFIDENCE", "POLYGONS")
TITLES = {
    "OUTPUT": later("Land cover"),
    "CONFIDENCE": later("Confidence"),
    "POLYGONS": later("Land cover polygons"),
}


class _Heard(QgsProcessingFeedback):
    """Keeps what the algorithm says; Processing calls it in the run's thread."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.lines: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def pushDebugInfo(self, info: str) -> None:
        self.lines.append(info)


class ClassifyRun(QObject):
    """Starts at once; then `done` with the layers' group, or `failed` with a line and its detail.

    A cancelled run is `failed` with an empty line. It is no QgsTask: QGIS would announce its end a
    second time, a cancelled one as failed, and ask before it quits.
    """

    progressed = pyqtSignal(float)
    done = pyqtSignal(object)
    failed = pyqtSignal(str, str)
    _ended = pyqtSignal(bool)

    def __init__(self, name: str, parameters: dict[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.started = time.monotonic()
        # Seconds and share done, 0..1.
        self.progress: list[tuple[float, float]] = []
        self.land_cover: QgsRasterLayer | None = None
        self._parameters = parameters
        self._heard = _Heard()
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._heard)
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self._heard.progressChanged.connect(self._on_progress)
        self._ended.connect(self._on_ended)
        # Layers belong to this thread: what is needed of them is read here.
        self._prepared = self._prepare()
        self._thread = threading.Thread(target=self._work, name="eurosat-run", daemon=True)
        self._thread.start()

    def _prepare(self) -> bool:
        try:
            return bool(self._algorithm.prepare(self._parameters, self._context, self._heard))
        except QgsProcessingException as error:
            self._heard.errors.append(str(error))
            return False

    def _work(self) -> None:
        successful = False
        if self._prepared:
            try:
                self._algorithm.runPrepared(self._parameters, self._context, self._heard)
                successful = True
            except QgsProcessingException as error:
                self._heard.errors.append(str(error))
            except Exception:  # noqa: BLE001
                # A bug; it must not leave a dock that waits for ever.
                self._heard.lines.append(traceback.format_exc())
        # The window may have gone meanwhile.
        with contextlib.suppress(RuntimeError):
            self._ended.emit(successful)

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self.started

    @property
    def working_s(self) -> float:
        """Seconds since the first windows were classified."""
        first = next((when for when, share in self.progress if share > 0), self.elapsed_s)
        return self.elapsed_s - first

    @property
    def share_done(self) -> float:
        """0..1."""
        return self.progress[-1][1] if self.progress else 0.0

    @property
    def step(self) -> str:
        """What the worker last said that it does."""
        return self._heard.lines[-1] if self._heard.lines else tr("Starting")

    @property
    def warnings(self) -> list[str]:
        """What makes the map doubtful."""
        return self._heard.warnings

    def cancel(self) -> None:
        """Stop; the worker hears of it within a twentieth of a second."""
        self._heard.cancel()

    def wait(self, seconds: float) -> None:
        """Wait for the end of a run that was cancelled because the window goes."""
        self._thread.join(seconds)

    def _on_progress(self, percent: float) -> None:
        self.progress.append((self.elapsed_s, percent / 100))
        self.progressed.emit(percent)

    def _on_ended(self, successful: bool) -> None:
        detail = "\n".join(self._heard.lines)
        if self._heard.isCanceled():
            self.failed.emit("", detail)
            return
        if not successful:
            unknown = tr("The run did not end as it should: see the log.")
            reason = (self._heard.errors or [unknown])[-1]
            self.failed.emit(" ".join(reason.split()), detail)
            return
        self.progress.append((self.elapsed_s, 1.0))
        try:
            self._algorithm.postProcess(self._context, self._heard)
            group = self._load()
        except ValueError as error:
            self.failed.emit(str(error), detail)
            return
        self.done.emit(group)

    def _load(self) -> QgsLayerTreeGroup:
        """Put the outputs into the project as a group on top."""
        wanted = self._context.layersToLoadOnCompletion()
        by_output = {details.outputName: path for path, details in wanted.items()}
        loaded = []
        for output in ORDER:
            path = by_output.get(output)
            if not path:
                continue
            _forget_layers_of(path)
            layer = _opened(path, output)
            loaded.append((layer, wanted[path]))
            if output == "OUTPUT":
                self.land_cover = layer
        project = QgsProject.instance()
        group = project.layerTreeRoot().insertGroup(
            0, tr("Land cover · {scene}").format(scene=self.name)
        )
        for layer, details in loaded:
            layer.setCustomProperty(MADE_PROPERTY, True)
            project.addMapLayer(layer, False)
            entry = group.addLayer(layer)
            entry.setItemVisibilityChecked(layer is self.land_cover)
            if details.postProcessor() is not None:
                details.postProcessor().postProcessLayer(layer, self._context, self._heard)
            entry.setExpanded(layer is self.land_cover)
        return group


def _opened(path: str, output: str) -> QgsMapLayer:
    make = QgsVectorLayer if output == "POLYGONS" else QgsRasterLayer
    layer = make(path, tr(TITLES[output]))
    if not layer.isValid():
        raise ValueError(
            tr("{path} was written but cannot be opened: look at it in the browser.").format(
                path=path
            )
        )
    return layer


def _forget_layers_of(path: str) -> None:
    """Drop layers of a file that was written anew, which show what it was, and empty groups."""
    project = QgsProject.instance()
    old = [
        layer for layer in project.mapLayers().values() if layer.source().partition("|")[0] == path
    ]
    for layer in old:
        entry = project.layerTreeRoot().findLayer(layer.id())
        group = entry.parent() if entry is not None else None
        project.removeMapLayer(layer.id())
        if group is not None and group is not project.layerTreeRoot() and not group.children():
            group.parent().removeChildNode(group)
