"""An answer that a line gives anew by its question's name, whatever reason follows: "correction: source is both".

The reason often names the part that was forgotten, which is no other answer.
"""

from collections.abc import Sequence

from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import thoughts_of
from rules.hearing.forms.heading import REQUIRED, under
from rules.hearing.values import Ear, Heard, Line
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
