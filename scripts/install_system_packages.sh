#!/usr/bin/env bash
# Install with apt what is missing of the system's part, and nothing when nothing is.
#
#   install_system_packages.sh [venv] [qgis] [tests] [peers] [screen] [folder]
#
# venv: what a virtual environment needs; qgis: QGIS with qgis_process; tests: pytest for QGIS' own
# Python; peers: GDAL's own tools, which the unit tests hold results against; screen: a virtual X
# server; folder: what makes a Debian folder. Where apt cannot be used it prints one line that says
# what to install, and exits with 1.
set -euo pipefail

qgis_python=${QGIS_PYTHON:-/usr/bin/python3}
missing=()

has_module() { "$qgis_python" -c "import importlib.util as u, sys; sys.exit(not u.find_spec('$1'))" 2>/dev/null; }

for purpose in "$@"; do
    case $purpose in
    venv)
        python=$("$(dirname "$0")/find_python.sh") || exit 1
        if ! "$python" -c 'import ensurepip' 2>/dev/null; then
            missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
        fi
        ;;
    qgis)
        if ! command -v qgis_process >/dev/null || ! has_module qgis; then
            missing+=(qgis python3-qgis)
        fi
        ;;
    tests) has_module pytest || missing+=(python3-pytest) ;;
    peers) command -v gdalinfo >/dev/null || missing+=(gdal-bin) ;;
    screen)
        command -v xvfb-run >/dev/null || missing+=(xvfb)
        command -v xauth >/dev/null || missing+=(xauth)
        # A bare system has no font at all, and widgets without one show no text.
        compgen -G '/usr/share/fonts/truetype/*/*.ttf' >/dev/null || missing+=(fonts-dejavu-core)
        ;;
    folder) [[ -x /usr/sbin/debootstrap ]] || missing+=(debootstrap debian-archive-keyring) ;;
    *)
        echo "install_system_packages.sh: no purpose '$purpose'" >&2
        exit 2
        ;;
    esac
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
        echo "Missing: ${missing[*]}. Install with: sudo apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo -n)
fi
if ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]} (Debian's names). Install them with this system's own tool." >&2
    exit 1
fi
echo "Installing with apt, which can take minutes: ${missing[*]}"
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"; }
log=$(mktemp)
if ! { apt update && apt install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "apt could not install ${missing[*]}: see above, then run this again." >&2
    exit 1
fi
rm -f "$log"
