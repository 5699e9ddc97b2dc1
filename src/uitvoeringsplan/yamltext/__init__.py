"""YAML in which every value is text, with the line and column of everything."""
