"""An answer that a line gives anew by its question's name, whatever reason follows: "correction: source is both".

The reason often names the part that was forgotten, which is no other answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import ALONE, Value
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import thoughts_of
from rules.hearing.forms.heading import REQUIRED, under
from rules.hearing.values import Asked, Choice, Ear, Heard, Line
from rules.hearing.words.phrases import names, phrases
from rules.hearing.words.pieces import BREAKS

_SETS = frozenset({"is", "are", "be", "should", ":", "=", "to", "now", "becom", ",", "it", "its"})
_SHORT = 3
"""Words that may say the new answer: more of them are a sentence, which is heard as one."""


def amended(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer behind a word that announces a correction; None where no question's name follows it, or no value."""
    start = max((end for _, end in phrases("amending").places(stems)), default=0)
    while start and start < len(stems) and stems[start] in BREAKS | {"the"}:
        start += 1
    called = max(((end, fact) for fact, known in names().items() for at, end in known.places(stems) if at == start),
                 default=(0, ""))  # fmt: skip
    if not start or not called[0] or "?" in stems:
        return None
    at, fact = called
    while at < len(stems) and stems[at] in _SETS:
        at += 1
    end = next((thought.stop for thought in thoughts_of(stems) if at < thought.stop), len(stems))
    is_short = sum(word not in BREAKS for word in stems[at:end]) <= _SHORT
    if not is_short or any(other != fact for other in named_facts(stems[end:])):
        return None
    fact = "receipts" if fact == "source" and REQUIRED & {*stems[at:end]} else fact
    heard = under(fact, typed, stems, range(at, end), ear)
    return Heard(saves=heard.saves, is_correction=True) if heard and heard.saves.keys() == {fact} else None


def corrected(
    typed: Line, stems: Sequence[str], saves: Mapping[str, Value], offers: Sequence[Choice | Asked], ear: Ear
) -> Heard | None:
    """What a line that corrects an answer says plainly: "correction: four times a year, not two".

    Beside a number of examples it may say how alike they are: "we have 2400 examples now, consistent".
    """
    named = {*saves, *(each.fact for each in offers if isinstance(each, Choice))}
    is_set_right = stems[0] == "correct" or (stems[-3:-2] == (",",) and stems[-2] == "not")
    if len(named) != 1 or named & {*ALONE} or not (is_set_right or named == {"examples"}):
        return None
    heard = ear(typed, stems)
    is_more = saves.items() <= heard.saves.items() and heard.saves.keys() == {"examples", "labels"}
    is_plain = is_set_right and heard.is_correction and heard.saves.keys() == named
    return replace(heard, offers=()) if is_more or is_plain else None
