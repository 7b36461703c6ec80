"""What words point at: the question whose line is quoted, and the verdict on the answers given.

"Trusted examples: none" is one of the question, "what you proposed" one of the verdict.
"""

from collections.abc import Mapping
from functools import lru_cache

from rules.catalog import FRAMEWORK
from rules.catalog.questions import QUESTIONS
from rules.facts import VALUES, Facts, Value
from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.words.pieces import pieces, stem
from rules.judge import closest, judge

_MOSTLY = 0.6
_HEAD = 3
"""Words of a quoted line's beginning, before its colon, that may call a question by another name."""


def fact_quoted(quoted: str) -> str:
    """The question whose answered line is quoted: "Trusted examples: none"."""
    by_topic = next((fact for fact, topic in _by_topic() if quoted.startswith(topic)), "")
    head = quoted.partition(" : ")[0]
    if head.replace(" ", "_") in VALUES:
        return head.replace(" ", "_")
    named = hits(sentence(head)).of("fact") if head != quoted and len(head.split()) <= _HEAD else ()
    return by_topic or (named[0].name if named else "") or (_asked_as(head) if head != quoted else "")


def _asked_as(head: str) -> str:
    """The question of which the quoted words are mostly made: "an answer must show where it came from"."""
    said = {stem(word) for word in head.split() if len(word) > _HEAD}
    shared = {fact: len(said & words) for fact, words in _question_words().items()}
    best = max(shared, key=shared.__getitem__)
    return best if said and shared[best] >= _MOSTLY * len(said) else ""


@lru_cache(maxsize=1)
def _question_words() -> dict[str, frozenset[str]]:
    """The words that each question is asked in."""
    texts = {question.fact: f"{question.text} {question.topic}".casefold() for question in QUESTIONS}
    return {fact: frozenset(stem(piece) for piece in pieces(text)) for fact, text in texts.items()}


@lru_cache(maxsize=1)
def _by_topic() -> tuple[tuple[str, str], ...]:
    """The topic of each question, as a message would write it."""
    return tuple((question.fact, sentence(question.topic).text) for question in QUESTIONS)


_PROPOSED = "proposed/suggested/recommended/picked/chose/chosen/favored/advised/advise/propose/suggest/recommend"
_NAMES = (
    f"what/one/thing/option/way/approach/route/setup .. you/bot/ftrag .. {_PROPOSED}",
    "with/to/and/versus/vs/against/beside/next your/bot/ftrag proposal/recommendation/suggestion/pick/favorite",
    "recommended/proposed/suggested/chosen/winning one/option/way/approach/architecture/solution",
)


def proposal(said: Mapping[str, Value], of: Sentence) -> tuple[str, ...]:
    """The architecture that the sentence calls the one proposed; nothing where it does not."""
    return (chosen(said),) if said and stands(_NAMES, of.stems) else ()


def chosen(said: Mapping[str, Value]) -> str:
    """The verdict on these answers; "" where there are none. Nobody asks why it was not chosen."""
    if not said:
        return ""
    judgement = judge(Facts.model_validate(dict(said)), FRAMEWORK)
    return str(judgement.outcome or closest(judgement, FRAMEWORK))
