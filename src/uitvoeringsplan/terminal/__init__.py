"""Asking and reporting: the only floor that imports questionary or prompt_toolkit."""
