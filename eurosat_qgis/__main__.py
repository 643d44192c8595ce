"""`python -m eurosat_qgis`."""

from eurosat_qgis.core.cli import main

if __name__ == "__main__":
    main()
