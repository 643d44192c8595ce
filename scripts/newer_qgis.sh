#!/usr/bin/env bash
# Run a command beside a newer QGIS than the machine's, in a Debian folder of its own:
#
#   newer_qgis.sh VERSION COMMAND [ARGUMENT...]
#
# VERSION is 3.40 (Debian 12 with its backports) or 3.44 (Debian unstable, whose Python 3.14 is too
# new for TensorFlow). The first call makes the folder (2.6 GB, some minutes) in
# EUROSAT_QGIS_FOLDERS, /var/tmp/eurosat-qgis unless set; delete it when you are done with it. The
# command runs in the repository, which stands in that folder at the same path, as do the worker's
# environment, its Python and EUROSAT_SHARED_DATA. Needs root, or sudo without a password. What is
# mounted and started for it ends with it.
set -euo pipefail

self=$(realpath "$0")
repository=$(realpath "$(dirname "$self")/..")
# python3-venv: the set-up's own need. Open Sans: without it QGIS tries to download it.
packages=(qgis python3-qgis python3-pytest python3-venv gdal-bin git xvfb xauth fonts-dejavu-core
    fonts-open-sans procps ca-certificates)

fail() {
    echo "newer_qgis.sh: $*" >&2
    exit 1
}

main() { # VERSION COMMAND...
    local version=$1 suite extra=''
    shift
    case $version in
    3.40) suite=bookworm extra=bookworm-backports ;;
    3.44) suite=unstable ;;
    *) fail "no folder is known for QGIS '$version': 3.40 or 3.44." ;;
    esac
    local folders=${EUROSAT_QGIS_FOLDERS:-/var/tmp/eurosat-qgis} as_root=()
    local folder=$folders/$version
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null || fail "needs root (mounts), or sudo without a password."
        as_root=(sudo -n)
    fi
    if [[ ! -d $folder ]]; then
        echo "Making $folder with QGIS $version, which takes some minutes; log in $folder.log"
        mkdir -p "$folders"
        if ! "${as_root[@]}" unshare --mount "$self" --make "$folder" "$version" "$suite" "$extra" \
            >"$folder.log" 2>&1; then
            tail -n 20 "$folder.log" >&2
            fail "could not make the folder: see above."
        fi
    fi
    local worker=${EUROSAT_QGIS_PYTHON:-$repository/.venv/bin/python}
    "${as_root[@]}" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        PYTHONDONTWRITEBYTECODE=1 EUROSAT_QGIS_PYTHON="$worker" \
        EUROSAT_SHARED_DATA="${EUROSAT_SHARED_DATA:-}" EUROSAT_TEST_PICTURES="${EUROSAT_TEST_PICTURES:-}" \
        unshare --mount --pid --fork --kill-child "$self" --enter "$folder" "$@"
}

# As root, in a mount namespace of its own.
make() { # FOLDER VERSION SUITE EXTRA_SUITE
    local folder=$1 version=$2 suite=$3 extra=$4 made=$1.partial install has
    ! grep -q " $made" /proc/self/mounts || fail "something is mounted in $made: unmount it first."
    rm -rf --one-file-system "$made"
    # debootstrap takes Debian's own mirror where it is given none.
    # shellcheck disable=SC2046
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$made" $(debian_mirror)
    # How the machine's apt downloads: proxies, certificates and such.
    apt-config dump | grep -E '^Acquire::(http|https|Check|Retries)' \
        >"$made/etc/apt/apt.conf.d/99machine" || true
    # A folder that can be made again needs no careful writing, and no manuals.
    printf '%s\n' force-unsafe-io 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/doc/*' \
        >"$made/etc/dpkg/dpkg.cfg.d/quick"
    install=(apt-get -q -y install --no-install-recommends)
    if [[ -n $extra ]]; then
        sed "s/ $suite / $extra /" "$made/etc/apt/sources.list" >"$made/etc/apt/sources.list.d/extra.list"
        install+=(-t "$extra")
    fi
    export DEBIAN_FRONTEND=noninteractive
    mount -t proc proc "$made/proc"
    chroot "$made" apt-get -q update
    chroot "$made" "${install[@]}" "${packages[@]}"
    chroot "$made" apt-get clean
    umount "$made/proc"
    # shellcheck disable=SC2016  # dpkg's own placeholder
    has=$(chroot "$made" dpkg-query -W -f '${Version}' qgis)
    [[ $has == "$version".* ]] || fail "$suite has QGIS $has today, not $version."
    mv "$made" "$folder"
}

debian_mirror() { # the machine's own, from apt; nothing on another system than Debian
    # shellcheck disable=SC2016  # apt's own placeholders
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(SITE)' 'Created-By: Packages' |
        awk '$1 == "Debian" && $2 == "Debian" && !mirror {mirror = $3} END {print mirror}'
}

# As root, in a mount namespace of its own and as the first process of a process namespace.
enter() { # FOLDER COMMAND...
    local folder=$1 base place
    shift
    base=$("$EUROSAT_QGIS_PYTHON" -c 'import sys; print(sys.base_prefix)')
    mount --bind "$folder" "$folder"
    mount --rbind /dev "$folder/dev"
    mount -t proc proc "$folder/proc"
    for place in "$repository" "$(dirname "$(dirname "$EUROSAT_QGIS_PYTHON")")" "$base" "$EUROSAT_SHARED_DATA"; do
        # The system's own Python is the folder's there, if it has it.
        if [[ -d $place && $place != /usr && $place != /usr/local ]]; then
            place=$(realpath "$place")
            mkdir -p "$folder$place"
            mount --rbind "$place" "$folder$place"
        fi
    done
    cd "$folder"
    mkdir -p .machine
    # Not chroot: in one, no user namespace can be had, and the test of a full disk needs it.
    pivot_root . .machine
    umount -l /.machine
    cd "$repository"
    # The plugin finds it there when QGIS' own is too new.
    PATH=$PATH:$base/bin
    "$EUROSAT_QGIS_PYTHON" -c 'import bz2, ctypes, lzma, sqlite3, ssl' ||
        fail "the worker's Python, $EUROSAT_QGIS_PYTHON, does not run beside this QGIS." \
            "Make .venv with one that stands apart from the system's (by uv or pyenv)."
    # Not exec: as the first process, this shell also collects what others leave behind.
    "$@"
}

# One line, so that bash has read all it needs before it starts: the file may change meanwhile.
case ${1:-} in --make | --enter) "${1#--}" "${@:2}" ;; *) main "${@:?VERSION COMMAND}" ;; esac && exit
