"""One file, one form of a review."""
