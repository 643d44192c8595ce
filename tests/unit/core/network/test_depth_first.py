"""The first layers for few windows at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.network import depth_first
from eurosat_qgis.core.network.dense_form import Step, Trunk, narrow_steps
from eurosat_qgis.core.network.depth_first import Stage, stages_of
from eurosat_qgis.core.network.predictor import Predictor

SAMPLE = Path(__file__).resolve().parents[4] / "resources" / "sample" / "mol_l1c_20190411.tif"
# A stem, a block that ends in a sum, and two layers with a stride.
STEPS = (
    Step("image", "InputLayer", ()),
    Step("stem", "Conv2D", ("image",), reach=3, before=1),
    Step("down", "Conv2D", ("stem",), stride=2, reach=3),
    Step("wide", "Conv2D", ("down",), reach=3, before=1),
    Step("narrow", "Conv2D", ("wide",)),
    Step("sum", "Add", ("narrow", "down")),
    Step("last", "Conv2D", ("sum",), stride=2, reach=3),
    Step("end", "Conv2D", ("last",)),
)
KIB = {name: kib << 10 for name, kib in (
    ("image", 12), ("stem", 2000), ("down", 500), ("wide", 1200), ("narrow", 400), ("sum", 300),
    ("last", 50), ("end", 50),
)}  # fmt: skip


def test_a_cut_is_the_smallest_map_of_its_stride_that_all_later_layers_look_at_alone() -> None:
    # Not after `wide` and `narrow`: the sum looks at `down` too.
    assert narrow_steps(STEPS, KIB) == [6, 7]
    assert narrow_steps(STEPS, {**KIB, "down": 100 << 10}) == [3, 7]


def test_each_stage_takes_what_fits_near_the_processor_and_no_more_than_the_next() -> None:
    trunk = Trunk(STEPS, 4, 16, (), pools=True)
    # 2,000 KiB fit once into 2.5 MiB, and 50 KiB as often as there are windows.
    assert stages_of(trunk, KIB, 16) == [Stage("sum", 1)]
    small = {name: size // 8 for name, size in KIB.items()}
    assert stages_of(trunk, small, 16) == [Stage("sum", 8)]
    assert stages_of(trunk, small, 8) == []


@pytest.mark.parametrize("cell", [64, 8])
@pytest.mark.parametrize("near", [1, 1 << 40])
def test_stages_leave_the_answers_of_the_shipped_networks(
    cell: int, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with rasterio.open(SAMPLE) as scene:
        pixels = np.moveaxis(scene.read([1, 2, 3]), 0, -1)[: 64 * 5, : 64 * 4]
    windows = (pixels // 12).clip(0, 255).astype(np.uint8)
    windows = windows.reshape(5, 64, 4, 64, 3).swapaxes(1, 2).reshape(20, 64, 64, 3)
    bundle = open_bundle(cell=cell)
    expected = Predictor(bundle, 64).predict(windows)
    assert len(set(expected.argmax(axis=1))) > 1
    monkeypatch.setattr(depth_first, "NEAR_BYTES", near)
    np.testing.assert_allclose(Predictor(bundle, 64).predict(windows), expected, atol=1e-5)
