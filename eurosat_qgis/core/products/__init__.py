"""Sentinel-2 products: what kind a scene is, where its bands lie, what its metadata state."""
