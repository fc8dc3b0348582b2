"""What several reports show alike: OKRs as plain rows of words and numbers, statuses, addresses of pages."""
