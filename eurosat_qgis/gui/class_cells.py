"""Where on a map the cells of a class are: rectangles to flash, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

# Columns first to last and rows first to last, both without the last.
Rectangle = tuple[int, int, int, int]


def class_rectangles(rows: Sequence[bytes], code: int) -> list[Rectangle]:
    """Rectangles `(left, right, top, bottom)` that together cover all cells of `code`, each once.

    Runs of one row join the equal run of the row above.
    """
    found: list[Rectangle] = []
    open_runs: dict[tuple[int, int], int] = {}
    for number, row in enumerate([*rows, b""]):
        runs = set(_runs(row, code))
        ended = [run for run in open_runs if run not in runs]
        found += [(*run, open_runs.pop(run), number) for run in ended]
        for run in runs:
            open_runs.setdefault(run, number)
    return sorted(found)


def _runs(row: bytes, code: int) -> list[tuple[int, int]]:
    runs = []
    start = row.find(code)
    while start >= 0:
        stop = start
        while stop < len(row) and row[stop] == code:
            stop += 1
        runs.append((start, stop))
        start = row.find(code, stop)
    return runs
