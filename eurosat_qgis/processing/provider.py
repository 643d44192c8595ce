"""The Processing provider `eurosat`."""

from __future__ import annotations

from collections import deque

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from eurosat_qgis.paths import plugin_version, resource
from eurosat_qgis.processing.assess import AssessAlgorithm
from eurosat_qgis.processing.classify import ClassifyAlgorithm
from eurosat_qgis.processing.compare import CompareAlgorithm
from eurosat_qgis.processing.print_map import PrintMapAlgorithm
from eurosat_qgis.processing.report import ReportAlgorithm
from eurosat_qgis.processing.sample import SampleAlgorithm
from eurosat_qgis.processing.styles import LayerStyler
from eurosat_qgis.processing.worker_algorithm import WorkerAlgorithm
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.translation import PLUGIN_NAME

PROVIDER_ID = "eurosat"
# One a line.
_ALGORITHMS: tuple[type[WorkerAlgorithm], ...] = (
    AssessAlgorithm,
    ClassifyAlgorithm,
    CompareAlgorithm,
    PrintMapAlgorithm,
    ReportAlgorithm,
    SampleAlgorithm,
)
# More layers than one model or batch waits to load.
KEPT_STYLERS = 1000


class EurosatProvider(QgsProcessingProvider):
    """Registers the algorithms; all of them share the session's worker."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stylers: deque[LayerStyler] = deque(maxlen=KEPT_STYLERS)

    def id(self) -> str:
        return PROVIDER_ID

    def name(self) -> str:
        return PLUGIN_NAME

    def longName(self) -> str:
        return f"{self.name()} ({plugin_version()})"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(resource("icon.svg"))

    def loadAlgorithms(self) -> None:
        for algorithm in _ALGORITHMS:
            self.addAlgorithm(algorithm(self._session, self._stylers))
        for path in sorted(resource("models").glob("*.model3")):
            model = QgsProcessingModelAlgorithm()
            if model.fromFile(str(path)):
                self.addAlgorithm(model)

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        return ["gpkg"]

    def supportsNonFileBasedOutput(self) -> bool:
        return False

    def unload(self) -> None:
        self._session.close()
