"""The one ear: what a typed line is taken for, and every value and question in it.

`hear(line(text, open_fact, said, mention=...))` decides; `in_full(line, heard)` is how it is kept;
`asks(line)` says whether it asks at all; `read_values(text, facts)` finds values anywhere; `prepare()` makes its
tables ahead of the first line.
"""

from rules.hearing.acts.asking import asks
from rules.hearing.evidence.reading import read_values
from rules.hearing.forms.listing import in_full
from rules.hearing.hear import hear, line
from rules.hearing.preparing import prepare
from rules.hearing.values import (
    NOT_LISTED,
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
    "NOT_LISTED",
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
    "asks",
    "hear",
    "in_full",
    "line",
    "prepare",
    "read_values",
]
