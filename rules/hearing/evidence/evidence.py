"""What a line's words say about each fact: marks with their weight, thought by thought, value by value."""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rules.facts import ALONE
from rules.hearing.amounts.amounts import amounts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.rhythm import MONTHS, of_behavior, rhythms
from rules.hearing.amounts.scales import CHANGES
from rules.hearing.evidence.labeling import costs_named, is_no_cost, is_of_a_thing, only_counts, records_kept
from rules.hearing.evidence.lacking import is_absent, lacks
from rules.hearing.evidence.upkeep import LOOKING_AFTER, is_of_people, is_of_replies, is_upkeep
from rules.hearing.values import Reading
from rules.hearing.words.denying import denied
from rules.hearing.words.lexicon import Hit, hits, topics
from rules.hearing.words.phrases import names, phrases, stemmed
from rules.hearing.words.pieces import BREAKS, stem, stems_of
from rules.hearing.words.samples import gives_samples
from rules.hearing.words.spelling import corrected

BARE, HINT, HERE, OWN = range(4)
"""The grades of a mark."""
WEIGHTS = (0.8, 1.0, 2.0, 3.0)
"""The weight of a mark by its grade."""
_LENGTH = 0.3
_LONGEST = 4
_SHORTHAND = 2  # a phrase of more words than this says more than the number in it
_BESIDES = 0.4
"""How much each further mark of the same value adds."""
_TOPICAL = 0.7
"""How much more counts a plain answer beside a word that names its question's matter."""
_OPENING = 1.3
"""How much more counts what the line opens with, as a whole thought."""
_AFTER_BUT = 1.3
"""How much more counts what follows a "but"."""
_MONTHS = frozenset(stem(month) for month in MONTHS)
_DEGREES = frozenset({"so", "far", "on", "much", "mani", "good"})
_EXACT = {"volume": OWN, "labels": HERE, "latency": OWN, "hygiene": HERE}
"""Facts of which a number, from this grade on, says more than any phrase around it."""
_IDENTIFIER = re.compile(r"(?=\w{4,}$)[a-z]+\d\w*")
"""A code that is given as what people look things up by: "a ticket number such as INC0482"."""
_EACH, _EXAMPLE = stems_of("per each every apiece"), stems_of("like such as g eg example instance")
_OF_BEHAVIOR, _SAID_OF_BEHAVIOR = frozenset({"steadiness", "definition", "per_class"}), CHANGES | {"rule"}
"""Questions about what is wanted, and not about the truth: beside these "it never changes" says that it is steady."""
_RARELY_SO = stems_of("rarely seldom hardly never infrequently little")
_ABOUT = frozenset({"some", "averag"})  # beside a number: "some 15 per second"
_NONE, _THEM = stems_of("none nothing nobody"), stems_of("them these those it that this sort kind")
JOINTS = BREAKS | {"but", "becaus", "so", "and", "while", "although", "though", "otherwis", "then"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that speak for these values of a fact (or against them), at the pieces [start, end)."""

    fact: str
    values: tuple[str, ...]
    grade: int
    start: int
    end: int
    is_denied: bool = False
    thought: int = 0
    """The number of the thought that it stands in."""
    size: int = 1
    """How many words of a phrase it is."""
    is_number: bool = False
    is_after_but: bool = False
    is_topical: bool = False
    is_opening: bool = False
    """Whether it is all that the first thought of the line says."""

    @property
    def weight(self) -> float:
        """How much it counts: by its grade, and by how many words it is."""
        size = _LENGTH * min(self.size - 1, _LONGEST)
        return (
            WEIGHTS[self.grade]
            + size
            + _AFTER_BUT * self.is_after_but
            + _TOPICAL * self.is_topical
            + _OPENING * self.is_opening
        )

    def overlaps(self, other: "Mark") -> bool:
        """Whether the two share words."""
        return self.start < other.end and other.start < self.end

    def is_within(self, places: Iterable[tuple[int, int]]) -> bool:
        """Whether one of these places holds all its words."""
        return any(start <= self.start and self.end <= end for start, end in places)


@dataclass(slots=True)
class Evidence:
    """All marks of one fact in a line, weighed."""

    fact: str
    marks: list[Mark] = field(default_factory=list)

    def scores(self) -> dict[str, float]:
        """What speaks for each value, bare words aside where anything else was said."""
        speaking = [mark for mark in self.marks if not mark.is_denied]
        if any(mark.grade > BARE for mark in speaking):
            speaking = [mark for mark in speaking if mark.grade > BARE]
        by_value: dict[str, list[Mark]] = defaultdict(list)
        for mark in speaking:
            for value in mark.values:
                by_value[value].append(mark)
        return {value: _sum(marks) for value, marks in by_value.items()}

    def denied(self) -> set[str]:
        """The values that are spoken against."""
        return {value for mark in self.marks if mark.is_denied for value in mark.values}


def spoken_against(marks: Sequence[Mark]) -> set[str]:
    """The values that words deny, and none mean: "fine-tuning is forbidden" names training all the same."""
    denied = {value for mark in marks if mark.is_denied and mark.grade >= HERE for value in mark.values}
    return denied - {value for mark in marks if not mark.is_denied for value in mark.values}


def _sum(marks: Iterable[Mark]) -> float:
    """The heaviest, and a little for each other one that does not overlap."""
    ranked = sorted(marks, key=lambda mark: -mark.weight)
    kept: list[Mark] = []
    for mark in ranked:
        if not any(mark.overlaps(other) for other in kept):
            kept.append(mark)
    return kept[0].weight + _BESIDES * sum(WEIGHTS[mark.grade] / 2 for mark in kept[1:])


def evidence(found: Sequence[str], facts: Collection[str], open_fact: str | None) -> dict[str, Evidence]:
    """The evidence for each of these facts that the pieces speak of at all."""
    right = corrected(found, open_fact)
    stems = stemmed(right)
    thoughts = thoughts_of(stemmed(found))  # as typed, as whoever looks a mark's thought up divides the line
    weighed: dict[str, Evidence] = {}
    for mark in _marks(found, right, stems, open_fact):
        if mark.fact in facts:
            number = next(n for n, thought in enumerate(thoughts) if mark.start < thought.stop)
            there = {stems[at] for at in thoughts[number] if not mark.start <= at < mark.end}
            if is_upkeep(mark.fact, there, open_fact) or is_of_replies(mark.fact, stems, thoughts[number].start):
                continue
            is_topical = mark.grade == HERE and bool(topics()[mark.fact] & there)
            is_topical = is_topical and not (mark.fact == "freshness" and LOOKING_AFTER & there)
            is_some = mark.values != (ALONE.get(mark.fact),)
            is_lacking = is_some and lacks(mark.fact, stems, thoughts, number, range(mark.start, mark.end))
            placed = replace(
                mark,
                is_denied=(mark.is_denied and not is_absent(mark.fact, stems, mark.start, mark.end)) or is_lacking,
                thought=number,
                is_after_but="but" in stems[: mark.start],
                is_topical=is_topical,
            )
            weighed.setdefault(mark.fact, Evidence(mark.fact)).marks.append(placed)
    return weighed


def _marks(found: Sequence[str], right: Sequence[str], stems: Sequence[str], open_fact: str | None) -> Iterable[Mark]:
    """Marks of every fact: of the open one in the words put right, of the others in the words as they were typed."""
    read = [*amounts(right, open_fact), *rhythms(right, denied(stems))]
    if open_fact != "freshness":  # "8 an hour" of requests says nothing of how often the truth changes
        asked = [r for r in read if r.fact == "volume" and r.certainty >= HERE]
        read = [r for r in read if r.fact != "freshness" or not any(_overlap(r, a) for a in asked)]
    is_of_behavior = open_fact in _OF_BEHAVIOR and (topics()["freshness"] - _SAID_OF_BEHAVIOR).isdisjoint(stems)
    read = [*of_behavior(read)] if is_of_behavior else read
    counted = quantities(right)
    yield from _samples(found, stems, open_fact)
    for reading in read:
        yield Mark(
            reading.fact, reading.values, int(reading.certainty), reading.start, reading.end, size=2, is_number=True
        )
    known = hits(found)
    if right != found:
        known = [hit for hit in known if hit.fact != open_fact] + hits(right, open_fact)
    known = [hit for hit in known if not (is_of_behavior and hit.fact == "freshness")]
    headings = [*_headings(stems), *costs_named(stems)]
    for hit in (each for each in known if not any(s <= each.start and each.end <= e for s, e in headings)):
        if (
            _is_each_ones(stems, hit)
            or _is_rare(stems, hit)
            or (hit.fact != open_fact and is_no_cost(hit.fact, right[hit.start : hit.end], stems, hit.end))
            or (hit.value == "mixed" and only_counts(hit.fact, stems, hit.start, hit.end))
            or _counts_others(stems, hit)
            or is_of_a_thing(hit.fact, right, range(hit.start, hit.end), open_fact)
            or (stems[hit.start] in _ABOUT and any(r.fact == hit.fact and r.start <= hit.end + 1 for r in read))
            or is_of_people(hit.value, right, stems, range(hit.start, hit.end))
            or (hit.fact != open_fact and _is_nor(stems, hit))
            # "thousand" is a word of "40 thousand", which is said of whatever it is said of
            or any(n.start <= hit.start and hit.end <= n.end and hit.end - hit.start < n.end - n.start for n in counted)
            or any(_counts_another(r, hit) for r in read)  # a number says by its unit that it counts something else
        ):
            continue
        if hit.fact == "access" and right[hit.start] == "per" and any(p[0].isdigit() for p in right[: hit.start][-4:]):
            continue  # "10 per user" counts, and says nothing of who may see what
        if not any(_says_more(r, hit) for r in read):  # the number says more than its words: "a few hundred examples"
            yield Mark(hit.fact, (hit.value,), hit.grade, hit.start, hit.end, hit.is_denied, size=hit.size)


def _samples(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> Iterable[Mark]:
    """What is said by an example: questions as users ask them want facts, and a code is looked up by name."""
    if open_fact == "need" and gives_samples(open_fact, stems):
        yield Mark("need", ("facts",), OWN, 0, 1, size=2)
    if open_fact == "source":
        yield from (Mark("source", ("systems",), HERE, start, end, size=2) for start, end in records_kept(found, stems))
    if open_fact == "lookup":
        for at in (at for at, piece in enumerate(found) if _IDENTIFIER.fullmatch(piece)):
            if _EXAMPLE & set(stems[max(0, at - 3) : at]):
                yield Mark("lookup", ("by_name",), OWN, at, at + 1, size=_LONGEST + 1, is_number=True)


def _headings(stems: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where a question is called by its name before a colon, which says no value: "definition: hard to tell"."""
    if ":" in stems:
        found = (place for known in names().values() for place in known.places(stems))
        yield from ((start, end) for start, end in found if stems[end : end + 1] == (":",))


def _is_nor(stems: Sequence[str], hit: Hit) -> bool:
    """Whether it only denies what follows: "neither name nor id" tells of no team."""
    return hit.fact == "ops" and stems[hit.start] == "neither" and "nor" in stems[hit.start :]


def _is_rare(stems: Sequence[str], hit: Hit) -> bool:
    """Whether what changes does so hardly ever ("classes change rarely"), or is a share: "one time out of ten"."""
    if stems[hit.end - 1 : hit.end + 1] == ("out", "of"):
        return True
    return (hit.fact, hit.value) == ("steadiness", "changing") and bool(_RARELY_SO & {*stems[hit.end : hit.end + 2]})


def _is_each_ones(stems: Sequence[str], hit: Hit) -> bool:
    """Whether it is of each of many: "one page per product" tells little of all, "every few seconds" of no waiting."""
    if hit.fact == "latency":
        return bool({"each", "everi"} & {*stems[max(0, hit.start - 1) : hit.start]})
    if (hit.fact, hit.value) != ("corpus", "prompt_sized"):
        return False
    return bool(_EACH & {*stems[hit.end : hit.end + 3]} or {"each", "everi"} & {*stems[: hit.start]})


def _counts_another(number: Reading, hit: Hit) -> bool:
    """Whether a phrase is words of a number of another question: the "day" of "2k a day", which is no time to wait."""
    least = HERE if (number.fact, hit.fact) == ("volume", "latency") else OWN
    is_shared = hit.start <= number.start < hit.end or number.start <= hit.start < hit.end <= number.end
    return number.fact != hit.fact and number.certainty >= least and is_shared


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _is_degree(stems: Sequence[str], at: int) -> bool:
    """Whether it joins no thoughts: "so so", "none so far", "between two and five", "January, April and July"."""
    if stems[at - 1] in _MONTHS and _MONTHS & {*stems[at + 1 : at + 3]}:
        return True
    if stems[at] == "and":
        return "between" in stems[max(0, at - 4) : at] or tuple(stems[at + 1 : at + 3]) == ("a", "half")
    return stems[at] == "so" and ("so" in stems[max(0, at - 1) : at] or bool(_DEGREES & set(stems[at + 1 : at + 2])))


def _counts_others(stems: Sequence[str], hit: Hit) -> bool:
    """Whether "none of the ..." goes on with something that is not the question's matter."""
    after = stems[hit.end : hit.end + 4]
    is_none = hit.size == 1 and stems[hit.start] in _NONE
    return is_none and after[:1] == ("of",) and not (_THEM | topics()[hit.fact]) & set(after)


def _says_more(number: Reading, hit: Hit) -> bool:
    """Whether a phrase is but words of a number, or of a rate that is read exactly."""
    overlaps = hit.fact == number.fact and hit.start < number.end and number.start < hit.end
    if len(number.values) > 1 and number.start <= hit.start and hit.end <= number.end:
        return overlaps  # "a few hundred per depot" may be many thousands
    is_exact = number.certainty >= _EXACT.get(number.fact, len(WEIGHTS)) and number.values != (hit.value,)
    return overlaps and (hit.size <= _SHORTHAND or is_exact)


def thoughts_of(stems: Sequence[str]) -> list[range]:
    """The pieces of each thought; the joint that ends one belongs to it."""
    ends = [0, *(at + 1 for at, word in enumerate(stems) if word in JOINTS and not _is_degree(stems, at)), len(stems)]
    return [range(start, end) for start, end in itertools.pairwise(ends) if start < end]


def telling(kind: str, stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts in which phrases of a kind begin, by their numbers."""
    starts = [start for start, _ in phrases(kind).places(stems)]
    return {number for number, thought in enumerate(thoughts) if any(start in thought for start in starts)}


def sentences(stems: Sequence[str]) -> list[range]:
    """The pieces of each statement: up to a full stop or a semicolon, and before an "and" behind a comma."""
    ends = [at + 1 for at, word in enumerate(stems) if word in {".", ";"}]
    ends += [at + 1 for at in range(len(stems) - 1) if (stems[at], stems[at + 1]) == (",", "and")]
    cuts = [0, *sorted(ends), len(stems)]
    return [range(start, end) for start, end in itertools.pairwise(cuts) if start < end]
