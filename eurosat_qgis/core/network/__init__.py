"""Class probabilities from a bundle: window by window, or densely."""
