"""The edge where a run begins: finds the repository, its settings and its OKR files, and reads them."""
