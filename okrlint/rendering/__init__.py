"""Templates, prose and charts: plain values in, HTML and Markdown text out; knows nothing of OKRs."""
