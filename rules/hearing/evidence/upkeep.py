"""What people do, and no model: how often they look after data or at answers, who refuses, mixes up or answered."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from rules.hearing.amounts.scales import CHANGES
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import is_by_people
from rules.hearing.words.pieces import BREAKS, stems_of

LOOKING_AFTER = stems_of("curate review check test maintain monitor sample clean own read")
"""How often this is done says nothing of how often the truth changes."""
_KEPT_UP = frozenset({"hygiene", "labels", "examples", None})
_LOOKS, _VISITS = stems_of("look looks check checks inspect inspects review reviews"), stems_of("visit visits audits")
"""How often somebody does this is told of them: "the adviser looks at it at the end of the quarter"."""
_LOOKING_AT = stems_of("read reads look looks review check score scores grade grades rate rates sample test")
_TESTS = stems_of("eval evals evaluation evaluations benchmark golden regression")
_ITS = stems_of("its bot bots model models assistant assistants chatbot")
_REPLIES = stems_of("answer answers reply replies response output outputs transcript draft drafts summary")
"""Who answers, and with what: people read that to see how good it is."""


def is_upkeep(fact: str, words: Collection[str], open_fact: str | None) -> bool:
    """Whether words say how often somebody looks after the data that is asked about: "reviewed twice a year"."""
    looking = LOOKING_AFTER if open_fact in _KEPT_UP else _VISITS if open_fact == "freshness" else _VISITS | _LOOKS
    return fact == "freshness" and not looking.isdisjoint(words) and CHANGES.isdisjoint(words)


def is_of_replies(fact: str, stems: Sequence[str], start: int) -> bool:
    """Whether what begins here says how often people look at what the model answers: "we meet and read its replies".

    Up to the next mark, and whatever question stands open.
    """
    if fact != "freshness":
        return False
    if not _TESTS.isdisjoint(stems) and (CHANGES | topics()["freshness"]).isdisjoint(stems):
        return True  # "the benchmark runs every night"
    if _ITS.isdisjoint(stems):
        return False
    words = {*takewhile(lambda word: word not in BREAKS, stems[start:])}
    return CHANGES.isdisjoint(words) and not any(kind.isdisjoint(words) for kind in (_LOOKING_AT, _ITS, _REPLIES))


def is_of_people(value: str, right: Sequence[str], stems: Sequence[str], at: range) -> bool:
    """Whether a failure is told of people: "finance says no", "Ana is mixing it up", "Ben answered that wrong"."""
    if value == "classification":
        return "it" in stems[at.start : at.stop]
    is_refused = value == "refusals" and is_by_people(stems, at.start)
    return is_refused or tuple(right[at.start : at.stop]) == ("answered",)
