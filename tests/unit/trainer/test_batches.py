from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from trainer.batches import Share, steps_per_epoch, training_batches, validation_batches
from trainer.data import Images
from trainer.recipes import COURSE_RECIPE, OWN_RECIPE
from trainer.splits import read_split


@pytest.fixture(scope="module")
def images(eurosat: Path, lists: Path) -> Images:
    return read_split(eurosat, str(lists)).subset("train")


def numbered(images: Images) -> Images:
    """The same images with their own number as label, which tells them apart in a batch."""
    return replace(images, labels=np.arange(len(images)))


def labels_by_step(batches: Any) -> list[list[int]]:
    return [labels.numpy().tolist() for _, labels in batches]


def test_each_epoch_shows_every_image_once_in_an_order_of_its_own(images: Images) -> None:
    recipe = replace(COURSE_RECIPE, epochs=2)
    steps = labels_by_step(training_batches(numbered(images), recipe, 10, seed=1))
    assert [len(s) for s in steps] == [32, 8, 32, 8]
    assert len(steps) == 2 * steps_per_epoch(images, recipe)
    first, second = steps[0] + steps[1], steps[2] + steps[3]
    assert sorted(first) == sorted(second) == list(range(40))
    assert first != second


def test_a_later_start_sees_what_the_whole_run_sees_from_there_on(images: Images) -> None:
    recipe = replace(OWN_RECIPE, epochs=4, batch_size=16)
    whole = list(training_batches(images, recipe, 10, seed=7))
    resumed = list(training_batches(images, recipe, 10, seed=7, first_epoch=2))
    steps = steps_per_epoch(images, recipe)
    assert len(resumed) == 2 * steps
    for (inputs, targets), (again, targets_again) in zip(whole[2 * steps :], resumed, strict=True):
        assert np.array_equal(inputs, again)
        assert np.array_equal(targets, targets_again)


def test_seed_epoch_and_step_each_change_the_augmentation(images: Images) -> None:
    recipe = replace(OWN_RECIPE, epochs=2, batch_size=20)
    same = replace(images, pixels=np.repeat(images.pixels[:1], len(images), axis=0))

    def views(seed: int, epoch: int, step: int) -> np.ndarray:
        batches = training_batches(same, recipe, 10, seed, first_epoch=epoch)
        return list(batches)[step][0].numpy()

    first = views(1, 0, 0)
    assert np.array_equal(first, views(1, 0, 0))
    for other in (views(2, 0, 0), views(1, 1, 0), views(1, 0, 1)):
        assert not np.array_equal(first, other)


@pytest.mark.parametrize("replicas", [2, 3])
def test_workers_are_dealt_equal_shares_that_together_are_the_batch(
    images: Images, replicas: int
) -> None:
    recipe = replace(COURSE_RECIPE, epochs=1, batch_size=12)
    alone = labels_by_step(training_batches(numbered(images), recipe, 10, seed=1))
    dealt = [
        labels_by_step(
            training_batches(numbered(images), recipe, 10, 1, share=Share(replicas, r, r + 1))
        )
        for r in range(replicas)
    ]
    for step, batch in enumerate(alone):
        hands = [worker[step] for worker in dealt]
        assert len({len(hand) for hand in hands}) == 1
        assert set(batch) <= set(chain.from_iterable(hands))
    images_dealt = sum(len(hand) for worker in dealt for hand in worker)
    assert images_dealt == -(-40 // replicas) * replicas


def test_one_machine_with_two_devices_takes_two_hands_a_step(images: Images) -> None:
    recipe = replace(COURSE_RECIPE, epochs=1, batch_size=20)
    numbers = numbered(images)
    both = labels_by_step(training_batches(numbers, recipe, 10, 1, share=Share(4, 2, 4)))
    third = labels_by_step(training_batches(numbers, recipe, 10, 1, share=Share(4, 2, 3)))
    fourth = labels_by_step(training_batches(numbers, recipe, 10, 1, share=Share(4, 3, 4)))
    assert both == [third[0], fourth[0], third[1], fourth[1]]


def test_pixels_are_divided_by_255(eurosat: Path, lists: Path) -> None:
    images = read_split(eurosat, str(lists)).subset("val")
    inputs, labels = next(iter(validation_batches(images, COURSE_RECIPE, 10)))
    assert np.allclose(inputs.numpy(), images.pixels / 255)
    assert np.array_equal(labels, images.labels)
