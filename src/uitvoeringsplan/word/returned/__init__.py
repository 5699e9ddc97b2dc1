"""Reading answers back from a Word file that somebody edited, with whatever program."""
