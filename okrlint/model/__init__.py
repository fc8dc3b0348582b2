"""Located nodes to typed OKRs, with their arithmetic; no disk, no clock."""
