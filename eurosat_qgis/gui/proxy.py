"""The proxy that QGIS itself uses."""

from __future__ import annotations

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from eurosat_qgis.runtime.package_source import proxy_address


def proxy_of_qgis() -> str:
    """The HTTP proxy of QGIS' network settings as an address; empty when it uses none of its own.

    pip has no SOCKS of its own, so such a proxy is left to pip's configuration.
    """
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    http = (
        QNetworkProxy.ProxyType.HttpProxy,
        QNetworkProxy.ProxyType.HttpCachingProxy,
    )
    if proxy.type() not in http:
        return ""
    return proxy_address(proxy.hostName(), proxy.port(), proxy.user(), proxy.password())
