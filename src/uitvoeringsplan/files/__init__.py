"""Files in and out, whatever is in them: whole, locked, and found."""
