"""Values of a reference find their class, or are told of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from eurosat_qgis.core.accuracy.class_table import CORINE_TABLE, LEFT_OUT, UNMATCHED, class_table
from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.errors import InputError
from tests.unit.core.written_maps import CLASSES


def test_a_class_is_found_by_code_name_and_title_in_any_writing() -> None:
    table = class_table(None, CLASSES)
    for value in (7, 7.0, "7", "7.0", "Water", "water", "SEA AND LAKE", " sea-and_lake "):
        assert table.code(value) == 7
    for value in (3, "Wood", "", 7.5, "nan"):
        assert table.code(value) == UNMATCHED


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_leads_many_values_to_one_class(separator: str, tmp_path: Path) -> None:
    rows = [["reference", "class", "note"], ["beech", "Forest", "x"], ["oak", "2", ""],
            ["field", "Annual crop", ""], ["road", "", "no such class"], ["", "", ""]]  # fmt: skip
    path = tmp_path / "table.csv"
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8-sig")
    table = class_table(str(path), CLASSES)
    assert [table.code(v) for v in ("Beech", "oak", "field", "road")] == [2, 2, 1, LEFT_OUT]
    # With a table nothing else counts, not even the map's own names.
    assert table.code("Water") == UNMATCHED
    assert table.code("x") == UNMATCHED


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("reference,class\nbeech,Wood\n", "line 2: the map has no class Wood; choose of Field"),
        ("reference,class\na,Forest\nA,Water\n", "stands for two classes"),
        ("beech,Forest\n", "first line of column names"),
        ("class,reference\nForest,beech\n", "reference values first"),
        ("reference,class\n", "leads to no class"),
        ("", "first line of column names"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        class_table(str(path), CLASSES)


def test_a_table_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        class_table(str(tmp_path / "none.csv"), CLASSES)
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe\x00class")
    with pytest.raises(InputError, match="save it as CSV"):
        class_table(str(tmp_path / "table.csv"), CLASSES)


def test_every_class_of_corine_has_one_answer_by_code_grid_code_and_name() -> None:
    table = class_table("corine", open_bundle().card.classes)
    with CORINE_TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    # The nomenclature of CORINE Land Cover has 44 classes.
    assert [int(row["grid_code"]) for row in rows] == list(range(1, 45))
    for row in rows:
        codes = {table.code(row[name]) for name in ("code", "grid_code", "label")}
        assert len(codes) == 1
        assert (codes == {LEFT_OUT}) == (not row["class"])
        # Why a class is left out is said beside it.
        assert bool(row["note"]) == (not row["class"])


def test_corine_leads_to_the_classes_that_it_is_known_by() -> None:
    classes = {c.name: c.code for c in open_bundle().card.classes}
    table = class_table("corine", open_bundle().card.classes)
    expected = {311: "Forest", 312: "Forest", 511: "River", 512: "SeaLake", 231: "Pasture",
                112: "Residential", 121: "Industrial", 122: "Highway"}  # fmt: skip
    assert {code: table.code(code) for code in expected} == {
        code: classes[name] for code, name in expected.items()
    }
    assert table.code(999) == UNMATCHED


def test_corine_serves_maps_that_lack_some_of_its_classes() -> None:
    table = class_table("corine", CLASSES)
    assert table.code(312) == 2
    assert table.code(121) == LEFT_OUT
