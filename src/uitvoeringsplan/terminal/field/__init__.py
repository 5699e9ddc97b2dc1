"""A place to write: a text field that wraps at words, for answers of a page."""
