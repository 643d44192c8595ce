"""Draws a network: its layers as a graph with shapes and names, and as text."""

from __future__ import annotations

from pathlib import Path

import keras

from trainer.whole_files import whole_file, write_whole_text

GRAPHVIZ_MISSING = (
    "graphviz is not installed, so the model's graph is not drawn: install it (Debian, Ubuntu: "
    "sudo apt-get install graphviz; macOS: brew install graphviz) or read {text}."
)


def draw_model(model: keras.Model, picture: Path) -> str | None:
    """Write the model's graph as `picture` (PNG) and its layers as text beside it (`.txt`).

    Returns None, or where graphviz is missing what to tell of it: then there is the text alone.
    Raises TrainerError when a file cannot be written.
    """
    text = picture.with_suffix(".txt")
    write_whole_text(text, layers_as_text(model))
    try:
        with whole_file(picture) as part:
            keras.utils.plot_model(model, part, show_shapes=True, show_layer_names=True, dpi=110)
    except ImportError:
        # Keras' word for a missing program, too.
        return GRAPHVIZ_MISSING.format(text=text)
    return None


def layers_as_text(model: keras.Model) -> str:
    """Keras' own summary: layers, output shapes, parameters."""
    lines: list[str] = []
    model.summary(line_length=88, print_fn=lambda line, **_: lines.append(line))
    return "\n".join(lines) + "\n"
