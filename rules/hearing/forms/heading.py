"""Lines that call questions by their names: "labels: half of them fine, half rubbish", "latency 2 s, volume 5k/day"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import Value
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.passages import WRONG
from rules.hearing.evidence.evidence import thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.phrases import names
from rules.hearing.words.pieces import BREAKS, stems_of

_LONGEST = 6
"""Words of a heading, in which it may say how good something is as well: "label quality is so-so:"."""
_BEFORE = 2
"""Words that may stand before a name: "about the labels:"; behind more of them it names nothing."""
_SEVERAL = 2
_SHORT = 4
"""Words that may follow a name without a colon: "evals golden set" is an answer, more of them are a sentence."""

REQUIRED = stems_of("required needed necessary mandatory compulsory obligatory optional nice helpful")
"""What is said of sources that an answer shows, and not of those where the truth lives."""
_SETTING = frozenset({"make", "set", "put", "mark"})
"""Before a name they ask for what follows it: "make freshness daily"."""
_DOING = frozenset({"log", "report", "file", "track"})
"""Before a name they ask for something to be done: "log a failure: it quoted last year's price"."""
_AGAIN = BREAKS | stems_of("again now anew today")
_ITS = stems_of("it is its there are they now only just more like actually about around some roughly we have")
"""Words before a number that is said of what the thought before it names."""
_VERBS = frozenset({"look", "cite", "show"})
"""Names that may as well say what people do: "look up the order status"."""

_LEADS = frozenset({"and", "so", "but", "well", "ok"})
_WHOM = frozenset({"us", "me", "them", "you"})
_IS = frozenset({"is", "are", "was", "be"})
_NO_ANSWER = stems_of("what how why my the unclear unknown open not it that this anybody something")
"""What follows where the cost is not told: "what wrong answers cost us is unclear"."""


def said_as_clause(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What wrong answers cost, said behind the question as a clause: "what wrong answers cost us is rework only"."""
    start = next((at for at, word in enumerate(stems) if word not in _LEADS), len(stems))
    if stems[start : start + 1] not in {("what",), ("all",)} or "?" in stems or "cost" not in stems:
        return None
    cost = stems.index("cost")
    end = cost + 1 + bool(_WHOM & {*stems[cost + 1 : cost + 2]})
    is_told = stems[end : end + 1] != () and stems[end] in _IS and _NO_ANSWER.isdisjoint(stems[end + 1 : end + 2])
    if not is_told or WRONG.isdisjoint(stems[start:cost]):
        return None
    heard = under("stakes", typed, stems, range(end + 1, len(stems)), ear)
    return heard and replace(heard, is_correction=typed.open_fact is None)


def headed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The line heard as an answer to the question that its heading names; None where it has no such heading."""
    if typed.open_fact is None and ":" not in stems and stems[0] not in _SETTING:
        return None
    at = stems.index(":") if stems.count(":") == 1 else 0
    if _DOING & set(stems[:at]):
        return None
    named = named_facts(stems[:at]) if at <= _LONGEST and not BREAKS & set(stems[:at]) else []
    if len(named) != 1:
        return None if at else _called(typed, stems, ear)
    fact, places = meant(named[0], stems[at + 1 :]), names()[named[0]].places(stems[:at])
    below = under(fact, typed, stems, range(at + 1, len(stems)), ear) if (0, at) in places else None
    if below or fact == typed.open_fact or all(start > _BEFORE for start, _ in places):
        return below
    return under(fact, typed, stems, range(len(stems)), ear)


def meant(fact: str, words: Sequence[str]) -> str:
    """The question that a name calls with these words behind it: "sources: required" is said of showing them."""
    return "receipts" if fact == "source" and REQUIRED & {*words} else fact


def is_named(stems: Sequence[str]) -> bool:
    """Whether a line calls a question by its name and says an answer behind a colon: "how often: daily"."""
    at = stems.index(":") if ":" in stems and "?" not in stems else 0
    return bool(at and stems[at + 1 :]) and any((0, at) in known.places(stems[:at]) for known in names().values())


def filled_in(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What stands behind the name of each of several questions, as in a form; None where a name has no answer."""
    known = _names_in(stems)
    called = [(thought.start, *known[thought.start]) for thought in thoughts_of(stems) if thought.start in known]
    if len(called) < _SEVERAL or called[0][0] or len({fact for _, _, fact in called}) < len(called):
        return None
    ends = [*(start for start, _, _ in called[1:]), len(stems)]
    saves, offers = dict[str, Value](), list[Choice]()
    for (_, start, fact), end in zip(called, ends, strict=True):
        heard = under(fact, typed, stems, range(start + (stems[start : start + 1] == (":",)), end), ear)
        if heard is None:
            return None
        saves |= {each: value for each, value in heard.saves.items() if each == fact}
        offers += [each for each in heard.offers if isinstance(each, Choice)]
    return Heard(saves=saves, offers=tuple(offers[:MOST_OFFERS]))


def _names_in(stems: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Where names of questions begin: where each ends and which question it calls; the longest one of each place."""
    found = sorted((start, end, fact) for fact, known in names().items() for start, end in known.places(stems))
    return {start: (end, fact) for start, end, fact in found}


def _called(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The line heard as what follows the name that it begins with, where that alone says a value."""
    end, fact = _names_in(stems).get(int(stems[0] in _SETTING), (len(stems), ""))
    if not 0 < len(stems) - end <= _SHORT or fact == typed.open_fact or _VERBS & set(stems[:end]):
        return None
    if "failure" in {fact, typed.open_fact}:
        return None  # "latency 9 s" tells how it fails, and "failure costs money" what is at stake
    heard = under(fact, typed, stems, range(end, len(stems)), ear)
    return heard if heard and heard.saves.keys() == {fact} else None


def behind_a_word(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What answers the open question behind a word that only says why: "GDPR. A tenant gets his own contract"."""
    end = next((at for at, word in enumerate(stems[: _BEFORE + 1]) if word == "."), 0)
    if typed.open_fact is None or not (typed.mention and end and stems[end + 1 :]) or "?" in stems:
        return None
    rest = typed.pieces[end + 1 :]
    behind = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[end + 1 :])
    heard = ear(typed, stems) if typed.open_fact in behind.saves else behind
    is_same = heard.saves.get(typed.open_fact) == behind.saves.get(typed.open_fact)
    return heard if typed.open_fact in heard.saves and is_same else None


def counted_anew(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """A number for the question that the thought before it ends with: "recounted the examples, it's 2300"."""
    first, *rest = thoughts_of(stems)
    named = named_facts(stems[: first.stop]) if len(rest) == 1 and first.stop <= _LONGEST else []
    if len(named) != 1 or named[0] == typed.open_fact or typed.open_fact is None or "?" in stems:
        return None
    known = names()[named[0]].places(stems[: first.stop])
    is_last = any(_AGAIN.issuperset(stems[end : first.stop]) for _, end in known)
    told = [at for at in rest[0] if stems[at] not in _ITS | BREAKS]
    numbers = quantities(stems[rest[0].start :]) if is_last and told else []
    if len(numbers) != 1 or rest[0].start + numbers[0].start != told[0] or len(told) > _SHORT:
        return None
    heard = under(named[0], typed, stems, range(told[0], len(stems)), ear)
    return heard if heard and heard.saves.keys() == {named[0]} else None


def under(fact: str, typed: Line, stems: Sequence[str], words: range, ear: Ear) -> Heard | None:
    """What these words say of that question; None where they say nothing of it."""
    pieces = typed.pieces[words.start : words.stop]
    if not pieces:
        return None
    heard = ear(replace(typed, pieces=pieces, text=" ".join(pieces), open_fact=fact), stems[words.start : words.stop])
    saves = {each: value for each, value in heard.saves.items() if each == fact or each != typed.open_fact}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == fact)
    return replace(heard, saves=saves, offers=offers) if fact in saves or offers else None
