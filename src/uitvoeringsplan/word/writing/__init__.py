"""Answers as WordprocessingML: paragraphs, points, links, tables and pictures."""
