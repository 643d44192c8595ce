"""Maps from a network's dense form, held against Keras' own layers on larger ground."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import ClassifyResult, classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.classification.underway import Batch, WaitingWindow, begin_windows
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import grid_over
from eurosat_qgis.core.network.dense_form import CannotBeDense, read_trunk
from eurosat_qgis.core.network.predictor import Predictor, load_predictor

CONTEXT = 64


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as raster:
        return raster.read(1)


def flat_network(keras):
    """The course's form: convolutions, one pooling of 8 pixels, flatten."""
    layers = keras.layers
    return keras.Sequential(
        [
            layers.Input((64, 64, 3)),
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.Conv2D(3, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(8, name="end"),
            layers.Dropout(0.2),
            layers.Flatten(),
            layers.Dense(8, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


def residual_network(keras):
    """A stride of 8, half of it in a branch that pools and one that convolves."""
    layers = keras.layers
    inputs = layers.Input((64, 64, 3))
    x = layers.Rescaling(2.0, -1.0)(inputs)
    x = layers.Conv2D(6, 3, strides=2, padding="same", activation="relu")(x)
    for width in (8, 10):
        skip = layers.Conv2D(width, 1)(layers.AveragePooling2D(2)(x))
        x = layers.Conv2D(width, 3, strides=2, padding="same", use_bias=False)(x)
        x = layers.ReLU()(layers.BatchNormalization()(x))
        x = layers.Add()([skip, layers.Conv2D(width, 3, padding="same")(x)])
    x = layers.ReLU(name="end")(x)
    x = layers.Dropout(0.2)(layers.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, layers.Dense(3, activation="softmax")(x))


def depthwise_network(keras):
    """A stride of 16, whose depthwise layers of 5 pixels are padded by one before, two behind."""
    layers = keras.layers
    inputs = layers.Input((64, 64, 3))
    x = layers.Conv2D(6, 3, padding="same", activation="relu")(inputs)
    for stage in range(4):
        x = layers.DepthwiseConv2D(5 if stage % 2 else 3, 2, padding="same")(x)
        x = layers.ReLU(6.0)(layers.Conv2D(6 + stage, 1)(x))
    # Looks further than a window's own map of 4 x 4.
    x = layers.Add(name="end")([x, layers.DepthwiseConv2D(5, padding="same")(x)])
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(3, activation="softmax")(x))


def inner_network(keras):
    """A stride of 8 that keeps to the middle of its map, which sees no padding."""
    layers = keras.layers
    inputs = layers.Input((64, 64, 3))
    x = layers.Rescaling(2.0, -1.0)(inputs)
    for width in (6, 8, 10):
        x = layers.Conv2D(width, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Add()([x, layers.DepthwiseConv2D(3, padding="same")(x)])
    x = layers.Cropping2D(((1, 2), (1, 2)))(x)
    x = layers.Conv2D(12, 1, activation="relu", name="end")(x)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(3, activation="softmax")(x))


NETWORKS = {
    "inner": (inner_network, {"trunk_output": "end", "stride": 8, "head": "global_average"}),
    "flat": (flat_network, {"trunk_output": "end", "stride": 8, "head": "flatten"}),
    "residual": (residual_network, {"trunk_output": "end", "stride": 8, "head": "global_average"}),
    "depthwise": (
        depthwise_network,
        {"trunk_output": "end", "stride": 16, "head": "global_average"},
    ),
}


@pytest.fixture(scope="module")
def bundles(write_bundle) -> dict[str, Path]:
    import keras

    keras.utils.set_random_seed(4)
    return {name: write_bundle(build(keras), name, d) for name, (build, d) in NETWORKS.items()}


def on_larger_ground(path: Path, name: str, image: np.ndarray, corners: list, average: int):
    """What Keras' layers say of windows of `image` when they see CONTEXT more on every side."""
    import keras

    model = keras.saving.load_model(path)
    stride = NETWORKS[name][1]["stride"]
    config = model.get_config()
    first = config["layers"][0]["config"]
    first["batch_shape"] = (None, None, None, 3)
    names = [layer.name for layer in model.layers]
    head = model.layers[names.index("end") + 1 :]
    if name == "flat":
        trunk = keras.Sequential([keras.layers.Input((None, None, 3)), *model.layers[:3]])
    else:
        wide = keras.Model.from_config(config)
        wide.set_weights(model.get_weights())
        trunk = keras.Model(wide.inputs[0], wide.get_layer("end").output)
    shift = (64 - average) // 2
    crops = [
        image[r + shift - CONTEXT :, c + shift - CONTEXT :][
            : average + 2 * CONTEXT, : average + 2 * CONTEXT
        ]
        for r, c in corners
    ]
    middle = slice(CONTEXT // stride, (CONTEXT + average) // stride)
    x = trunk(np.stack(crops) / 255.0)[:, middle, middle]
    for layer in head:
        x = layer(x)
    return np.asarray(x)


@pytest.mark.parametrize("scene", [(700, 900), (4100, 3700)], ids=["small", "large"])
@pytest.mark.parametrize(
    ("name", "cell", "average"),
    [
        *(("flat", 8, 64), ("flat", 32, 64), ("residual", 8, 64), ("residual", 16, 32)),
        *(
            ("depthwise", 8, 64),
            ("depthwise", 32, 64),
            ("depthwise", 8, 16),
        ),
    ],
)
def test_a_cell_has_what_keras_computes_where_windows_have_real_neighbours(
    bundles: dict[str, Path],
    name: str,
    cell: int,
    average: int,
    scene: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What a predictor of its own makes: some of the averages are for tiles alone.
    predictor = load_predictor(open_bundle(bundles[name]))
    monkeypatch.setattr(predictor, "_average", average)
    monkeypatch.setattr(predictor, "_dense", None)
    network = predictor.dense(grid_over(*scene, cell, 64))
    rows, cols = network.plan.rows, network.plan.cols
    image = np.random.default_rng(3).uniform(0, 255, (1300, 1300, 3)).astype(np.float32)
    corner = 2 * CONTEXT
    top, left = corner + rows.first, corner + cols.first
    found = network.predict(image[top : top + rows.pixels, left : left + cols.pixels])
    assert found.shape == (rows.cells, cols.cells, 3)
    low, right = rows.cells - 1, cols.cells - 1
    cells = [(0, 0), (0, 1), (1, 0), (3, 2), (low, 0), (low - 1, right), (low, right)]
    corners = [(corner + r * cell, corner + c * cell) for r, c in cells]
    expected = on_larger_ground(bundles[name], name, image, corners, average)
    np.testing.assert_allclose([found[cell] for cell in cells], expected, atol=2e-5)


def test_tiles_of_large_scenes_share_their_cells_evenly(bundles: dict[str, Path]) -> None:
    predictor = load_predictor(open_bundle(bundles["inner"]))

    def sides(height: int, width: int) -> tuple[int, int]:
        plan = predictor.dense(grid_over(height, width, 8, 64)).plan
        return plan.rows.cells, plan.cols.cells

    # Tiles of 64 cells; 96 rows of them where there are 32 or more tiles.
    assert sides(1024, 1024) == sides(64, 2048) == (64, 64)
    assert sides(4000, 4000) == (84, 63), "500 rows in 6, 500 columns in 8"
    assert sides(10980, 10980) == (92, 63), "1373 rows in 15, 1373 columns in 22"
    assert sides(300, 20000) == (38, 63), "38 rows in 1, 2500 columns in 40"
    # What was built serves scenes that are cut alike.
    network = predictor.dense(grid_over(4000, 4000, 8, 64))
    assert predictor.dense(grid_over(3993, 3999, 8, 64)) is network
    assert predictor.dense(grid_over(4040, 4000, 8, 64)) is not network, "505 rows in 6: 85"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., ClassifyResult]:
    def make(scene: Path, model: Path, name: str = "map", **options: object) -> ClassifyResult:
        request = ClassifyRequest(str(scene), tmp_path / f"{name}.tif", model=model, cell=8)
        confidence = tmp_path / f"{name}_confidence.tif"
        return classify(replace(request, confidence=confidence, **options))

    return make


def maps_of(result: ClassifyResult) -> tuple[np.ndarray, np.ndarray]:
    return read(result.request.output), read(result.request.confidence)


@pytest.fixture
def uneven(write_scene) -> Path:
    """Random ground of 620 x 650 pixels, two tiles each way, with a hole of nodata."""
    coarse = np.random.default_rng(5).integers(200, 2500, (3, 78, 82))
    pixels = coarse.repeat(8, axis=1).repeat(8, axis=2)[:, :620, :650].astype(np.uint16)
    pixels[:, 200:215, 300:320] = 0
    return write_scene(pixels)


@pytest.fixture(params=[2, 32])
def cut_to_measure(request, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have tiles be cut to measure in scenes of two tiles, here to 78 x 41 cells; or not."""
    monkeypatch.setattr("eurosat_qgis.core.network.dense_plan._MANY_TILES", request.param)


@pytest.mark.usefixtures("cut_to_measure")
def test_a_part_of_a_scene_gets_the_cells_that_the_whole_gets(
    uneven: Path, bundles: dict[str, Path], made
) -> None:
    whole = made(uneven, bundles["residual"], dense="on")
    with rasterio.open(uneven) as scene:
        left, top = scene.transform @ (299, 150)
        right, bottom = scene.transform @ (620, 601)
    part = made(uneven, bundles["residual"], "part", dense="on", extent=(left, bottom, right, top))
    assert whole.dense and part.dense
    codes, confidence = (m[18:76, 37:78] for m in maps_of(whole))
    np.testing.assert_array_equal(codes, maps_of(part)[0])
    # A window's place in its batch can move the last digit.
    np.testing.assert_allclose(confidence, maps_of(part)[1], rtol=1e-6)


def test_windows_with_nodata_and_at_the_border_stay_windows(
    uneven: Path, bundles: dict[str, Path], made
) -> None:
    dense = maps_of(made(uneven, bundles["residual"], dense="on"))
    alone = maps_of(made(uneven, bundles["residual"], "alone", dense="off"))
    same = np.isclose(dense[1], alone[1], atol=1e-6, equal_nan=True)
    # Cells whose window reaches into the hole, from row 200 - 36 to 215 + 28, or is moved inward.
    for places in (np.s_[21:30, 34:43], np.s_[:4], np.s_[:, :4], np.s_[-4:], np.s_[:, -5:]):
        assert same[places].all()
        np.testing.assert_array_equal(dense[0][places], alone[0][places])
    # Elsewhere neighbours stand where a window alone has zeros.
    assert not same[5:20, 5:30].any()


def test_auto_takes_the_dense_form_that_gives_the_classes_of_windows(
    uneven: Path, write_bundle, made
) -> None:
    import keras

    # A convolution that looks at its middle pixel alone: both ways are the same arithmetic.
    layers = keras.layers
    network = keras.Sequential(
        [
            layers.Input((64, 64, 3)),
            layers.Conv2D(3, 3, padding="same", use_bias=False),
            layers.AveragePooling2D(8, name="end"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, activation="softmax", use_bias=False),
        ]
    )
    middle = np.zeros((3, 3, 3, 3), np.float32)
    middle[1, 1] = np.eye(3)
    network.layers[0].set_weights([middle])
    network.layers[-1].set_weights([np.eye(3, dtype=np.float32) * 60])
    dense = {"trunk_output": "end", "stride": 8, "head": "global_average"}
    model = write_bundle(network, "even", dense)
    auto, alone = made(uneven, model), made(uneven, model, "alone", dense="off")
    assert auto.dense and not alone.dense
    for of_auto, of_alone in zip(maps_of(auto), maps_of(alone), strict=True):
        np.testing.assert_allclose(of_auto, of_alone, atol=1e-5)
    assert auto.as_json()["dense"] is True


def test_what_a_trunk_sees_of_a_window(bundles: dict[str, Path]) -> None:
    # Three strides of 2 look at 2i to 2i + 2 of the map before, the depthwise layer one step of 8
    # pixels further: output i sees 8i - 8 to 8i + 8 + 14. Cropped, i is 1 to 5.
    seen = {}
    for name, path in bundles.items():
        bundle = open_bundle(path)
        model = load_predictor(bundle)._model
        seen[name] = read_trunk(model, bundle.card).seen
    assert seen["inner"] == (0, 62)
    # Two convolutions of 3 pixels.
    assert seen["flat"] == (-2, 65)


def test_the_built_in_network_for_small_cells_sees_its_window_alone() -> None:
    bundle = open_bundle(cell=8)
    model = load_predictor(bundle)._model
    # As docs/dense.md says, and trainer/models.py works out.
    assert read_trunk(model, bundle.card).seen == (0, 62)
    assert load_predictor(bundle).sees_windows_alone()


@pytest.mark.usefixtures("cut_to_measure")
@pytest.mark.parametrize("least_border", [0, 700])
def test_a_network_that_sees_no_further_than_its_window_is_dense_and_the_same(
    uneven: Path,
    bundles: dict[str, Path],
    made,
    least_border: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("eurosat_qgis.core.classification.tiles._LEAST_BORDER", least_border)
    auto, alone = made(uneven, bundles["inner"]), made(uneven, bundles["inner"], "a", dense="off")
    assert auto.dense and not alone.dense
    for of_auto, of_alone in zip(maps_of(auto), maps_of(alone), strict=True):
        np.testing.assert_allclose(of_auto, of_alone, atol=1e-5)
    assert len(np.unique(maps_of(auto)[0])) > 2, "nodata, and more than one class"


def test_cells_at_the_border_come_with_tiles_and_those_in_corners_alone(
    uneven: Path, bundles: dict[str, Path], made, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[tuple[int, int]] = []

    def begin(predictor: Predictor, waiting: Sequence[WaitingWindow]) -> Batch:
        alone.extend(place for one in waiting for place in one.window.places)
        return begin_windows(predictor, waiting)

    monkeypatch.setattr("eurosat_qgis.core.classification.cell_map.begin_windows", begin)
    monkeypatch.setattr("eurosat_qgis.core.classification.tiles._LEAST_BORDER", 160)
    # 78 rows and 82 columns of cells, in whole ones 158.
    made(uneven, bundles["inner"])
    border = {(r, c) for r in range(78) for c in range(82) if r < 4 or c < 4}
    assert border <= set(alone)
    alone.clear()
    monkeypatch.setattr("eurosat_qgis.core.classification.tiles._LEAST_BORDER", 158)
    made(uneven, bundles["inner"])
    # 620 x 650 pixels: windows begin at 8 i - 28, and in the first four, last four (rows) and
    # last five (columns) are moved inward; the others show some of the hole.
    corners = {(r, c) for r in (*range(4), *range(74, 78)) for c in (*range(4), *range(77, 82))}
    assert corners <= set(alone)
    assert all(21 <= r <= 30 and 34 <= c <= 43 for r, c in set(alone) - corners)


@pytest.mark.parametrize("near", [1, 100_000, 1 << 30])
def test_how_many_rows_are_computed_at_once_is_no_matter(
    uneven: Path, bundles: dict[str, Path], made, monkeypatch: pytest.MonkeyPatch, near: int
) -> None:
    expected = maps_of(made(uneven, bundles["residual"], dense="on"))[1]
    monkeypatch.setattr("eurosat_qgis.core.network.dense_plan.NEAR_BYTES", near)
    monkeypatch.setattr(load_predictor(open_bundle(bundles["residual"])), "_dense", None)
    found = maps_of(made(uneven, bundles["residual"], "other", dense="on"))[1]
    np.testing.assert_allclose(found, expected, atol=1e-5)


@pytest.mark.parametrize("cell", [16, 32])
def test_it_is_dense_on_small_scenes_too(
    write_scene, bundles: dict[str, Path], made, cell: int
) -> None:
    scene = write_scene(np.random.default_rng(1).integers(200, 2500, (3, 200, 170), np.uint16))
    auto = made(scene, bundles["inner"], cell=cell)
    assert auto.dense
    alone = made(scene, bundles["inner"], "alone", cell=cell, dense="off")
    np.testing.assert_allclose(maps_of(auto)[1], maps_of(alone)[1], atol=1e-5)


def test_auto_leaves_a_dense_form_that_gives_other_classes(write_scene, write_bundle, made) -> None:
    import keras

    # Tells the step up from the zeros at a window's left rim: on even ground a window alone has it.
    layers = keras.layers
    network = keras.Sequential(
        [
            layers.Input((64, 64, 3)),
            layers.Conv2D(3, 3, padding="same", activation="relu", use_bias=False),
            layers.AveragePooling2D(8, name="end"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, activation="softmax"),
        ]
    )
    step = np.zeros((3, 3, 3, 3), np.float32)
    step[1, 1, 0, 0], step[1, 0, 0, 0] = 1, -1
    network.layers[0].set_weights([step])
    network.layers[-1].set_weights([np.eye(3, dtype=np.float32) * 1e4, np.float32([-5, 5, 0])])
    dense = {"trunk_output": "end", "stride": 8, "head": "global_average"}
    model = write_bundle(network, "rim", dense)
    scene = write_scene(np.full((3, 560, 560), 900, np.uint16))
    auto = made(scene, model)
    assert not auto.dense
    assert (read(auto.request.output) == 1).all()
    assert "window by window" in " ".join(auto.warnings)
    forced = read(made(scene, model, "forced", dense="on").request.output)
    assert (forced[4:-5, 4:-5] == 2).all()


def test_a_bundle_that_has_no_dense_form_says_so_and_is_classified(
    scene_file: Path, strongest_band_bundle: Path, made
) -> None:
    result = made(scene_file, strongest_band_bundle, dense="on")
    assert not result.dense
    assert "does not tell where its trunk ends" in " ".join(result.warnings)
    assert result.valid_cells == result.cells


def test_a_smaller_window_average_looks_at_the_middle_alone(
    write_scene, bundles: dict[str, Path], made
) -> None:
    # Where the middle 32 pixels and what surrounds them are the same, the rest of the ground does
    # not matter but for the trunk's own reach of 22 pixels.
    even = np.full((3, 192, 192), 700, np.uint16)
    other = even.copy()
    other[:, :40], other[:, -40:] = 2000, 2000
    for dense in ("on", "off"):
        found = [
            maps_of(made(write_scene(s), bundles["residual"], dense=dense, window_average=32))[1]
            for s in (even, other)
        ]
        assert found[0][11, 11] == pytest.approx(found[1][11, 11], abs=1e-6)
        assert abs(found[0][3, 11] - found[1][3, 11]) > 1e-5


def test_a_window_average_that_the_model_cannot_take_is_refused(
    scene_file: Path, bundles: dict[str, Path], made
) -> None:
    with pytest.raises(InputError, match="looks at its whole window"):
        made(scene_file, bundles["flat"], window_average=32)
    with pytest.raises(InputError, match="of 32 pixels or more"):
        made(scene_file, bundles["depthwise"], window_average=16)
    with pytest.raises(CannotBeDense, match="do not fit"):
        load_predictor(open_bundle(bundles["flat"])).dense(grid_over(640, 640, 12, 64))
