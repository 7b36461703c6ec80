"""What a thought names and says against: a team that left, a format that is fine while the facts are wrong."""

from collections.abc import Collection, Sequence

from rules.hearing.amounts.scales import CHANGES
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_NOBODY = frozenset({"nobodi", "never", "noon", "nowher"})
"""What a team lacks of which a thought says this: "nobody here could run a vector db"."""
_FINE = stems_of("fine ok okay good great perfect excellent alright flawless valid correct solid 0 zero none")
_WRONG = stems_of("wrong nonsense rubbish garbage obsolete outdated useless lies")
_MAKING = stems_of("generated exported rendered produced printed created built compiled")
_RIGHT = stems_of("right correct true truth authoritative current")
_TRUSTING, _IT = stems_of("trusts believes relies uses updates"), frozenset({"it", "that", "them", "this", "on"})
_LEAVING = stems_of("forget ignore")
_ABSENT, _SHORTLY = stems_of("missing absent omitted"), 3
_SAYING = frozenset({"is", "are", "look", "seem", ":"})
_THEY = frozenset({"they", "he", "she", "who", "all", "both", "it", "that"})
_ON = frozenset({"fail", "gave", "did", "no", "without", "abandon", "not", "in", "drop", "stop"})
"""A thought that begins with one of these goes on with what came of the one before it."""
_GOES_ON = _THEY | _ON | stems_of("is was has have had left quit resigned nobody somebody since")
"""What a team had is told of further with one of these: "he made a LoRA for us, but is gone now"."""
_LEFT = stems_of("left quit resigned")
_JOINING = BREAKS | stems_of("but and so then while")
_AT_THE_END = BREAKS | {"now", "but", "and", "though", "while"}


def lacks(fact: str, stems: Sequence[str], thoughts: Sequence[range], number: int, place: range) -> bool:
    """Whether the thought with this number says that what stands at this place is not there, or does not fail."""
    if fact not in {"ops", "failure", "source", "freshness", "hygiene"}:
        return False
    thought = thoughts[number]
    if fact == "hygiene":
        return _is_of_what_is_left(stems, thoughts, number)
    if fact == "freshness":  # "I'll tell you on Monday", "our sprint is two weeks"
        is_agreed = any(start in thought for start, _ in phrases("appointments").places(stems))
        return is_agreed and not CHANGES & {*stems[thought.start : thought.stop]}
    if fact == "source":  # "the wiki is wrong, the truth is in the database"
        is_left = stems[thought.start] in _LEAVING or _is_distrusted(stems, thoughts, number)
        is_wrong = is_left or any(_is_said(_WRONG, stems, at, place.stop) for at in thought if at >= place.stop)
        is_wrong = is_wrong and len(thoughts) > 1 and not NEGATIONS & {*stems[thought.start : thought.stop]}
        return is_wrong or _is_made_from(stems, thought, place)
    there = {stems[at] for at in thought if at not in place}
    if fact == "failure":
        is_contrast = len(thoughts) > 1 and not NEGATIONS & {*stems[thought.start : thought.stop]}
        reach = _joined(stems, thoughts, number)
        return is_contrast and any(_is_said(_FINE, stems, at, place.stop) for at in reach if at >= place.stop)
    is_nobodys = bool(_NOBODY & there and not _NOBODY & {*stems[place.start : place.stop]})
    return is_nobodys or _is_gone(stems, thoughts, number)


def is_absent(fact: str, stems: Sequence[str], start: int, end: int) -> bool:
    """Whether words say of an output that a part of it is not there, which is the fault: "a bracket is missing"."""
    is_told = fact == "failure" and bool(_ABSENT & {*stems[start:end]})
    return is_told and NEGATIONS.isdisjoint(stems[max(0, start - _SHORTLY) : end])


def _is_distrusted(stems: Sequence[str], thoughts: Sequence[range], number: int) -> bool:
    """Whether the next thought says that nobody believes what this one names: "in Jira but nobody trusts it, ..."."""
    next_one = next((n for n in range(number + 1, len(thoughts)) if len(thoughts[n]) > 1), number)
    words = [stems[at] for at in thoughts[next_one]] if next_one > number else []
    trusts = next((at for at, word in enumerate(words) if word in _TRUSTING), len(words))
    is_denied = bool((_NOBODY | NEGATIONS) & {*words[:trusts]})
    return is_denied and bool(_IT & {*words[trusts + 1 : trusts + 3]}) and next_one + 1 < len(thoughts)


def _is_of_what_is_left(stems: Sequence[str], thoughts: Sequence[range], number: int) -> bool:
    """Whether it is of a place that is left for another one: "... but nobody trusts it, the wiki is right"."""
    before = next((n for n in range(number - 1, -1, -1) if len(thoughts[n]) > 1), None)
    is_left = before is not None and _is_distrusted(stems, thoughts, before)
    behind = thoughts[number + 1] if number + 1 < len(thoughts) else range(0)
    return is_left and any(_is_said(_RIGHT, stems, at, -1) for at in behind)


def _joined(stems: Sequence[str], thoughts: Sequence[range], number: int) -> range:
    """A thought with those that it is joined to: "tone and format are fine", "tone: fine"."""
    stop = number
    while stop + 1 < len(thoughts) and stems[thoughts[stop].stop - 1] in {"and", ":"}:
        stop += 1
    return range(thoughts[number].start, thoughts[stop].stop)


def _is_made_from(stems: Sequence[str], thought: range, place: range) -> bool:
    """Whether a thought says what is made: "the PDFs are generated from Oracle"."""
    made = [at for at in thought if at >= place.start and stems[at] in _MAKING]
    return any(stems[at + 1 : at + 2] in {("from",), ("out",), ("by",)} for at in made)


def _is_gone(stems: Sequence[str], thoughts: Sequence[range], number: int) -> bool:
    """Whether a thought, or what the next one says of "them", tells that somebody left: "had an ML team, they left"."""
    lost = phrases("lost").places(stems)
    orders = {start for start, _ in phrases("removing").places(stems)}
    orders -= {start for start, _ in lost if len(thoughts) > 1}
    if orders:  # "take training off the list, that team is gone" names what is to go
        return False
    next_one = _next(stems, thoughts, number)
    is_of_them = bool(next_one) and stems[next_one.start] in _GOES_ON
    gone = {start for start, _ in (*lost, *phrases("in_vain").places(stems))}
    has_left = is_of_them and {stems[at] for at in next_one} - BREAKS <= _LEFT
    return not gone.isdisjoint(thoughts[number]) or has_left or (is_of_them and not gone.isdisjoint(next_one))


def _next(stems: Sequence[str], thoughts: Sequence[range], number: int) -> range:
    """The next thought that says anything; nothing where none does: "..., but" and "then" only join."""
    behind = (each for each in thoughts[number + 1 :] if any(stems[at] not in _JOINING for at in each))
    return next(behind, range(0))


def _is_said(words: Collection[str], stems: Sequence[str], at: int, end: int) -> bool:
    """Whether a thought ends by saying one of these of what it names: "tone is fine", "format ok now"."""
    is_last = not stems[at + 1 : at + 2] or stems[at + 1] in _AT_THE_END
    return stems[at] in words and is_last and (at == end or stems[at - 1] in _SAYING)
