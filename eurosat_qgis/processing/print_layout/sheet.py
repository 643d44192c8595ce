"""Where things stand on the sheet, in millimetres from its upper left corner."""

from __future__ import annotations

import math
from dataclasses import dataclass

# A4, landscape.
WIDTH, HEIGHT = 297.0, 210.0
MARGIN = 10.0
TITLE_HEIGHT, SUBTITLE_HEIGHT = 9.0, 5.5
# Coordinates stand left of the map and below it; a caption above each map where there are several.
LABELS_LEFT, LABELS_BELOW, CAPTION = 6.5, 6.0, 5.5
GAP = 6.0
COLUMN_WIDTH, COLUMN_GAP = 79.0, 8.0
FOOTER_HEIGHT = 8.5
RAMP_WIDTH = 40.0
SCALE_BAR_HEIGHT = 13.0
ROW_HEIGHT, LEAST_ROW_HEIGHT = 5.6, 3.2
# An inset of less is no picture.
LEAST_INSET = 18.0


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True)
class Sheet:
    """The places of a sheet's parts; `companions` are maps of the same ground, in their order.

    `captions` tells whether the maps need names, which stand above their boxes.
    """

    title: Box
    subtitle: Box
    main: Box
    companions: tuple[Box | None, ...]
    captions: bool
    legend: Box
    row_height: float
    scale_bar: Box
    footer: Box


def arrange(shape: float, companions: int, legend_rows: int) -> Sheet:
    """Arrange a map of `shape` (width by height), some companions and a legend of so many rows.

    The map is as large as the sheet allows. A companion stands beside or below it at the same size
    where there is room, else in the column under the legend; None where that has none either.
    """
    title = Box(MARGIN, MARGIN - 1.5, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
    subtitle = Box(MARGIN, title.bottom, title.width, SUBTITLE_HEIGHT)
    footer = Box(MARGIN, HEIGHT - MARGIN - FOOTER_HEIGHT + 2, title.width, FOOTER_HEIGHT)
    column_left = WIDTH - MARGIN - COLUMN_WIDTH
    top, bottom = subtitle.bottom + 4, footer.y - 3
    left = MARGIN + LABELS_LEFT
    width = column_left - COLUMN_GAP - left
    caption = CAPTION if companions else 0.0
    height = bottom - LABELS_BELOW - top - caption
    main_width = min(width, height * shape)
    main_height = main_width / shape
    across = min(companions, math.floor((width - main_width) / (main_width + GAP)))
    pitch = main_height + LABELS_BELOW + CAPTION
    down = 0 if across else min(companions, math.floor((height - main_height) / pitch))
    shown = 1 + across
    x = left + (width - shown * main_width - across * GAP) / 2
    y = top + caption
    main = Box(x, y, main_width, main_height)
    same_size = [
        Box(x + i * (main_width + GAP), y, main_width, main_height) for i in range(1, shown)
    ] + [Box(x, y + i * pitch, main_width, main_height) for i in range(1, down + 1)]
    scale_bar = Box(column_left, bottom - SCALE_BAR_HEIGHT, COLUMN_WIDTH, SCALE_BAR_HEIGHT)
    row = max(LEAST_ROW_HEIGHT, min(ROW_HEIGHT, (scale_bar.y - 4 - top) / max(legend_rows, 1)))
    legend = Box(column_left, top, COLUMN_WIDTH, row * legend_rows)
    left_over = companions - len(same_size)
    under = Box(column_left, legend.bottom + 4, COLUMN_WIDTH, scale_bar.y - 5 - legend.bottom - 4)
    insets = _insets(under, shape, left_over)
    return Sheet(
        title,
        subtitle,
        main,
        (*same_size, *insets),
        companions > 0,
        legend,
        row,
        scale_bar,
        footer,
    )


def _insets(under: Box, shape: float, count: int) -> list[Box | None]:
    """Side by side in a box, their captions above them."""
    if not count:
        return []
    width = (under.width - (count - 1) * GAP) / count
    height = under.height - CAPTION - LABELS_BELOW
    inset_width = min(width, height * shape)
    inset_height = inset_width / shape
    if min(inset_width, inset_height) < LEAST_INSET:
        return [None] * count
    return [
        Box(
            under.x + i * (width + GAP) + (width - inset_width) / 2 * (count > 1),
            under.y + CAPTION,
            inset_width,
            inset_height,
        )
        for i in range(count)
    ]


def nice_step(smallest: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not below `smallest`."""
    power = 10.0 ** math.floor(math.log10(smallest))
    return next(f * power for f in (1, 2, 5, 10) if f * power >= smallest * (1 - 1e-9))
