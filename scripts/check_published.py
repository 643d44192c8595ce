"""Check the plugin's zip as the plugin site and its tools do: `make check-published`.

`python scripts/check_published.py`, in an environment with what scripts/published_requirements.txt
lists. Standard library only.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.package import PACKAGE, REPOSITORY, build_zip, plugin_version

TOOLS = Path(sys.executable).parent
# The site refuses a plugin without the first; the others tell people what they install.
METADATA = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "repository", "tracker", "homepage", "qgisMaximumVersion", "supportsQt6", "icon", "tags",
    "category", "changelog", "experimental", "deprecated", "hasProcessingProvider",
)  # fmt: skip
# What the migration checker says where QGIS cannot be imported.
_WITHOUT_QGIS = "QGIS classes not available"
_CI_SETTINGS = f"""[tool.qgis-plugin-ci]
plugin_path = "{PACKAGE}"
github_organization_slug = "{PACKAGE}"
project_slug = "{PACKAGE}"
"""


def findings(archive: Path, folder: Path) -> Iterator[str]:
    """Whatever one of the checks finds in the plugin's zip; `folder` is for files on the way."""
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
        names = sorted(content.namelist())
    plugin = folder / PACKAGE
    yield from of_metadata(plugin)
    yield from of_bandit(plugin)
    yield from of_detect_secrets(plugin)
    yield from of_analyzer(plugin)
    yield from of_migration(plugin, folder / "migrated")
    yield from of_packaging(plugin, names, folder)


def of_metadata(plugin: Path) -> Iterator[str]:
    """Keys that are missing or empty, and an icon that is not there."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(plugin / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    yield from (f"metadata.txt has no {key}." for key in METADATA if not general.get(key))
    if not (plugin / general.get("icon", "no icon")).is_file():
        yield "metadata.txt names an icon that is not in the zip."


def of_bandit(plugin: Path) -> Iterator[str]:
    """Findings of every level."""
    told = json.loads(_run("bandit", "-q", "-r", plugin, "-f", "json", "--ignore-nosec"))
    for issue in told["results"]:
        path = Path(issue["filename"]).relative_to(plugin)
        yield f"bandit: {path}:{issue['line_number']} {issue['test_id']} {issue['issue_text']}"


def of_detect_secrets(plugin: Path) -> Iterator[str]:
    """What looks like a password or a key, in any file."""
    told = json.loads(_run("detect-secrets", "scan", "--all-files", ".", folder=plugin))
    for name, found in told["results"].items():
        yield from (f"detect-secrets: {name}:{s['line_number']} {s['type']}" for s in found)


def of_analyzer(plugin: Path) -> Iterator[str]:
    """qgis-plugin-analyzer's security scan and its look at the metadata."""
    deep = ("--deep", "--fail-on", "warning", "--no-cache")
    for arguments in (("security", plugin, *deep), ("analyze", "metadata", plugin)):
        done = _finished("qgis-analyzer", *arguments, "-o", plugin.parent / "analyzer")
        if done.returncode:
            yield f"qgis-analyzer {arguments[0]}: {done.stdout[-2000:]}"


def of_migration(plugin: Path, copy: Path) -> Iterator[str]:
    """What QGIS' own checker would change for Qt 6, or warns of; it writes into `copy`.

    It knows the enums of PyQt6; tests/qgis/test_qt6.py knows those of QGIS.
    """
    shutil.copytree(plugin, copy)
    done = _finished("pyqt5to6", copy)
    lines = (done.stdout + done.stderr).splitlines()
    yield from (f"pyqt5to6: {line}" for line in lines if not line.startswith(_WITHOUT_QGIS))
    for path in sorted(copy.rglob("*.py")):
        name = path.relative_to(copy)
        if path.read_bytes() != (plugin / name).read_bytes():
            yield f"pyqt5to6: {name} is not ready for Qt 6."


def of_packaging(plugin: Path, names: list[str], folder: Path) -> Iterator[str]:
    """Files that qgis-plugin-ci packs and our own packing does not, or the other way round."""
    (folder / "pyproject.toml").write_text(_CI_SETTINGS, encoding="utf-8")
    (folder / "CHANGELOG.md").write_bytes((plugin / "CHANGELOG.md").read_bytes())
    git = shutil.which("git") or "git"
    author = ("-c", "user.name=check", "-c", "user.email=check@example.org")
    for command in (("init", "-q"), ("add", PACKAGE), (*author, "commit", "-q", "-m", "zip")):
        subprocess.run([git, *command], cwd=folder, check=True)
    version = plugin_version(REPOSITORY)
    _run("qgis-plugin-ci", "package", version, "--allow-uncommitted-changes", folder=folder)
    (packed,) = folder.glob("*.zip")
    with zipfile.ZipFile(packed) as content:
        others = {name for name in content.namelist() if not name.endswith("/")}
    yield from (f"qgis-plugin-ci: {name} is in one zip only." for name in others ^ set(names))


def _run(tool: str, *arguments: object, folder: Path | None = None) -> str:
    return _finished(tool, *arguments, folder=folder).stdout


def _finished(
    tool: str, *arguments: object, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TOOLS / tool), *map(str, arguments)],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def main() -> int:
    with TemporaryDirectory(prefix="eurosat-published-") as name:
        folder = Path(name)
        archive = build_zip(REPOSITORY, folder / "built")
        (folder / "unpacked").mkdir()
        found = list(findings(archive, folder / "unpacked"))
        size = archive.stat().st_size / 1e6
    for line in found:
        print(line)
    print(f"{archive.name}, {size:.1f} MB: {len(found) or 'no'} findings.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
