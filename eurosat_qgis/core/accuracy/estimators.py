"""Accuracy and area from a confusion matrix: of a stratified sample, or of plain counts.

Rows are the map's classes i, columns the reference's classes j. The equations are those of Olofsson
et al. 2014, Good practices for estimating area and assessing accuracy of land change, Remote
Sensing of Environment 148, 42-57, doi:10.1016/j.rse.2014.02.015.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

# Half width of a 95 % interval in standard errors.
Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Scores:
    """Agreement of map and reference, shares of 0 to 1; NaN where there is nothing to score.

    `users`, `producers` and `f1` are `(classes,)`. The `_ci95` are half widths of 95 % intervals,
    None where the design gives none, NaN where a class has too few samples for one.
    """

    overall: float
    kappa: float
    users: np.ndarray
    producers: np.ndarray
    f1: np.ndarray
    overall_ci95: float | None = None
    users_ci95: np.ndarray | None = None
    producers_ci95: np.ndarray | None = None


@dataclass(frozen=True)
class StratifiedEstimate:
    """What a stratified sample tells of the whole map.

    `proportions` are shares of the map's area, `(classes, classes)`, which sum to 1; `area` are
    those of the reference classes and `area_ci95` their half widths of 95 % intervals.
    """

    proportions: np.ndarray
    scores: Scores
    area: np.ndarray
    area_ci95: np.ndarray


def scores_of_counts(counts: np.ndarray) -> Scores:
    """Scores of a matrix of counts, areas or shares, `(classes, classes)`, without intervals."""
    matrix = counts.astype(float)
    total = matrix.sum()
    agreed, mapped, referenced = np.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    overall = float(_ratio(agreed.sum(), total))
    # Cohen 1960: agreement beyond that of independent map and reference with the same shares.
    by_chance = float(_ratio(mapped @ referenced, total**2))
    return Scores(
        overall=overall,
        kappa=float(_ratio(np.array(overall - by_chance), np.array(1 - by_chance))),
        users=_ratio(agreed, mapped),
        producers=_ratio(agreed, referenced),
        # The harmonic mean of the two, also where one of them is unknown.
        f1=_ratio(2 * agreed, mapped + referenced),
    )


def stratified_estimate(counts: np.ndarray, areas: np.ndarray) -> StratifiedEstimate:
    """Estimates from a stratified random sample whose strata are the map's classes.

    `counts` `(classes, classes)` are sample points, `areas` `(classes,)` what each class covers on
    the map, in any unit; a stratum without points must have no area. Equations 4 to 11 of the
    paper. A stratum with one point has an unknown variance, and all that depends on it is NaN.

    Raises ValueError when a stratum has area and no points.
    """
    sampled = counts.sum(axis=1)
    if (areas[sampled == 0] > 0).any():
        raise ValueError("a stratum with area has no sample points")
    weights = areas / areas.sum()
    within = _ratio(counts.astype(float), sampled[:, None], unknown=0.0)
    proportions = weights[:, None] * within
    # What of each reference class a stratum holds: its variance, eq. 10 without the weights.
    spread = _variance_of_mean(within, sampled)
    area = proportions.sum(axis=0)
    return StratifiedEstimate(
        proportions=proportions,
        scores=_with_intervals(scores_of_counts(proportions), weights, spread, area),
        area=area,
        area_ci95=Z_95 * np.sqrt((weights[:, None] ** 2 * spread).sum(axis=0)),
    )


def _with_intervals(
    scores: Scores, weights: np.ndarray, spread: np.ndarray, area: np.ndarray
) -> Scores:
    own = np.diag(spread)
    overall = float((weights**2 * own).sum())  # eq. 5
    # Eq. 7, with areas as shares. Of i = j only the first term counts.
    others = (weights[:, None] ** 2 * spread).sum(axis=0) - weights**2 * own
    producers = scores.producers
    variance = _ratio(weights**2 * (1 - producers) ** 2 * own + producers**2 * others, area**2)
    return Scores(
        scores.overall,
        scores.kappa,
        scores.users,
        producers,
        scores.f1,
        overall_ci95=Z_95 * float(np.sqrt(overall)),
        users_ci95=np.where(np.isnan(scores.users), np.nan, Z_95 * np.sqrt(own)),  # eq. 6
        producers_ci95=Z_95 * np.sqrt(variance),
    )


def _variance_of_mean(share: np.ndarray, sampled: np.ndarray) -> np.ndarray:
    """p (1 - p) / (n - 1) of each stratum, 0 where it has no points, NaN where it has one."""
    degrees = np.where(sampled == 0, np.inf, np.where(sampled == 1, np.nan, sampled - 1.0))
    return share * (1 - share) / degrees[:, None]


def _ratio(part: np.ndarray, whole: np.ndarray, unknown: float = float("nan")) -> np.ndarray:
    shape = np.broadcast_shapes(np.shape(part), np.shape(whole))
    return np.divide(part, whole, out=np.full(shape, unknown), where=np.asarray(whole) != 0)
