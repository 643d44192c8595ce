"""The plugin's zip, and numbers and lists that stand in two places."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from scripts.package import LARGEST_ZIP, PackagingError, build_zip, plugin_version

REPOSITORY = Path(__file__).resolve().parents[2]
REQUIREMENTS = REPOSITORY / "eurosat_qgis" / "runtime" / "requirements.txt"
PINS = REQUIREMENTS.with_name("pins.txt")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_zip(REPOSITORY, tmp_path_factory.mktemp("zip"))


def names_in(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as content:
        return content.namelist()


def metadata_value(text: str, key: str) -> str:
    (value,) = [line.partition("=")[2] for line in text.splitlines() if line.startswith(f"{key}=")]
    return value


def test_zip_holds_one_folder_named_like_the_package(archive: Path) -> None:
    assert {name.split("/")[0] for name in names_in(archive)} == {"eurosat_qgis"}


def test_zip_holds_what_qgis_and_its_users_need(archive: Path) -> None:
    needed = {"__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md", "runtime/pins.txt"}
    assert {f"eurosat_qgis/{name}" for name in needed} <= set(names_in(archive))


def test_zip_holds_the_icon_that_its_metadata_names(archive: Path) -> None:
    with zipfile.ZipFile(archive) as content:
        metadata = content.read("eurosat_qgis/metadata.txt").decode()
        icon = metadata_value(metadata, "icon")
        assert content.getinfo(f"eurosat_qgis/{icon}").file_size > 0


def test_zip_holds_every_bundle_with_its_card(archive: Path) -> None:
    names = {name for name in names_in(archive) if name.startswith("eurosat_qgis/models/")}
    weights = {name.removesuffix(".keras") for name in names if name.endswith(".keras")}
    cards = {name.removesuffix(".json") for name in names if name.endswith(".json")}
    assert weights
    assert weights <= cards


def test_zip_leaves_out_tests_trainer_tools_and_caches(archive: Path) -> None:
    parts = {part for name in names_in(archive) for part in name.split("/")}
    assert not parts & {"tests", "trainer", "scripts", "__pycache__", ".git", "Makefile"}
    assert not [name for name in names_in(archive) if name.endswith((".pyc", ".part"))]


def test_zip_stays_below_the_limit(archive: Path) -> None:
    assert archive.stat().st_size <= LARGEST_ZIP == 20_000_000


def test_zip_carries_the_version_in_its_name(archive: Path) -> None:
    metadata = (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
    assert archive.name == f"eurosat_qgis-{metadata_value(metadata, 'version')}.zip"


def test_the_same_files_give_the_same_zip(archive: Path, tmp_path: Path) -> None:
    assert build_zip(REPOSITORY, tmp_path).read_bytes() == archive.read_bytes()


def make_plugin(folder: Path) -> Path:
    (folder / "eurosat_qgis").mkdir(parents=True)
    (folder / "resources").mkdir()
    (folder / "build" / "help").mkdir(parents=True)
    (folder / "metadata.txt").write_text("[general]\nversion=9.8.7\n", encoding="utf-8")
    for name in (
        "eurosat_qgis/__init__.py", "LICENSE", "CHANGELOG.md", "resources/icon.svg",
        "build/help/qgis.html",
    ):  # fmt: skip
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def test_too_large_a_zip_is_refused_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = make_plugin(tmp_path / "plugin")
    monkeypatch.setattr("scripts.package.LARGEST_ZIP", 100)
    with pytest.raises(PackagingError, match="more than"):
        build_zip(plugin, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_zip_without_its_licence_is_refused(tmp_path: Path) -> None:
    plugin = make_plugin(tmp_path / "plugin")
    (plugin / "LICENSE").unlink()
    with pytest.raises(PackagingError, match="LICENSE"):
        build_zip(plugin, tmp_path / "out")


def test_a_zip_without_its_help_is_refused_with_what_to_do(tmp_path: Path) -> None:
    plugin = make_plugin(tmp_path / "plugin")
    shutil.rmtree(plugin / "build")
    with pytest.raises(PackagingError, match="`make docs`"):
        build_zip(plugin, tmp_path / "out")


def test_zip_holds_every_page_of_the_docs_with_its_pictures(archive: Path) -> None:
    docs = REPOSITORY / "docs"
    pages = {f"eurosat_qgis/help/{page.stem}.html" for page in docs.glob("*.md")}
    pictures = {
        f"eurosat_qgis/help/{picture.relative_to(docs).as_posix()}"
        for picture in docs.rglob("img/**/*.png")
    }
    assert pages
    assert pictures
    assert pages | pictures <= set(names_in(archive))


def test_the_help_loads_nothing_from_the_network(archive: Path) -> None:
    with zipfile.ZipFile(archive) as content:
        for name in names_in(archive):
            if name.startswith("eurosat_qgis/help/") and name.endswith((".html", ".css")):
                text = content.read(name).decode()
                loaded = re.findall(
                    r"""(?:src=|<link[^>]* href=|url\(|@import)\s*["']?([^"')>]+)""", text
                )
                assert not [address for address in loaded if "//" in address], name
                assert "<script" not in text


def test_caches_and_hidden_files_stay_outside(tmp_path: Path) -> None:
    plugin = make_plugin(tmp_path / "plugin")
    cache = plugin / "eurosat_qgis" / "__pycache__"
    cache.mkdir()
    (cache / "x.cpython-311.pyc").write_bytes(b"x")
    (plugin / "eurosat_qgis" / ".hidden").write_bytes(b"x")
    assert names_in(build_zip(plugin, tmp_path / "out")) == [
        "eurosat_qgis/CHANGELOG.md",
        "eurosat_qgis/LICENSE",
        "eurosat_qgis/__init__.py",
        "eurosat_qgis/help/qgis.html",
        "eurosat_qgis/metadata.txt",
        "eurosat_qgis/resources/icon.svg",
    ]


def pyproject_dependencies() -> list[str]:
    """The runtime dependencies: the list after `dependencies = ` (tomllib needs Python 3.11)."""
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.split("\ndependencies = ", 1)[1].split("\n]", 1)[0] + "\n]"
    return list(ast.literal_eval(listed))


def test_the_managed_environment_installs_what_the_project_depends_on() -> None:
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    required = [line for line in lines if line and not line.startswith("#")]
    assert required == pyproject_dependencies()


@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13"])
def test_every_dependency_is_pinned_once_for_each_python_with_checksums(python: str) -> None:
    text = PINS.read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all("--hash=sha256:" in entry for entry in entries)
    pins = [Requirement(entry.partition("--hash")[0]) for entry in entries]
    here = {"python_version": python, "python_full_version": f"{python}.5"}
    chosen = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(here)]
    versions = {pin.name: next(iter(pin.specifier)).version for pin in chosen}
    assert len(versions) == len(chosen)
    for dependency in map(Requirement, pyproject_dependencies()):
        assert dependency.specifier.contains(versions[dependency.name])


def test_the_oldest_environment_tests_every_lower_bound() -> None:
    pinned = (REPOSITORY / "tests" / "oldest" / "requirements.txt").read_text(encoding="utf-8")
    for dependency in pyproject_dependencies():
        name, _, bound = dependency.partition(">=")
        assert f"\n{name}=={bound}" in pinned


def test_the_project_has_the_version_of_its_metadata() -> None:
    stated = subprocess.run(
        [sys.executable, "setup.py", "--version"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[-1]
    assert stated == plugin_version(REPOSITORY)


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{plugin_version(REPOSITORY)}]" in changelog
