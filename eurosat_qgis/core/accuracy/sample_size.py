"""How many points to label, and how to share them among the map's classes.

Olofsson et al. 2014 (see `estimators`), section 5.1; Cochran 1977, Sampling Techniques, ch. 5.
"""

from __future__ import annotations

import numpy as np

from eurosat_qgis.core.accuracy.map_requests import EQUAL, NEYMAN
from eurosat_qgis.core.errors import InputError


def sample_size(weights: np.ndarray, expected: np.ndarray, standard_error: float) -> int:
    """Points for a `standard_error` of overall accuracy (0..1), eq. 13 of the paper.

    `weights` are the classes' shares of the map, `expected` their expected user's accuracies.
    """
    spread = np.sqrt(expected * (1 - expected))
    return int(np.ceil((float(weights @ spread) / standard_error) ** 2))


def allocation(
    size: int,
    weights: np.ndarray,
    expected: np.ndarray,
    how: str,
    minimum: int,
    most: np.ndarray | None = None,
) -> np.ndarray:
    """Points for each class, `(classes,) int`, which sum to `size` where there is room.

    `how` is a name of `map_requests.ALLOCATIONS`: in proportion to the classes' area, in equal
    parts, or in proportion to area times expected standard deviation (Neyman's optimum for overall
    accuracy). A class gets `minimum` points at least, as the paper advises for rare ones, and the
    others share the rest. Classes take no more than `most`.

    Raises InputError when `minimum` does not fit into `size`.
    """
    room = np.full(len(weights), size) if most is None else np.minimum(most, size)
    points = np.minimum(minimum, room)
    if points.sum() > size:
        raise InputError(
            f"{size} points are too few for {minimum} in each of {len(weights)} classes: take at "
            f"least {int(points.sum())}, or a smaller minimum."
        )
    shares = {EQUAL: np.ones(len(weights)), NEYMAN: weights * np.sqrt(expected * (1 - expected))}
    goal = shares.get(how, weights)
    # A class that is expected to hold no error has no share; any will do then.
    goal = goal if goal.sum() > 0 else weights
    for _ in range(min(size, int(room.sum())) - int(points.sum())):
        # Sainte-Laguë's rule: next comes the class that is furthest behind its share.
        behind = np.where(points < room, goal / (points + 0.5), -1.0)
        points[int(np.argmax(behind))] += 1
    return points
