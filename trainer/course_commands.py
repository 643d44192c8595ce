"""Commands of the course: fetch its data, draw a run, go through all of it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--dataset",
    type=click.Choice(["rgb", "course", "ms"]),
    default="rgb",
    show_default=True,
    help="All RGB images, the course's subset, or the multispectral patches.",
)
@click.option(
    "--data-dir", type=click.Path(path_type=Path), default=Path("data"), show_default=True
)
@click.option(
    "--from",
    "copy",
    type=click.Path(path_type=Path),
    help="A copy got in another way; its checksum is verified all the same.",
)
def fetch(dataset: str, data_dir: Path, copy: Path | None) -> None:
    """Download EuroSAT with its checksum; a download that broke off goes on."""
    from trainer.fetching import DATA_SETS
    from trainer.fetching import fetch as fetch_data_set

    path = fetch_data_set(DATA_SETS[dataset], data_dir, copy)
    click.echo(f"{path} is complete: give it with --data {path}")
