"""Classify the sample scene through real QGIS and draw the map: what `make demo` runs.

`python -m scripts.demo`, in the worker's environment. Packs the plugin, installs it into a fresh
QGIS profile, and runs `eurosat:classify` with qgis_process; without QGIS the command line does the
same job. Results are in build/demo.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.map_picture import draw_map_picture, read_class_shares
from scripts.package import PACKAGE, REPOSITORY, build_zip

SCENE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"
FOLDER = REPOSITORY / "build" / "demo"
CELL = 16
TITLE = "Land cover of Mol, Belgium, 11 April 2019"
CREDIT = "contains modified Copernicus Sentinel data 2019 · EuroSAT, Helber et al. 2019"


class DemoError(Exception):
    """A step failed; the message says which, and what it printed last."""


@dataclass(frozen=True)
class DemoOutputs:
    """The files that a run leaves."""

    land_cover: Path
    confidence: Path
    polygons: Path
    areas: Path

    @classmethod
    def in_folder(cls, folder: Path) -> DemoOutputs:
        return cls(
            folder / "landcover.tif",
            folder / "confidence.tif",
            folder / "landcover.gpkg",
            folder / "areas.csv",
        )

    def all(self) -> tuple[Path, ...]:
        return (self.land_cover, self.confidence, self.polygons, self.areas)


def find_qgis_process() -> str | None:
    """The qgis_process program, or None where QGIS is not installed.

    Debian's wrapper of that name hands qgis_process an option of the QGIS window
    (`--noversioncheck`), which it refuses as an unknown command; the program itself is beside it.
    """
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process")


def qgis_environment(profiles: Path) -> dict[str, str]:
    """Environment of a QGIS without a screen, with a profile of its own and this interpreter.

    The interpreter is the worker's, unless EUROSAT_QGIS_PYTHON names another.
    """
    return {
        "EUROSAT_QGIS_PYTHON": sys.executable,
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profiles),
        "QT_QPA_PLATFORM": "offscreen",
    }


def install_plugin(archive: Path, profiles: Path) -> Path:
    """Unpack the plugin's zip where QGIS' "Install from ZIP" does; give the plugin's folder."""
    plugins = profiles / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(archive) as content:
        content.extractall(plugins)
    return plugins / PACKAGE


def classify_in_qgis(qgis_process: str, archive: Path, outputs: DemoOutputs) -> None:
    """Install the plugin into a fresh profile, enable it and run its algorithm on the sample."""
    profiles = FOLDER / "profile"
    environment = qgis_environment(profiles)
    installed = install_plugin(archive, profiles)
    log = FOLDER / "qgis_process.log"
    _run([qgis_process, "plugins", "enable", PACKAGE], environment, log)
    parameters = {
        "INPUT": SCENE,
        "CELL": CELL,
        "OUTPUT": outputs.land_cover,
        "CONFIDENCE": outputs.confidence,
        "POLYGONS": outputs.polygons,
        "STATISTICS": outputs.areas,
    }
    arguments = [f"{name}={value}" for name, value in parameters.items()]
    print(f"Classifying {SCENE.name} with qgis_process and the plugin in {_shown(installed)}")
    _run([qgis_process, "run", "eurosat:classify", "--", *arguments], environment, log)
    missing = [path.name for path in outputs.all() if not path.is_file()]
    if missing:
        # qgis_process of QGIS 3.22 ends some failed runs with exit code 0.
        raise DemoError(f"QGIS left no {', '.join(missing)}:\n{_last_lines(log)}")


def classify_by_command_line(outputs: DemoOutputs) -> None:
    """The same job without QGIS."""
    command = [sys.executable, "-m", PACKAGE, "classify", str(SCENE), str(outputs.land_cover)]
    command += ["--cell", str(CELL), "--confidence", str(outputs.confidence)]
    command += ["--polygons", str(outputs.polygons), "--stats", str(outputs.areas)]
    print(f"Classifying {SCENE.name} by the command line")
    _run(command, os.environ, FOLDER / "classify.log")


def _run(command: list[str], environment: Mapping[str, str], log: Path) -> None:
    with log.open("ab") as lines:
        done = subprocess.run(
            command, env=environment, cwd=REPOSITORY, stdout=lines, stderr=lines, check=False
        )
    if done.returncode:
        called = " ".join(command[:3])
        raise DemoError(f"{called} ended with {done.returncode}:\n{_last_lines(log)}")


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])


def _shown(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def print_areas(outputs: DemoOutputs) -> None:
    """The areas per class as an aligned table, largest first."""
    print(f"\n{'class':24}{'km²':>9}{'share':>9}")
    for entry in read_class_shares(outputs.areas, outputs.land_cover):
        print(f"{entry.title:24}{entry.area_m2 / 1e6:9.2f}{entry.share:9.1%}")


def main() -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    outputs = DemoOutputs.in_folder(FOLDER)
    qgis_process = find_qgis_process()
    started = time.monotonic()
    try:
        if qgis_process:
            classify_in_qgis(qgis_process, build_zip(REPOSITORY, FOLDER.parent), outputs)
        else:
            print("QGIS is not here, so the command line does the job that QGIS would start.")
            classify_by_command_line(outputs)
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    seconds = time.monotonic() - started
    picture = FOLDER / "map.png"
    draw_map_picture(SCENE, outputs.land_cover, outputs.areas, picture, TITLE, CREDIT)
    print_areas(outputs)
    print(f"\nDone in {seconds:.0f} s. The results:")
    for path in (*outputs.all(), picture):
        print(f"  {_shown(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
