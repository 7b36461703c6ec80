"""The one ear: what a typed line is taken for, and every value and question in it.

`hear(line(text, open_fact, said, mention=...))` decides; `in_full(line, heard)` is how it is kept;
`answering(line, heard, offered)` takes up what was asked back, `recording` what was supposed;
`asks(line)` says whether it asks at all;
`read_values(text, facts)` finds values anywhere; `prepare()` makes its tables ahead of the first line.
"""

from rules.hearing.acts.asking import asks
from rules.hearing.asked_back import answering, recording
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
    "answering",
    "asks",
    "hear",
    "in_full",
    "line",
    "prepare",
    "read_values",
    "recording",
]
