"""What a template misses is added: styles, numbering, a content type."""
