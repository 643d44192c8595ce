"""EuroSAT Land Cover: land-cover maps from Sentinel-2 scenes, in QGIS and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from eurosat_qgis.plugin import EurosatPlugin


def classFactory(iface: QgisInterface | None) -> EurosatPlugin:
    """Give QGIS the plugin; QGIS is imported only here, so that the core works without it."""
    from eurosat_qgis.plugin import EurosatPlugin

    return EurosatPlugin(iface)
