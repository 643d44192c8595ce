#!/usr/bin/env bash
# Print the Python to make the worker's environment with: the first one that TensorFlow exists for.
# PYTHON names one; otherwise python3, then versions by name. Exits with 1 and one line if none fits.
set -euo pipefail

fits='import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))'
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.10}; do
    if command -v "$python" >/dev/null && "$python" -c "$fits" 2>/dev/null; then
        command -v "$python"
        exit 0
    fi
done
echo "No Python 3.10 to 3.13 found, which TensorFlow needs: install one and name it, PYTHON=python3.12 make ..." >&2
exit 1
