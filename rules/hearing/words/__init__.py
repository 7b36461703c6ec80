"""What a line is made of: its pieces, the phrases that stand in them, and how likely they are of a class."""
