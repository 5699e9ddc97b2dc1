"""A Word form of any maker: its places to fill in, what they ask, and a question set made of it."""
