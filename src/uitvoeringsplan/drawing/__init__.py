"""Drawings from the rows of a table: layout, and pictures with Pillow, loaded only when drawing."""
