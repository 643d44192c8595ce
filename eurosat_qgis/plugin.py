"""The plugin: registers the provider, the menu and the toolbar button with QGIS."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDialog, QPushButton

from eurosat_qgis.paths import resource, sample_scene
from eurosat_qgis.processing.provider import EurosatProvider
from eurosat_qgis.runtime.scene_layer import why_no_scene
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings, save_settings
from eurosat_qgis.runtime.translation import PLUGIN_NAME, install, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface, QgsMessageBarItem

    from eurosat_qgis.gui.dock import EurosatDock
    from eurosat_qgis.gui.options_page import OptionsFactory
    from eurosat_qgis.gui.setup_page import SetUpPage

# What QGIS calls the page of an options factory: the object name of its widget.
PAGE = "eurosat_options_page"


def profile_environment() -> Path:
    """Where this profile's managed environment lies."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "eurosat_qgis" / "environment"


def log(line: str) -> None:
    """Write a line to the plugin's tab of QGIS' log; safe in any thread."""
    QgsMessageLog.logMessage(line, PLUGIN_NAME, Qgis.MessageLevel.Info, False)


class EurosatPlugin:
    """What QGIS loads. `iface` is None in qgis_process, which only asks for the provider."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.session = Session(profile_environment(), load_settings, log)
        self.provider: EurosatProvider | None = None
        self.actions: list[QAction] = []
        self._dialogs: list[QDialog] = []
        self._setup_page: SetUpPage | None = None
        self._hint: QgsMessageBarItem | None = None
        self.dock: EurosatDock | None = None
        self._options: OptionsFactory | None = None
        self._end_translation: Callable[[], None] | None = None

    def initProcessing(self) -> None:
        """Register the provider; all that qgis_process calls."""
        if self._end_translation is None:
            self._end_translation = install()
        provider = EurosatProvider(self.session)
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider
            # Models look for the algorithms that they are made of, which are known only now.
            provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Register the provider, the menu entries and the button."""
        self.initProcessing()
        if self.iface is None:
            return
        self._add_dock(self.iface)
        self._add_action(tr("All options…"), self.open_algorithm)
        if sample_scene() is not None:
            self._add_action(tr("Open sample scene"), self.open_sample_scene)
        self._add_action(tr("Set up…"), self.open_setup_page)
        self._add_options(self.iface)
        if load_settings().dock_closed:
            # Where the dock is open, its card says the same.
            self._show_hint_unless_ready()

    def _add_dock(self, iface: QgisInterface) -> None:
        from eurosat_qgis.gui.dock import EurosatDock
        from eurosat_qgis.gui.messages import tell

        dock = EurosatDock(iface, self.session, partial(tell, iface, PLUGIN_NAME))
        dock.set_up_wanted.connect(self._set_up)
        dock.existing_wanted.connect(self._use_existing)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.setUserVisible(not load_settings().dock_closed)
        dock.closed.connect(lambda: self._remember_dock(closed=True))
        dock.opened.connect(lambda: self._remember_dock(closed=False))
        opening = self._add_action(tr("Land-cover map"), lambda: None, resource("icon.svg"))
        opening.setCheckable(True)
        dock.setToggleVisibilityAction(opening)
        iface.addToolBarIcon(opening)
        self.dock = dock

    def _add_options(self, iface: QgisInterface) -> None:
        from eurosat_qgis.gui.options_page import OptionsFactory

        self._options = OptionsFactory(self.session, self._on_settings)
        iface.registerOptionsWidgetFactory(self._options)
        self._add_action(tr("Settings…"), lambda: iface.showOptionsDialog(currentPage=PAGE))

    def unload(self) -> None:
        """Take back all that `initGui` gave, and end the worker."""
        self._drop_hint()
        if self._options is not None and self.iface is not None:
            self.iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self.dock is not None and self.iface is not None:
            self.dock.release()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.iface is not None:
            for action in self.actions:
                self.iface.removePluginRasterMenu(PLUGIN_NAME, action)
                self.iface.removeToolBarIcon(action)
                action.deleteLater()
        self.actions.clear()
        if self._setup_page is not None:
            self._setup_page.cancel()
            self._dialogs.append(self._setup_page)
            self._setup_page = None
        for dialog in self._dialogs:
            dialog.close()
            dialog.deleteLater()
        self._dialogs.clear()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        self.session.close()
        if self._end_translation is not None:
            self._end_translation()
            self._end_translation = None

    def open_algorithm(self) -> None:
        """Open the algorithm's dialog, with the current layer as its scene where it can be."""
        if self.iface is None:
            return
        if self._show_hint_unless_ready():
            return
        # The Processing plugin may be loaded after this one.
        import processing

        layer = self.iface.activeLayer()
        usable = isinstance(layer, QgsRasterLayer) and not why_no_scene(layer)
        parameters = {"INPUT": layer.id()} if usable and layer is not None else {}
        dialog = processing.createAlgorithmDialog("eurosat:classify", parameters)
        if dialog is None:
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(lambda: self._forget(dialog))
        self._dialogs.append(dialog)
        dialog.show()

    def open_setup_page(self) -> None:
        """Show the page on which the Python environment is set up."""
        from eurosat_qgis.gui.setup_page import SetUpPage

        if self.iface is None:
            return
        if self._setup_page is None:
            self._setup_page = SetUpPage(self.session, self.iface.mainWindow())
            self._setup_page.environment_changed.connect(self._on_environment)
        self._setup_page.refresh()
        self._setup_page.show()
        self._setup_page.raise_()
        self._setup_page.activateWindow()

    def _set_up(self) -> None:
        self.open_setup_page()
        if self._setup_page is not None:
            self._setup_page.set_up()

    def _use_existing(self) -> None:
        self.open_setup_page()
        if self._setup_page is not None:
            self._setup_page.choose_existing()

    def open_sample_scene(self) -> None:
        """Load the sample scene into the project and show it."""
        path = sample_scene()
        if self.iface is None or path is None:
            return
        layer = QgsRasterLayer(str(path), path.stem)
        QgsProject.instance().addMapLayer(layer)
        self.iface.setActiveLayer(layer)
        self.iface.zoomToActiveLayer()

    def _add_action(
        self, text: str, triggered: Callable[[], None], icon: Path | None = None
    ) -> QAction:
        if self.iface is None:
            raise ValueError("There is no menu without a window.")
        action = QAction(text, self.iface.mainWindow())
        if icon is not None:
            action.setIcon(QIcon(str(icon)))
        action.setToolTip(f"{PLUGIN_NAME}: {text.rstrip('…')}")
        action.triggered.connect(lambda _checked=False: triggered())
        self.iface.addPluginToRasterMenu(PLUGIN_NAME, action)
        self.actions.append(action)
        return action

    def _forget(self, dialog: QDialog) -> None:
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)

    def _on_settings(self) -> None:
        self._on_environment()
        if self.dock is not None:
            self.dock.form.detail.take_cell(load_settings().cell)

    def _show_hint_unless_ready(self) -> bool:
        """Say in the message bar what keeps the worker from running; whether there was need."""
        why = self.session.why_not_ready()
        if not why or self.iface is None:
            return False
        self._drop_hint()
        bar = self.iface.messageBar()
        item = bar.createMessage(f"{PLUGIN_NAME} {why}")
        button = QPushButton(tr("Set up…"))
        button.setAccessibleName(tr("Set up EuroSAT Land Cover"))
        button.clicked.connect(lambda _checked=False: self.open_setup_page())
        item.layout().addWidget(button)
        self._hint = bar.pushWidget(item, Qgis.MessageLevel.Warning)
        return True

    @staticmethod
    def _remember_dock(closed: bool) -> None:
        save_settings(replace(load_settings(), dock_closed=closed))

    def _on_environment(self) -> None:
        if not self.session.problem():
            self._drop_hint()
        if self.dock is not None:
            self.dock.refresh()

    def _drop_hint(self) -> None:
        hint, self._hint = self._hint, None
        # The user may have closed it; QGIS has deleted it then.
        if hint is not None and self.iface is not None and not sip.isdeleted(hint):
            self.iface.messageBar().popWidget(hint)
