"""What a place to fill in takes besides words: how each kind is filled and read back."""
