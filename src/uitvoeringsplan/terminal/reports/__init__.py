"""What the commands report, as lines of text. Pure: results in, strings out."""
