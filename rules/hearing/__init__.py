"""The one ear: what a typed line is taken for, and every value and question in it.

`hear(line(text, open_fact, said, mention=...))` decides; `read_values(text, facts)` finds values anywhere.
"""

from rules.hearing.hear import hear, line
from rules.hearing.reading import read_values
from rules.hearing.values import (
    Asked,
    Certainty,
    Choice,
    Control,
    Heard,
    Line,
    QuestionReading,
    Reading,
    Trouble,
    Word,
)

__all__ = [
    "Asked",
    "Certainty",
    "Choice",
    "Control",
    "Heard",
    "Line",
    "QuestionReading",
    "Reading",
    "Trouble",
    "Word",
    "hear",
    "line",
    "read_values",
]
