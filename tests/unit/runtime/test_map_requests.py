"""Finished maps in the worker, through the client that QGIS uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine

from eurosat_qgis.runtime.client import WorkerClient, WorkerError
from eurosat_qgis.runtime.leftovers import remove_partial_outputs


@pytest.fixture
def maps(tmp_path: Path) -> tuple[str, str]:
    """Two maps of four cells of a hectare, of which one differs."""
    paths = []
    for name, codes in (("before", [[1, 2], [2, 2]]), ("after", [[1, 2], [2, 1]])):
        path = tmp_path / f"{name}.tif"
        with rasterio.open(
            path, "w", driver="GTiff", dtype="uint8", count=1, height=2, width=2, nodata=0,
            crs="EPSG:32631", transform=Affine(100, 0, 600_000, 0, -100, 5_600_000),
        ) as raster:  # fmt: skip
            raster.write(np.array(codes, np.uint8), 1)
        paths.append(str(path))
    return paths[0], paths[1]


def test_a_map_is_assessed_against_another(
    client: WorkerClient, maps: tuple[str, str], tmp_path: Path
) -> None:
    heard: list[tuple[int, int, str]] = []
    request = {"type": "assess", "map": maps[0], "reference": maps[1]}
    outputs = {"csv": str(tmp_path / "a.csv"), "html": str(tmp_path / "r.html")}
    found = client.run({**request, **outputs}, lambda *said: heard.append(said))
    assert (found["n"], found["accuracy"], found["estimator"]) == (4, 0.75, "counts")
    assert (tmp_path / "a.csv").is_file()
    assert (tmp_path / "r.html").is_file()
    assert heard[-1] == (2, 2, "Comparing cells")


def test_points_are_drawn(client: WorkerClient, maps: tuple[str, str], tmp_path: Path) -> None:
    request = {"type": "sample", "map": maps[0], "output": str(tmp_path / "p.gpkg")}
    found = client.run({**request, "size": 8, "minimum": 3, "seed": 1, "blind": True})
    assert [c["points"] for c in found["classes"]] == [3, 5]
    assert (tmp_path / "p.gpkg").is_file()


def test_changes_are_told(client: WorkerClient, maps: tuple[str, str], tmp_path: Path) -> None:
    request = {"type": "compare", "before": maps[0], "after": maps[1]}
    found = client.run({**request, "change": str(tmp_path / "c.tif")})
    assert found["from_to_ha"] == [[1, 0], [1, 2]]
    assert {p.name for p in tmp_path.iterdir()} >= {"c.tif", "c.qml"}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"type": "assess", "map": "a.tif"}, "protocol"),
        ({"type": "assess", "map": "a.tif", "reference": "b", "colour": "red"}, "protocol"),
        ({"type": "assess", "map": "a.tif", "reference": "b", "min_share": "1"}, "protocol"),
        ({"type": "assess", "map": "a.tif", "reference": "b", "design": "x"}, "input"),
        ({"type": "assess", "map": "a.tif", "reference": "b"}, "input"),
        ({"type": "sample", "map": "a.tif"}, "protocol"),
        ({"type": "sample", "map": "a.tif", "output": "p.gpkg", "size": 1.5}, "protocol"),
        ({"type": "sample", "map": "a.tif", "output": "p.gpkg", "blind": 1}, "protocol"),
        ({"type": "compare", "before": "a.tif"}, "protocol"),
        ({"type": "compare", "before": "a.tif", "after": "b.tif", "stats": 3}, "protocol"),
    ],
    ids=str,
)
def test_a_wrong_request_is_refused_in_one_line(
    client: WorkerClient, fields: dict[str, Any], kind: str
) -> None:
    with pytest.raises(WorkerError) as refused:
        client.run(fields)
    assert refused.value.kind == kind
    assert len(str(refused.value).splitlines()) == 1


def test_unfinished_outputs_of_every_kind_are_removed(tmp_path: Path) -> None:
    fields = {"csv": "a.csv", "html": "r.html", "change": "c.tif"}
    left = [".a.csv.7.part", ".r.html.7.part", ".c.tif.7.part", ".c.qml.7.part"]
    for name in [*left, ".c.tif.8.part"]:
        (tmp_path / name).touch()
    request = {name: str(tmp_path / path) for name, path in fields.items()}
    assert {path.name for path in remove_partial_outputs(request, 7)} == set(left)
    assert [path.name for path in tmp_path.iterdir()] == [".c.tif.8.part"]
