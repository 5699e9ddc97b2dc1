"""The document in other formats: pages for the web, and plain text with signs."""
