"""The spelling of a text: a dictionary in a process of its own."""
