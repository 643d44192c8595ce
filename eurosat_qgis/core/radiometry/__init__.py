"""What pixel values mean: level, offset, scale, atmosphere, and the way to EuroSAT's colours."""
