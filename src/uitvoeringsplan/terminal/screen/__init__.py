"""Asking on the whole window, with prompt_toolkit and questionary."""
