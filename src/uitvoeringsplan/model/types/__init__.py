"""The types of question: a class each."""
