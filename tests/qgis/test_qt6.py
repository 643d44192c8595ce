"""The plugin's side under Qt 6, as far as Qt 5 can tell: PyQt6 knows scoped enums only."""

from __future__ import annotations

import ast
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import qgis.core
import qgis.gui
from qgis.PyQt import QtCore, QtGui, QtWidgets

PACKAGE = Path(__file__).resolve().parents[2] / "eurosat_qgis"
FILES = [PACKAGE / "plugin.py", *sorted((PACKAGE / "processing").rglob("*.py"))]
FILES += sorted((PACKAGE / "gui").rglob("*.py"))
MODULES = (qgis.core, qgis.gui, QtCore, QtGui, QtWidgets)
# Removed from Qt 6 or from PyQt6.
GONE = {"exec_", "QRegExp", "QDesktopWidget", "qApp", "toTime_t", "resources_rc"}


def known(name: str) -> Any:
    return next((getattr(m, name) for m in MODULES if hasattr(m, name)), None)


def is_unscoped_enum(owner: Any, name: str) -> bool:
    """Whether `owner.name` is a member of an enum that stands beside it, not of `owner` itself."""
    value = getattr(owner, name, None)
    if not isinstance(value, int) or isinstance(value, bool) or isinstance(owner, type(Enum)):
        return False
    kind = type(value)
    return kind is not int and not issubclass(owner, kind) and kind is not owner


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_enums_are_scoped_and_nothing_removed_is_called(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            if node.attr in GONE:
                found.append(f"{node.lineno}: {node.attr}")
            owner = known(node.value.id) if isinstance(node.value, ast.Name) else None
            if isinstance(owner, type) and is_unscoped_enum(owner, node.attr):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            ("PyQt5", "PyQt6")
        ):
            found.append(f"{node.lineno}: {node.module}")
        elif isinstance(node, ast.Name) and node.id in GONE:
            found.append(f"{node.lineno}: {node.id}")
    assert found == []


def test_the_check_knows_an_unscoped_enum() -> None:
    assert is_unscoped_enum(QtCore.Qt, "AlignLeft")
    assert not is_unscoped_enum(QtCore.Qt.AlignmentFlag, "AlignLeft")
    assert is_unscoped_enum(qgis.core.QgsProcessing, "TypeVectorPolygon")
