"""Scenes classified by a real Dask cluster of two worker processes on this machine."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.classification import spread_cells
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.cluster import threads_a_worker
from eurosat_qgis.core.classification.journal import journal_path
from eurosat_qgis.core.classification.many import classify_all
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.classification.scene_lists import listed_scenes
from eurosat_qgis.core.errors import Cancelled, InputError

distributed = pytest.importorskip("distributed", reason="dask is absent: an optional extra")


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


@pytest.fixture
def request_on_scene(write_scene, strongest_band_bundle: Path, tmp_path: Path) -> ClassifyRequest:
    """16,384 cells of random ground with a hole: four tasks."""
    coarse = np.random.default_rng(8).integers(200, 2500, (3, 128, 128))
    pixels = coarse.repeat(8, axis=1).repeat(8, axis=2).astype(np.uint16)
    pixels[:, 500:700, 100:330] = 0
    return ClassifyRequest(
        str(write_scene(pixels)),
        tmp_path / "map.tif",
        model=strongest_band_bundle,
        cell=8,
        confidence=tmp_path / "confidence.tif",
    )


def maps_of(request: ClassifyRequest) -> list[np.ndarray]:
    found = []
    for path in (request.output, request.confidence):
        with rasterio.open(path) as raster:
            found.append(raster.read(1))
    return found


def test_a_cluster_makes_the_raster_that_one_process_makes_though_a_worker_is_killed(
    cluster, request_on_scene: ClassifyRequest, tmp_path: Path
) -> None:
    heard: list[int] = []
    killed = threading.Event()

    def kill_one(done: int, total: int) -> None:
        heard.append(done)
        if 0 < done < total and not killed.is_set():
            killed.set()
            pids = [worker["pid"] for worker in _workers(cluster)]
            os.kill(pids[0], signal.SIGKILL)

    spread = classify(replace(request_on_scene, scheduler=cluster.scheduler_address), kill_one)
    assert killed.is_set()
    assert heard == sorted(heard)
    by_cluster = maps_of(request_on_scene)
    alone = replace(
        request_on_scene, output=tmp_path / "alone.tif", confidence=tmp_path / "alone_c.tif"
    )
    result = classify(alone)
    np.testing.assert_array_equal(by_cluster[0], maps_of(alone)[0])
    np.testing.assert_allclose(by_cluster[1], maps_of(alone)[1], rtol=1e-6)
    assert (spread.windows, spread.cells) == (result.windows, result.cells)


def _workers(cluster) -> list[dict]:
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        pids = client.run(os.getpid)
    return [{"pid": pid} for pid in pids.values()]


def test_cells_that_never_come_are_given_up_and_a_wait_for_them_can_be_cancelled(
    cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread_cells, "_LOST_S", 0.5)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        never = client.submit(time.sleep, 5, pure=False)
        assert spread_cells._cells_of(never, lambda: False) is None
        with pytest.raises(Cancelled):
            spread_cells._cells_of(never, lambda: True)
        monkeypatch.undo()
        cells = client.submit(sum, [1, 2], pure=False)
        assert spread_cells._cells_of(cells, lambda: False) == 3


def test_a_client_that_stops_goes_on_with_what_is_missing(
    cluster, request_on_scene: ClassifyRequest
) -> None:
    request = replace(request_on_scene, scheduler=cluster.scheduler_address)

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if 0 < done < total:
            raise Stopped

    with pytest.raises(Stopped):
        classify(request, stop)
    assert journal_path(request.output).exists()
    continued = classify(request)
    assert 0 < continued.resumed < continued.valid_cells
    assert not journal_path(request.output).exists()


@pytest.fixture
def ten_scenes(write_scene, tmp_path: Path) -> Callable[[], str]:
    """Ten scenes side by side, of which the seventh is cut off."""
    from affine import Affine

    (tmp_path / "scenes").mkdir()
    for place in range(10):
        pixels = np.full((3, 128, 192), 500, np.uint16)
        pixels[place % 3] = 900
        corner = Affine(10, 0, 600000 + 1920 * place, 0, -10, 5600000)
        path = write_scene(pixels, f"scenes/s{place}.tif", transform=corner)
        if place == 7:
            path.write_bytes(path.read_bytes()[:5000])
    return str(tmp_path / "scenes" / "*.tif")


def test_a_scene_that_fails_leaves_nine_maps_and_a_line_that_says_why(
    cluster, ten_scenes: str, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    told: list[str] = []
    folder = tmp_path / "maps"
    options = {"model": strongest_band_bundle, "cell": 64}
    found = classify_all(ten_scenes, folder, options, cluster.scheduler_address, told.append)
    assert sorted(found.made) == [f"s{n}" for n in range(10) if n != 7]
    (line,) = (line for line in told if "failed" in line)
    assert "s7.tif" in line and "cannot be opened as a raster" in line
    with rasterio.open(folder / "landcover.vrt") as mosaic:
        # Three columns of 64 pixels a scene; the seventh stays nodata.
        expected = [code for n in range(10) for code in [(1, 2, 7)[n % 3] if n != 7 else 0] * 3]
        assert mosaic.read(1).tolist() == [expected] * 2
        assert mosaic.transform.a == 640
    collection = json.loads((folder / "collection.json").read_text())
    items = [folder / link["href"] for link in collection["links"]]
    assert len(items) == 9
    assets = [json.loads(item.read_text())["assets"]["landcover"]["href"] for item in items]
    assert all((folder / asset).exists() for asset in assets)
    # Again, only what is missing is done: nothing of the nine is written anew.
    before = {path: path.stat().st_mtime_ns for path in folder.glob("s*.tif")}
    again = classify_all(ten_scenes, folder, options, None, told.append)
    assert (len(again.kept), list(again.failed)) == (9, ["s7"])
    assert {path: path.stat().st_mtime_ns for path in folder.glob("s*.tif")} == before


def test_lists_and_stac_name_their_scenes(tmp_path: Path) -> None:
    (tmp_path / "a.tif").touch()
    (tmp_path / "list.txt").write_text("a.tif  # first\n\n/vsicurl/https://x/b.tif\na.tif\n")
    assert listed_scenes(str(tmp_path / "list.txt")) == [
        str(tmp_path / "a.tif"),
        "/vsicurl/https://x/b.tif",
    ]
    links = [{"rel": "item", "href": "./i/1.json"}, {"rel": "root", "href": "./c.json"}]
    (tmp_path / "c.json").write_text(json.dumps({"type": "Collection", "links": links}))
    assert listed_scenes(str(tmp_path / "c.json")) == [str(tmp_path / "i/1.json")]
    items = [{"links": [{"rel": "self", "href": "https://x/2.json"}]}, {"links": []}]
    (tmp_path / "f.json").write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    assert listed_scenes(str(tmp_path / "f.json")) == ["https://x/2.json"]
    with pytest.raises(InputError, match="names no scene"):
        listed_scenes(str(tmp_path / "*.zip"))


@pytest.mark.parametrize("scheduler", ["local:0", "many", "tcp://127.0.0.1:9"])
def test_a_scheduler_that_is_not_there_is_refused(
    scene_file: Path, strongest_band_bundle: Path, tmp_path: Path, scheduler: str, monkeypatch
) -> None:
    monkeypatch.setattr("eurosat_qgis.core.classification.cluster._CONNECT_S", 0.5)
    request = ClassifyRequest(
        str(scene_file), tmp_path / "map.tif", model=strongest_band_bundle, scheduler=scheduler
    )
    with pytest.raises(InputError, match="cheduler"):
        classify(request)
    assert not list(tmp_path.glob(".*"))


def test_workers_on_one_machine_share_its_cores(monkeypatch) -> None:
    monkeypatch.setattr("eurosat_qgis.core.classification.cluster.cores", lambda: 8)
    assert [threads_a_worker(f"local:{n}") for n in (1, 2, 3, 8, 20)] == [8, 4, 2, 1, 1]
    assert threads_a_worker("tcp://192.0.2.1:8786") is None
    assert threads_a_worker("local:2", 3) == threads_a_worker("tcp://192.0.2.1:8786", 3) == 3
