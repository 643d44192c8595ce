from __future__ import annotations

from pathlib import Path

import pytest

from eurosat_qgis.runtime.map_record import MapRecord

RECORD = MapRecord(
    {"type": "classify", "scene": "a.tif", "output": "b.tif", "cell": 16, "bands": "4,3,2",
     "min_confidence": 0.5, "extent": [0, 0, 1, 1], "cloud_screen": True},
    {"classes": [], "cells": 3},
)  # fmt: skip


def test_a_record_survives_being_kept_with_a_layer() -> None:
    assert MapRecord.from_text(RECORD.as_text()) == RECORD


@pytest.mark.parametrize("text", [None, "", "{}", "[]", "no json", '{"request": {}, "result": {}}'])
def test_what_is_no_record_is_none(text: str | None) -> None:
    assert MapRecord.from_text(text) is None


def test_a_question_about_a_cell_reads_the_scene_as_the_map_did(tmp_path: Path) -> None:
    assert RECORD.question_about(5.0, 7.0) == {
        "type": "inspect", "scene": "a.tif", "cell": 16, "bands": "4,3,2", "cloud_screen": True,
        "x": 5.0, "y": 7.0,
    }  # fmt: skip
    gone = MapRecord({**RECORD.request, "mask": str(tmp_path / "gone.gpkg")}, RECORD.result)
    assert "mask" not in gone.question_about(5.0, 7.0)
