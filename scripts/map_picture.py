"""Draw a scene and its land-cover map side by side, with the areas as legend."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MultipleLocator
from rasterio.io import DatasetReader

TRUE_COLOR = ("B04", "B03", "B02")
# Level-1C digital number that becomes white, and the gamma that opens the shadows for the eye.
WHITE_DN, GAMMA = 2750.0, 0.75
INK, FAINT_INK = "#222222", "#666666"
SHARE_SHOWN = 0.0005


@dataclass(frozen=True)
class ClassShare:
    """One line of the legend: class code, title, area in m², share 0..1, RGBA colour 0..1."""

    code: int
    title: str
    area_m2: float
    share: float
    color: tuple[float, ...]


def read_class_shares(areas: Path, land_cover: Path) -> list[ClassShare]:
    """The classes that were found, largest first: numbers from the table, colours from the map."""
    with rasterio.open(land_cover) as raster:
        colors = raster.colormap(1)
    with areas.open(newline="", encoding="utf-8") as table:
        shares = [
            ClassShare(
                int(row["code"]),
                row["class"],
                float(row["area_m2"]),
                float(row["share"]),
                tuple(value / 255 for value in colors[int(row["code"])]),
            )
            for row in csv.DictReader(table)
        ]
    return sorted((s for s in shares if s.area_m2 > 0), key=lambda s: -s.area_m2)


def draw_map_picture(
    scene: Path, land_cover: Path, areas: Path, picture: Path, title: str, credit: str
) -> None:
    """Write `picture` (PNG): true-colour scene, land-cover map, legend, scale bar, CRS, credit."""
    shares = read_class_shares(areas, land_cover)
    with rasterio.open(scene) as raster:
        extent = _extent_of(raster)
        true_color = _true_color(raster)
        place = f"{raster.crs.to_string()}, coordinates in km" if raster.crs else "no CRS"
    with rasterio.open(land_cover) as raster:
        map_extent, map_colors = _extent_of(raster), _colored(raster)
        cell, network = f"{raster.res[0]:.0f} m", _network(raster)
    sheet = Sheet.around(extent)
    figure = Figure(figsize=sheet.size, facecolor="white")
    scene_axes, map_axes, legend_axes = (figure.add_axes(box) for box in sheet.boxes())
    scene_axes.imshow(true_color, extent=extent, interpolation="lanczos")
    map_axes.imshow(map_colors, extent=map_extent, interpolation="nearest", resample=False)
    for axes, name in ((scene_axes, "Sentinel-2, true colour"), (map_axes, "Land cover")):
        axes.set_title(name, loc="left", fontsize=12, color=INK, pad=7)
        _frame(axes, extent)
    map_axes.tick_params(labelleft=False)
    _scale_bar(scene_axes, extent)
    _north_arrow(scene_axes)
    _legend(legend_axes, shares)
    notes = f"{place} · cells of {cell} · {network} · {credit}"
    width, height = sheet.size
    left = sheet.left / width
    title_at = 1 - 0.42 / height
    figure.text(left, title_at, title, fontsize=19, fontweight="bold", color=INK, va="center")
    figure.text(left, 0.2 / height, notes, fontsize=8.5, color=FAINT_INK, va="center")
    FigureCanvasAgg(figure).print_png(picture)


@dataclass(frozen=True)
class Sheet:
    """The places of two panels and a legend, in inches."""

    panel: tuple[float, float]
    left: float = 0.55
    bottom: float = 0.72
    gap: float = 0.22
    legend_gap: float = 0.4
    legend_width: float = 3.5
    top: float = 1.05

    @classmethod
    def around(cls, extent: tuple[float, float, float, float]) -> Sheet:
        """Panels of the extent's shape, at most 5.5 x 7.8 inches each."""
        left, right, bottom, top = extent
        scale = min(5.5 / (right - left), 7.8 / (top - bottom))
        return cls(((right - left) * scale, (top - bottom) * scale))

    @property
    def size(self) -> tuple[float, float]:
        panels = 2 * self.panel[0] + self.gap
        width = self.left + panels + self.legend_gap + self.legend_width + 0.3
        return width, self.bottom + self.panel[1] + self.top

    def boxes(self) -> list[tuple[float, float, float, float]]:
        """Scene, map and legend as fractions of the sheet: left, bottom, width, height."""
        width, height = self.size
        map_left = self.left + self.panel[0] + self.gap
        legend_left = map_left + self.panel[0] + self.legend_gap
        places = [
            (self.left, self.panel[0]),
            (map_left, self.panel[0]),
            (legend_left, self.legend_width),
        ]
        return [
            (x / width, self.bottom / height, w / width, self.panel[1] / height) for x, w in places
        ]


def _extent_of(raster: DatasetReader) -> tuple[float, float, float, float]:
    bounds = raster.bounds
    return bounds.left, bounds.right, bounds.bottom, bounds.top


def _network(land_cover: DatasetReader) -> str:
    tags = land_cover.tags()
    return f"{tags['MODEL']}, validation accuracy {float(tags['MODEL_ACCURACY']):.1%}"


def _true_color(raster: DatasetReader) -> np.ndarray:
    bands = [raster.descriptions.index(name) + 1 for name in TRUE_COLOR]
    # float32 first: 16-bit digital numbers overflow in arithmetic.
    values = raster.read(bands).astype(np.float32) / WHITE_DN
    return np.moveaxis(values.clip(0, 1) ** GAMMA, 0, -1)


def _colored(raster: DatasetReader) -> np.ndarray:
    table = np.zeros((256, 4), np.uint8)
    for code, color in raster.colormap(1).items():
        table[code] = color
    return table[raster.read(1)]


def _frame(axes: Axes, extent: tuple[float, float, float, float]) -> None:
    left, right, bottom, top = extent
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    axes.set_anchor("NW")
    in_km = FuncFormatter(lambda metres, _: f"{metres / 1000:.0f}")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MultipleLocator(1000 if top - bottom < 15_000 else 10_000))
        axis.set_major_formatter(in_km)
    axes.tick_params(labelsize=8, colors=FAINT_INK, length=3, width=0.6)
    for label in axes.get_yticklabels():
        label.set_rotation(90)
        label.set_verticalalignment("center")
    for spine in axes.spines.values():
        spine.set(linewidth=0.8, edgecolor=INK)


def _scale_bar(axes: Axes, extent: tuple[float, float, float, float]) -> None:
    left, right, bottom, top = extent
    width, height = right - left, top - bottom
    # The largest of 1, 2, 5 times a power of ten that fits into 45 % of the width.
    powers = 10.0 ** np.arange(0, 7)
    length = max(f * p for f in (1, 2, 5) for p in powers if f * p <= 0.45 * width)
    x, y, thick = left + 0.05 * width, bottom + 0.022 * height, 0.007 * height
    backdrop = (x - 0.025 * width, y - 0.011 * height)
    axes.add_patch(
        Rectangle(
            backdrop, length + 0.05 * width, 0.05 * height, facecolor="white", alpha=0.85, lw=0
        )
    )
    for part, color in enumerate((INK, "white")):
        corner = (x + part * length / 2, y)
        axes.add_patch(Rectangle(corner, length / 2, thick, facecolor=color, edgecolor=INK, lw=0.8))
    name = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.text(x, y + 1.7 * thick, "0", fontsize=9, color=INK, ha="left")
    axes.text(x + length, y + 1.7 * thick, name, fontsize=9, color=INK, ha="right")


def _north_arrow(axes: Axes) -> None:
    axes.annotate(
        "N",
        xy=(0.93, 0.975),
        xytext=(0.93, 0.93),
        xycoords="axes fraction",
        ha="center",
        va="center",
        fontsize=10,
        fontweight="bold",
        color=INK,
        bbox={"boxstyle": "circle,pad=0.2", "facecolor": "white", "alpha": 0.85, "linewidth": 0},
        arrowprops={"arrowstyle": "-|>", "color": "white", "linewidth": 2},
    )


def _legend(axes: Axes, shares: list[ClassShare]) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    text: dict[str, Any] = {"fontsize": 10.5, "color": INK, "va": "center"}
    heading: dict[str, Any] = {"fontsize": 10, "color": FAINT_INK, "va": "center", "ha": "right"}
    line, km2_at, percent_at, title_at = 0.062, 0.82, 1.0, 0.11
    axes.text(km2_at, 0.99, "km²", **heading)
    axes.text(percent_at, 0.99, "%", **heading)
    largest = max((s.share for s in shares), default=1.0)
    for row, entry in enumerate(shares):
        y = 0.94 - row * line
        axes.add_patch(
            Rectangle(
                (0, y - 0.019), 0.08, 0.034, facecolor=entry.color, edgecolor=FAINT_INK, lw=0.5
            )
        )
        axes.text(title_at, y, entry.title, **text)
        axes.text(km2_at, y, f"{entry.area_m2 / 1e6:.2f}", ha="right", **text)
        percent = f"{100 * entry.share:.1f}" if entry.share >= SHARE_SHOWN else "< 0.1"
        axes.text(percent_at, y, percent, ha="right", **text)
        length = (percent_at - title_at) * entry.share / largest
        axes.add_patch(Rectangle((title_at, y - 0.025), length, 0.007, facecolor=entry.color, lw=0))
    y = 0.94 - len(shares) * line
    axes.plot([0, 1], [y + 0.022, y + 0.022], color=FAINT_INK, linewidth=0.6)
    axes.text(title_at, y - 0.005, "Together", **text)
    total = sum(s.area_m2 for s in shares) / 1e6
    axes.text(km2_at, y - 0.005, f"{total:.2f}", ha="right", **text)
    axes.text(
        0,
        0.0,
        "EuroSAT has no class for clouds and shadows:\nthey get the class that they resemble most.",
        fontsize=8.5,
        color=FAINT_INK,
        va="bottom",
        linespacing=1.4,
    )
