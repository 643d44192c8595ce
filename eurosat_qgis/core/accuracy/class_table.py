"""From the values of a reference to the classes of a map."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eurosat_qgis.core.accuracy.map_requests import CORINE
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.errors import InputError

# Beside class codes: values that a table leaves out on purpose, and values that nothing matches.
LEFT_OUT, UNMATCHED = 0, -1
CORINE_TABLE = Path(__file__).with_name("corine_2018.csv")
_CLASS_COLUMN = "class"
_LISTED = 5


@dataclass(frozen=True)
class ClassTable:
    """Which class code a reference value stands for; `description` says by what it is matched.

    `names` are what the table calls the values.
    """

    codes: Mapping[str, int]
    description: str
    names: Mapping[str, str] = field(default_factory=dict)

    def code(self, value: object) -> int:
        """The class code of a reference value, LEFT_OUT, or UNMATCHED.

        Case, spaces and punctuation do not count; 311, 311.0 and "311" are one value.
        """
        return self.codes.get(_key(value), UNMATCHED)

    def named(self, value: object) -> str:
        """A reference value with its name in the table, for people."""
        name = self.names.get(_key(value), "")
        plain = str(int(value) if isinstance(value, float) and value.is_integer() else value)
        return f"{plain} {name}" if name and _key(name) != _key(value) else plain


def class_table(
    source: str | None, classes: Sequence[CardClass], map_name: str = "the map"
) -> ClassTable:
    """The table in the CSV file `source`, the one for `corine`, or the map's own codes and names.

    In a table the columns before `class` hold reference values, each a name of its own for the
    class in that row (code, name or title of one of `classes`); several rows may give one class.
    An empty class leaves values out. Columns after `class` are notes.

    Raises InputError when the table cannot be used.
    """
    own = _own_names(classes)
    if source is None:
        return ClassTable(own, "by the map's codes, names and titles")
    is_corine = source.strip().lower() == CORINE
    path = CORINE_TABLE if is_corine else Path(source)
    codes: dict[str, int] = {}
    names: dict[str, str] = {}
    for line, (values, name) in _rows(path):
        code = own.get(_key(name), UNMATCHED) if name else LEFT_OUT
        if code == UNMATCHED and not is_corine:
            known = ", ".join(c.name for c in classes)
            raise InputError(
                f"{path.name}, line {line}: {map_name} has no class {name}; choose of {known}, or "
                "leave it empty."
            )
        for value in filter(None, map(_key, values)):
            names[value] = values[-1].strip()
            # A map of other classes than EuroSAT's may lack one of the grouping's.
            if codes.setdefault(value, max(code, LEFT_OUT)) != max(code, LEFT_OUT):
                raise InputError(
                    f"{path.name}, line {line}: {value} stands for two classes: keep one of them."
                )
    if not any(code > LEFT_OUT for code in codes.values()):
        raise InputError(
            f"{path.name} leads to no class of {map_name}: give a table with its classes."
        )
    what = "CORINE 2018's grouping" if is_corine else f"the table {path.name}"
    return ClassTable(codes, f"by {what}", names)


def _own_names(classes: Iterable[CardClass]) -> dict[str, int]:
    listed = list(classes)
    # Codes last: they hold where a class is called like another's number.
    named = [(name, c.code) for c in listed for name in (c.title, c.name)]
    numbered = [(str(c.code), c.code) for c in listed]
    return {_key(name): code for name, code in (*named, *numbered) if _key(name)}


def _rows(path: Path) -> Iterable[tuple[int, tuple[list[str], str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(
            f"{path} does not exist: give a CSV table of classes, or {CORINE}."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} cannot be read as a table: save it as CSV, UTF-8."
        ) from error
    header, _, _ = text.partition("\n")
    # Spreadsheets of half of Europe write semicolons.
    separator = max(",;\t", key=header.count)
    try:
        table = list(csv.reader(text.splitlines(), delimiter=separator))
    except csv.Error as error:
        raise InputError(f"{path.name} cannot be read as a table ({error}).") from error
    columns = [name.strip().lower() for name in table[0]] if table else []
    place = columns.index(_CLASS_COLUMN) if _CLASS_COLUMN in columns else 0
    if place == 0:
        raise InputError(
            f"{path.name} needs a first line of column names: reference values first, then "
            f"{_CLASS_COLUMN}, as in reference,{_CLASS_COLUMN}."
        )
    for line, row in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in row):
            yield line, (row[:place], row[place].strip() if len(row) > place else "")


def _key(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    whole, _, fraction = text.partition(".")
    if whole.isdigit() and fraction and not fraction.strip("0"):
        text = whole
    return "".join(letter for letter in text.casefold() if letter.isalnum())
