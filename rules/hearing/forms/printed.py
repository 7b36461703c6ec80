"""What stands on another question's button, word for word, typed while this one is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import FACTS
from rules.hearing.acts.options import borrowed
from rules.hearing.evidence.evidence import HERE, Evidence, evidence
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.evidence.weighing import weigh
from rules.hearing.forms.listing import as_held
from rules.hearing.values import Choice, Ear, Heard, Line


def printed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer to the question on whose button it stands; None where it stands on none, or on the open one's."""
    others_label = borrowed(typed, stems)
    is_meant = others_label and (len(stems) > 1 or typed.mention)
    return _borrowed(typed, stems, others_label, ear) if is_meant else None


def _borrowed(typed: Line, stems: Sequence[str], facts: Mapping[str, str | None], ear: Ear) -> Heard | None:
    """The line is what stands on another question's button: written down there, or asked about where it fits both."""
    found: list[Choice] = []
    for fact, value in facts.items():
        saves = ear(replace(typed, open_fact=fact), stems).saves if value is None else {fact: as_held(fact, value)}
        found += [Choice(fact, saves[fact])] if fact in saves else []
    marks = evidence(typed.pieces, FACTS, typed.open_fact).get(typed.open_fact or "", Evidence("")).marks
    weighed = weigh(Evidence(typed.open_fact or "", [mark for mark in marks if mark.grade >= HERE]), stems)
    own = [Choice(typed.open_fact or "", as_held(typed.open_fact or "", value)) for value in weighed.candidates]
    if len(stems) == 1 and not own:
        return None
    if len(found) == 1 and not own:
        return Heard(saves={found[0].fact: found[0].value})
    return Heard(offers=tuple([*own[:2], *found][:MOST_OFFERS]))
