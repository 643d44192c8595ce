from __future__ import annotations

from pathlib import Path

import pytest

from eurosat_qgis.core.errors import OutputError
from eurosat_qgis.core.outputs.outputs import check_not_input, staged_outputs


def test_outputs_appear_only_when_committed(tmp_path: Path) -> None:
    final = tmp_path / "a.tif"
    with staged_outputs() as staged:
        staged.stage(final).write_text("new")
        assert not final.exists()
        staged.commit()
    assert final.read_text() == "new"
    assert list(tmp_path.iterdir()) == [final]


def test_a_failed_run_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    final = tmp_path / "a.tif"
    final.write_text("old")

    def fail() -> None:
        with staged_outputs() as staged:
            staged.stage(final).write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert final.read_text() == "old"
    assert list(tmp_path.iterdir()) == [final]


def test_a_folder_that_is_not_there_is_refused_before_the_work(tmp_path: Path) -> None:
    with staged_outputs() as staged, pytest.raises(OutputError, match="cannot be written"):
        staged.stage(tmp_path / "none" / "a.tif")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with staged_outputs() as staged, pytest.raises(OutputError, match="is a folder"):
        staged.stage(tmp_path)


def test_the_scene_is_never_overwritten_not_even_through_a_link(tmp_path: Path) -> None:
    scene = tmp_path / "scene.tif"
    scene.write_text("pixels")
    link = tmp_path / "link.tif"
    link.symlink_to(scene)
    for name in (scene, link):
        with pytest.raises(OutputError, match="the scene itself"):
            check_not_input(name, str(scene))
    check_not_input(tmp_path / "other.tif", str(scene))
