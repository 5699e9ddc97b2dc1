"""What must hold for a plan before the college and the web get it: one rule per function."""
