"""What must hold for the documents we make: one rule per function."""
