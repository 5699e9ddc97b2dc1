"""Asking in plain lines, for screen readers and dumb terminals; nothing is redrawn."""
