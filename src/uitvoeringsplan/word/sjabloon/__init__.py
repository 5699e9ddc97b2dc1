"""A template: opening it, its parts with a condition, its places, and what is wrong with it."""
