"""Build the zip that QGIS installs with "Install from ZIP": `python scripts/package.py [FOLDER]`.

Standard library only: any Python 3.10 builds the same bytes from the same files.
"""

from __future__ import annotations

import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = "eurosat_qgis"
# Beside the package in the repository, inside it in the zip, where QGIS looks for them.
EXTRAS = ("metadata.txt", "LICENSE", "CHANGELOG.md", "resources")
# The pages that the plugin's Help buttons open; `make docs` builds them here.
HELP = Path("build", "help")
CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
# QGIS leaves statistics of a raster beside it as .aux.xml.
LEFT_OUT_ENDINGS = (".pyc", ".part", ".ts", ".aux.xml")
# The plugin site takes 25 MB; the rest is room for translations and a second model.
LARGEST_ZIP = 20_000_000
# The zip format's first day: no clock enters the file.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


class PackagingError(Exception):
    """The zip cannot be built; the message says why."""


def plugin_version(repository: Path) -> str:
    """The version that `metadata.txt` states."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(repository / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def files_to_pack(repository: Path) -> dict[str, Path]:
    """Every file of the plugin by its name in the zip, sorted by name.

    Raises PackagingError when one of EXTRAS or the help is missing.
    """
    found: dict[str, Path] = {}
    for path in _files_below(repository / PACKAGE):
        found[path.relative_to(repository).as_posix()] = path
    for extra in EXTRAS:
        source = repository / extra
        if not source.exists():
            raise PackagingError(f"{extra} is missing: the plugin is not complete without it.")
        for path in _files_below(source) if source.is_dir() else [source]:
            found[f"{PACKAGE}/{path.relative_to(repository).as_posix()}"] = path
    pages = repository / HELP
    if not pages.is_dir():
        raise PackagingError(
            f"{HELP.as_posix()} is missing: build the help with `make docs` first."
        )
    for path in _files_below(pages):
        found[f"{PACKAGE}/help/{path.relative_to(pages).as_posix()}"] = path
    return dict(sorted(found.items()))


def _files_below(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not CACHES.intersection(path.parts)
        and not path.name.startswith(".")
        and not path.name.endswith(LEFT_OUT_ENDINGS)
    ]


def build_zip(repository: Path, folder: Path) -> Path:
    """Write `eurosat_qgis-VERSION.zip` into `folder` and give its path.

    The same files give the same bytes. Raises PackagingError above LARGEST_ZIP bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PACKAGE}-{plugin_version(repository)}.zip"
    unfinished = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name, path in files_to_pack(repository).items():
            entry = zipfile.ZipInfo(name, TIMESTAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    size = unfinished.stat().st_size
    if size > LARGEST_ZIP:
        unfinished.unlink()
        raise PackagingError(
            f"The zip has {size / 1e6:.1f} MB, more than {LARGEST_ZIP / 1e6:.0f}: "
            "take out what the plugin does not need."
        )
    return unfinished.replace(target)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "build"
    try:
        target = build_zip(REPOSITORY, folder)
    except PackagingError as error:
        print(f"package.py: {error}", file=sys.stderr)
        return 1
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
