"""Real QGIS in this process: started once, without a window, with a profile of its own."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SMALL_SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"
LARGE_SCENE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("EUROSAT_QGIS_PYTHON", str(REPOSITORY / ".venv" / "bin" / "python"))
# Before QGIS is imported: it reads its profile's place once.
_PROFILES = tempfile.TemporaryDirectory(prefix="eurosat-qgis-tests-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _PROFILES.name
PREFIX = os.environ.get("QGIS_PREFIX_PATH", "/usr")
sys.path.insert(0, str(REPOSITORY))
sys.path.append(f"{PREFIX}/share/qgis/python/plugins")

from osgeo import gdal  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QT_VERSION_STR  # noqa: E402


def pytest_report_header() -> str:
    return (
        f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, GDAL {gdal.__version__}, "
        f"worker {os.environ['EUROSAT_QGIS_PYTHON']}"
    )


class Heard(QgsProcessingFeedback):
    """A feedback that remembers what it was told."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.progress: list[float] = []
        self.progressChanged.connect(self.progress.append)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.lines.append(warning)


@pytest.fixture(scope="session")
def qgis() -> Iterator[QgsApplication]:
    """The application, with Processing and its own algorithms."""
    QgsApplication.setPrefixPath(PREFIX, True)
    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    yield application
    QgsProject.instance().clear()
    left = layers_of_nobody()
    Processing.deinitialize()
    application.exitQgis()
    if left:
        pytest.fail(f"Layers outlive QGIS and crash Python when it ends: {left}.")


def layers_of_nobody() -> list[str]:
    """Names of the layers that Python owns, such as those that expected errors' tracebacks keep."""
    gc.collect()
    kinds = (QgsRasterLayer, QgsVectorLayer)
    layers = (found for found in gc.get_objects() if type(found) in kinds)
    return [layer.name() for layer in layers if not sip.isdeleted(layer) and sip.ispyowned(layer)]


@pytest.fixture(scope="session")
def plugin(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The plugin, as QGIS loads it without a window; its worker stays warm over the tests."""
    request.getfixturevalue("qgis")
    from eurosat_qgis import classFactory

    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


@pytest.fixture
def project(request: pytest.FixtureRequest) -> Iterator[QgsProject]:
    """The project, empty before and after."""
    request.getfixturevalue("qgis")
    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with copies of the scenes: QGIS writes statistics beside what it opens."""
    folder = tmp_path_factory.mktemp("scenes")
    shutil.copy(SMALL_SCENE, folder / "small.tif")
    shutil.copy(LARGE_SCENE, folder / "large.tif")
    return folder


@pytest.fixture
def scene(project: QgsProject, scenes: Path) -> QgsRasterLayer:
    """A real scene of 200 x 168 pixels of 10 m, as a layer."""
    return _layer(project, scenes / "small.tif")


@pytest.fixture
def large_scene(project: QgsProject, scenes: Path) -> QgsRasterLayer:
    """A real scene that takes many seconds at cell 8."""
    return _layer(project, scenes / "large.tif")


def _layer(project: QgsProject, path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem)
    if not layer.isValid():
        pytest.fail(f"QGIS cannot open {path}.")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def context(project: QgsProject) -> QgsProcessingContext:
    made = QgsProcessingContext()
    made.setProject(project)
    return made
