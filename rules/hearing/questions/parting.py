"""A sentence of several that are their own: a change stated before a question, the items of a list.

"We have 5,000 labels now, and when is the review?", "three things: the reasons, the next step, the review date".
"""

import re
from dataclasses import replace

from rules.hearing.questions.clauses import cuts, part
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.readers import questions_of
from rules.hearing.questions.scene import Scene, clause_of
from rules.hearing.questions.shapes import is_question_word
from rules.hearing.questions.stating import is_like_change
from rules.hearing.questions.values_said import changes
from rules.hearing.values import Certainty

_BETWEEN = re.compile(r" , (?:and |plus |also )?| and (?:also )?| plus ")
_LONGEST = 20
"""Words of a change that is stated plainly; a longer beginning tells a story."""


_COUNTED = "two/three/four/several/few/some/couple things/questions/points/requests/items/bits"
_HEADS = (_COUNTED, "need/want/following/please/interested/questions/points/requests/know/about/wish/require >")
_ITEM = 8
"""Words of an item of a list at the most."""


def parted(message: Message) -> Message:
    """The message with such a change, or such items, as sentences of their own."""
    several = (each for one in message.sentences for each in _parted(one))
    return replace(message, sentences=tuple(each for one in several for each in _items(one)))


def _items(whole: Sentence) -> tuple[Sentence, ...]:
    """The items of a list behind a colon, where every one of them asks something by itself."""
    head, _, rest = whole.text.partition(" : ")
    if not rest or not stands(_HEADS, part(whole, 0, len(head.split())).stems):
        return (whole,)
    items = [_item(each) for each in _BETWEEN.split(rest) if each.strip(" ?")]
    is_list = len(items) > 1 and all(len(one.stems) <= _ITEM and _asks(one) for one in items)
    return tuple(items) if is_list else (whole,)


def _item(text: str) -> Sentence:
    """An item of a list, which asks without a mark of its own."""
    return sentence(text, is_marked=True)


def _asks(item: Sentence) -> bool:
    """Whether an item asks something known by itself."""
    found = questions_of(clause_of(item, Scene(), is_alone=False))
    return bool(found) and all(one.intent not in {"unknown", "glossary"} for one in found)


def _parted(whole: Sentence) -> tuple[Sentence, ...]:
    """A change that is stated before a question, and the question."""
    for at in cuts(whole) if whole.is_marked else ():
        before = replace(part(whole, 0, at), is_marked=False)
        if _states(before):
            return before, part(whole, at, None)
    return (whole,)


def _states(before: Sentence) -> bool:
    """Whether the part before a question states a change plainly."""
    found = hits(before)
    return (
        len(before.stems) <= _LONGEST
        and found.has("changed")
        and not (found.has("supposes") or is_question_word(before))
        and is_like_change(before)
        and bool(changes(before.text, {}, least=Certainty.OWN))
    )
