"""Picture QGIS with the sample scene and its land cover: what `make screenshot` runs.

`python -m scripts.screenshot [PICTURE]`, on a screen or under xvfb-run. Starts QGIS with a fresh
profile in build/screenshot that has the plugin, and lets it run scripts/screenshot_in_qgis.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from scripts.demo import CELL, SCENE, install_plugin, qgis_environment
from scripts.package import PACKAGE, REPOSITORY, build_zip

FOLDER = REPOSITORY / "build" / "screenshot"
DEFAULT_PICTURE = REPOSITORY / "docs" / "img" / "qgis-landcover.png"
IN_QGIS = Path(__file__).with_name("screenshot_in_qgis.py")
# The plugin is on, what a first start asks or announces is off.
SETTINGS = f"""[PythonPlugins]
{PACKAGE}=true
processing=true

[qgis]
checkVersion=false
showTips322=false
newProjectDefault=false
"""
LONGEST_S = 300


def main() -> int:
    picture = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_PICTURE).resolve()
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.unlink(missing_ok=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    profiles = FOLDER / "profile"
    install_plugin(build_zip(REPOSITORY, FOLDER), profiles)
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    # A copy: QGIS leaves statistics beside a raster that it draws.
    scene = shutil.copy(SCENE, FOLDER)
    environment = qgis_environment(profiles) | {
        "EUROSAT_SCREENSHOT": str(picture),
        "EUROSAT_SCENE": str(scene),
        "EUROSAT_CELL": str(CELL),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = ["qgis", "--nologo", "--noversioncheck", "--code", str(IN_QGIS)]
    log = FOLDER / "qgis.log"
    with log.open("wb") as lines:
        subprocess.run(
            command, env=environment, stdout=lines, stderr=lines, timeout=LONGEST_S, check=False
        )
    if not picture.is_file():
        last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
        print(f"screenshot: QGIS left no picture:\n{last}", file=sys.stderr)
        return 1
    print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
