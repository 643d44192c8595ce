"""A map's report to print."""
