"""Reading a Word document as a readable document, for other formats and for `git diff`."""
