"""The copy of a document that LibreOffice gets to convert."""
