"""Files in and out: the question set, project files, atomic saving, finding things.

The only floor that imports yaml. It knows the model and `errors`, nothing of Word or terminals.
"""
