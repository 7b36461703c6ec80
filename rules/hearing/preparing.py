"""The tables of the ear, made ahead of the first line."""

from collections.abc import Callable

from rules.catalog.phrases import answers
from rules.facts import FACTS
from rules.hearing.evidence import leaning
from rules.hearing.hear import hear, line
from rules.hearing.questions import likeness, slots
from rules.hearing.questions.spelling import corrected
from rules.hearing.words import patterns
from rules.hearing.words.pieces import stem

_FIRST = (
    "why not fine-tuning?",
    "if we had 5k labeled tickets",
    "what if it was a bit of a mess",
    "is there any chance this flips down the road?",
    "zzyzx",
    "what does zzyzx mean?",
    "access -> zzyzx",
    "delete the zzyzx",
    "replace the zzyzx with zzyzx",
    "> zzyzx here: so\nwho said so?",
)
"""Lines that go every way through the ear once, after the verdict."""


def prepare(tidy: Callable[[], object] = bool) -> None:
    """Make the tables that the first lines would otherwise wait for, up to a second each.

    Learning comes first: it takes the most room on the way, which the tables made after it find free again; `tidy` is
    called between them, to free what is in nobody's hands.
    """
    for learn in (likeness.learn, slots.learn, leaning.learn):
        learn()
        stem.cache_clear()
        tidy()
    for fact in FACTS:
        hear(line("zzyzx, i guess", fact, {}, mention=True))
    for text in _FIRST:
        hear(line(text, None, {"need": "facts"}, mention=True))
    for made_on_the_way in (patterns.forget, stem.cache_clear, corrected.cache_clear, answers.cache_clear):
        made_on_the_way()
