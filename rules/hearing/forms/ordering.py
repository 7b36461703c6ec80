"""An order that puts one option where another stands: "change cost to rework", "replace mixed with poor", "put live".

Options are meant word for word as they are printed, under a name of their question or in place of the answer that was
given. That is sure wherever it is typed, and a name may be shorter than elsewhere: "cost" is one beside "rework" alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts import ALONE, FACTS, VALUES, Value
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.forms.heading import meant, under
from rules.hearing.forms.worded import (
    AROUND,
    ORDERS,
    SHORT_NAMES,
    Words,
    bare,
    called,
    option_of,
    parted,
    stripped,
    titles,
    trimmed,
    value_of,
)
from rules.hearing.values import Choice, Control, Ear, Heard, Line, Word, each_in
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_LONGEST = 22
_FEW = 4
_SEVERAL = 2
_SHORT = 7
"""Words of an answer behind an order, with its "to"."""
_DENYING = 10
"""Words of a line that says what is not so, and what is."""
_REASONS = stems_of("is are was were has have sits live lives comes come because since")
"""With one of these among its first words a sentence behind an answer tells why, and is no more of it."""
_WRITES = stems_of("put write set enter record mark restore")
_BACK = frozenset({"back"})
_OVER = stems_of("replace swap switch change exchange")
_STRIKES = stems_of("strike cross delete remove erase scrap scratch drop cancel withdraw retract clear wipe")
_WITH = stems_of("with by to for into") | {stem("becomes")}
_LINKS = frozenset({"is", "are", "be", "should", "must", "say", "read", "to", ":", stem("becomes"), "as", "now", "not"})
"""Words between a name and its answer; the first of them ends the name."""
_MARKS = frozenset({":", stem("becomes")})
_ASKING = stems_of("what why how if who when which suppose assume should would does do is are")
_OTHER_PLACE = {"documents": "systems", "systems": "documents"}
_SYSTEMS = stems_of("system systems database databases api apis document documents wiki")
_POINTING = stems_of("it that this they truth everything all source sources")
_WIDE = stems_of("answers acts whole any model search training written none both format tone safety")
"""Options that are words for much else: alone behind an order they are none."""
_FILLED = stems_of("answered answer said filled told gave asked mine us me")
"""What people say of an answer that they want taken back: "nobody answered that"."""


def ordered(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What such an order writes down, or the question whose answer it takes back; None where the line is none."""
    if not typed.mention or "?" in stems or len(stems) > _LONGEST or (stems[0] in _ASKING and not _title(stems)):
        return None
    taken_back = _taken_back(typed, stems, ear)
    if taken_back:
        return Heard(control=Control(Word.CHANGE, taken_back))
    starts = [at + 1 for at, word in enumerate(stems[:-1]) if word in BREAKS - {":"}]
    last = max((at for at in starts if stems[at] in ORDERS | _WRITES), default=0)
    filled = _filled_in(typed, stems, ear) or _thing(typed, bare(stems))
    return filled or _found(typed, stems, ear) or (_found(_behind(typed, last), stems[last:], ear) if last else None)


def _behind(typed: Line, at: int) -> Line:
    """The line without what stands before this place."""
    return replace(typed, pieces=typed.pieces[at:], text=" ".join(typed.pieces[at:]))


def _found(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    words = bare(stems)
    saves = _exchanged(typed, words) or _put_for(words) or _under_name(words) or _taken_off(typed, words)
    saves = saves or _recounted(typed, stems, ear)
    marks = [at for at, word in enumerate(stems) if word in _MARKS]
    if not saves and len(marks) == 1 and "," in stems[marks[0] :]:  # "source = model, nothing is fetched"
        first = _under_name(bare(stems[: stems.index(",", marks[0])]))
        saves = _whole_list(typed, stems, marks[0], first, ear)
    if not saves:
        return _written(typed, words) or _changed(typed, stems, ear)
    return Heard(saves=saves, is_correction=True)


def _whole_list(typed: Line, stems: Sequence[str], mark: int, first: dict[str, Value], ear: Ear) -> dict[str, Value]:
    """All that stands on a list behind its name, of which the first is read by itself: "ops: search, training"."""
    fact = next((fact for fact in first if fact in ALONE or len(stems) - mark <= _FEW), "")
    if not fact or phrases("over").places(stems[mark:]):
        return first
    anew = replace(typed, said={each: value for each, value in typed.said.items() if each != fact})
    heard = under(fact, anew, stems, range(mark + 1, len(stems)), ear)
    told = heard.saves.get(fact) if heard else None
    return {fact: told} if told == "both" or each_in(told) > each_in(first[fact]) else first


def _filled_in(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What stands behind the name of each of several questions: "labels: consistent, cost: rework"."""
    marks = [at for at, word in enumerate(stems) if word in _MARKS]
    if len(marks) < _SEVERAL:
        return None
    starts = [max((at + 1 for at in range(mark) if stems[at] in BREAKS | {"and"}), default=0) for mark in marks]
    ends = [*starts[1:], len(stems)]
    saves: dict[str, Value] = {}
    for start, mark, end in zip(starts, marks, ends, strict=True):
        told = _under_name(bare(stems[start:end])) or _heard_under(typed, stems, range(start, end), mark, ear)
        if not told or told.keys() & saves.keys():
            return None
        saves |= told
    return Heard(saves=saves, is_correction=True)


def _heard_under(typed: Line, stems: Sequence[str], words: range, mark: int, ear: Ear) -> dict[str, Value]:
    """What the words behind a name and its mark say in their own way."""
    for fact in called(stripped(bare(stems[words.start : mark]))):
        stop = words.stop - (stems[words.stop - 1] in BREAKS | {"and"})
        heard = under(meant(fact, stems[mark:stop]), typed, stems, range(mark + 1, stop), ear)
        if heard and heard.saves.keys() == {fact}:
            return dict(heard.saves)
    return {}


def _taken_off(typed: Line, words: Words) -> dict[str, Value]:
    """What is left of a list from which one thing is struck: "take reasoning off the failures"."""
    start = next((at for at, word in enumerate(words) if word in _STRIKES | {"take"}), len(words))
    if not {*words[:start]} <= AROUND:
        return {}
    for at in (at for at, word in enumerate(words) if word in {"from", "off"} and at > start + 1):
        for fact in {*called(stripped(words[at + 1 :]))} & ALONE.keys():
            given, gone = each_in(typed.said.get(fact, ())), option_of(fact, trimmed(words[start + 1 : at]), loose=True)
            if gone in given:
                left = tuple(value for value in VALUES[fact] if value in given and value != gone)
                return {fact: left or (ALONE[fact],)}
    return {}


def _under_name(words: Words) -> dict[str, Value]:
    """The option behind a name, with or without what it is not: "access is everyone, not per user"."""
    for at in (at for at, word in enumerate(words) if at and (word in _LINKS or word == "too")):  # "too" for "to"
        head, rest = stripped(words[:at]), words[at + (words[at] == "too") :]
        while rest and rest[0] in _LINKS - {"not"}:
            rest = rest[1:]
        before, behind = parted(rest)
        for fact in called(head):
            value = option_of(fact, before)
            if value and (not behind or option_of(fact, behind)):
                return {fact: value_of(fact, value)}
    return {}


def _put_for(words: Words) -> dict[str, Value]:
    """The option that is to be written for a question: "put monthly for freshness"."""
    start = next((at for at, word in enumerate(words) if word in _WRITES and {*words[:at]} <= AROUND), None)
    if start is None:
        return {}
    for at in (at for at, word in enumerate(words) if word in {"for", "as", "under", "at"} and at > start + 1):
        told = trimmed(words[start + 1 : at], _BACK)
        for fact in called(stripped(words[at + 1 :])):
            if value := option_of(fact, told):
                return {fact: value_of(fact, value)}
    return {}


def _exchanged(typed: Line, words: Words) -> dict[str, Value]:
    """The option that is to stand in place of a given answer, where only one answer is called so."""
    for old, new in _pairs(words):
        found: dict[str, Value] = {}
        for fact, said in typed.said.items():
            over, now = option_of(fact, old, loose=True), option_of(fact, new, loose=True)
            if over and now and over != now and over in each_in(said):
                left = {*each_in(said)} - {over} | {now}
                found[fact] = tuple(each for each in VALUES[fact] if each in left) if fact in ALONE else now
        if len(found) == 1:
            return found
    return {}


def _recounted(typed: Line, stems: Sequence[str], ear: Ear) -> dict[str, Value]:
    """What is counted instead of a given answer: "400 examples not thousands"."""
    at = stems.index("not") if "not" in stems else 0
    old = trimmed(bare(stems[at + 1 :])) if at else ()
    facts = [
        fact
        for fact, said in typed.said.items()
        if option_of(fact, old, loose=True) in each_in(said) and fact not in ALONE
    ]
    if len(facts) != 1 or not quantities(stems[:at]) or at > _FEW:
        return {}
    heard = under(facts[0], replace(typed, said={}), stems, range(at - (stems[at - 1] in BREAKS)), ear)
    value = heard.saves.get(facts[0]) if heard else None
    return {facts[0]: value} if value not in {None, typed.said[facts[0]]} else {}


def _thing(typed: Line, words: Words) -> Heard | None:
    """What is asked about where a thing was taken for a document and is a system, or the other way: "CRM is a ..."."""
    given = typed.said.get("source")
    at = next((at for at, word in enumerate(words) if word in {"is", "are"}), 0)
    if not 0 < at <= _FEW or given not in _OTHER_PLACE or {*words[:at]} & _POINTING or called(stripped(words[:at])):
        return None
    told, over = (trimmed(part, {"a", "an"}) for part in parted(words[at + 1 :]))
    now = _OTHER_PLACE[str(given)]
    is_over = any(option_of("source", over[:stop], loose=True) == given for stop in (1, 2))
    if not is_over or not (option_of("source", told, loose=True) == now or {*told} & _SYSTEMS):
        return None
    return Heard(offers=(Choice("source", "both"), Choice("source", now)), is_correction=True)


def _pairs(words: Words) -> Iterator[tuple[Words, Words]]:
    """What is to go, and what is to stand there."""
    if words[:1] == ("not",) and len(words) <= _DENYING:  # "not money, it is only rework"
        yield from ((words[1:old], words[new:]) for old in range(2, len(words)) for new in range(old, len(words)))
    for at in (at for at, word in enumerate(words) if word == "not" and 0 < at < _DENYING):  # "rework, not money"
        yield words[at + 1 :], words[:at]
    verb = next((at for at, word in enumerate(words) if word in _OVER | _STRIKES | _WRITES), len(words))
    if not {*words[:verb]} <= AROUND or verb == len(words):
        return
    rest = words[verb + 1 :]
    if words[verb] in _OVER:
        yield from ((trimmed(rest[:at]), trimmed(rest[at + 1 :])) for at, word in enumerate(rest) if word in _WITH)
    if words[verb] in _STRIKES:
        puts = (at for at, word in enumerate(rest) if word in _WRITES)
        yield from ((trimmed(rest[:at], {"out", "off", "and"}), trimmed(rest[at + 1 :])) for at in puts)
    if words[verb] in _WRITES:
        now, old = parted(rest)
        yield trimmed(old), trimmed(now)


def _written(typed: Line, words: Words) -> Heard | None:
    """The option that an order names alone: "put live"; where several questions have it, those that were answered."""
    if words[:1] not in {("put",), ("write",), ("set",), ("enter",)}:
        return None
    told = trimmed(words[1:], _BACK)
    found = {fact: value for fact in FACTS if (value := option_of(fact, told)) and not {*told} <= _WIDE}
    if not found or typed.open_fact in found:
        return None
    found = {fact: value for fact, value in found.items() if fact in typed.said} or found
    choices = tuple(Choice(fact, value_of(fact, value)) for fact, value in found.items())
    if len(choices) > 1:
        return Heard(offers=choices[:MOST_OFFERS], is_correction=True)
    return Heard(saves={choices[0].fact: choices[0].value}, is_correction=True)


def _changed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What an order to change a question's answer says behind its "to", in whatever words: "change speed to 2 s"."""
    at = next((at for at, word in enumerate(stems) if word in {"to", stem("becomes")}), 0)
    words = bare(stems[:at])
    order = next((at for at, word in enumerate(words) if word in ORDERS), len(words))
    names = called(stripped(words)) if {*words[:order]} <= AROUND and order < len(words) else []
    end = _before_reason(stems, at)
    if not names or words[-1] in SHORT_NAMES or end - at > _SHORT:
        return None
    fact = meant(names[-1], stems[at:])
    anew = replace(typed, said={each: value for each, value in typed.said.items() if each != fact})
    heard = under(fact, anew, stems, range(at + 1, end), ear)
    return Heard(saves=heard.saves, is_correction=True) if heard and heard.saves.keys() == {fact} else None


def _before_reason(stems: Sequence[str], start: int) -> int:
    """Where the answer behind an order ends: at the mark before a sentence that says why, else with the line."""
    marks = (at for at in range(start, len(stems)) if stems[at] in BREAKS)
    return next((at for at in marks if not stems[at + 1 :] or _REASONS & {*stems[at + 1 : at + 4]}), len(stems))


def _taken_back(typed: Line, stems: Sequence[str], ear: Ear) -> str:
    """The question whose answer is to go: "delete 'what good output is', nobody answered that".

    Behind a mark there may stand a reason, which gives no other answer: "strike how it is found, we look nothing up".
    """
    words = bare(stems)
    start = next((at for at, word in enumerate(words) if word in _STRIKES and {*words[:at]} <= AROUND), None)
    if start is None:
        return ""
    for end in range(len(words), start + 1, -1):
        fact = titles().get(trimmed(words[start + 1 : end], {"off", "out", "for", "of"}), "")
        if fact:
            if not words[end:] or _FILLED & {*words[end:]}:
                return fact
            behind = _reason(stems, end)
            anew = under(fact, replace(typed, said={}), stems, behind, ear) or Heard()
            return fact if behind and not (anew.offers or {*anew.saves.values()} - {None}) else ""
    return ""


def _reason(stems: Sequence[str], size: int) -> range:
    """The words behind the mark that stands behind so many words; none where no mark stands there."""
    ends = [at + 1 for at, word in enumerate(stems) if word in BREAKS and len(bare(stems[:at])) == size]
    return range(ends[0], len(stems)) if ends else range(0)


def _title(stems: Sequence[str]) -> bool:
    """Whether the line begins with what is printed before an answer: "who may see it is everyone"."""
    words = bare(stems)
    return any(words[: len(title)] == title for title in titles())
