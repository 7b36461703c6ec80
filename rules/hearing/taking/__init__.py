"""Whose words are whose, and what is taken of them: for the open question, for others, or not at all."""
