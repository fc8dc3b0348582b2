"""What git knows of a repository, asked without running anything that the repository names."""
