"""One line in QGIS' message bar, its detail in QGIS' log."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgisInterface

from eurosat_qgis.gui.widgets import push_button
from eurosat_qgis.runtime.translation import tr

# Seconds; what went wrong stays until it is read.
SHOWN_S = 8


def tell(
    iface: QgisInterface, title: str, text: str, level: Qgis.MessageLevel, detail: str = ""
) -> None:
    """Show `text` after the plugin's `title`; a button leads to the `detail` where there is any."""
    QgsMessageLog.logMessage("\n".join(filter(None, (text, detail))), title, level, False)
    bar = iface.messageBar()
    item = bar.createMessage(title, text)
    if detail:
        item.layout().addWidget(push_button(tr("Details"), iface.openMessageLog))
    lasting = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    bar.pushWidget(item, level, 0 if lasting else SHOWN_S)
