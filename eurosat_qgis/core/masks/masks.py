"""What hides the ground: masks of a product, of the user, and the screen for thick cloud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import reduce
from typing import Protocol

import numpy as np

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.cloud_screen import cloud_screen
from eurosat_qgis.core.masks.raster_mask import (
    is_raster,
    open_raster_mask,
    open_scene_classification,
)
from eurosat_qgis.core.masks.scene_classes import DEFAULT_MASK_CLASSES, class_numbers
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.vectors.vector_packages import vector_packages_for


class PixelMask(Protocol):
    """Something that hides pixels of a scene."""

    @property
    def description(self) -> str:
        """What it is, in a few words."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know of it, each in a line."""
        ...

    @property
    def halo(self) -> int:
        """How many pixels around a pixel tell whether it is hidden."""
        ...

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray:
        """Which pixels of a window are hidden, `(height, width) bool`.

        `row` and `col` are the scene's pixel at the window's corner, `numbers` its Level-1C
        digital numbers `(height, width, bands)`.
        """
        ...


class MaskChoice(Protocol):
    """What of a request says which masks there are."""

    @property
    def scl(self) -> str | None: ...
    @property
    def mask_classes(self) -> str | None: ...
    @property
    def mask(self) -> str | None: ...
    @property
    def cloud_screen(self) -> bool: ...


@dataclass(frozen=True)
class Masks:
    """Every mask of a run; what one hides is hidden."""

    masks: tuple[PixelMask, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know of them, each in a line."""
        return tuple(note for mask in self.masks for note in mask.notes)

    @property
    def descriptions(self) -> tuple[str, ...]:
        """What is masked, each in a few words."""
        return tuple(mask.description for mask in self.masks)

    @property
    def halo(self) -> int:
        """How many pixels around a window are to be read with it; less only at the scene's edge."""
        return max((mask.halo for mask in self.masks), default=0)

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray | None:
        """Which pixels of a window are hidden, `(height, width) bool`; None without a mask."""
        hidden = [mask.hides(row, col, numbers) for mask in self.masks]
        return reduce(np.logical_or, hidden) if hidden else None


@contextmanager
def open_masks(
    request: MaskChoice, scene: Scene, bands: tuple[str, ...], product_classes: str | None
) -> Iterator[Masks]:
    """Open the masks that a request names, on the scene's pixels.

    `bands` are those that the scene is read with, `product_classes` the scene classification that
    belongs to the scene's product, as a name that GDAL opens. A file of the user's goes before it.

    Raises InputError when one cannot be used.
    """
    classes = class_numbers(request.mask_classes or ",".join(DEFAULT_MASK_CLASSES))
    scl = request.scl or product_classes
    if scl is None and request.mask_classes is not None and classes:
        raise InputError(
            "There is no scene classification to mask by: give one (SCL) with --scl (SCL in QGIS)."
        )
    masks: list[PixelMask] = []
    with ExitStack() as stack:
        if scl is not None and classes:
            masks.append(stack.enter_context(open_scene_classification(scl, scene, classes)))
        if request.mask is not None:
            masks.append(stack.enter_context(_given_mask(request.mask, scene)))
        if request.cloud_screen:
            masks.append(cloud_screen(bands))
        yield Masks(tuple(masks))


@contextmanager
def _given_mask(source: str, scene: Scene) -> Iterator[PixelMask]:
    if is_raster(source):
        with open_raster_mask(source, scene) as mask:
            yield mask
        return
    with vector_packages_for("Masks of polygons"):
        from eurosat_qgis.core.masks.polygon_mask import open_polygon_mask
    yield open_polygon_mask(source, scene)
