"""The architecture that somebody proposes in place of another: "a prompt would do", "drop the index, keep tools"."""

from collections.abc import Sequence

from rules.hearing.questions.cutting import Sentence
from rules.hearing.questions.matching import DOING_WITHOUT, Hit, hits, stands

_PROPOSES = ("why not", "why do/can/could/should/would/did not", "why .. we/you/i not", "can/could/should we/you/i not")
_TWO = 2
_REACH = 4
"""Words between what does without and what is done without."""
_NEAR = 6
"""Words between what proposes and what is proposed."""
_PROPOSING = frozenset({"just", "simpli", "mere"})
_SUFFICES = (
    "would/will/can/could/does do/does/solve/solves/manage/handle >",
    "would/will/can/could/does .. do/does/solve/solves/manage/handle .. job/trick/that/it/this/same/nicely/fine",
    "does/solves/manages/handles that/this/it/job/trick",
    "is/are/was/would be enough/sufficient/plenty",
)
"""What is said of a way that needs no other."""


def counter_proposal(sentences: Sequence[Sentence]) -> str:
    """The architecture that a sentence of its own proposes: "just stuff it in the prompt", "an API call would do"."""
    for one in sentences:
        named_in = hits(one).of("architecture")
        proposes = set(one.stems[:1]) & _PROPOSING or stands(_SUFFICES, one.stems)
        if named_in and proposes and not one.is_marked:
            return named_in[0].name
    return ""


def proposed(stems: tuple[str, ...], architectures: Sequence[Hit]) -> str:
    """The one that is proposed instead of another: "a vector store is overkill, just stuff it in the prompt"."""
    if not architectures or len({hit.name for hit in architectures}) < _TWO:
        return ""
    places = [at for at, stem in enumerate(stems) if stem in _PROPOSING]
    return next((hit.name for at in places for hit in architectures if at < hit.start <= at + _NEAR), "")


def done_without(stems: Sequence[str], each: Sequence[Hit]) -> list[Hit]:
    """Those that a proposal does without: "why not paste it all in and skip the index?" asks for no index."""
    if not stands(_PROPOSES, stems):
        return []
    return [hit for hit in each if DOING_WITHOUT & {*stems[max(0, hit.start - _REACH) : hit.start]}]
