from __future__ import annotations

import keras
import numpy as np
import pytest

from trainer.data import Images
from trainer.inputs import RGB, InputFormat, reflectance
from trainer.jitter import half_a_pixel_on, jittered, jittered_accuracies, noisy


def images_of(values: np.ndarray, source: InputFormat, labels: np.ndarray | None = None) -> Images:
    """Uniform images, one of each row of `values` `(N, bands)`."""
    count, bands = values.shape
    pixels = np.broadcast_to(values[:, None, None, :], (count, 64, 64, bands)).copy()
    labels = np.zeros(count, np.int64) if labels is None else labels
    return Images(pixels, labels, tuple(f"Forest/{i}" for i in range(count)), source)


@pytest.mark.parametrize(
    ("gain", "offset", "expected"),
    [
        # By hand: value 128 is DN 127 * 2750 / 254 = 1375, and 1 is DN 0.
        (1.0, 0.0, [128, 1, 255]),
        (0.9, 0.0, [115, 1, 230]),  # 1 + 1237.5 * 254 / 2750 = 115.3; 1 + 0.9 * 254 = 229.6
        (1.1, 0.0, [141, 1, 255]),  # 140.7, clipped
        (1.0, 100.0, [137, 10, 255]),  # 100 DN are 9.236 levels
        (1.0, -100.0, [119, 1, 246]),
        (0.9, -100.0, [106, 1, 220]),
    ],
)
def test_rgb_values_change_as_their_digital_numbers_do(
    gain: float, offset: float, expected: list[int]
) -> None:
    before = images_of(np.array([[128, 1, 255]], np.uint8), RGB)
    after = jittered(before, np.array([gain]), np.array([offset]))
    assert after.pixels.dtype == np.uint8
    assert after.pixels[0, 5, 5].tolist() == expected


def test_reflectance_is_clipped_at_0_and_1() -> None:
    before = images_of(np.array([[1000, 50, 9800]], np.uint16), reflectance(("B02", "B08", "B11")))
    brighter = jittered(before, np.array([1.1]), np.array([0.0]))
    darker = jittered(before, np.array([1.0]), np.array([-100.0]))
    assert brighter.pixels[0, 0, 0].tolist() == [1100, 55, 10000]
    assert darker.pixels[0, 0, 0].tolist() == [900, 0, 9700]


def test_each_band_of_each_image_has_its_own_change() -> None:
    before = images_of(np.full((2, 3), 128, np.uint8), RGB)
    gains = np.array([[0.9, 1.0, 1.1], [1.0, 1.0, 0.9]])
    after = jittered(before, gains, np.zeros(1))
    assert after.pixels[:, 9, 9].tolist() == [[115, 128, 141], [128, 128, 115]]


def test_noise_is_as_wide_as_asked_for_and_rounded_as_the_images_are() -> None:
    before = images_of(np.full((20, 3), 128, np.uint8), RGB)
    after = noisy(before, 40.0)
    # 40 DN are 3.69 levels; rounding adds a twelfth of a level squared.
    assert after.pixels.std() == pytest.approx(np.sqrt((40 * 254 / 2750) ** 2 + 1 / 12), rel=0.02)
    assert after.pixels.mean() == pytest.approx(128, abs=0.05)
    assert not np.array_equal(after.pixels[0], after.pixels[1])


def test_half_a_pixel_on_each_pixel_is_the_mean_of_four() -> None:
    before = images_of(np.full((1, 3), 0, np.uint8), RGB)
    before.pixels[0, 10, 20] = (100, 101, 255)
    after = half_a_pixel_on(before).pixels[0]
    # 101 / 4 = 25.25; 255 / 4 = 63.75.
    expected = np.zeros((64, 64, 3), np.uint8)
    expected[9:11, 19:21] = (25, 25, 64)
    assert np.array_equal(after, expected)


def test_accuracies_are_those_of_a_network_that_tells_bright_from_dark() -> None:
    # Class 1 above 0.5, class 0 below, of ten classes.
    network = keras.Sequential(
        [
            keras.layers.Input((64, 64, 3)),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    kernel, bias = np.zeros((3, 10), np.float32), np.full(10, -100, np.float32)
    kernel[:, 1], bias[0], bias[1] = 100 / 3, 0, -50
    network.layers[-1].set_weights([kernel, bias])
    # DN 1200 and 1500 of the 1375.7 where values pass 127.5.
    dn = np.repeat([[1200], [1500]], 3, axis=1)
    values = np.floor(1 + 254 * dn / 2750 + 0.5).astype(np.uint8)
    found = jittered_accuracies(network, images_of(values, RGB, np.array([0, 1])))
    assert found["clean"] == 1
    # 1500 x 0.9 = 1350 is dark; 1200 x 1.1 = 1320 stays so; so do 1300, and 1400 bright.
    assert (found["gain_0.9"], found["gain_1.1"]) == (0.5, 1)
    assert (found["offset_-100"], found["offset_+100"]) == (1, 1)
    changed = [a for name, a in found.items() if name not in ("clean", "worst", "mean")]
    assert len(changed) == 9
    assert found["worst"] == min(changed)
    assert found["mean"] == pytest.approx(sum(changed) / 9)
