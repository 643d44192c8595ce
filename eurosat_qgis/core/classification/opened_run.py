"""What a request names, opened: the scene, what hides it, and the cells that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from eurosat_qgis.core.bundle import Bundle, Card
from eurosat_qgis.core.classification.cell_map import How
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.grid import Grid, grid_over
from eurosat_qgis.core.masks.masks import MaskChoice, Masks, open_masks
from eurosat_qgis.core.network.dense_network import DenseNetwork
from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene import Scene, open_scene
from eurosat_qgis.core.vectors.vector_packages import vector_packages_for

if TYPE_CHECKING:
    from eurosat_qgis.core.masks.area_of_interest import AreaOfInterest


@dataclass(frozen=True)
class OpenedRun:
    """An open scene, its masks, the grid's part that is asked for, and which of its cells are.

    `wanted` is `(rows, cols) bool`.
    """

    scene: Scene
    masks: Masks
    grid: Grid
    area: AreaOfInterest | None
    wanted: np.ndarray


class SceneChoice(MaskChoice, Protocol):
    """What of a request says which scene is read, how, and what of it is masked."""

    @property
    def scene(self) -> str: ...
    @property
    def bands(self) -> str: ...
    @property
    def scaling(self) -> str: ...
    @property
    def atmosphere(self) -> str: ...
    def reading(self) -> Reading: ...


@contextmanager
def opened_scene(request: SceneChoice, card: Card) -> Iterator[tuple[Scene, Masks]]:
    """Open a scene as a network reads it, and its masks.

    Raises InputError or MissingPackageError.
    """
    with (
        open_scene(
            request.scene,
            card.bands,
            request.bands,
            request.scaling,
            request.atmosphere,
            card.level,
            request.reading(),
        ) as scene,
        open_masks(request, scene, card.bands, scene.facts.scene_classification) as masks,
    ):
        yield scene, masks


@contextmanager
def opened_run(request: ClassifyRequest, bundle: Bundle) -> Iterator[OpenedRun]:
    """Open what a request reads. Raises InputError or MissingPackageError."""
    card = bundle.card
    with opened_scene(request, card) as (scene, masks):
        grid = grid_over(
            scene.height,
            scene.width,
            request.cell,
            card.patch_size,
            scene.extent_on_grid(request.extent),
            scene.transform,
        )
        area, grid, wanted = _area_and_cells(request.aoi, scene, grid)
        yield OpenedRun(scene, masks, grid, area, wanted)


def how_of(request: ClassifyRequest, grid: Grid, network: DenseNetwork | None) -> How:
    """How a request's cells are classified, by `network` or window by window."""
    return How(
        request.max_masked,
        min(request.window_average, grid.window),
        network,
        request.probabilities is not None,
        request.precision,
        request.threads,
        request.memory,
    )


def _area_and_cells(
    source: str | None, scene: Scene, grid: Grid
) -> tuple[AreaOfInterest | None, Grid, np.ndarray]:
    """The area of interest, the part of the grid around it, and which of its cells touch it."""
    if source is None:
        return None, grid, np.ones((grid.rows, grid.cols), bool)
    with vector_packages_for("Areas of interest"):
        from eurosat_qgis.core.masks.area_of_interest import cells_in, open_area
    area = open_area(source, scene)
    return area, *cells_in(area, grid)
