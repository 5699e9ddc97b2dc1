"""The spelling of a text: a dictionary in a process of its own, and words of a user's own."""
