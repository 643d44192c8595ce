from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eurosat_qgis.runtime.diagnostics import diagnostics_text, shortened
from eurosat_qgis.runtime.interpreter import VARIABLE
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import Settings


def test_the_report_has_versions_paths_and_the_last_set_up_without_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    home = tmp_path / "home" / "maria"
    session = Session(home / "environment", lambda: Settings(interpreter=sys.executable))
    text = diagnostics_text(session, {"QGIS": "3.22"}, ["Installing"], home)
    for words in ("EuroSAT Land Cover 0.", "QGIS 3.22", sys.executable, "tensorflow 2."):
        assert words in text
    assert "Environment ~/environment" in text
    assert text.endswith("Last set-up:\n  Installing")
    assert "maria" not in text


def test_what_is_missing_stands_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    text = diagnostics_text(Session(tmp_path / "none", Settings), {}, [])
    assert "In use none" in text
    assert "Problem No environment has been set up." in text


def test_a_home_at_the_root_shortens_nothing() -> None:
    assert shortened("/usr/bin", Path("/")) == "/usr/bin"
