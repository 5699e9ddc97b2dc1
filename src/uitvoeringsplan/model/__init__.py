"""The domain: questions, answers and their markup. Standard library and `errors` only."""
