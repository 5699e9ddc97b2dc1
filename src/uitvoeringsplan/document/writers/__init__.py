"""A document that was read, as html or Markdown, and its metadata."""
