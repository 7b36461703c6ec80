"""How often somebody looks after data, or at what a model answers: neither says how often the truth changes."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from rules.hearing.amounts.scales import CHANGES
from rules.hearing.words.lexicon import topics
from rules.hearing.words.pieces import BREAKS, stems_of

LOOKING_AFTER = stems_of("curate review check test maintain monitor sample clean own read")
"""How often this is done says nothing of how often the truth changes."""
_KEPT_UP = frozenset({"hygiene", "labels", "examples", None})
_LOOKING_AT = stems_of("read reads look looks review check score scores grade grades rate rates sample test")
_TESTS = stems_of("eval evals evaluation evaluations benchmark golden regression")
_ITS = stems_of("its bot bots model models assistant assistants chatbot")
_REPLIES = stems_of("answer answers reply replies response output outputs transcript draft drafts summary")
"""Who answers, and with what: people read that to see how good it is."""


def is_upkeep(fact: str, words: Collection[str], open_fact: str | None) -> bool:
    """Whether words say how often somebody looks after the data that is asked about: "reviewed twice a year"."""
    is_told = fact == "freshness" and open_fact in _KEPT_UP and bool(LOOKING_AFTER & {*words})
    return is_told and CHANGES.isdisjoint(words)


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
