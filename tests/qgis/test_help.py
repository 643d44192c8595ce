"""Where the Help buttons lead: into the pages that the plugin's zip carries."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from eurosat_qgis.processing.worker_algorithm import WorkerAlgorithm
from eurosat_qgis.runtime.help_pages import HelpPage

REPOSITORY = Path(__file__).resolve().parents[2]
BUILT = REPOSITORY / "build" / "help"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The help where the zip has it, in a plugin's folder with a space in its name."""
    folder = tmp_path / "my plugins"
    shutil.copytree(BUILT, folder / "help")
    monkeypatch.setattr("eurosat_qgis.paths.PACKAGE", folder)
    return folder


def is_there(address: str) -> bool:
    """Whether the file is there, and the heading in it."""
    url = QUrl(address)
    file = Path(url.toLocalFile())
    heading = f'id="{url.fragment()}"' if url.hasFragment() else "<h1"
    return file.is_file() and heading in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", HelpPage)
@pytest.mark.usefixtures("installed")
def test_every_help_button_has_its_page_and_heading(page: HelpPage) -> None:
    assert page.url().startswith("file:///")
    assert is_there(page.url())


@pytest.mark.usefixtures("plugin", "installed")
def test_every_algorithm_has_a_page_and_heading_of_its_own() -> None:
    provider = QgsApplication.processingRegistry().providerById("eurosat")
    addresses = {
        found.id(): found.helpUrl()
        for found in provider.algorithms()
        if isinstance(found, WorkerAlgorithm)
    }
    assert len(addresses) == len(set(addresses.values())) == 6
    assert all(map(is_there, addresses.values()))


@pytest.mark.parametrize("page", HelpPage)
def test_a_checkout_opens_the_source_of_the_same_page_on_the_homepage(page: HelpPage) -> None:
    homepage = "https://github.com/eurosat-land-cover/eurosat-land-cover"
    assert f"\nhomepage={homepage}\n" in (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
    address = urlsplit(page.url())
    source = page.url().split("#")[0].removeprefix(f"{homepage}/blob/main/")
    assert (REPOSITORY / source).is_file()
    assert address.fragment == page.value.partition("#")[2]
