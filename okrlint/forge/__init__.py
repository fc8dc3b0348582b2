"""GitHub and GitLab: one comment kept up to date. The only room that opens a connection, and only for `comment`."""
