"""A template and a plan to a finished document, with its properties."""
