"""A question that only names another thing and leaves the rest to the one before it: "What is drift? And recall?"."""

from collections.abc import Sequence

from rules.hearing.questions.cutting import Sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_WORDS = "and or also what about how then the a an for of is are plus too same goes likewise ditto with question"
_FILLING = stems_of(_WORDS)
_SLOTS = {
    "glossary": ("term", "term"),
    "why_not": ("architecture", "architecture"),
    "what_would_make": ("architecture", "architecture"),
    "who_answered": ("fact", "fact"),
    "status_of_answers": ("fact", "fact"),
}
"""Of each question: the slot that is filled anew, and with what kind of name."""


def again(before: Sequence[Asked], sentence: Sentence) -> tuple[Asked, ...]:
    """The question before, of what this sentence names; nothing where it says more than a name."""
    slot, kind = _SLOTS.get(before[-1].intent, ("", "")) if before else ("", "")
    named = hits(sentence).of(kind) if kind and sentence.is_marked else ()
    is_whole = kind != "term" and stands("what is/are", sentence.stems)
    if len(named) != 1 or sentence.stems[0] not in _FILLING or is_whole:
        return ()
    rest = [word for at, word in enumerate(sentence.stems) if not named[0].start <= at < named[0].end]
    return (Asked(before[-1].intent, {slot: named[0].name}),) if set(rest) <= _FILLING else ()
