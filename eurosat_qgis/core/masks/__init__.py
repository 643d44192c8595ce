"""What of a scene is left out, or alone looked at."""
