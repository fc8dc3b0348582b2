"""Foreign formats that plans are read from: one file each, found by its name."""
