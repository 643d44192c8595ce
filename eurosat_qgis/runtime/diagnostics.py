"""A plain-text report for whoever helps: versions, paths, what failed, and no names of people."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from eurosat_qgis.paths import plugin_version
from eurosat_qgis.runtime.interpreter import check_interpreter
from eurosat_qgis.runtime.session import Session

LINES_OF_LOG = 60


def diagnostics_text(
    session: Session, versions: Mapping[str, str], log: Sequence[str], home: Path | None = None
) -> str:
    """The report; asks the interpreter for its packages, which takes a fraction of a second.

    `versions` are those that only QGIS knows, `log` the lines of the last set-up. Paths in the
    folder `home` begin with ~.
    """
    state = session.interpreter()
    settings = session.settings()
    lines = [
        f"EuroSAT Land Cover {plugin_version()}",
        *(f"{name} {version}" for name, version in versions.items()),
        f"System {platform.platform()}, {platform.machine()}",
        f"QGIS' Python {platform.python_version()} at {sys.executable}",
        f"Environment {session.managed_base}",
        f"In use {state.path or 'none'}, from {state.origin.value if state.origin else 'nothing'}",
    ]
    if state.problem:
        lines.append(f"Problem {state.problem}")
    if state.path is not None:
        report = check_interpreter(state.path)
        lines.append(f"Its Python {report.python or 'unknown'}")
        lines += [f"  {name} {version or 'missing'}" for name, version in report.versions.items()]
        if report.problem:
            lines.append(f"Problem {report.problem}")
    lines += [
        f"Model {settings.model or 'built-in'}",
        f"Folder of models {session.models_folder()}",
        f"Idle minutes {settings.idle_minutes}",
        f"Threads {settings.threads or 'all'}",
        f"Memory {settings.memory or 'as needed'}",
        f"Faster {'yes' if settings.faster else 'no'}",
    ]
    if log:
        lines += ["Last set-up:", *(f"  {line}" for line in log[-LINES_OF_LOG:])]
    return shortened("\n".join(lines), home or Path.home())


def shortened(text: str, home: Path) -> str:
    """`text` with ~ for the user's own folder, which carries the user's name."""
    folder = str(home)
    return text.replace(folder, "~") if len(folder) > 1 else text
