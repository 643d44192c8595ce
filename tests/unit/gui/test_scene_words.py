from __future__ import annotations

from typing import Any

from eurosat_qgis.gui.scene_words import is_doubtful, reasons_text, recognised_line

RGB = ("B04", "B03", "B02")
L2A: dict[str, Any] = {
    "level": "L2A", "baseline": "05.09", "offset": -1000.0, "offsets": [-1000.0] * 3,
    "scaling": "dn1000", "atmosphere": "standard", "bands": {"B04": 1, "B03": 2, "B02": 3},
    "reasons": ["By the metadata."], "warnings": ["Half of it is nodata."],
}  # fmt: skip
PLAIN: dict[str, Any] = {
    "level": "L1C", "baseline": None, "offset": 0.0, "offsets": [0.0] * 3, "scaling": "dn",
    "atmosphere": "none", "bands": {"B04": 1, "B03": 2, "B02": 3, "B08": 4}, "reasons": ["Plain."],
    "warnings": [],
}  # fmt: skip


def test_the_line_begins_with_what_tells_most() -> None:
    line = recognised_line(L2A, RGB)
    assert line.startswith("Level-2A · baseline 05.09 · B04 B03 B02 · offset -1000")
    assert line.endswith("air added")


def test_what_is_as_usual_is_left_out() -> None:
    assert recognised_line(PLAIN, RGB) == "Level-1C · B04 B03 B02"


def test_what_is_not_known_is_said() -> None:
    unknown = {**PLAIN, "level": None, "bands": {}}
    assert recognised_line(unknown, RGB) == "level not known · no bands found"


def test_many_bands_are_counted() -> None:
    bands = tuple(f"B{number:02}" for number in range(1, 13))
    info = {**PLAIN, "bands": dict.fromkeys(bands, 1)}
    assert recognised_line(info, bands) == "Level-1C · 12 bands"


def test_warnings_come_before_reasons_and_make_it_doubtful() -> None:
    assert is_doubtful(L2A)
    assert not is_doubtful(PLAIN)
    assert reasons_text(L2A) == "⚠ Half of it is nodata.\nBy the metadata."
