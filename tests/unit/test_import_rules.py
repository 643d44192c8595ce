"""Arrows between the parts run one way: gui, processing -> runtime -> core (read from the code)."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
import vermin

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN, TRAINER = "eurosat_qgis", "trainer"

# What each part may import of the plugin, besides itself and the package's own paths.
MAY_IMPORT = {
    "core": set(),
    "runtime": {"core"},
    "processing": {"runtime", "core"},
    "gui": {"runtime", "core"},
    "plugin": {"gui", "processing", "runtime", "core"},
}
# The packages of the core: each may import those before it, and what all of them stand on.
CORE = (
    "products", "radiometry", "scene", "vectors", "masks", "network", "outputs", "classification",
    "report", "accuracy",
)  # fmt: skip
CORE_BELOW = {"", "bundle", "errors", "grid", "quiet", "versions"}
CORE_ABOVE = {"cli", "info", "map_commands", "map_lines"}
# Loaded into QGIS' own Python these break it, or are not there at all.
HEAVY = {
    "affine", "click", "defusedxml", "keras", "numpy", "pyogrio", "rasterio", "scipy", "shapely",
    "sklearn", "tensorflow",
}  # fmt: skip
QGIS = {"qgis", "osgeo", "processing", "PyQt5", "PyQt6", "sip"}
# The oldest that QGIS 3.22 and newer bring: that of their installers for Windows and macOS. The
# worker's Python is another.
QGIS_PYTHON = (3, 9)
# Where QGIS enters the plugin, and the two ends of the pipe between it and the worker.
ENTERED_BY_QGIS = {"plugin", "gui", "processing"}
CLIENT, WORKER, SERVICE = (f"{PLUGIN}.runtime.{name}" for name in ("client", "worker", "service"))


def modules_below(folder: str) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    found = {}
    for path in sorted((REPOSITORY / folder).rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def part_of(name: str) -> str:
    """`core` of `eurosat_qgis.core.grid`; nothing for the package itself."""
    return name.partition(".")[2].partition(".")[0]


def place_in_core(name: str) -> str:
    """`scene` of `eurosat_qgis.core.scene.pixels`, `grid` of `eurosat_qgis.core.grid`."""
    return name.partition(".core")[2].lstrip(".").partition(".")[0]


MODULES = modules_below(PLUGIN)
PLUGIN_SIDE = [name for name in MODULES if part_of(name) in ENTERED_BY_QGIS or name == CLIENT]
WORKER_SIDE = [name for name in MODULES if part_of(name) == "core" or name in {WORKER, SERVICE}]


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Dotted names that a file imports anywhere, also inside functions, but for type checkers."""
    names: set[str] = set()
    pending: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"), str(path))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            pending.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names.update(f"{module}.{alias.name}" for alias in node.names)
        pending.extend(ast.iter_child_nodes(node))
    return frozenset(names)


def own_modules_in(imported: frozenset[str]) -> set[str]:
    """The plugin's own modules among imported names (`a.b.name` may be a module or its content)."""
    found = set()
    for name in imported:
        if name in MODULES:
            found.add(name)
        elif name.rpartition(".")[0] in MODULES:
            found.add(name.rpartition(".")[0])
    return found


def top_level(imported: frozenset[str]) -> set[str]:
    return {name.partition(".")[0] for name in imported}


def reachable_from(name: str) -> dict[str, str]:
    """Every module of the plugin that importing `name` may load, and the one that imports it."""
    seen = {name: name}
    pending = [name]
    while pending:
        current = pending.pop()
        for module in own_modules_in(imports_of(MODULES[current])) - seen.keys():
            seen[module] = current
            pending.append(module)
    return seen


@pytest.mark.parametrize("name", [n for n in MODULES if part_of(n) in MAY_IMPORT])
def test_a_part_imports_only_what_lies_below_it(name: str) -> None:
    part = part_of(name)
    imported = {part_of(module) for module in own_modules_in(imports_of(MODULES[name]))}
    assert imported - MAY_IMPORT[part] <= {part, "paths", ""}


@pytest.mark.parametrize("name", [n for n in MODULES if part_of(n) == "core"])
def test_a_package_of_the_core_imports_only_those_before_it(name: str) -> None:
    place = place_in_core(name)
    if place in CORE_ABOVE:
        return
    allowed = CORE_BELOW | set(CORE[: CORE.index(place) + 1] if place in CORE else ())
    imported = {place_in_core(m) for m in own_modules_in(imports_of(MODULES[name]))}
    assert imported <= allowed


@pytest.mark.parametrize("name", PLUGIN_SIDE)
def test_nothing_that_qgis_loads_reaches_tensorflow_or_its_companions(name: str) -> None:
    for module, importer in reachable_from(name).items():
        heavy = top_level(imports_of(MODULES[module])) & HEAVY
        assert not heavy, f"{name} loads {module} (imported by {importer}), which imports {heavy}"


@pytest.mark.parametrize("name", sorted({m for name in PLUGIN_SIDE for m in reachable_from(name)}))
def test_what_qgis_loads_runs_on_the_python_of_old_installers(name: str) -> None:
    _, oldest = vermin.detect(MODULES[name].read_text(encoding="utf-8"))
    assert oldest is None or oldest <= QGIS_PYTHON


@pytest.mark.parametrize("name", WORKER_SIDE)
def test_core_and_worker_import_neither_qt_nor_qgis(name: str) -> None:
    for module in reachable_from(name):
        assert not top_level(imports_of(MODULES[module])) & QGIS, module


@pytest.mark.parametrize("name", modules_below(TRAINER))
def test_trainer_imports_neither_plugin_nor_qgis(name: str) -> None:
    imported = top_level(imports_of(modules_below(TRAINER)[name]))
    assert not imported & (QGIS | {PLUGIN})


@pytest.mark.parametrize("name", MODULES)
def test_plugin_does_not_import_trainer(name: str) -> None:
    assert TRAINER not in top_level(imports_of(MODULES[name]))


def test_processes_are_started_in_one_place() -> None:
    starting = {"asyncio", "subprocess", "multiprocessing", "pty"}
    found = [name for name, path in MODULES.items() if top_level(imports_of(path)) & starting]
    assert found == [f"{PLUGIN}.runtime.child_process"]


def test_the_start_of_the_package_imports_nothing_when_loaded() -> None:
    content = ast.parse((REPOSITORY / PLUGIN / "__init__.py").read_text(encoding="utf-8"))
    loaded = [
        ast.unparse(node) for node in content.body if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert [line for line in loaded if "__future__" not in line and "typing" not in line] == []


def test_every_part_is_checked() -> None:
    parts = {part_of(name) for name in MODULES}
    assert parts - {"", "paths", "__main__"} <= MAY_IMPORT.keys()
    in_core = {place_in_core(name) for name in MODULES if part_of(name) == "core"}
    assert in_core == {*CORE, *CORE_BELOW, *CORE_ABOVE}
    assert {CLIENT, WORKER, SERVICE} <= MODULES.keys()
