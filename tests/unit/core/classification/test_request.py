from __future__ import annotations

from pathlib import Path

import pytest

from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError


@pytest.mark.parametrize("cell", [0, -8, 7, 65, 128])
def test_only_the_grid_rules_cells_are_possible(cell: int) -> None:
    with pytest.raises(InputError, match="choose 64, 32, 16, 8"):
        ClassifyRequest("a.tif", Path("b.tif"), cell=cell)


@pytest.mark.parametrize("confidence", [-0.1, 1.0, float("nan")])
def test_a_minimum_confidence_outside_zero_to_one_is_refused(confidence: float) -> None:
    with pytest.raises(InputError, match="minimum confidence"):
        ClassifyRequest("a.tif", Path("b.tif"), min_confidence=confidence)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_largest_masked_share_outside_zero_to_one_is_refused(share: float) -> None:
    with pytest.raises(InputError, match="masked pixels"):
        ClassifyRequest("a.tif", Path("b.tif"), max_masked=share)


def test_classes_that_are_none_are_refused_before_anything_is_opened() -> None:
    with pytest.raises(InputError, match="no class of the scene classification"):
        ClassifyRequest("a.tif", Path("b.tif"), mask_classes="clouds")


def test_two_outputs_of_one_name_are_refused() -> None:
    with pytest.raises(InputError, match="same name"):
        ClassifyRequest("a.tif", Path("b.tif"), confidence=Path("x/../b.tif"))
