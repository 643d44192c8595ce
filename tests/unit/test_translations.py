"""Languages: the files hold every text of the code, and the code shows no text without them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

from scripts.translations import (
    LANGUAGES,
    MARKS,
    PACKAGE,
    NoLiteralError,
    texts,
    texts_in,
    translations,
    ts_path,
    write_ts,
)

WINDOW = [
    PACKAGE / "plugin.py",
    *sorted((PACKAGE / "gui").rglob("*.py")),
    *sorted((PACKAGE / "processing").rglob("*.py")),
]
# What a translation must repeat: places to fill, markup, file name patterns, words of machines.
KEPT = (
    r"\{\w*\}", r"</?\w+>", r"&\w*;?", r"\(\*[^)]*\)", r"…", r"%n", r"\n", r"[A-Z]+_[A-Z_]+",
    r"<i>\w+</i>",
)  # fmt: skip
# Calls whose words a person reads.
TEXT_CALLS = {
    "setText", "setToolTip", "setWindowTitle", "setTitle", "setPlaceholderText", "setSuffix",
    "setSpecialValueText", "setAccessibleName", "setAllowEmptyLayer", "addRow", "addItem",
    "addAction", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
    "QgsProcessingException", "BundleError", "BackgroundTask", "createMessage", "pushMessage",
    "pushInfo", "pushWarning", "emit", "plain_label", "selectable_label", "push_button",
    "_add_action",
    "_choice", "name_file_widget", "name_spin_box", "say", "_tell", "_warn", "cancel",
}  # fmt: skip
TEXT_METHODS = {"displayName", "group", "shortDescription", "shortHelpString"}
# Calls whose words only machines and developers read.
MACHINE_CALLS = {
    "setObjectName", "setId", "setStyle", "setNamedStyle", "setStyleSheet", "getThemeIcon",
    "ValueError", "TypeError", "NotImplementedError", "QgsEditorWidgetSetup",
    "QgsLayoutItemMapGrid", "QgsCategorizedSymbolRenderer",
    "add_map", "add_label", "add_line", "_legend_of", "_add_caption", "PushErrorHandler", "sub",
    "glob", "hasattr", "setEllipsoid",
}  # fmt: skip
# Names, units and items of layouts that every language writes alike.
NAMES = {
    " ha", " ha, ", " min", " km²", ", ",
    "EuroSAT Land Cover", "Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans",
    "Liberation Sans", "Arial", "Qt", "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)", "Confidence",
    "Scene", "Caption: ",
}  # fmt: skip


# A capital, or a word with a space or a place to fill beside it.
LIKE_TEXT = r"^[A-Z][a-z]+|[A-Za-z]{2,}[,;:.]? |[ }][a-z]{2,}|^\([a-z]{2,}"


def called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """Literals below `node` that no `tr` or `later` is given, but those of other calls."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.Call):
        # What is filled into a text: `tr("…").format(…)`.
        if called(node) in {"join", "format"} and isinstance(node.func, ast.Attribute):
            yield from literals(node.func.value)
    elif not isinstance(node, (ast.Subscript, ast.Compare, ast.FormattedValue, ast.Lambda)):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def without_tr(module: ast.Module) -> list[str]:
    """Literals with letters in calls and methods that show them to a person."""
    found = []
    for node in ast.walk(module):
        given: list[ast.AST] = []
        if isinstance(node, ast.Call):
            name = called(node)
            if name in TEXT_CALLS:
                given = list(node.args)
            elif re.match(r"QgsProcessing(Parameter|Output)[A-Z]", name):
                given = [node.args[1]] if len(node.args) > 1 else []
                if name.endswith("FileDestination"):
                    given = list(node.args[1:])
                given += [k.value for k in node.keywords if k.arg == "fileFilter"]
        elif isinstance(node, ast.FunctionDef) and node.name in TEXT_METHODS:
            given = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value]
        found += [text for part in given for text in worded(part)]
    return found


def worded(node: ast.AST) -> list[str]:
    return [c.value for c in literals(node) if re.search("[A-Za-z]", c.value)]


def like_text(module: ast.Module) -> list[str]:
    """Literals that read like text wherever they stand, but docstrings and words of machines."""
    found: list[str] = []
    pending: list[ast.AST] = [module]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call) and called(node) in MARKS | MACHINE_CALLS | {
            "NotImplementedError"
        }:
            # What is filled into them, and their other arguments, may be text all the same.
            pending += [n for n in ast.walk(node) if isinstance(n, ast.Call) and n is not node]
            continue
        if isinstance(node, ast.FunctionDef) and node.name in {"tags", "createSimple"}:
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if text not in NAMES and re.search(LIKE_TEXT, text):
                found.append(text)
        pending += ast.iter_child_nodes(node)
    return found


@pytest.mark.parametrize("path", WINDOW, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_text_reaches_the_window_untranslated(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert without_tr(module) == []
    assert like_text(module) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Ready")',
        'label.setText(f"{count} cells")',
        'label.setText("one" if count == 1 else tr("many"))',
        'box.setSuffix(" min")',
        'QgsProcessingParameterNumber("CELL", "side")',
        'QgsProcessingParameterFile("TABLE", tr("Table"), fileFilter="all (*.csv)")',
        'def displayName(self): return "map"',
    ],
)
def test_a_text_without_tr_is_found(line: str) -> None:
    assert without_tr(ast.parse(line)) != []


@pytest.mark.parametrize("line", ['x = "The map is empty."', 'y = f"Saved in {path}."'])
def test_a_sentence_in_a_variable_is_found(line: str) -> None:
    assert like_text(ast.parse(line)) != []


@pytest.mark.parametrize(
    "line", ['label.setText(tr("Ready"))', 'QgsProcessingParameterString("BANDS", tr("B"), "auto")']
)
def test_a_translated_text_is_not(line: str) -> None:
    module = ast.parse(line)
    assert without_tr(module) + like_text(module) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_translated_and_no_other(language: str) -> None:
    said = translations(ts_path(language))
    assert set(said) == set(texts())
    assert [text for text, translation in said.items() if not translation.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", KEPT)
def test_translations_keep_what_is_filled_in_and_marked_up(language: str, pattern: str) -> None:
    for text, translation in translations(ts_path(language)).items():
        kept = sorted(re.findall(pattern, text)), sorted(re.findall(pattern, translation))
        assert kept[0] == kept[1], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_begin_and_end_as_the_text_does(language: str) -> None:
    for text, translation in translations(ts_path(language)).items():
        assert (text[0] == " ") == (translation[0] == " "), text
        assert (text[-1] in ".:") == (translation[-1] in ".:"), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plugin_manager_describes_the_plugin_in_the_language(language: str) -> None:
    metadata = ConfigParser(interpolation=None)
    metadata.read(PACKAGE.parent / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    for key in ("description", "about"):
        translated = general[f"{key}[{language}]"]
        assert len(translated.splitlines()) == len(general[key].splitlines())
        sizes = [re.findall(r"\d+ (?=[GM][Bo])", text) for text in (general[key], translated)]
        assert sizes[0] == sizes[1]


def test_extraction_keeps_translations_and_drops_what_the_code_no_longer_says(
    tmp_path: Path,
) -> None:
    path = tmp_path / "de.ts"
    write_ts(
        path, "de", {"Map": "Karte", "Gone": "Weg"}, {"Map": ["a.py"], "<New> & old": ["b.py"]}
    )
    assert translations(path) == {"Map": "Karte", "<New> & old": ""}


def test_what_cannot_be_extracted_is_refused() -> None:
    with pytest.raises(NoLiteralError, match=r"a\.py, line 1"):
        list(texts_in(ast.parse('tr(f"{count} cells")'), "a.py"))
