"""Messages that only react to what was said, with thanks, assent, doubt or a joke: "fair enough"."""

from collections.abc import Sequence
from itertools import pairwise

from rules.catalog.asking import small
from rules.hearing.questions.certain import wants_plainly
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.likeness import CHANGE, nearest
from rules.hearing.questions.matching import hits, is_courtesy, stands
from rules.hearing.questions.shapes import is_asking, is_order, is_question_word, opening
from rules.hearing.questions.values_said import plain_facts
from rules.hearing.values import Asked

_SAID_IN_PASSING = 6
"""Words of a courtesy, behind which more is asked in a longer sentence."""
Read = tuple[Sentence, tuple[Asked, ...]]
"""A sentence with what it asks."""
_STARTS = small("starts")
_INSTEAD = "< so/but? why not/do/can/could/should/would"
_OF_THINGS = frozenset({"glossary", "compare", "cost", "why_not", "why"})
"""What names of things alone may seem to ask."""
_FEW, _ASSENT = 6, 2
"""Words of a message that one courtesy in it makes a reaction, and of one that only assents."""


def is_reaction(message: Message) -> bool:
    """Whether the message only reacts: thanks, assent, doubt."""
    if any((wants_plainly(one) and not _assents(one)) or _tells(one) for one in message.sentences):
        return False
    rest = [one for one in message.sentences if not is_courtesy(one) or is_question_word(one) or _asks_more(one)]
    if any(one.is_marked or is_asking(one) or is_order(one) or is_question_word(one) for one in rest):
        return False
    if any(is_courtesy(sentence) for sentence in message.sentences):
        return True
    words = sum(len(one.stems) for one in message.sentences)
    return words <= _FEW and any(hits(one).has("courtesy") for one in message.sentences)


def _assents(sentence: Sentence) -> bool:
    """Whether it is a word or two of assent, which with a question mark would ask: "sure"."""
    return is_courtesy(sentence) and not sentence.is_marked and len(sentence.stems) <= _ASSENT


def _asks_more(sentence: Sentence) -> bool:
    """Whether a question goes on behind the courtesy: "righto, what is first on the list?"."""
    return sentence.is_marked and len(sentence.stems) > _SAID_IN_PASSING


def _tells(sentence: Sentence) -> bool:
    """Whether it gives a value, and is not only talk: "not true, each sees their own"."""
    return nearest(sentence).name in {CHANGE, "what_if"} and bool(plain_facts([sentence.text]))


def is_all_courtesy(message: Message) -> bool:
    """Whether it holds nothing but short courtesies, whatever marks end them."""
    return all(is_courtesy(sentence) and len(sentence.stems) <= _SAID_IN_PASSING for sentence in message.sentences)


def without_exclaimed(read: Sequence[Read]) -> list[Read]:
    """Without what only wonders at a thing before another is asked for instead: "A reranker? Why not a prompt?"."""
    kept = [*read[-1:]]
    for (sentence, asked), (after, _) in reversed([*pairwise(read)]):
        is_exclaimed = sentence.is_marked and opening(sentence) not in _STARTS and stands(_INSTEAD, after.stems)
        kept.insert(0, (sentence, () if is_exclaimed and {one.intent for one in asked} <= _OF_THINGS else asked))
    return kept
