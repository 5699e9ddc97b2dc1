"""PDF and ODT by LibreOffice: the copy that it gets, the program itself, and page numbers."""
