"""More than one place, told by what is not all of it: "scratch 'documents only', half of it sits in the ERP".

Such a line denies that a value is the whole answer, and not the value. Of questions with a value for both.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, thoughts_of
from rules.hearing.evidence.weighing import BOTH
from rules.hearing.values import Choice, Heard, Line, each_in
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_ALL = stems_of("only just alone purely merely solely simply exclusively entirely everything") | {"all"}
_DENYING, _MORE = frozenset({"not"}), ("more", "than")
"""With one of these a thought says that a value is not all; "no just documents" says that it is."""
_DROPPING = stems_of("scratch forget drop remove delete ignore strike scrap cancel erase")
"""So does one that begins with one of these."""
_TOO = frozenset({"also", "plus", "besid"})
"""With these something is said of what stands beside it, whatever that is called."""
_ASKING = frozenset({"?", "whi", "why", "how", "what", "if", "or"})
_NEAR, _SHORT = 1, 9
"""Words between a value and the word for all, and words of a thought that says no more than this."""


def more_than(typed: Line, stems: Sequence[str]) -> Heard | None:
    """Both values, where a line says that the one is not all and names the other; asked about where it names none."""
    if _ASKING & {*stems}:
        return None
    named = {*named_facts(stems)}
    is_said = typed.mention or bool(phrases("correcting").places(stems))
    for fact in BOTH:
        is_known = is_said and fact == "source" and fact in typed.said
        if not (fact in named or is_known or (typed.mention and fact == typed.open_fact)):
            continue
        marks = [m for m in evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if m.grade >= HERE]
        for part in _not_all(stems):
            value = _value(part, marks, stems)
            if value is not None and (fact == typed.open_fact or value in each_in(typed.said.get(fact))):
                others = {v for mark in marks if mark.start not in part and not mark.is_denied for v in mark.values}
                is_joined = _is_joined(stems)
                is_other = stems[part.stop - 1] == "but" and fact != typed.open_fact  # "not just the leaflet but all"
                if is_joined or (others - {value} and not is_other):
                    return Heard(saves={fact: "both"}, is_correction=fact != typed.open_fact)
                return _asked(typed, fact, value) if fact in {typed.open_fact, *named} else None
    return None


def _asked(typed: Line, fact: str, value: str) -> Heard:
    """What may stand beside a value that is not all."""
    rest = [each for each in ("both", *BOTH[fact]) if each != value]
    return Heard(offers=tuple(Choice(fact, each) for each in rest), is_correction=fact != typed.open_fact)


def _not_all(stems: Sequence[str]) -> Iterator[range]:
    """The thoughts that say of what they name that it is not all; one that names nothing says so of what it follows."""
    for thought in thoughts_of(stems):
        words = [word for word in stems[thought.start : thought.stop] if word not in BREAKS]
        is_over = bool(_DENYING & {*words}) or bool(_DROPPING & {*words[:1]})
        if len(words) <= _SHORT and ((is_over and _ALL & {*words}) or _MORE in pairwise(words)):
            yield thought if len(words) > len(_MORE) else range(thought.stop)


def _value(part: range, marks: Sequence[Mark], stems: Sequence[str]) -> str | None:
    """The one value of two that stands in a part beside the word for all."""
    inside = [mark for mark in marks if mark.start in part]
    values = {value for mark in inside for value in mark.values}
    near = [{*stems[max(0, mark.start - 1 - _NEAR) : mark.end + 1 + _NEAR]} & (_ALL | {"than"}) for mark in inside]
    is_near = any(near) or part.start == 0
    return values.pop() if len(values) == 1 and is_near and values <= {*BOTH[inside[0].fact]} else None


def _is_joined(stems: Sequence[str]) -> bool:
    is_too = any(word == "too" and after in BREAKS for word, after in pairwise((*stems, ".")))  # and not "too much"
    return is_too or bool(_TOO & {*stems}) or ("as", "well") in pairwise(stems)
