"""A scene's pixels: its bands, its grid of 10 m, its nodata, its areas."""
