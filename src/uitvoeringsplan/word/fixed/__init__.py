"""The words of a document that are no answer, and what must come back as it was made."""
