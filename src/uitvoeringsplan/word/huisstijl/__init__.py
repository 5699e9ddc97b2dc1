"""The house style of a municipality, put on the bytes of a template."""
