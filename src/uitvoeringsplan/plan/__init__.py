"""The project file of one plan: reading, patching, saving, drafts, open points, merging."""
