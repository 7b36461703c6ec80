"""A question that only asks for what the words before it leave open: "I could not name one. Could you?"."""

from dataclasses import replace

from rules.catalog.asking import small
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.shapes import is_asking

_LONGEST = 9
_OPENS = frozenset({"can", "could", "do", "would", "will", "are", "is", "have"})
_EMPTY = small("empty")


def untagged(message: Message) -> Message:
    """The message without such a last question, which the sentence before it then asks."""
    *before, last = message.sentences or (None,)
    if last is None or not before or not _is_tag(last) or any(one.is_marked for one in before):
        return message
    if not any(is_asking(one) for one in before):
        before[-1] = replace(before[-1], is_marked=True)
    return replace(message, sentences=tuple(before))


def _is_tag(one: Sentence) -> bool:
    """Whether a question says nothing of what it asks for."""
    return one.is_marked and len(one.stems) <= _LONGEST and one.stems[0] in _OPENS and set(one.stems) <= _EMPTY
