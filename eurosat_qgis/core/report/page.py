"""The frame of a report: one HTML page that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root { --ink: #1f2328; --faint: #59636e; --line: #d9dee3; --bar: #225ea8; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 24px 40px; }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 34px 0 10px; padding-bottom: 4px;
  border-bottom: 1px solid var(--line); }
p { margin: 6px 0; max-width: 78ch; overflow-wrap: anywhere; }
.under { color: var(--faint); margin: 0 0 22px; }
.pictures { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
figure { margin: 0; flex: 0 1 auto; min-width: 0; }
figure img { display: block; width: 100%; height: auto; border: 1px solid #6e7781; }
img.cells { image-rendering: pixelated; }
figcaption { color: var(--faint); font-size: 13px; margin-top: 5px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px 4px 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--faint); font-weight: 600; font-size: 13px; }
tbody tr { border-top: 1px solid var(--line); }
tfoot tr { border-top: 2px solid var(--faint); font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; }
td.class { white-space: nowrap; width: 1%; padding-right: 18px; }
td.chart { width: 45%; }
.swatch { display: inline-block; width: 15px; height: 15px; margin-right: 8px; vertical-align: -2px;
  border: 1px solid rgba(0, 0, 0, .35); }
.share { height: 15px; margin-top: 4px; min-width: 1px; border: 1px solid rgba(0, 0, 0, .35); }
.facts th { width: 210px; font-size: 14px; font-weight: 400; }
.warning { border-left: 4px solid #d4a72c; background: #fff8e5; padding: 6px 12px; }
pre { background: #f4f6f8; border: 1px solid var(--line); padding: 10px 12px; margin: 8px 0;
  white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
svg.chart { width: 100%; max-width: 640px; height: auto; }
svg text { font-size: 12px; fill: #59636e; font-family: inherit; }
svg .grid { stroke: #d9dee3; } svg .bar { fill: #225ea8; }
svg line.mean { stroke: #c0392b; stroke-width: 1.5; stroke-dasharray: 4 3; }
svg text.mean { fill: #c0392b; }
footer { margin-top: 36px; border-top: 1px solid var(--line); padding-top: 10px;
  color: var(--faint); font-size: 13px; }
@media print {
  body { font-size: 11pt; } main { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { break-after: avoid; } figure, tr, svg, pre { break-inside: avoid; }
}
"""


def page(title: str, body: Iterable[str]) -> str:
    """A whole page. `body` is HTML; `title` is text.

    The policy in its head forbids whatever the page would fetch or run, should any slip in.
    """
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def facts_table(facts: Iterable[tuple[str, str | None]]) -> str:
    """Names and what is known under them; facts that are None or empty are left out."""
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>"
        for name, value in facts
        if value
    )
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def number_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of text whose columns after the first are numbers."""
    cells = [f'<th class="number">{escape(name)}</th>' for name in head[1:]]
    body = "".join(
        f"<tr><td>{escape(row[0])}</td>"
        + "".join(f'<td class="number">{escape(value)}</td>' for value in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><thead><tr><th>{escape(head[0])}</th>{''.join(cells)}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
