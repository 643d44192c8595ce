"""What changed from one map to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from eurosat_qgis.core.accuracy.map_requests import CompareRequest
from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass

# What is compared beside classes, where a map holds it.
NODATA = CardClass(NODATA_CODE, "NoData", "No data", "#ffffff")
# A change has the code from x 1000 + to: 2008 is from 2 to 8.
CHANGE_STEP = 1000


@dataclass(frozen=True)
class Change:
    """Cells that went from one class to another; `area_m2` is None without a place on the map."""

    before: CardClass
    after: CardClass
    cells: int
    area_m2: float | None

    @property
    def code(self) -> int:
        return change_code(self.before.code, self.after.code)

    @property
    def title(self) -> str:
        return f"{self.before.title} → {self.after.title}"

    @property
    def color(self) -> str:
        """That of what is there now."""
        return self.after.color


@dataclass(frozen=True)
class Comparison:
    """From-to matrices of two maps, `(classes, classes)`, `before` by rows.

    `classes` are those that a map holds, with Uncertain and No data last where one holds them.
    `areas` are m², or pixels when not `placed`.
    """

    request: CompareRequest
    before: str
    after: str
    classes: tuple[CardClass, ...]
    cells: np.ndarray
    areas: np.ndarray
    placed: bool
    notes: tuple[str, ...]
    seconds: float

    def changes(self) -> list[Change]:
        """From class to another class, the largest first."""
        found = [
            Change(a, b, int(self.cells[i, j]), self._area(self.areas[i, j]))
            for i, a in enumerate(self.classes)
            for j, b in enumerate(self.classes)
            if i != j and self.cells[i, j] and is_class(a) and is_class(b)
        ]
        return sorted(found, key=lambda change: (-(change.area_m2 or change.cells), change.code))

    def as_json(self) -> dict[str, Any]:
        """The object that `compare --json` and the worker give; null is not known."""
        real = np.array([is_class(c) for c in self.classes])
        both = np.outer(real, real)
        changed = both & ~np.eye(len(real), dtype=bool)
        whole = self.areas[both].sum()
        uncertain = np.array([c == UNCERTAIN for c in self.classes])
        nodata = np.array([c == NODATA for c in self.classes])
        in_either = {
            "uncertain": uncertain[:, None] | uncertain[None, :],
            "nodata": nodata[:, None] | nodata[None, :],
        }
        return {
            "before": self.before,
            "after": self.after,
            "compared_cells": int(self.cells[both].sum()),
            "compared_area_m2": self._area(whole),
            "changed_cells": int(self.cells[changed].sum()),
            "changed_area_m2": self._area(self.areas[changed].sum()),
            "changed_share": float(self.areas[changed].sum() / whole) if whole else 0.0,
            **{f"{name}_cells": int(self.cells[which].sum()) for name, which in in_either.items()},
            "classes": [self._class_json(i) for i in range(len(self.classes))],
            "from_to_cells": self.cells.tolist(),
            "from_to_ha": (self.areas / 1e4).tolist() if self.placed else None,
            "changes": [_change_json(change) for change in self.changes()],
            "outputs": {name: str(path) for name, path in self.request.outputs().items()},
            "seconds": round(self.seconds, 3),
            "warnings": list(self.notes),
        }

    def _class_json(self, i: int) -> dict[str, Any]:
        c = self.classes[i]
        return {
            "code": c.code,
            "name": c.name,
            "title": c.title,
            "color": c.color,
            "before_m2": self._area(self.areas[i].sum()),
            "after_m2": self._area(self.areas[:, i].sum()),
            "net_m2": self._area(self.areas[:, i].sum() - self.areas[i].sum()),
        }

    def _area(self, area: float) -> float | None:
        return float(area) if self.placed else None


def is_class(c: CardClass) -> bool:
    """Whether it is a class, neither Uncertain nor No data."""
    return c.code not in (UNCERTAIN.code, NODATA_CODE)


def change_code(before: int, after: int) -> int:
    """The code of a change in a raster of changes."""
    return before * CHANGE_STEP + after


def change_codes(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """from x 1000 + to of each cell, `(rows, cols) int32`; unchanged cells have one too (2002).

    0 where either map is nodata or uncertain.
    """
    codes = before.astype(np.int32)
    codes *= CHANGE_STEP
    codes += after
    for of_map in (before, after):
        codes[(of_map == NODATA_CODE) | (of_map == UNCERTAIN.code)] = NODATA_CODE
    return codes


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "code": change.code,
        "from": change.before.code,
        "to": change.after.code,
        "from_title": change.before.title,
        "to_title": change.after.title,
        "title": change.title,
        "color": change.color,
        "cells": change.cells,
        "area_m2": change.area_m2,
    }
