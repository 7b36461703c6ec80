"""The shape of a sentence: whether it asks, orders or promises, whatever of: "send me that", "I'll take it"."""

from rules.catalog.asking import moods, phrases_in, small
from rules.hearing.questions.cutting import Sentence
from rules.hearing.questions.kinds import QUESTION_WORDS
from rules.hearing.questions.matching import stands

_STARTS = small("starts")
_ORDERS = small("orders")
_ASKS_INSIDE = phrases_in(moods()["asks_inside"])
_MAYBE = phrases_in(moods()["maybe"])
_JOINING = frozenset(
    {"and", "so", "but", "ok", "okay", "also", "just", "first", "second", "then", "well", "right", "plus"}
)
_WISHES = "< and/plus? i/we? would/will/do? also? need/want/like/love/require a/an/the/this/that/some"
_FEWER = 9
_FEW = 14
"""Words of a question that no mark ends."""


def opens_asking(sentence: Sentence) -> bool:
    """Whether a short sentence without a question mark begins as only questions do: "first, why is it not enough"."""
    first = opening(sentence)
    if first in {"what", "how"}:
        return len(sentence.stems) <= _FEWER and not is_exclaimed(sentence)
    return first in QUESTION_WORDS and len(sentence.stems) <= _FEW


def is_question_word(sentence: Sentence) -> bool:
    """Whether it begins as questions do, though no mark ends it."""
    is_wish = stands("< have a/an/to", sentence.stems) or stands("< will do", sentence.stems)  # "have a nice day"
    return opening(sentence) in _STARTS and not is_wish and "not" not in sentence.stems[1:2]


def is_order(sentence: Sentence) -> bool:
    """Whether a sentence asks for something without a question mark: "please send me the record", "define drift"."""
    return (
        opening(sentence) in _ORDERS
        or stands("please/could/would/kindly/can .. you/u", sentence.stems)
        or stands("and please", sentence.stems)
        or stands("put .. side/next/beside/together", sentence.stems)
    )


def is_wish(sentence: Sentence) -> bool:
    """Whether a short sentence begins by wishing for a thing: "we also need a PDF", "need the reasons"."""
    return len(sentence.stems) <= _FEW and stands(_WISHES, sentence.stems)


def is_asking(sentence: Sentence) -> bool:
    """Whether a sentence without a question mark asks all the same."""
    if stands(_ASKS_INSIDE, sentence.stems):
        return True
    if "asking" in sentence.words or ("ask" in sentence.words and stands("i ask", sentence.stems)):
        return True  # "I asked the editors" tells
    first = opening(sentence)
    if "not" in sentence.stems[1:2]:
        return False
    return first in _ORDERS or (first in _STARTS and len(sentence.stems) <= 14)


def opening(sentence: Sentence) -> str:
    """The first word, after what only joins."""
    return next(
        (stem for stem in sentence.stems if stem not in _JOINING),
        "",
    )


def is_exclaimed(sentence: Sentence) -> bool:
    """Whether it only seems to ask: "what a lovely day"."""
    return stands("< what/how a/an/nice/lovely/kind", sentence.stems)


def is_undecided(sentence: Sentence) -> bool:
    """Whether it tells of what may come, and has not: "there is talk of a yearly edition"."""
    return stands(_MAYBE, sentence.stems)


def promises(sentence: Sentence) -> bool:
    """Whether somebody says what they will do: "I'll take it from here"."""
    return stands("< i/we will", sentence.stems) and not stands("< i/we will need", sentence.stems)
