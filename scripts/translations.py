"""Keep resources/i18n up to date with the texts of the plugin: `python -m scripts.translations`.

Writes every literal that `tr` or `later` is called with into the .ts file of each language. What is
translated already stays, what the code no longer says goes. lrelease then makes the .qm files,
which QGIS reads. Exits with 1 where a language lacks translations.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from defusedxml import ElementTree

from eurosat_qgis.runtime.translation import CONTEXT

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "eurosat_qgis"
FOLDER = REPOSITORY / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr")
MARKS = {"tr", "later"}
NOT_YET = ' type="unfinished"'


class NoLiteralError(Exception):
    """`tr` is given what cannot be read from the code; the message says where."""


def texts(package: Path = PACKAGE) -> dict[str, list[str]]:
    """Every text to translate, in the order of the code, with the files that have it."""
    found: dict[str, list[str]] = {}
    for path in sorted(package.rglob("*.py")):
        for text in texts_in(ast.parse(path.read_text(encoding="utf-8")), path.name):
            files = found.setdefault(text, [])
            name = path.relative_to(package.parent).as_posix()
            if name not in files:
                files.append(name)
    return found


def texts_in(module: ast.Module, name: str) -> Iterator[str]:
    """The literals that a module marks. Raises NoLiteralError for an f-string or a sum."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if not (isinstance(call.func, ast.Name) and call.func.id in MARKS and call.args):
            continue
        argument = call.args[0]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, (ast.JoinedStr, ast.BinOp, ast.IfExp)):
            raise NoLiteralError(
                f"{name}, line {call.lineno}: give {call.func.id} a plain literal, and fill its "
                "{places} afterwards."
            )


def ts_path(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"eurosat_qgis_{language}.ts"


def translations(path: Path) -> dict[str, str]:
    """What a .ts file says, by the English text; empty where it is not translated yet."""
    if not path.is_file():
        return {}
    said = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        unfinished = translation is None or translation.get("type") is not None
        said[message.findtext("source")] = "" if unfinished else translation.text or ""
    return said


def write_ts(path: Path, language: str, said: dict[str, str], found: dict[str, list[str]]) -> None:
    """Write a .ts file of the texts `found`, translated as `said` where it says so."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text, files in found.items():
        translation = said.get(text, "")
        state = "" if translation else NOT_YET
        lines += [
            "    <message>",
            *(f'        <location filename="../../{name}"/>' for name in files),
            f"        <source>{escape(text, quote=False)}</source>",
            f"        <translation{state}>{escape(translation, quote=False)}</translation>",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def compile_ts(path: Path, target: Path) -> None:
    """Compile a .ts file with lrelease. Raises OSError or CalledProcessError when it cannot."""
    command = ["lrelease", "-silent", "-nounfinished", str(path), "-qm", str(target)]
    subprocess.run(command, check=True)


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = texts()
    missing = 0
    for language in LANGUAGES:
        path = ts_path(language)
        said = translations(path)
        write_ts(path, language, said, found)
        compile_ts(path, path.with_suffix(".qm"))
        lacking = [text for text in found if not said.get(text)]
        missing += len(lacking)
        print(f"{path.name}: {len(found) - len(lacking)} of {len(found)} texts translated")
        for text in lacking[:5]:
            print(f"  lacks: {text}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
