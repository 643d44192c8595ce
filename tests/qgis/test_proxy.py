"""The proxy of QGIS' own network settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings

from eurosat_qgis.gui.proxy import proxy_of_qgis

pytestmark = pytest.mark.usefixtures("qgis")


@pytest.fixture
def proxy_settings() -> Iterator[QgsSettings]:
    settings = QgsSettings()
    yield settings
    settings.remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def use(settings: QgsSettings, kind: str) -> None:
    for name, value in {
        "proxyEnabled": True,
        "proxyType": kind,
        "proxyHost": "proxy.example",
        "proxyPort": "3128",
        "proxyUser": "maria",
    }.items():
        settings.setValue(f"proxy/{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_without_a_proxy_in_qgis_there_is_none() -> None:
    assert proxy_of_qgis() == ""


def test_the_http_proxy_of_qgis_becomes_an_address(proxy_settings: QgsSettings) -> None:
    use(proxy_settings, "HttpProxy")
    assert proxy_of_qgis() == "http://maria@proxy.example:3128"


def test_a_socks_proxy_is_left_to_pip(proxy_settings: QgsSettings) -> None:
    use(proxy_settings, "Socks5Proxy")
    assert proxy_of_qgis() == ""
