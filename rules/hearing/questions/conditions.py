"""What would have to be for another verdict: for one architecture ("what would get us to tools?"), or for any."""

from collections.abc import Sequence

from rules.hearing.questions.choices import tells_of_refusal
from rules.hearing.questions.matching import LIKELY, Hit, hits
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_BEATING = stems_of("instead rather over beat outdo outperform replace overtake displace supersede trump outweigh")
_POINTS = (
    "it take",
    "get/arrive there",
    "for it/that/this/them >",
    "would/could/will it/that/this work/be/hold/apply/do",
)
"""What points at an architecture named before: "what would it take"."""
_SHORT = 5
_SETTLED = {("tipped",), ("swung",), ("swayed",), ("settled",), ("decided",)}
"""What did so once is a reason, and nothing that could change anything."""


def making(clause: Clause) -> tuple[Asked, ...]:
    """What would have to change for one architecture."""
    sure, likely = clause.asks("what_would_make"), clause.asks("what_would_make", LIKELY)
    is_short = len(clause.stems) <= _SHORT and clause.is_marked
    points = clause.has(_POINTS) and bool(clause.scene.recent)
    if not (sure or (likely and is_short)) or clause.has("why/reason/reasons"):
        return ()
    if not clause.architectures:
        return asked("what_would_make", architecture=_wanted_before(clause)) if points else ()
    return asked("what_would_make", architecture=_wanted(clause))


def _wanted_before(clause: Clause) -> str:
    """The one wished for in the sentence before: "hybrid rather than RAG. What would it take?"."""
    before = clause.scene.last
    return _winner(before.stems, hits(before).of("architecture")) or clause.scene.recent[-1]


def _winner(stems: Sequence[str], each: Sequence[Hit]) -> str:
    """The last one before what it is to beat; "" where nothing is to be beaten."""
    beats = next((at for at, stem in enumerate(stems) if stem in _BEATING), 0)
    return next((hit.name for hit in reversed(each) if hit.end <= beats), "")


def _wanted(clause: Clause) -> str:
    """The one that is wished for: before what it is to beat, after the last "to", "for", "before", else the last."""
    if winner := _winner(clause.stems, clause.architectures):
        return winner
    places = [at for at, stem in enumerate(clause.stems) if stem in {"to", "for", "befor", "becom", "say", "recommend"}]
    after = [hit for hit in clause.architectures if places and hit.start > places[-1]]
    return (after or list(clause.architectures)[-1:])[0].name


def changing(clause: Clause) -> tuple[Asked, ...]:
    """Whether and what could change the verdict at all."""
    is_past = clause.sentence.words[:1] == ("what",) and clause.sentence.words[1:2] in _SETTLED
    if is_past:
        return ()
    if clause.scene.named_before and clause.asks("what_would_make") and clause.has("need/have"):
        return asked("what_would_make", architecture=clause.scene.recent[-1])
    refused = clause.scene.architectures[:1] if tells_of_refusal(clause.scene.quoted) else ()
    if refused and clause.asks("what_would_change") and clause.has("that/this/it"):
        return asked("what_would_make", architecture=refused[0])
    return asked("what_would_change") if clause.asks("what_would_change") else ()
