"""How many trusted examples each class has, told for each or to be divided, and how many classes there are."""

from collections.abc import Sequence
from itertools import pairwise, permutations

from rules.facts import VALUES
from rules.hearing.amounts.numbers import Quantity
from rules.hearing.amounts.scales import (
    EXAMPLES,
    NO_COUNT,
    NUMBER_OF_CLASSES,
    PER,
    PER_CLASS,
    PER_DAY,
    RATES,
    SECONDS,
    TOKENS,
    TOTALS,
    Counted,
    is_rate,
    place,
)
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import (
    BY_PEOPLE,
    CHECKED,
    CLASSES,
    DOCUMENTS,
    KEPT,
    LABELED,
    MONEY,
    PEOPLE,
    TALKS,
    TRUSTED,
)
from rules.hearing.words.pieces import BREAKS, stems_of

_EACH = frozenset({"each", "everi", "apiec", "per", "a"})
"""Behind a number these say that it is not a total."""
_NO_EXAMPLES = PEOPLE | MONEY | NO_COUNT | PER_DAY.keys() | SECONDS.keys() | TOKENS.keys() | CLASSES
_THINGS = LABELED | BY_PEOPLE | DOCUMENTS
_NEAR, _TWO, _SOON = 3, 2, 3
_ROUGHLY = 0.1
"""How far what a total gives for each may be off."""

_SOME, _ABOUT = stems_of("some others most few rest"), stems_of("like only just about around maybe perhaps barely")
_PERIODS = stems_of("day week month quarter year hour minute sprint")
"""What is counted in these comes so often: "one new queue every six months"."""


def divided(stems: Sequence[str], counted: Sequence[Quantity], open_fact: str | None) -> tuple[Reading, ...]:
    """What each class has where a line counts the classes and all there is: "60 defect types, 900 descriptions"."""
    if open_fact != "per_class":
        return ()
    for classes, total in permutations(counted, 2):
        behind, of_them = _behind(stems, classes), _behind(stems, total)
        is_total = bool(of_them) and of_them[0].isalpha() and not _EACH & {*of_them}
        is_total = is_total and (of_them[0] not in _NO_EXAMPLES or (of_them[0] in LABELED and len(of_them) > 1))
        is_classes = bool(CLASSES & {*behind[:2]}) or (is_total and of_them[0] in _THINGS and _counts_classes(behind))
        is_classes = is_classes and (len(counted) == _TWO or bool(LABELED & {*of_them}))
        if is_classes and not _EACH & {*behind} and is_total and classes.low >= 1 and total.high >= 1:
            each = Quantity(total.low / classes.high, total.high / classes.low, 0, 0, is_about=True)
            read = _read("per_class", place(PER_CLASS, each, 1.0, doubt=_ROUGHLY), classes.start, classes.end + 1)
            examples = _read("examples", place(EXAMPLES, total, 1.0), total.start, total.end + 1)
            return (read, examples) if LABELED & {*of_them} else (read,)
    return ()


def _counts_classes(behind: Sequence[str]) -> bool:
    """Whether a number counts what examples may be sorted into: "3,000 emails, ten departments"."""
    return bool(behind) and behind[0].isalpha() and behind[0] not in _THINGS | _NO_EXAMPLES


def _read(fact: str, values: set[str], start: int, end: int) -> Reading:
    return Reading(fact, tuple(value for value in VALUES[fact] if value in values), Certainty.OWN, start, end)


def _behind(stems: Sequence[str], amount: Quantity) -> tuple[str, ...]:
    rest = stems[amount.end : amount.end + _NEAR]
    return tuple(rest[: next((at for at, word in enumerate(rest) if word in BREAKS), len(rest))])


def per_class(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    """What a number says of the examples of each class; None where it counts something else."""
    after, before = counted.after, counted.before
    ones = {"per", "each", "everi", "a", "for"}
    each = any(
        word in ones
        and after[n - 1 : n] not in {("has",), ("have",), ("with",)}
        and set(after[n + 1 : n + 3]) & CLASSES
        and not (after[n + 1][0].isdigit() or "time" in after[:n])  # "1 of 5 times a tag"
        for n, word in enumerate(after)
    )
    is_ones = bool({"each", "everi", "per"} & set(before[-2:]) and set(before[-3:]) & CLASSES)
    each = each or (is_ones and not _PERIODS & {*after[:1]}) or _is_of_some(counted)
    each = each or any(before[n] in PER and before[n + 1] in CLASSES for n in range(len(before) - 1))
    if each or ((LABELED | TRUSTED) & set(after[:3]) and ends_with_each(after)):  # "50 examples for each"
        return "per_class", place(PER_CLASS, counted.amount, 1.0), Certainty.OWN
    is_rated = any(word in RATES or is_rate(after, n) for n, word in enumerate(after))  # "40 per minute"
    no_count = set(after[:1]) & (NO_COUNT | CLASSES | PEOPLE | TOKENS.keys() | SECONDS.keys()) or TOTALS & set(after)
    is_choice = after[:1] == ("differ",) and bool(CLASSES & {*after[1:2]})  # "2 agents, 2 different tags"
    if counted.open_fact != "per_class" or no_count or is_rated or is_choice:
        return None
    return "per_class", place(PER_CLASS, counted.amount, 1.0), Certainty.HERE


def _is_of_some(counted: Counted) -> bool:
    """Whether it counts what some of the classes have: "some codes only have 3 examples"."""
    before = [word for word in counted.before if word not in _ABOUT][-_SOON:]
    is_theirs = bool(LABELED & {*counted.after[:2]} or CLASSES & {*before})
    return is_theirs and before[-1:] in (["have"], ["has"]) and not _SOME.isdisjoint(before)


def definition(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    """What the number of classes says: few can be described, very many cannot."""
    if counted.open_fact != "definition" or not set(counted.after[:3]) & CLASSES or PER & set(counted.after[:3]):
        return None
    values = place(NUMBER_OF_CLASSES, counted.amount, 1.0)
    return "definition", {"written", "by_example"} if "both" in values else values, Certainty.HERE


def ends_with_each(after: Sequence[str]) -> bool:
    """Whether a number is that of each class, however it is called: "6 trusted samples for each plant disease"."""
    return after[-1:] in {("each",), ("apiec",)} or ("for", "each") in pairwise(after)


def is_kept_talk(counted: Counted) -> bool:
    """Whether it counts talks that were kept and looked through: "300 logged calls, checked by two people"."""
    near = counted.after[:_SOON]
    is_kept = bool(KEPT & {*near[:2]}) and bool(TALKS & {*near})
    return is_kept and not CHECKED.isdisjoint(counted.line) and not any(is_rate(near, n) for n in range(len(near)))
