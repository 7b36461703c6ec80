"""Options and questions by the very words that are printed for them, without what may stand around them."""

from collections.abc import Sequence
from functools import lru_cache

from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, Value
from rules.hearing.forms.setting import named
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, pieces, stems_of

Words = tuple[str, ...]

ORDERS = stems_of("change set make update put correct fix replace swap switch revert restore reset")
_NOT = (("not",), ("rather", "than"), ("instead", "of"), ("in", "place", "of"))
_PLACE = stems_of("in its place instead there please thanks now again")
AROUND = COURTESIES | stems_of(
    "please kindly just no nope wrong oops correction can could will you and then so but i we want would like to now"
    " let us still have has not never yet down ok the word answer answers value it"
)
"""What may stand around an order, and says nothing more."""
SHORT_NAMES = {
    "cost": "stakes", "price": "stakes", "damag": "stakes", "consequ": "stakes", "qualiti": "hygiene",
    "data": "hygiene", "size": "corpus", "amount": "corpus", "right": "access", "model": "model_size", "test": "evals",
}  # fmt: skip
"""Names that are sure only beside an option of their question."""
_FIRST = {("first", "one"), ("first", "question"), ("first", "answer"), ("first",)}
"""How the question is called that is always asked first."""


def called(words: Words) -> list[str]:
    """The questions that these words may call."""
    if words in _FIRST:
        return ["need"]
    fact = named(words) or titles().get(words, "")
    if fact:
        return ["receipts", fact] if fact == "source" else [fact]
    return [SHORT_NAMES[words[0]]] if len(words) == 1 and words[0] in SHORT_NAMES else []


def parted(words: Words) -> tuple[Words, Words]:
    """What holds, and what does not."""
    if words[:1] == ("not",) and "but" in words:
        at = words.index("but")
        return trimmed(words[at + 1 :]), trimmed(words[1:at])
    for at in range(1, len(words)):
        for mark in _NOT:
            if words[at : at + len(mark)] == mark:
                return trimmed(words[:at]), trimmed(words[at + len(mark) :])
    return trimmed(words), ()


def stripped(words: Words) -> Words:
    """A name without the order before it."""
    while words and words not in titles() and words[0] in AROUND | ORDERS | {"our", "my"}:
        words = words[1:]
    words = words[:-1] if words[-1:] == ("back",) else words  # "set access back to everyone"
    is_answer = words[-1:] == ("answer",) and words not in titles() and words not in _FIRST
    return words[:-1] if is_answer else words


def trimmed(words: Words, more: set[str] | frozenset[str] = frozenset()) -> Words:
    """An option without courtesies and what points at its place."""
    edge = COURTESIES | _PLACE | more
    front = {"the", "word", "answer", "down", "out", "just", "it", "is", *more}
    while words and words[-1] in edge:
        words = words[:-1]
    while words and words[0] in front and words not in _every():
        words = words[1:]
    return words


def option_of(fact: str, words: Words, *, loose: bool = False) -> str:
    """The option that is printed with these words; "" where none or several are. Loosely, its other words count too."""
    values = _options(loose=loose)[fact].get(words, ())
    return values[0] if len(values) == 1 else ""


def value_of(fact: str, value: str) -> Value:
    """The value as the question has it: a list where several may be picked."""
    return (value,) if fact in ALONE else value


@lru_cache(maxsize=2)
def _options(*, loose: bool) -> dict[str, dict[Words, tuple[str, ...]]]:
    """What is printed for each value of each question: its label, the beginning of that, and how a record says it."""
    found: dict[str, dict[Words, tuple[str, ...]]] = {}
    for question in QUESTIONS:
        own = found.setdefault(question.fact, {})
        for option in question.options:
            head = option.label.split(":")[0].split("(")[0]
            texts = [option.value.replace("_", " "), option.label, head, option.said]
            texts += [text for text in option.synonyms if loose]
            for words in dict.fromkeys(bare(stemmed(pieces(text))) for text in texts):
                own[words] = (*own.get(words, ()), option.value)
    return found


@lru_cache(maxsize=1)
def _every() -> set[Words]:
    """All that is printed for a value."""
    return {words for own in _options(loose=False).values() for words in own}


@lru_cache(maxsize=1)
def titles() -> dict[Words, str]:
    """The questions by what is printed before their answers."""
    return {bare(stemmed(pieces(question.topic))): question.fact for question in QUESTIONS}


def bare(stems: Sequence[str]) -> Words:
    """The words without marks between them."""
    return tuple(word for word in stems if word not in BREAKS - {":"})
