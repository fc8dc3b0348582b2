"""One file, one way to print findings."""
