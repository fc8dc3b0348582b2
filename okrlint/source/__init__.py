"""Text to located nodes, edits as splices, new YAML; knows YAML and nothing of OKRs."""
