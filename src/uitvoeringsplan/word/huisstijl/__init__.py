"""The house style of a municipality, put on a template."""
