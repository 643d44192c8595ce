"""Windows computed in bfloat16 get the classes that they have in float32."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification import classify as classifying
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.network import predictor as predicting
from eurosat_qgis.core.network.dense_form import Step, Trunk
from eurosat_qgis.core.network.precision import BFLOAT16, cpu_has_bfloat16, exact_layers
from eurosat_qgis.core.network.predictor import Predictor, are_close

SAMPLE = Path(__file__).resolve().parents[4] / "resources" / "sample" / "mol_l1c_20190411.tif"
with_bfloat16 = pytest.mark.skipif(
    not cpu_has_bfloat16(), reason="this processor has no bfloat16 (avx512_bf16, amx_bf16)"
)


@pytest.fixture(scope="module")
def windows() -> np.ndarray:
    """Windows of the sample scene, 32 pixels apart, `(465, 64, 64, 3) uint8`."""
    with rasterio.open(SAMPLE) as scene:
        pixels = np.moveaxis(scene.read([1, 2, 3]), 0, -1)
    values = (pixels // 12).clip(0, 255).astype(np.uint8)
    corners = [(r, c) for r in range(0, 961, 32) for c in range(0, 449, 32)]
    return np.stack([values[r : r + 64, c : c + 64] for r, c in corners])


@pytest.mark.parametrize(
    ("flags", "has_it"),
    [
        ("flags\t\t: fpu avx512f avx512_bf16 sse2\n", True),
        ("flags : fpu amx_bf16\n", True),
        ("flags : fpu avx512f avx512_vnni\n", False),
        ("bugs : avx512_bf16\n", False),
    ],
)
def test_linux_tells_whether_a_processor_has_bfloat16(
    tmp_path: Path, flags: str, has_it: bool
) -> None:
    (tmp_path / "cpuinfo").write_text(f"processor : 0\n{flags}", encoding="utf-8")
    assert cpu_has_bfloat16(tmp_path / "cpuinfo") == has_it
    assert not cpu_has_bfloat16(tmp_path / "none")


def test_layers_that_see_every_pixel_and_the_head_stay_in_float32() -> None:
    steps = (
        Step("image", "InputLayer", ()),
        Step("stem", "Conv2D", ("image",), reach=3, before=1),
        Step("down", "Conv2D", ("stem",), stride=2, reach=3),
        Step("deep", "Conv2D", ("down",)),
    )
    sizes = {"image": 12, "stem": 100, "down": 50, "deep": 50}
    trunk = Trunk(steps, 2, 32, ("pool", "classes"), pools=True)
    assert exact_layers(trunk, sizes) == {"image", "stem", "down", "pool", "classes"}
    flat = Trunk(steps[:2], 1, 64, ("pool", "classes"), pools=True)
    assert exact_layers(flat, sizes) is None


def test_two_classes_are_close_where_one_is_not_a_third_more_probable() -> None:
    found = np.array([[0.5, 0.4, 0.1], [0.1, 0.5, 0.4], [0.6, 0.4, 0.0], [1.0, 0.0, 0.0]])
    assert are_close(found).tolist() == [True, True, False, False]


@with_bfloat16
@pytest.mark.parametrize("cell", [64, 8])
def test_bfloat16_leaves_the_classes_of_the_shipped_networks(
    cell: int, windows: np.ndarray
) -> None:
    bundle = open_bundle(cell=cell)
    exact = Predictor(bundle, 64).predict(windows)
    rounded = Predictor(bundle, 64, BFLOAT16).predict(windows)
    assert len(set(exact.argmax(axis=1))) >= 5
    # Or it is float32 under another name.
    assert np.abs(exact - rounded).max() > 1e-4
    assert np.abs(exact.max(axis=1) - rounded.max(axis=1)).mean() < 0.02
    assert (exact.argmax(axis=1) != rounded.argmax(axis=1)).mean() <= 0.002


@with_bfloat16
def test_windows_with_close_classes_are_computed_in_float32(
    windows: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = open_bundle()
    exact = Predictor(bundle, 64).predict(windows[:40])
    rounded = Predictor(bundle, 64, BFLOAT16)
    monkeypatch.setattr(predicting, "_CLOSE", np.inf)
    np.testing.assert_allclose(rounded.predict(windows[:40]), exact, atol=1e-5)
    monkeypatch.setattr(predicting, "_CLOSE", 0)
    assert np.abs(rounded.predict(windows[:40]) - exact).max() > 1e-3


def test_a_processor_without_bfloat16_computes_in_float32_and_says_so(
    scene_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (classifying, predicting):
        monkeypatch.setattr(module, "cpu_has_bfloat16", lambda: False)
    predicting._loaded.cache_clear()
    plain = classifying.classify(ClassifyRequest(str(scene_file), tmp_path / "plain.tif"))
    asked = ClassifyRequest(str(scene_file), tmp_path / "asked.tif", precision=BFLOAT16)
    result = classifying.classify(asked)
    assert set(result.warnings) - set(plain.warnings) == {
        "This processor has no bfloat16: computed in float32."
    }
    with rasterio.open(tmp_path / "plain.tif") as one, rasterio.open(tmp_path / "asked.tif") as two:
        np.testing.assert_array_equal(one.read(), two.read())
    predicting._loaded.cache_clear()


def test_an_unknown_precision_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="float32 or bfloat16"):
        ClassifyRequest("scene.tif", tmp_path / "map.tif", precision="int8")


@with_bfloat16
def test_a_window_has_the_same_class_whatever_windows_come_with_it(windows: np.ndarray) -> None:
    rounded = Predictor(open_bundle(), 64, BFLOAT16)
    order = np.random.default_rng(1).permutation(len(windows))
    one, other = rounded.predict(windows), rounded.predict(windows[order])
    np.testing.assert_array_equal(one.argmax(axis=1)[order], other.argmax(axis=1))
    np.testing.assert_allclose(one[order], other, atol=1e-6)
