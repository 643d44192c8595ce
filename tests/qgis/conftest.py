"""Real QGIS in this process: started once, without a window, with a profile of its own."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("EUROSAT_QGIS_PYTHON", str(REPOSITORY / ".venv" / "bin" / "python"))
# Before QGIS is imported: it reads its profile's place once.
_PROFILES = tempfile.TemporaryDirectory(prefix="eurosat-qgis-tests-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _PROFILES.name
sys.path.insert(0, str(REPOSITORY))

from osgeo import gdal  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
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
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    from processing.core.Processing import Processing

    Processing.initialize()
    yield application
    QgsProject.instance().clear()
    Processing.deinitialize()
    application.exitQgis()


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


@pytest.fixture
def scene(project: QgsProject) -> QgsRasterLayer:
    """A real scene of 200 x 168 pixels as a layer."""
    layer = QgsRasterLayer(str(SCENE), "scene")
    if not layer.isValid():
        pytest.fail(f"QGIS cannot open {SCENE}.")
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
