"""A change that is stated in the sentence that also asks: "we have 5,000 labels now, and when is the review?"."""

from dataclasses import replace

from rules.hearing.questions.clauses import cuts, part
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.matching import hits
from rules.hearing.questions.shapes import is_question_word
from rules.hearing.questions.stating import is_like_change
from rules.hearing.questions.values_said import changes
from rules.hearing.values import Certainty

_LONGEST = 20
"""Words of a change that is stated plainly; a longer beginning tells a story."""


def parted(message: Message) -> Message:
    """The message with such a change as a sentence of its own."""
    return replace(message, sentences=tuple(each for one in message.sentences for each in _parted(one)))


def _parted(whole: Sentence) -> tuple[Sentence, ...]:
    for at in cuts(whole) if whole.is_marked else ():
        before = replace(part(whole, 0, at), is_marked=False)
        if _states(before):
            return before, part(whole, at, None)
    return (whole,)


def _states(before: Sentence) -> bool:
    found = hits(before)
    return (
        len(before.stems) <= _LONGEST
        and found.has("changed")
        and not (found.has("supposes") or is_question_word(before))
        and is_like_change(before)
        and bool(changes(before.text, {}, least=Certainty.OWN))
    )
