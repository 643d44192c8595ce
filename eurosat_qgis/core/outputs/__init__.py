"""What is written of a map, and read again."""
