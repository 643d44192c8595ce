"""How steady a network is when colours and detail are those of another day, or another program.

Each case changes the digital numbers, DN' = gain x DN + offset, and then stretches them to values
as the images were (clipped, and rounded where those are): `clean` changes nothing; `gain_0.9`,
`gain_1.1`, `offset_-100` and `offset_+100` change all bands of all images alike; `random_1` to
`random_3` draw, for each band of each image, a gain of 0.9 to 1.1 and an offset of -100 to +100 DN,
evenly spread, from the case's number as seed. `noise_10` adds normal noise of 10 DN to every pixel
of each band; `half_pixel` brings the images to a grid half a pixel to the south-east, bilinearly.
"""

from __future__ import annotations

from dataclasses import replace

import keras
import numpy as np

from trainer.data import Images
from trainer.evaluation import predict
from trainer.inputs import InputScaling

GAIN = 0.1
OFFSET_DN = 100.0
NOISE_DN = 10.0
RANDOM_CASES = 3
_AT_A_TIME = 500


def jittered_accuracies(model: keras.Model, images: Images) -> dict[str, float]:
    """Accuracy (0..1) of each case, and `worst` and `mean` of all but `clean`."""
    found = {
        name: _accuracy(model, jittered(images, gain, offset_dn))
        for name, (gain, offset_dn) in _cases(images).items()
    }
    found[f"noise_{NOISE_DN:g}"] = _accuracy(model, noisy(images, NOISE_DN))
    found["half_pixel"] = _accuracy(model, half_a_pixel_on(images))
    return {
        "clean": _accuracy(model, images),
        **found,
        "worst": min(found.values()),
        "mean": float(np.mean(list(found.values()))),
    }


def jittered(images: Images, gain: np.ndarray, offset_dn: np.ndarray) -> Images:
    """The images as they were if their DN were `gain * DN + offset_dn`.

    Both are `(N, bands)` or of a shape that spreads to it.
    """
    shape = (len(images), len(images.format.bands))
    gains, offsets = np.broadcast_to(gain, shape), np.broadcast_to(offset_dn, shape)
    pixels = np.empty_like(images.pixels)
    # A part at a time: numbers as float32 take up to four times the room of the images.
    for start in range(0, len(images), _AT_A_TIME):
        part = slice(start, start + _AT_A_TIME)
        pixels[part] = _changed(
            images.pixels[part],
            gains[part, None, None],
            offsets[part, None, None],
            images.format.scaling,
        )
    return replace(images, pixels=pixels)


def noisy(images: Images, noise_dn: float, seed: int = 1) -> Images:
    """The images with independent normal noise of `noise_dn` DN in every pixel and band."""
    rng = np.random.default_rng(seed)
    pixels = np.empty_like(images.pixels)
    for start in range(0, len(images), _AT_A_TIME):
        part = slice(start, start + _AT_A_TIME)
        noise = noise_dn * rng.standard_normal(images.pixels[part].shape, np.float32)
        pixels[part] = _changed(images.pixels[part], np.ones(1), noise, images.format.scaling)
    return replace(images, pixels=pixels)


def half_a_pixel_on(images: Images) -> Images:
    """The images on a grid half a pixel to the south-east: each the mean of four pixels.

    The last row and column have no neighbour and take the mean of the two that there are.
    """
    pixels = np.empty_like(images.pixels)
    for start in range(0, len(images), _AT_A_TIME):
        values = images.pixels[start : start + _AT_A_TIME].astype(np.float32)
        padded = np.pad(values, ((0, 0), (0, 1), (0, 1), (0, 0)), "edge")
        rows = padded[:, :-1] + padded[:, 1:]
        mean = (rows[:, :, :-1] + rows[:, :, 1:]) / 4
        pixels[start : start + _AT_A_TIME] = np.floor(mean + 0.5)
    return replace(images, pixels=pixels)


def _changed(
    values: np.ndarray, gain: np.ndarray, offset_dn: np.ndarray, scaling: InputScaling
) -> np.ndarray:
    dn = (values.astype(np.float32) - scaling.value_min) / scaling.values_per_dn + scaling.dn_min
    moved = gain * dn + offset_dn
    stretched = scaling.value_min + scaling.values_per_dn * (moved - scaling.dn_min)
    return np.floor(np.clip(stretched, scaling.value_min, scaling.value_max) + 0.5)


def _cases(images: Images) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    one, nothing = np.ones(1), np.zeros(1)
    cases = {
        **{f"gain_{g:g}": (np.array([g]), nothing) for g in (1 - GAIN, 1 + GAIN)},
        **{f"offset_{o:+g}": (one, np.array([o])) for o in (-OFFSET_DN, OFFSET_DN)},
    }
    shape = (len(images), len(images.format.bands))
    for seed in range(1, RANDOM_CASES + 1):
        rng = np.random.default_rng(seed)
        gains = rng.uniform(1 - GAIN, 1 + GAIN, shape)
        cases[f"random_{seed}"] = (gains, rng.uniform(-OFFSET_DN, OFFSET_DN, shape))
    return cases


def _accuracy(model: keras.Model, images: Images) -> float:
    return float((predict(model, images).argmax(axis=1) == images.labels).mean())
