"""Foreign formats that plans are written in: one file each, found by its name."""
