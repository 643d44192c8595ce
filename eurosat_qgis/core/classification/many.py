"""Many scenes into one folder: a map each, one raster over all, and a STAC collection."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.cluster import open_cluster, threads_a_worker
from eurosat_qgis.core.classification.maps_together import write_collection, write_mosaics
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.classification.scene_lists import listed_scenes
from eurosat_qgis.core.errors import InputError, LandCoverError, OutputError
from eurosat_qgis.core.outputs.outputs import staged_outputs

# What a map's process leaves beside it, and what tells of it.
_BESIDE = (".tif", ".tif.aux.xml", ".qml")
_SUMMARY = ".json"


@dataclass(frozen=True)
class ManyResult:
    """Names of the maps made and of those that were there, and why scenes failed, by their name."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    failed: Mapping[str, str]

    @property
    def in_a_line(self) -> str:
        return f"{len(self.made)} maps made, {len(self.kept)} kept, {len(self.failed)} failed."

    def as_json(self) -> dict[str, Any]:
        """The object that `classify-many --json` gives."""
        return {"made": list(self.made), "kept": list(self.kept), "failed": dict(self.failed)}


@dataclass(frozen=True)
class SceneFiles:
    """What a worker sends back of a scene: its files by ending, or what was wrong."""

    files: Mapping[str, bytes]
    summary: Mapping[str, Any]
    error: str | None = None


def classify_all(
    sources: str,
    folder: Path,
    options: Mapping[str, Any],
    scheduler: str | None = None,
    tell: Callable[[str], None] = print,
) -> ManyResult:
    """Classify every scene of `sources` into `folder`, on the workers of a cluster or here.

    `options` are fields of ClassifyRequest. A scene that fails is told in a line, and the others
    go on. Maps of the same model and options that are there already are kept.

    Raises InputError, BundleError, OutputError or MissingPackageError when nothing can be done.
    """
    scenes = listed_scenes(sources)
    bundle = open_bundle(options.get("model"), options.get("cell"))
    # Refused before anything is begun.
    ClassifyRequest(scenes[0], folder / "map.tif", **options)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made ({error.strerror}).") from error
    wanted: dict[str, dict[str, Any]] = {
        name: {
            "scene": scene,
            "model": bundle.card.sha256,
            "options": {k: str(v) for k, v in sorted(options.items()) if k != "model"},
        }
        for name, scene in _named(scenes).items()
    }
    kept = [name for name, made_of in wanted.items() if _is_there(folder, name, made_of)]
    todo = {name: str(w["scene"]) for name, w in wanted.items() if name not in kept}
    made, failed = [], {}
    with ExitStack() as opened:
        client = opened.enter_context(open_cluster(scheduler)) if scheduler and todo else None
        in_workers = dict(options)
        if scheduler:
            in_workers["threads"] = threads_a_worker(scheduler, options.get("threads"))
        for name, found in _classified(todo, in_workers, client):
            if found.error is not None:
                failed[name] = found.error
                tell(f"{todo[name]} failed: {found.error}")
                continue
            _write(folder, name, found, wanted[name])
            made.append(name)
            tell(f"{name}: {found.summary['valid_cells']} of {found.summary['cells']} cells.")
    maps = {name: folder / f"{name}.tif" for name in sorted((*made, *kept))}
    if maps:
        write_mosaics(folder, maps, bundle.card.classes)
        write_collection(folder, maps, bundle.card)
    return ManyResult(tuple(made), tuple(kept), failed)


def classify_scene(scene: str, options: Mapping[str, Any]) -> SceneFiles:
    """Classify one scene, in a worker, which opens it itself; gives the map's files as bytes."""
    with tempfile.TemporaryDirectory(prefix="eurosat-") as folder:
        output = Path(folder) / "map.tif"
        try:
            result = classify(ClassifyRequest(scene, output, **options))
        except LandCoverError as error:
            return SceneFiles({}, {}, str(error))
        files = {
            ending: path.read_bytes()
            for ending in _BESIDE
            if (path := output.with_name(f"map{ending}")).exists()
        }
    return SceneFiles(files, result.as_json())


def _classified(
    todo: Mapping[str, str], options: dict[str, Any], client: Any
) -> Iterator[tuple[str, SceneFiles]]:
    if client is None:
        for name, scene in todo.items():
            yield name, classify_scene(scene, options)
        return
    from distributed import as_completed

    futures = {
        client.submit(classify_scene, scene, options, pure=False): name
        for name, scene in todo.items()
    }
    for future in as_completed(futures):
        if (error := future.exception()) is not None:
            yield futures[future], SceneFiles({}, {}, _in_a_line(error))
        else:
            yield futures[future], future.result()
        # The scheduler forgets what nobody holds.
        future.release()


def _in_a_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _named(scenes: list[str]) -> dict[str, str]:
    """A name for each scene's map, from the scene's own."""
    found: dict[str, str] = {}
    for scene in scenes:
        stem = PurePosixPath(scene.replace("\\", "/").rstrip("/")).name.partition(".")[0]
        stem = re.sub(r"[^A-Za-z0-9_-]+", "_", stem) or "scene"
        name, count = stem, 1
        while name in found:
            count += 1
            name = f"{stem}_{count}"
        found[name] = scene
    return found


def _is_there(folder: Path, name: str, made_of: Mapping[str, Any]) -> bool:
    try:
        summary = json.loads((folder / f"{name}{_SUMMARY}").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return summary.get("made_of") == made_of and (folder / f"{name}.tif").exists()


def _write(folder: Path, name: str, found: SceneFiles, made_of: Mapping[str, Any]) -> None:
    summary = {
        "made_of": made_of,
        **{k: v for k, v in found.summary.items() if k != "outputs"},
    }
    # The summary comes last: a map is there when it is.
    files = {**found.files, _SUMMARY: json.dumps(summary, indent=1).encode()}
    if ".tif" not in found.files:
        raise InputError(f"{name} came back without its map.")
    with staged_outputs() as staged:
        for ending, content in files.items():
            part = staged.stage(folder / f"{name}{ending}")
            try:
                part.write_bytes(content)
            except OSError as error:
                raise OutputError(f"{name} cannot be written ({error.strerror}).") from error
        staged.commit()
