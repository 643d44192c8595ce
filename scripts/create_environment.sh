#!/usr/bin/env bash
# Create a virtual environment, or bring one up to date, with what the arguments name to pip:
#
#   create_environment.sh FOLDER PIP_ARGUMENT...
#
# pip follows the machine's own configuration.
set -euo pipefail

folder=$1
shift
if [[ ! -x $folder/bin/python ]] || ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$("$(dirname "$0")/find_python.sh")
    echo "Creating $folder with $("$python" --version)"
    rm -rf "$folder"
    "$python" -m venv "$folder"
fi
echo "Installing packages into $folder (the first time about 0.7 GB to download)"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
