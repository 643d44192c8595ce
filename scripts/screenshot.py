"""Picture a first session with the plugin in QGIS: what `make screenshot` runs.

`python -m scripts.screenshot [FOLDER]`, on a screen or under xvfb-run. Starts QGIS with a fresh
profile in a temporary folder that has the plugin, lets it run scripts/screenshot_in_qgis.py, and
writes the pictures, small, to docs/img.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from scripts.demo import CELL, SCENE, install_plugin, qgis_environment
from scripts.package import REPOSITORY, build_zip
from scripts.qgis_profile import SETTINGS

# The pictures show it: the repository's own place is nobody's business.
FOLDER = Path(tempfile.gettempdir(), "eurosat-land-cover")
DEFAULT_PICTURES = REPOSITORY / "docs" / "img"
IN_QGIS = Path(__file__).with_name("screenshot_in_qgis.py")
NAMES = ("0-install", "1-set-up", "2-scene", "3-map", "4-inspect", "5-settings", "6-print")
# Enough for a window and a satellite's picture; the files stay below LARGEST_BYTES.
COLORS, LARGEST_BYTES = (128, 64, 48, 32, 24, 16), 150_000
LARGEST_SIZE = (1400, 1000)
LONGEST_S = 900


def shrink(source: Path, target: Path) -> None:
    """Write a picture with as many colours as fit into LARGEST_BYTES."""
    with Image.open(source) as image:
        # A printed map has more pixels than a window.
        image.thumbnail(LARGEST_SIZE)
        for colors in COLORS:
            small = image.convert("RGB").quantize(colors, kmeans=2, dither=Image.Dither.NONE)
            small.save(target, optimize=True)
            if target.stat().st_size <= LARGEST_BYTES:
                return


def main() -> int:
    pictures = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_PICTURES).resolve()
    pictures.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    profiles = FOLDER / "profile"
    install_plugin(build_zip(REPOSITORY, FOLDER), profiles)
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    # A copy: QGIS leaves statistics beside a raster that it draws.
    scene = shutil.copy(SCENE, FOLDER)
    environment = qgis_environment(profiles) | {
        "EUROSAT_SCREENSHOTS": str(FOLDER),
        "EUROSAT_SCENE": str(scene),
        "EUROSAT_CELL": str(CELL),
        "QT_QPA_PLATFORM": "xcb",
    }
    # A first session has no environment yet.
    python = Path(environment.pop("EUROSAT_QGIS_PYTHON"))
    (FOLDER / "python").symlink_to(python.parent.parent)
    environment["EUROSAT_SCREENSHOT_PYTHON"] = str(FOLDER / "python" / "bin" / python.name)
    command = ["qgis", "--nologo", "--noversioncheck", "--code", str(IN_QGIS)]
    log = FOLDER / "qgis.log"
    with log.open("wb") as lines:
        subprocess.run(
            command, env=environment, stdout=lines, stderr=lines, timeout=LONGEST_S, check=False
        )
    missing = [name for name in NAMES if not (FOLDER / f"{name}.png").is_file()]
    if missing:
        last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
        print(f"screenshot: QGIS left no {', '.join(missing)}:\n{last}", file=sys.stderr)
        return 1
    for name in NAMES:
        shrink(FOLDER / f"{name}.png", pictures / f"qgis-{name}.png")
        print(pictures / f"qgis-{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
