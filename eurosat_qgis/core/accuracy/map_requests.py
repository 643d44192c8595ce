"""What a user asks about finished maps: how good, and what changed. Plain Python for both sides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eurosat_qgis.core.errors import InputError

AUTO, STRATIFIED, COUNTS = "auto", "stratified", "counts"
DESIGNS = (AUTO, STRATIFIED, COUNTS)
PROPORTIONAL, EQUAL, NEYMAN = "proportional", "equal", "neyman"
ALLOCATIONS = (PROPORTIONAL, EQUAL, NEYMAN)
RANDOM, CENTRE = "random", "centre"
PLACES = (RANDOM, CENTRE)
# The field that `sample` leaves to be filled in, and the one with the map's class.
REFERENCE_FIELD, MAP_FIELD = "reference", "map_class"
# The grouping that comes with the plugin, as a name for `AssessRequest.classes`.
CORINE = "corine"
# Olofsson et al. 2014, 5.1.2: 50 to 100 for each rare class.
USUAL_MINIMUM = 50
USUAL_STANDARD_ERROR = 0.02
USUAL_EXPECTED_ACCURACY = 0.8
# More than anyone labels.
MOST_POINTS = 100_000


@dataclass(frozen=True)
class AssessRequest:
    """A map to be held against a reference.

    `reference` is a file of points or polygons (`FILE` or `FILE|layer`) with the class in `field`,
    or a raster; `classes` a table that brings its values to the map's classes, or `corine`. `model`
    names the map's classes where the map does not. A cell counts in a polygon or raster reference
    when its largest reference class covers at least `min_share` of it. Outputs that are None are
    not written.

    Raises InputError on an option that cannot be used.
    """

    map: str
    reference: str
    field: str | None = None
    classes: str | None = None
    design: str = AUTO
    min_share: float = 0.0
    model: Path | None = None
    csv: Path | None = None
    html: Path | None = None

    def __post_init__(self) -> None:
        _check_choice(self.design, DESIGNS, "design")
        _check_share(self.min_share, "smallest share of a cell")
        _check_outputs(self.outputs())

    def outputs(self) -> dict[str, Path]:
        """The wanted outputs by name."""
        return _given({"csv": self.csv, "html": self.html})


@dataclass(frozen=True)
class SampleRequest:
    """Points to be drawn from a map's classes, for people to label.

    Without `size` there are as many as the `standard_error` of overall accuracy asks for, at an
    `expected` user's accuracy: of all classes, or `Forest=0.9,River=0.6,0.8` with the last for all
    others. `minimum` None is 50 a class, or as many as `size` has room for. `place` is a random one
    in the cell, or its centre. `blind` leaves the map's class out of the file.

    Raises InputError on an option that cannot be used.
    """

    map: str
    output: Path
    size: int | None = None
    standard_error: float = USUAL_STANDARD_ERROR
    expected: str = str(USUAL_EXPECTED_ACCURACY)
    allocation: str = PROPORTIONAL
    minimum: int | None = None
    place: str = RANDOM
    blind: bool = False
    seed: int | None = None
    model: Path | None = None

    def __post_init__(self) -> None:
        _check_choice(self.allocation, ALLOCATIONS, "allocation")
        _check_choice(self.place, PLACES, "place")
        if self.size is not None and not 1 <= self.size <= MOST_POINTS:
            raise InputError(
                f"A sample of {self.size} points is not possible: take 1 to {MOST_POINTS}."
            )
        if not 0 < self.standard_error < 0.5:
            raise InputError(
                f"A standard error of {self.standard_error:g} is not possible: give a share above "
                "0 and below 0.5, such as 0.02."
            )
        if self.minimum is not None and self.minimum < 0:
            raise InputError(f"A minimum of {self.minimum} points is not possible: give 0 or more.")
        if self.seed is not None and self.seed < 0:
            raise InputError(f"A seed of {self.seed} is not possible: give 0 or more.")

    def outputs(self) -> dict[str, Path]:
        """The wanted outputs by name."""
        return {"output": self.output}


@dataclass(frozen=True)
class CompareRequest:
    """Two maps of one place to be held against each other. Outputs that are None are not written.

    Raises InputError when two outputs have one name.
    """

    before: str
    after: str
    change: Path | None = None
    polygons: Path | None = None
    stats: Path | None = None
    model: Path | None = None

    def __post_init__(self) -> None:
        _check_outputs(self.outputs())

    def outputs(self) -> dict[str, Path]:
        """The wanted outputs by name."""
        return _given({"change": self.change, "polygons": self.polygons, "stats": self.stats})


def _given(named: dict[str, Path | None]) -> dict[str, Path]:
    return {name: path for name, path in named.items() if path is not None}


def _check_choice(given: str, known: tuple[str, ...], what: str) -> None:
    if given not in known:
        raise InputError(f"{given} is no {what}: choose {', '.join(known)}.")


def _check_share(given: float, what: str) -> None:
    if not 0 <= given <= 1:
        raise InputError(f"A {what} of {given:g} is not possible: choose 0 to 1.")


def _check_outputs(outputs: dict[str, Path]) -> None:
    paths = [path.resolve() for path in outputs.values()]
    if len(set(paths)) < len(paths):
        raise InputError("Two outputs have the same name: give each its own.")
