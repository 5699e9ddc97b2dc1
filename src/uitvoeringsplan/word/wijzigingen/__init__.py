"""A document in which the changes between two plans can be seen, accepted and rejected."""
