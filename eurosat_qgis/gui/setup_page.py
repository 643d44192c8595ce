"""The page on which the user gets a Python environment for the worker, without leaving QGIS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QT_VERSION_STR, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.gui.background_task import BackgroundTask, Work
from eurosat_qgis.gui.help_button import help_button
from eurosat_qgis.gui.proxy import proxy_of_qgis
from eurosat_qgis.gui.widgets import name_file_widget, push_button, selectable_label
from eurosat_qgis.runtime.diagnostics import diagnostics_text
from eurosat_qgis.runtime.environment import create_environment, remove_environment
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.interpreter import (
    InterpreterReport,
    Origin,
    check_interpreter,
    required_packages,
)
from eurosat_qgis.runtime.package_source import PackageSource
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings, save_settings
from eurosat_qgis.runtime.translation import later, tr

INTRODUCTION = later(
    "Classifying needs TensorFlow and rasterio. They go into a Python environment of their own, "
    "so that QGIS' own Python stays as it is. Nothing you open leaves this machine."
)
# Measured with TensorFlow 2.21 on Linux.
SIZE = later("about 2.5 GB on disk, 0.7 GB to download; a few minutes")
LOG_LINES = 2000


class NotUsableError(LandCoverError):
    """The Python that the user chose cannot run the worker."""

    kind = "environment"


class SetUpPage(QDialog):
    """Sets up the managed environment, or takes a Python that the user has.

    A set-up goes on when the page is closed; QGIS' status bar shows it meanwhile.
    """

    environment_changed = pyqtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: BackgroundTask | None = None
        # What becomes the setting when the task succeeds; empty for the managed environment.
        self._chosen = ""
        self.setObjectName("eurosat_setup_page")
        self.setWindowTitle(tr("EuroSAT Land Cover: Python environment"))
        self.setModal(False)
        self.resize(640, 480)
        self._in_use = selectable_label(tr("Environment in use"))
        self._note = selectable_label(tr("Result of the set-up"))
        self._note.hide()
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress of the set-up"))
        self._progress.setRange(0, 0)
        self._progress.hide()
        self._log = QPlainTextEdit()
        self._log.setAccessibleName(tr("Log of the set-up"))
        self._log.setReadOnly(True)
        self._log.setMaximumBlockCount(LOG_LINES)
        self._log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._log.setPlaceholderText(tr("What the set-up does appears here."))
        self._wheels = QgsFileWidget()
        self._wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._wheels.setFilePath(load_settings().wheels_folder)
        name_file_widget(self._wheels, tr("Folder of wheels"))
        self._wheels.lineEdit().setPlaceholderText(tr("downloaded from the package index"))
        self._wheels.setToolTip(
            tr(
                "For machines without a network: a folder that holds every package as a wheel "
                "(*.whl), made on another machine with pip download."
            )
        )
        self._diagnose = push_button(tr("Diagnostics"), self.diagnose)
        self._diagnose.setToolTip(
            tr("Copy a report for whoever helps: versions, paths, what failed.")
        )
        self._remove = push_button(tr("Remove…"), self.ask_to_remove)
        self._remove.setAccessibleName(tr("Remove the environment"))
        self._removing = False
        self._set_up = push_button(tr("Set up"), self.set_up)
        self._set_up.setDefault(True)
        self._use_existing = push_button(tr("Use an existing Python…"), self.choose_existing)
        self._cancel = push_button(tr("Cancel"), self.cancel)
        self._close = push_button(tr("Close"), self.close)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        introduction = selectable_label(tr("What the set-up does"), tr(INTRODUCTION))
        facts = QFormLayout()
        facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, text in (
            (tr("Installs"), ", ".join(required_packages())),
            (tr("Where"), str(self._session.managed_base)),
            (tr("Takes"), tr(SIZE)),
        ):
            facts.addRow(tr("{title}:").format(title=title), selectable_label(title, text))
        facts.addRow(tr("Packages:"), self._wheels)
        facts.addRow(tr("In use:"), self._in_use)
        buttons = QHBoxLayout()
        buttons.addWidget(self._set_up)
        buttons.addWidget(self._use_existing)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        buttons.addWidget(help_button(HelpPage.SET_UP))
        buttons.addWidget(self._diagnose)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addWidget(introduction)
        column.addLayout(facts)
        column.addWidget(self._log, 1)
        column.addWidget(self._progress)
        column.addWidget(self._note)
        column.addLayout(buttons)

    @property
    def busy(self) -> bool:
        """Whether a set-up or a check runs."""
        return self._task is not None

    def refresh(self) -> None:
        """Show what is in use now, and which buttons make sense."""
        state = self._session.interpreter()
        if state.path is None:
            self._in_use.setText(tr("none. {why}").format(why=state.problem))
        else:
            origin = tr(state.origin.value) if state.origin else ""
            self._in_use.setText(
                tr("{path} (from {origin})").format(path=state.path, origin=origin)
            )
        self._set_up.setText(tr("Set up again") if state.path else tr("Set up"))
        self._set_up.setEnabled(not self.busy)
        self._use_existing.setEnabled(not self.busy)
        self._wheels.setEnabled(not self.busy)
        self._diagnose.setEnabled(not self.busy)
        self._remove.setEnabled(not self.busy and self._session.managed_base.exists())
        self._remove.setText(tr("Remove…"))
        self._removing = False
        self._cancel.setEnabled(self.busy)
        self._progress.setVisible(self.busy)

    def set_up(self) -> None:
        """Make the managed environment, beside whatever else QGIS does."""
        if self.busy:
            return
        # Windows cannot replace files that a worker has open.
        self._session.close()
        base = self._session.managed_base
        source = self._package_source()
        self._chosen = ""
        self._start(
            tr("Setting up EuroSAT Land Cover"),
            lambda on_line, is_cancelled: create_environment(
                base, on_line, is_cancelled, source=source
            ),
            self._on_usable,
        )

    def choose_existing(self) -> None:
        """Ask for a Python and take it when it has what the worker needs."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self, tr("A Python with TensorFlow and rasterio")
        )
        if chosen:
            self.use_existing(Path(chosen))

    def use_existing(self, path: Path) -> None:
        """Take the Python at `path` when it has what the worker needs."""
        if not self.busy:
            self._chosen = str(path)
            self._start(
                tr("Checking {file}").format(file=path.name),
                lambda _line, _stop: _usable(path),
                self._on_usable,
            )

    def diagnose(self) -> None:
        """Copy the report into the clipboard, and show it."""
        if self.busy:
            return
        session, versions = self._session, _versions_of_qgis()
        log = self._log.toPlainText().splitlines()
        self._start(
            tr("Looking at the environment"),
            lambda _line, _stop: diagnostics_text(session, versions, log),
            self._on_diagnosed,
        )

    def ask_to_remove(self) -> None:
        """The first press asks, the second removes."""
        base = self._session.managed_base
        if self.busy:
            return
        if not self._removing:
            self._removing = True
            self._remove.setText(tr("Press again to remove"))
            self._tell(tr("This removes {folder}. Maps and settings stay.").format(folder=base))
            return
        self._session.close()
        self._start(
            tr("Removing the environment"),
            lambda _line, _stop: remove_environment(base),
            self._on_removed,
        )

    def _package_source(self) -> PackageSource:
        folder = self._wheels.filePath().strip()
        save_settings(replace(load_settings(), wheels_folder=folder))
        return PackageSource(Path(folder).expanduser() if folder else None, proxy_of_qgis())

    def cancel(self) -> None:
        """Stop what runs; nothing of it stays."""
        if self._task is not None:
            self._tell(tr("Cancelling…"))
            self._task.cancel()

    def _start(self, description: str, work: Work, on_done: Callable[[Any], None]) -> None:
        task = BackgroundTask(description, work)
        task.line.connect(self._log.appendPlainText)
        # Methods of this page and no lambdas: Qt cuts them off when the page is deleted.
        task.done.connect(on_done)
        task.failed.connect(self._on_failed)
        self._task = task
        self._log.clear()
        self._tell(f"{description}…")
        QgsApplication.taskManager().addTask(task)
        self.refresh()

    def _on_diagnosed(self, text: str) -> None:
        self._task = None
        self._log.setPlainText(text)
        QgsApplication.clipboard().setText(text)
        self._tell(tr("The report is in the clipboard: paste it where you ask for help."))
        self.refresh()

    def _on_removed(self, _nothing: object) -> None:
        self._task = None
        self._tell(tr("The environment is removed."))
        self.refresh()
        self.environment_changed.emit()

    def _on_usable(self, report: InterpreterReport) -> None:
        self._task = None
        save_settings(replace(load_settings(), interpreter=self._chosen))
        tensorflow = report.versions.get("tensorflow")
        text = tr("Ready: Python {python} with TensorFlow {tensorflow}.").format(
            python=report.python, tensorflow=tensorflow
        )
        if self._session.interpreter().origin is Origin.VARIABLE:
            text += f" {tr('EUROSAT_QGIS_PYTHON is set and goes before it.')}"
        self._tell(text)
        self.refresh()
        self.environment_changed.emit()

    def _on_failed(self, reason: str) -> None:
        self._task = None
        self._tell(reason)
        self.refresh()
        self.environment_changed.emit()

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.show()


def _versions_of_qgis() -> dict[str, str]:
    return {"QGIS": Qgis.QGIS_VERSION, "Qt": QT_VERSION_STR}


def _usable(path: Path) -> InterpreterReport:
    report = check_interpreter(path)
    if not report.usable:
        raise NotUsableError(
            tr("{path} cannot be used. {why} Choose another, or set up the plugin's own.").format(
                path=path, why=report.problem
            )
        )
    return report
