"""A template without its private parts: who made it, where it lay, and what nobody sees."""
