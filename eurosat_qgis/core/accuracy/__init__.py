"""How good finished maps are, and what changed between them."""
