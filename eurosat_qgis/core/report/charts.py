"""The charts of a report as inline SVG: no script, no file, every browser."""

from __future__ import annotations

from collections.abc import Sequence

from eurosat_qgis.core.outputs.finished_map import BINS

_WIDTH, _HEIGHT = 560, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 12, 40
# The largest share that an axis ends with, and its ticks.
_SCALES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


def confidence_histogram(shares: Sequence[float], mean: float) -> str:
    """Bars of the share of a map in each of BINS steps of confidence, and a line at the mean."""
    top = next(scale for scale in _SCALES if scale >= max(shares) - 1e-9)
    plot_width, plot_height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    bottom = _TOP + plot_height

    def x(confidence: float) -> float:
        return _LEFT + plot_width * confidence

    def y(share: float) -> float:
        return bottom - plot_height * share / top

    label = f"Histogram of confidence, mean {mean:.2f}"
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">'
    ]
    for tick in range(5):
        share = top * tick / 4
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(share):.1f}" '
            f'y2="{y(share):.1f}"/><text x="{_LEFT - 6}" y="{y(share) + 4:.1f}" '
            f'text-anchor="end">{100 * share:.3g} %</text>'
        )
    width = plot_width / BINS
    for index, share in enumerate(shares):
        parts.append(
            f'<rect class="bar" x="{x(index / BINS) + 1:.1f}" y="{y(share):.1f}" '
            f'width="{width - 2:.1f}" height="{bottom - y(share):.1f}">'
            f"<title>{index / BINS:.2f} to {(index + 1) / BINS:.2f}: {share:.1%}</title></rect>"
        )
    parts += [
        f'<text x="{x(tick):.1f}" y="{bottom + 16}" text-anchor="middle">{tick:g}</text>'
        for tick in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    # The mean's name stands on the side where the plot has room.
    side, anchor = (-5, "end") if mean > 0.5 else (5, "start")
    parts.append(
        f'<line class="mean" x1="{x(mean):.1f}" x2="{x(mean):.1f}" y1="{_TOP}" y2="{bottom}"/>'
        f'<text class="mean" x="{x(mean) + side:.1f}" y="{_TOP + 10}" text-anchor="{anchor}">'
        f"mean {mean:.2f}</text>"
        f'<text x="{x(0.5):.1f}" y="{_HEIGHT - 6}" text-anchor="middle">'
        "confidence of a cell's class</text></svg>"
    )
    return "".join(parts)
