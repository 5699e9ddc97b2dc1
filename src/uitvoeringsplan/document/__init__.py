"""A Word document as somebody reads it, for other formats and for `git diff`."""
