from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eurosat_qgis.runtime.session import NO_ENVIRONMENT, NoEnvironmentError, Session
from eurosat_qgis.runtime.settings import Settings
from tests.unit.runtime.processes import SMALL_SCENE


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EUROSAT_QGIS_PYTHON", raising=False)


def test_without_an_environment_the_user_reads_what_to_do(tmp_path: Path) -> None:
    session = Session(tmp_path / "environment", Settings)
    assert session.problem() == NO_ENVIRONMENT
    with pytest.raises(NoEnvironmentError, match="Set up…"):
        session.client()


def test_a_setting_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    session = Session(tmp_path, lambda: Settings(interpreter="/no/python"))
    assert "/no/python" in session.problem()
    assert "Set up…" in session.problem()


def test_one_client_serves_until_another_interpreter_is_chosen(
    tmp_path: Path, bare_python: Path
) -> None:
    chosen = [Settings(interpreter=sys.executable)]
    session = Session(tmp_path, lambda: chosen[0])
    first = session.client()
    assert session.client() is first
    chosen[0] = Settings(interpreter=str(bare_python))
    assert session.client() is not first
    assert session.client().interpreter == bare_python
    session.close()


def test_another_interpreter_waits_until_nothing_runs(tmp_path: Path, bare_python: Path) -> None:
    chosen = [Settings(interpreter=sys.executable)]
    session = Session(tmp_path, lambda: chosen[0])
    client = session.client()
    while_it_ran: list[bool] = []

    def on_progress(_done: int, _total: int, _message: str) -> None:
        chosen[0] = Settings(interpreter=str(bare_python))
        while_it_ran.append(session.client() is client)

    request = {"type": "classify", "scene": str(SMALL_SCENE), "output": str(tmp_path / "map.tif")}
    assert client.run(request, on_progress)["valid_cells"] == 12
    assert while_it_ran
    assert all(while_it_ran)
    assert session.client().interpreter == bare_python
    session.close()


def test_other_limits_reach_the_worker_that_runs(tmp_path: Path) -> None:
    chosen = [Settings(interpreter=sys.executable)]
    assert chosen[0].run_fields() == {}
    session = Session(tmp_path, lambda: chosen[0])
    first = session.client()
    chosen[0] = Settings(interpreter=sys.executable, memory=2048, threads=1)
    assert chosen[0].run_fields() == {"memory": 2048, "threads": 1}
    assert session.client() is first
    assert Settings(faster=True).run_fields() == {"precision": "bfloat16"}
    chosen[0] = Settings(interpreter=sys.executable, idle_minutes=7)
    assert session.client() is not first
    session.close()
