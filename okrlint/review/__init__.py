"""What changed between two states of the plans, and how to say it; pure, knows nothing of git."""
