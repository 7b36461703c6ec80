"""What a line asks: the questions about a decision, with what each is about, in the person's own words.

A message is cut into sentences and clauses; each clause is read alone, with what stands before it as context. What is
quoted, and what is said to somebody else, is never the person's own question.
"""

from rules.hearing.questions.guessing import guess, wants_nothing
from rules.hearing.questions.message import read_questions
from rules.hearing.questions.money import told_figures
from rules.hearing.questions.values_said import changes as values_supposed

__all__ = ["guess", "read_questions", "told_figures", "values_supposed", "wants_nothing"]
