"""Evidence for one fact -> the value to write down, the values to offer, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES
from rules.hearing.evidence.apart import told_apart
from rules.hearing.evidence.evidence import BARE, HINT, OWN, Evidence, Mark, thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS, PLAIN, Weighed
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_MARGIN = 0.9
"""By so much it has to outweigh the next one."""
_NOW = frozenset({"now", "current", "today"})
_MAYBE = ("could", "may", "might", "mayb", "perhap")
_UNEVEN = 1.5
"""Two ends that are this far apart are one answer and a word of the other, and not a mixture."""
INCLUDES = {"receipts": ("regulated", "required"), "evals": ("continuous", "golden_set")}
"""What includes another value: who must by law must, and who checks in production has a set besides."""
_YIELDING = (
    ("receipts", "none", NEGATIONS, {"helpful"}),
    ("stakes", "annoyance", NEGATIONS, {"rework", "money", "harm"}),
    ("stakes", "money", stems_of("cost costs"), {"rework"}),
    ("receipts", "regulated", stems_of("say told"), {"none", "helpful", "required"}),
)
"""Values that are also named by denying more, or by who speaks. So named they leave room for others that are said:
"not required, but helpful", "nobody gets hurt, somebody redoes it", "costs us a rewrite", "legal says nice to have"."""
_WITHOUT_LAW = frozenset({"required", "helpful"})  # "a must for our buyers, no law though"
_INCLUDED = {"receipts": 4.0, "evals": 1.2}
"""... as long as it is not said by so much less."""
_JOINING = frozenset({"and", "both", "plus", "+", "also", "then", "equal", "half", ","})
"""Without one of these, somebody who names facts and behavior puts the one before the other."""
_ALL_THERE_IS = stems_of("only just merely purely solely exclusively")
_TOLD = 0.25
"""By so much a phrase outweighs a word of another value of a list in the same thought."""
BOTH = {"need": ("facts", "behaviour"), "source": ("documents", "systems")}
"""Facts with a value for two others at once, and which two: somebody who names both means it."""
BETWEEN = {"hygiene": ("clean", "poor", "mixed"), "labels": ("consistent", "inconsistent", "mixed")}
"""Facts with a value for what is partly the one and partly the other."""
_PARTS = ("half", "some")
"""Said twice, these tell one part of something from another: "half of them fine, half rubbish"."""
_PARTLY = (*_PARTS, "part", "sometim")
_SOME = stems_of("some several few couple part")
"""With one of these first, words are said of a part, and of no more than that."""
_OTHERWISE = frozenset({"otherwis", "apart", "asid", "rest"})
"""With these all is well but for what was said: "14 seconds, otherwise we are happy"."""
_SHORT = 2  # words by which it is said that there is nothing, of whatever the words behind them name
SCALED = frozenset({"latency", "volume", "examples"})
"""Questions whose values follow each other, from less to more."""


def weigh(found: Evidence, stems: Sequence[str]) -> Weighed:
    """The value, or the values, that the evidence speaks for."""
    return _list(found, stems) if found.fact in ALONE else told_apart(found, stems) or _single(found, stems)


def _single(found: Evidence, stems: Sequence[str]) -> Weighed:
    found = _without_parts(_without_yielding(_by_numbers(found), stems), stems)
    fact, scores = found.fact, found.scores()
    denied = found.denied() - {mark.values[0] for mark in found.marks if not mark.is_denied and mark.grade > BARE}
    if not scores:
        return _besides(fact, denied) if denied else Weighed()
    both = BOTH.get(fact, ())
    if (
        both
        and all(scores.get(value, 0.0) >= PLAIN and value not in found.denied() for value in both)
        and "or" not in stems
        and (fact != "need" or (_JOINING & set(stems) and not phrases("secondary").places(stems)))
        and _are_apart(found, both)
    ):
        return Weighed(_only(found, both, stems) or "both", weight=max(scores.values()))
    first, second, mixed = BETWEEN.get(fact, ("", "", ""))
    is_contrast = max(scores.get(first, 0.0), scores.get(second, 0.0)) >= PLAIN and phrases("contrasting").places(stems)
    is_even = abs(scores.get(first, 0.0) - scores.get(second, 0.0)) < _UNEVEN
    are_both = (
        is_even and min(scores.get(first, 0.0), scores.get(second, 0.0)) >= PLAIN and _are_apart(found, (first, second))
    )
    are_parts = bool(mixed) and any(stems.count(part) > 1 for part in _PARTS)
    is_measured = any(mark.is_number and mark.grade == OWN for mark in found.marks)  # "200 twice, only 5 conflicts"
    if "or" not in stems and not is_measured and (is_contrast or are_both or are_parts):
        return Weighed(mixed, weight=PLAIN)
    ranked = sorted(scores, key=lambda value: -scores[value])
    wavers = len(ranked) > 1 and scores[ranked[1]] >= PLAIN and _wavers(stems)
    if wavers or (stems.count("sometim") > 1 and len(ranked) > 0):
        rest = sorted(set(VALUES[fact]) - set(ranked), key=VALUES[fact].index)
        return Weighed(offers=tuple((ranked + rest)[:MOST_OFFERS]), weight=1.5, is_torn=True)
    ranked = _without_included(fact, ranked, scores)
    top = ranked[0]
    rival = scores[ranked[1]] if len(ranked) > 1 else 0.0
    is_first = scores[top] >= PLAIN and scores[top] - rival >= _MARGIN and top not in denied
    if is_first and not is_excepted(top, found.marks):
        return Weighed(top, weight=scores[top])
    near = [value for value in ranked if scores[value] >= scores[top] - 1.5] or ranked
    is_torn = top in denied or (rival >= PLAIN and _are_apart(found, ranked[:2]))
    return Weighed(offers=tuple(near[:MOST_OFFERS]), weight=scores[top], is_torn=is_torn)


def _by_numbers(found: Evidence) -> Evidence:
    """Waits alone, where several mean the same: "customers wait two minutes today, so six seconds is super"."""
    waits = [mark for mark in found.marks if mark.is_number and mark.grade == OWN and not mark.is_denied]
    is_one = found.fact == "latency" and len({mark.values for mark in waits}) == 1 < len(waits)
    return replace(found, marks=waits) if is_one else found


def is_excepted(value: str, marks: Iterable[Mark]) -> bool:
    """Whether words of its own say that not everyone may see something: "all of it, but pricing is managers only"."""
    own = (mark for mark in marks if mark.grade == OWN and mark.size > 1 and not mark.is_denied)
    return value == "everyone" and any(value not in mark.values for mark in own)


def _only(found: Evidence, both: Sequence[str], stems: Sequence[str]) -> str:
    """The one of two values that a line opens with as all: "style only, they bring the facts"; "" where none is."""
    thought = stems[: thoughts_of(stems)[0].stop]
    words = [word for word in thought if word not in BREAKS]
    named = {value for mark in found.marks if mark.thought == 0 and mark.weight >= PLAIN for value in mark.values}
    is_all = bool(_ALL_THERE_IS & {*words[:1], *words[-1:]}) and thought[-1] in BREAKS
    return named.pop() if is_all and len(named) == 1 and named <= {*both} else ""


def _without_yielding(found: Evidence, stems: Sequence[str]) -> Evidence:
    """The evidence without a value that is only named by the way, where another one is said itself."""
    found = _without_law(found)
    for fact, value, words, others in _YIELDING:
        ours = [mark for mark in found.marks if mark.fact == fact and value in mark.values]
        yielding = [m for m in found.marks if m.size > 1 and not words.isdisjoint(stems[m.start : m.end])]
        spoken = [m for m in found.marks if m.grade > BARE and m.weight >= PLAIN and not m.is_denied]
        spoken = [mark for mark in spoken if not NEGATIONS.issuperset(stems[mark.start : mark.end])]  # "legal says no"
        plain = [mark for mark in spoken if not any(mark.overlaps(other) for other in yielding)]
        if ours and all(mark in yielding for mark in ours) and any(others & {*mark.values} for mark in plain):
            return replace(found, marks=[mark for mark in found.marks if mark not in ours])
    return found


def _without_law(found: Evidence) -> Evidence:
    """The evidence without what says of a law that there is none, where another value is said plainly."""
    law = [mark for mark in found.marks if mark.is_denied and mark.values == ("regulated",)]
    ours = [m for m in found.marks if m.values == ("none",) and m.size == 1 and any(m.end == o.start for o in law)]
    is_said = any(m.values[0] in _WITHOUT_LAW and m.weight >= PLAIN and not m.is_denied for m in found.marks)
    ours += [mark for mark in found.marks if law and mark.values == ("regulated",) and mark.size == 1]
    return replace(found, marks=[mark for mark in found.marks if mark not in ours]) if ours and is_said else found


def _without_parts(found: Evidence, stems: Sequence[str]) -> Evidence:
    """The evidence without what is said of a part: "some of the articles are outdated" calls not all of them so."""
    mixed = BETWEEN.get(found.fact, ("",))[-1]
    partly = [mark for mark in found.marks if mark.values == (mixed,) and mark.grade == OWN and not mark.is_denied]
    partly = [mark for mark in partly if _SOME & {*stems[mark.start : mark.start + 2]}]
    rest = [mark for mark in found.marks if mark in partly or not any(_encloses(part, mark) for part in partly)]
    return replace(found, marks=rest) if partly else found


def _encloses(whole: Mark, part: Mark) -> bool:
    return whole.start <= part.start and part.end <= whole.end and whole.end - whole.start > part.end - part.start


def _wavers(stems: Sequence[str]) -> bool:
    """Whether it is the one now and another one soon ("fixed now but ..."), or maybe the one and maybe the other."""
    if any(stems[at] == "or" and stems[at + 1] in _MAYBE for at in range(len(stems) - 1)):
        return True
    if any(stems.count(part) > 1 for part in _PARTLY) or ("from" in stems and "to" in stems[stems.index("from") :]):
        return True  # "partly the one, partly the other", "from a shrug to a lawsuit"
    is_for_now = "but" in stems and not _NOW.isdisjoint(stems[: stems.index("but")])
    return is_for_now or any(stems.count(word) > 1 for word in _MAYBE)


def _without_included(fact: str, ranked: list[str], scores: dict[str, float]) -> list[str]:
    """The values without the one that a plainly said stronger one includes."""
    more, less = INCLUDES.get(fact, ("", ""))
    if scores.get(more, 0.0) < max(PLAIN, scores.get(less, 0.0) - _INCLUDED.get(fact, 0.0)) or less not in ranked:
        return ranked
    return [more, *(value for value in ranked if value not in {more, less})]


def _are_apart(found: Evidence, both: Sequence[str]) -> bool:
    """Whether each of the two is said by words of its own."""
    first, second = ([mark for mark in found.marks if mark.values == (value,) and not mark.is_denied] for value in both)
    return any(not one.overlaps(other) for one in first for other in second)


def _besides(fact: str, denied: set[str]) -> Weighed:
    """What is left where values are only denied: one is understood, else the nearest on the scale are offered."""
    whole = {"both"} if fact == "source" and denied & {*BOTH[fact]} else set[str]()
    left = [value for value in VALUES[fact] if value not in denied | whole]
    if len(left) == 1:
        return Weighed(left[0], weight=PLAIN)
    order = VALUES[fact].index
    nearest = sorted(left, key=lambda value: min(abs(order(value) - order(other)) for other in denied))
    return Weighed(offers=tuple(nearest[:MOST_OFFERS]), weight=1.5, is_torn=True)


def at_an_end(fact: str, here: Weighed, marks: Sequence[Mark], stems: Sequence[str]) -> tuple[str, ...]:
    """The value and the one beside it on its scale, where a hedge says that it may be more, or less: "or a bit over".

    A number says by itself how near it is to an end.
    """
    if fact not in SCALED or not isinstance(here.value, str) or any(mark.is_number for mark in marks):
        return ()
    at = VALUES[fact].index(here.value)
    steps = [at + 1] * bool(phrases("beyond").places(stems)) + [at - 1] * bool(phrases("short_of").places(stems))
    near = tuple(VALUES[fact][step] for step in steps if 0 <= step < len(VALUES[fact]))
    return (here.value, *near) if near else ()


def opened_vaguely(fact: str, marks: Sequence[Mark], stems: Sequence[str]) -> tuple[str, ...]:
    """All that the first thought of the line leaves open, where no number behind it tells: "fast, they are waiting"."""
    first = thoughts_of(stems)[0]
    words = {at for at in first if stems[at] not in BREAKS | COURTESIES | LIGHT}
    opening = [mark for mark in marks if mark.end <= first.stop and mark.grade == HINT and not mark.is_denied]
    told = any(mark.is_number or mark.grade == OWN for mark in marks)
    is_all = bool(words) and words <= {at for mark in opening for at in range(mark.start, mark.end)}
    if fact != "latency" or told or not is_all or first.stop == len(stems):
        return ()
    values = dict.fromkeys(value for mark in opening for value in mark.values)
    return tuple(values) if len(values) == MOST_OFFERS else ()


def _list(found: Evidence, stems: Sequence[str]) -> Weighed:
    """Every value of a list fact that is said plainly; of two at the same place, the one that says more."""
    speaking = _telling([mark for mark in found.marks if not (mark.is_denied or _is_of_one(mark, found, stems))])
    kept = [mark for mark in speaking if not any(_outweighs(other, mark) for other in speaking)]
    plain = {value for mark in kept if mark.weight >= PLAIN for value in mark.values}
    if not plain and speaking:
        ranked = sorted(speaking, key=lambda mark: -mark.weight)
        offers = tuple(dict.fromkeys(value for mark in ranked for value in mark.values))[:MOST_OFFERS]
        if ranked[0].grade == BARE and found.denied():
            return _without(found.fact, found.denied())
        return Weighed(offers=offers, weight=ranked[0].weight)
    alone = ALONE[found.fact]
    if not plain:
        return _without(found.fact, found.denied())
    if alone in plain and len(plain) > 1:
        best = max((mark for mark in kept if mark.weight >= PLAIN), key=lambda mark: mark.weight)
        others = any(mark.grade == OWN and mark.values != (alone,) for mark in kept) or _OTHERWISE & set(stems)
        plain = {alone} if best.values == (alone,) and not others else plain - {alone}
    listed = tuple(value for value in VALUES[found.fact] if value in plain)
    weight = max(mark.weight for mark in kept)
    clash = _clash(kept)
    if clash:
        return Weighed(offers=clash[:MOST_OFFERS], weight=weight, is_torn=True)
    return Weighed(listed, weight=weight)


def _is_of_one(mark: Mark, found: Evidence, stems: Sequence[str]) -> bool:
    """Whether it says that there is none of one value only: "nobody can train", "nothing fails except the format"."""
    if mark.values != (ALONE[mark.fact],):
        return False
    others = [other for other in found.marks if other.values != mark.values and other.weight >= PLAIN]
    is_short = mark.size <= _SHORT and not NEGATIONS.isdisjoint(stems[mark.start : mark.end])
    is_of_it = is_short and any(other.thought == mark.thought for other in others)
    if stems[mark.start - 1] == ":" and any(o.is_denied and o.thought == mark.thought - 1 for o in others):
        return True  # "tone: fine"
    excepted = min((start for start, _ in phrases("excepting").places(stems) if start >= mark.end), default=len(stems))
    plain = [other for other in others if not other.is_denied]
    is_fine = mark.size == 1 and NEGATIONS.isdisjoint(stems[mark.start : mark.end])
    if is_fine and any(other.thought > mark.thought for other in plain):
        return True  # "quality is fine, format breaks"
    return any((is_of_it and other.thought != mark.thought) or other.start > excepted for other in plain)


def _telling(marks: list[Mark]) -> list[Mark]:
    """The marks without single words of other values beside a phrase that says more in the same thought."""
    best: dict[int, Mark] = {}
    for mark in marks:
        if mark.thought not in best or mark.weight > best[mark.thought].weight:
            best[mark.thought] = mark
    return [mark for mark in marks if mark.size > 1 or mark.grade == OWN or _holds(mark, best[mark.thought])]


def _holds(word: Mark, best: Mark) -> bool:
    return word.values == best.values or word.weight > best.weight - _TOLD


def _without(fact: str, denied: set[str]) -> Weighed:
    """What is left of a list fact's values where some are only denied, as long as it is little."""
    left = tuple(value for value in VALUES[fact] if value not in denied)
    if not denied or len(left) > MOST_OFFERS:
        return Weighed()
    return Weighed(left, weight=PLAIN) if left == (ALONE[fact],) else Weighed(offers=left, weight=1.5)


def _outweighs(other: Mark, mark: Mark) -> bool:
    overlaps = other.start < mark.end and mark.start < other.end
    return overlaps and other.values != mark.values and other.weight > mark.weight + 0.2


def _clash(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Values that the same words speak for equally."""
    plain = [mark for mark in marks if mark.weight >= PLAIN]
    found = [
        value
        for mark in plain
        for other in plain
        if mark.values != other.values
        if (mark.start < other.end and other.start < mark.end)
        or (mark.thought == other.thought and mark.size == other.size == 1)
        for value in (*mark.values, *other.values)
    ]
    return tuple(dict.fromkeys(found)) if {value for mark in plain for value in mark.values} == set(found) else ()
