"""What git knows of a repository, asked without running anything that it names, and what it means for the plans."""
