"""The same scene, whatever it comes as, gives the same numbers and the same classes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eurosat_qgis.core.scene import open_scene
from tests.unit.core.scene_kinds import EXACT, STACK, TRANSFORM

RGB = ("B04", "B03", "B02")


@pytest.mark.parametrize("kind", EXACT)
def test_every_kind_gives_the_numbers_of_the_scene_itself(kind: str, tmp_path: Path) -> None:
    name = EXACT[kind](tmp_path)
    with open_scene(name, RGB) as scene:
        stored, valid = scene.read(0, 0, scene.height, scene.width)
        numbers = scene.radiometry.to_digital_numbers(stored)
        assert (scene.height, scene.width) == STACK.shape[1:]
        assert tuple(scene.transform) == pytest.approx(tuple(TRANSFORM), abs=1e-6)
        assert scene.crs is not None
        assert scene.crs.to_epsg() == 32631
    assert valid.all()
    assert np.abs(numbers - np.moveaxis(STACK[:3], 0, -1)).max() < 0.01
