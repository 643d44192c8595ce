"""Vector files: read on a scene's grid, and written."""
