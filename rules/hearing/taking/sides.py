"""Whose words are whose: each thought of a line goes to the open question or to another one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts import ALONE, FACTS, Value
from rules.hearing.acts.chatter import covers, is_musing, is_plainly_said, talk
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, OWN, Evidence, Mark, evidence, thoughts_of
from rules.hearing.evidence.leaning import share_of
from rules.hearing.values import Line
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import MODEL
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_TWICE = 3.0
_SHORT = 3
_MUCH_MORE = 1.2
"""By so much the words of another question have to outweigh those of the open one in the same thought."""
_ALONE = 3.0
"""From this weight on another question's words count as its answer in a thought of their own."""
_BESIDE = 3.3
"""... and beside words of the open question."""
_UNADDRESSED = 3.6
"""... and in a line that is not addressed to the bot."""
_SOFT = frozenset({"need", "lookup", "check", "action", "definition", "steadiness"})
"""Questions whose words are said about other matters, too: theirs have to weigh more."""
_MORE = 0.6
_MATTERS = ({"source", "corpus", "hygiene", "freshness"}, {"examples", "labels", "per_class"})
"""Questions about one matter: words that fit several questions are meant for the one beside the open one."""
KIN = {
    "examples": {"evals", "check"}, "labels": {"evals", "check"}, "hygiene": {"evals", "check"}, "check": {"evals"},
    "per_class": {"evals", "labels"}, "evals": {"check"}, "definition": {"corpus"}, "failure": {"stakes", "hygiene"},
}  # fmt: skip
"""Questions whose words are mostly said about the open one: "checked by hand" of examples is no evaluation."""


_THE_MODEL_WORDS = "it its bot model gpt llm prompt assistant ai chatbot claude gemini chatgpt text output reply draft"
_THE_MODEL = stems_of(_THE_MODEL_WORDS)
_NOT_THE_MODEL_WORDS = "i we you they he she people user customer analyst document pdf page wiki data"
_NOT_THE_MODEL = stems_of(_NOT_THE_MODEL_WORDS)
"""Who does something: only what the model does is a failure of it."""
_PLAIN_IN_A_WORD = frozenset({"source", "freshness", "ops", "hosting", "failure"})
"""Questions that one word may answer beside another answer: "weekly", "Notion", "hallucinates"."""
_SAID_OF_ANYTHING = frozenset({"stakes", "receipts"})
"""Questions whose words after an "and" or a "but" go on with what was said: "small is better but not a must"."""
_ITS_FAULTS_WORDS = (
    "hallucinate invent fabricate refuse refusal misclassify misroute malformed jailbreak json toxic tone"
)
_ITS_FAULTS = stems_of(_ITS_FAULTS_WORDS)
"""What only a model does, whoever is named."""
_TRUST_WORDS = "checked reviewed verified twice double adjudicated"
_TRUST = stems_of(_TRUST_WORDS)
"""Where trusted examples are asked for, these say that they are, and not how well they agree."""


_PLACES = stems_of("first second third last former latter one option number")
_COUNTING = frozenset({"out", "of", "time", "percent"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The marks of the open question and those of the others, each thought given to one of them."""

    here: list[Mark]
    elsewhere: list[Mark]


def sides(typed: Line, stems: Sequence[str], *, corrects: bool) -> Sides:
    """The marks that count, for the open question and for others."""
    found = evidence(typed.pieces, FACTS, typed.open_fact)
    named = _named(typed, stems, found, corrects=corrects)
    if corrects:
        for each in found.values():
            each.marks = _without_correcting(each.marks, stems)
    mine = found.get(typed.open_fact or "", Evidence("")).marks
    others = [
        mark
        for fact, other in found.items()
        if fact != typed.open_fact
        for mark in other.marks
        if fact not in KIN.get(typed.open_fact or "", ())
        or _names_its_matter(mark, stems)
        or (fact == "stakes" and topics()[fact] & set(stems))
        if fact != "failure" or fact in named or _is_of_the_model(mark, stems)
        if not (typed.open_fact == "latency" and mark.values == ("too_slow",))
        if fact != "model_size" or mark.is_number or MODEL & set(stems) or topics()[fact] & set(stems)  # "the biggest"
        if mark.grade == OWN or mark.is_topical or (mark.grade == HERE and fact in named)
    ]
    if typed.open_fact == "examples":
        others = [mark for mark in others if mark.fact != "labels" or not _TRUST & set(stems[mark.start : mark.end])]
    if corrects and named and typed.open_fact not in named:
        mine = [mark for mark in mine if mark.grade == OWN]
        others = [mark for mark in others if mark.fact in named or is_distinct(mark, _BESIDE)]
    others = [mark for mark in others if not _is_of_a_denial(mark, mine)]
    mine = [mark for mark in mine if not any(_takes(other, mark) for other in others)]
    if not corrects:
        others = [mark for mark in others if not _is_of_the_open(mark, mine, stems)]
    thoughts = {mark.thought for mark in (*mine, *others)}
    here: list[Mark] = []
    elsewhere: list[Mark] = []
    for thought in thoughts:
        m, o = _shared([x for x in mine if x.thought == thought], [x for x in others if x.thought == thought])
        here += m
        elsewhere += o
    if not typed.mention:
        return _unaddressed(stems, here, elsewhere, corrects=corrects)
    return Sides(here, elsewhere + _whole_thoughts(typed, stems, found, here + elsewhere) if here else elsewhere)


def _named(typed: Line, stems: Sequence[str], found: Mapping[str, Evidence], *, corrects: bool) -> list[str]:
    """The questions that the line calls by a name or, where it corrects, by the answer that was given."""
    named = named_facts(stems) if corrects or ":" in stems else []
    named += _shortened(typed, stems, found)
    return _said_before(typed, found) if corrects and not named else named


def _is_of_the_open(mark: Mark, mine: Sequence[Mark], stems: Sequence[str]) -> bool:
    """Whether words of another question stand in a thought that plainly answers the open one."""
    own = [each for each in mine if each.thought == mark.thought and each.grade >= HERE and not each.is_denied]
    if not own or mark.is_number or sum(word not in BREAKS for word in stems) <= _SHORT:
        return False
    thought = thoughts_of(stems)[mark.thought]
    words = stems[thought.start : thought.stop]
    return share_of(own[0].fact, words) >= _TWICE * share_of(mark.fact, words)


def _whole_thoughts(
    typed: Line, stems: Sequence[str], found: Mapping[str, Evidence], read: Sequence[Mark]
) -> list[Mark]:
    """Plain answers that are a whole thought beside one to the open question: "Notion, 40 pages, pretty clean"."""
    more: list[Mark] = []
    for number, thought in enumerate(thoughts_of(stems)):
        if any(mark.start < thought.stop and thought.start < mark.end for mark in read):
            continue
        marks = [
            m for e in found.values() for m in e.marks if m.thought == number and m.grade >= HERE and not m.is_denied
        ]
        about = {typed.open_fact, *(mark.fact for mark in (*read, *more))}
        near = [mark for mark in marks if any(mark.fact in matter and about & matter for matter in _MATTERS)] or marks
        whole = [
            mark
            for mark in near
            if covers(stems, thought, [mark]) and mark.fact != typed.open_fact
            if mark.fact not in _SAID_OF_ANYTHING or stems[thought.start - 1] in BREAKS
            if not {*stems[mark.start : mark.end]}
            <= _PLACES | LIGHT  # "the first one" is an option of the open question
            if mark.size > 1 or mark.grade == OWN or near is not marks or mark.fact in _PLAIN_IN_A_WORD
            if set(stems[mark.start : mark.end]) - NEGATIONS - COURTESIES
            and mark.fact not in KIN.get(typed.open_fact or "", ())
            if mark.is_number or not _is_counting(stems[mark.start : mark.end])
        ]
        sure = [mark for mark in whole if mark.grade == OWN]
        if len({mark.fact for mark in sure}) == 1:
            more += sure
        elif len({mark.fact for mark in near}) == 1 and whole:
            more += [
                replace(mark, grade=OWN)
                for mark in whole
                if not (typed.open_fact == "examples" and _TRUST & set(stems[mark.start : mark.end]))
            ]
    return more


def _without_correcting(marks: list[Mark], stems: Sequence[str]) -> list[Mark]:
    """The marks without single words that only say that something is corrected: "add tone, forgot it"."""
    places = [(start, end) for start, end in phrases("correcting").places(stems) if end - start <= _SHORT]
    rest = [mark for mark in marks if mark.size > 1 or not mark.is_within(places)]
    return rest or marks


def _is_of_a_denial(mark: Mark, mine: Sequence[Mark]) -> bool:
    """Whether its words say where the truth is not: "not in documents" says of nothing that it is unwritten."""
    return any(own.fact == "source" and own.is_denied and own.overlaps(mark) for own in mine)


def _is_counting(words: Sequence[str]) -> bool:
    """Whether a phrase only counts, and does not say what: "9 out of 10"."""
    counted = {at for amount in quantities(words) for at in range(amount.start, amount.end)}
    return all(at in counted or word in _COUNTING or not word.isalpha() for at, word in enumerate(words))


def _said_before(typed: Line, found: Mapping[str, Evidence]) -> list[str]:
    """The question that a correction names by its answer: "not weekly, monthly", where weekly was said."""
    mine = [m for m in found.get(typed.open_fact or "", Evidence("")).marks if m.grade >= HERE and not m.is_denied]
    before = {fact: found[fact].marks for fact in found if fact in typed.said and fact != typed.open_fact}
    plain = [fact for fact, marks in before.items() if _is_replaced(typed.said[fact], marks)]
    if mine:
        return plain if len(plain) == 1 and all(mark.grade < OWN and mark.size == 1 for mark in mine) else []
    numbers = [m for fact, marks in before.items() for m in marks if m.is_number and typed.said[fact] not in m.values]
    longest = [m for m in numbers if not any(_holds(other, m) for other in numbers)]
    told = list(dict.fromkeys(mark.fact for mark in longest)) or plain
    return told if len(told) == 1 else []


def _holds(longer: Mark, mark: Mark) -> bool:
    return longer.start <= mark.start and mark.end <= longer.end and longer.end - longer.start > mark.end - mark.start


def _is_replaced(said: Value, marks: Sequence[Mark]) -> bool:
    """Whether another value is said in words of its own, or beside the one that was said and now is denied."""
    values = said if isinstance(said, tuple) else (said,)
    others = [mark for mark in marks if not mark.is_denied and mark.grade >= HERE and not set(mark.values) & {*values}]
    is_taken_back = any(mark.is_denied and set(mark.values) & {*values} for mark in marks)
    return any(is_taken_back or (mark.grade == OWN and is_distinct(mark, _BESIDE)) for mark in others)


def _shortened(typed: Line, stems: Sequence[str], found: Mapping[str, Evidence]) -> list[str]:
    """The lists that something is taken off: "remove format", where format was said."""
    if not phrases("removing").places(stems):
        return []
    return [
        fact
        for fact in ALONE
        if any(set(mark.values) & set(typed.said.get(fact) or ()) for mark in found.get(fact, Evidence(fact)).marks)
    ]


def _is_of_the_model(mark: Mark, stems: Sequence[str]) -> bool:
    """Whether a failure is said of the model, and not of people, documents, or what it should do."""
    thought = next(range_ for range_ in thoughts_of(stems) if mark.start < range_.stop)
    there = set(stems[max(0, thought.start - 1) : mark.start])
    if there & _NOT_THE_MODEL or "should" in there:
        return False
    return bool((_THE_MODEL | _ITS_FAULTS) & {*there, *stems[mark.start : mark.end]})


def _names_its_matter(mark: Mark, stems: Sequence[str]) -> bool:
    """Whether its own words, and they alone, call its question's matter by a name."""
    return mark.grade == OWN and mark.size > 1 and bool(topics()[mark.fact] & set(stems[mark.start : mark.end]))


def is_distinct(mark: Mark, least: float = _ALONE) -> bool:
    """Whether its words mean its value although another question stands open."""
    return (mark.is_number and (mark.grade == OWN or mark.is_topical)) or mark.weight >= least + _MORE * (
        mark.fact in _SOFT
    )


def _takes(rival: Mark, mark: Mark) -> bool:
    """Whether words that plainly mean another question's matter hold this mark in them."""
    inside = rival.start <= mark.start and mark.end <= rival.end
    is_longer = rival.end - rival.start > mark.end - mark.start
    is_counted = rival.is_number and (rival.grade == OWN or rival.is_topical) and rival.overlaps(mark)
    return not rival.is_denied and mark.grade < OWN and (is_counted or (inside and is_longer))


def _shared(mine: list[Mark], others: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """One thought's marks: it belongs to the open question, unless another one's words weigh much more."""
    best_here = max((mark.weight for mark in mine), default=0.0)
    if best_here >= 2.0:
        others = [
            mark
            for mark in others
            if is_distinct(mark, _BESIDE)
            or (mark.fact in _PLAIN_IN_A_WORD and is_distinct(mark) and not any(mark.overlaps(own) for own in mine))
        ]
    best_other = max((mark.weight for mark in others), default=0.0)
    if best_other >= best_here + _MUCH_MORE:
        mine = []
    elif best_here >= 2.0:
        others = [
            mark
            for mark in others
            if (mark.is_number or mark.weight >= best_here) and not any(mark.overlaps(own) for own in mine)
        ]
    distinct = [mark for mark in others if is_distinct(mark)]
    others = distinct or others
    if not others:
        return mine, others
    leader = max(others, key=lambda mark: mark.weight)
    leading = [mark for mark in others if mark.fact == leader.fact]
    beside = [
        mark
        for mark in others
        if mark.fact != leader.fact
        and (mark.is_number or (mark.weight >= 3.6 and not any(mark.overlaps(other) for other in leading)))
    ]
    return mine, leading + beside


def _unaddressed(stems: Sequence[str], here: list[Mark], elsewhere: list[Mark], *, corrects: bool) -> Sides:
    """What counts in a line that is not addressed to the bot: only what it plainly says."""
    is_agreed = bool(phrases("appointments").places(stems)) and all(mark.is_denied for mark in here)
    if is_agreed or not is_plainly_said(stems, here, talk(stems)):  # "we stop at 5pm" says nothing of the truth
        here = []
    plain = [mark for mark in elsewhere if corrects or is_distinct(mark, _UNADDRESSED)]
    is_said = here or (is_plainly_said(stems, plain, talk(stems)) and not is_musing(stems))
    if not (corrects or is_said) or talk(stems) > 1:
        plain = []
    return Sides(here, plain)
