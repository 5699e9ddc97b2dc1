"""The files that settle a plan: the question set and the house style."""
