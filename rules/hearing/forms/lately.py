"""News of a list in few words, after the verdict: what is fixed, what is back, what alone is left, who left the team.

"tone is fixed" takes one off the failures, "hallucinations are back" puts one on; what a team can still run once
somebody left is asked, and not guessed.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from rules.facts import ALONE, VALUES, Value
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import PERCENT
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, telling, thoughts_of
from rules.hearing.evidence.leaning import share_of
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.forms.incidents import incidents
from rules.hearing.values import NOT_LISTED, Asked, Choice, Ear, Heard, Line, each_in
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.phrases import names, phrases
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_LONGEST = 10
_ABOUT_IT = 0.5
"""From this share on the words are about the failures, though some are of none."""
_WRONG = stems_of("wrong incorrect false")
"""What is so may have been made up, or out of date."""
_A_TIME = 2
"""Words that say when something happened: "this morning"."""
_ISSUE_WORDS = "issue issues problem problems bug bugs failure failures error errors thing part answers replies"
_ISSUES = stems_of(_ISSUE_WORDS)
_TIMES_WORDS = (
    "since last this week weeks month day days sprint release update version launch fix change monday tuesday wednesday"
    " thursday friday yesterday then"
)
_TIMES = stems_of(_TIMES_WORDS)
"""Since when something is so says nothing of what it is."""
_SHARES = PERCENT | stems_of("agree agreement kappa alpha consistency match")
"""What is told with one of these is how alike labels are, and not how many."""
_ASKING_WORDS = (
    "if what why who how when which is are was can could would will should may might does did do suppose say"
)
_ASKING = stems_of(_ASKING_WORDS)
"""What begins with one of these asks or supposes."""
_SUPPOSED = stems_of("if would could suppose imagine assume")
_ONLY = stems_of("only just stays remains left")
"""With one of these a value of a list is all that there is."""
_OF_OTHERS = stems_of("staff user users customer customers they employees agents visitors field button box")
"""Who is trained or searches, where it is not the team that runs it."""
_LIKELY = 0.5
"""From this share on words that name both that a team could run are about it."""
_WONDERING = stems_of("what why how who when which if suppose")
_SKILL_WORDS = stems_of("search retrieval index training train ml")
_SKILLS = frozenset({"search", "training"})
_PLANNED = stems_of("would will should may might could if soon plan plans hope hopefully expect")
"""What holds one of these has not happened."""


def lately(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What a short line tells of the failures, of what the team can run, or of its examples; None where of none."""
    words = [word for word in stems if word not in BREAKS]
    told = _counted_anew(stems) if typed.mention and "?" not in stems and stems[0] not in _ASKING else None
    if told is not None:
        return told
    if not 1 < len(words) <= _LONGEST or "?" in stems or words[0] in _ASKING or _PLANNED & {*words}:
        return None
    if BREAKS & {*stems[1:-1]}:
        return _before_reason(typed, stems)
    told = (_failures(typed, stems) or _skills(typed, stems) or _examples(stems)) if typed.mention else None
    if not typed.mention and _skills(typed, stems) is not None:
        return Heard(silent=True)  # who left is news among colleagues, and what they still run nobody asked
    return told or _incident(typed, stems)


def _before_reason(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is over, where the rest only says how that came: "tone is fine again, we gave it samples"."""
    at = next(n for n, word in enumerate(stems) if n and word in BREAKS)
    said, words = typed.pieces[:at], stems[:at]
    over = phrases("over").places(words)
    marks = [mark for mark in _marks(said, "failure") if not mark.is_within(over)]  # "not true any more" names none
    others = {*_in_order("failure", _marks(typed.pieces[at:], "failure"))} - {*_in_order("failure", marks)}
    is_news = marks and over and _covers(marks, words)
    if not (typed.mention and is_news) or named_facts(stems[at:]) or others:
        return None
    return _failures(replace(typed, pieces=said, text=" ".join(said)), words)


def _failures(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The failures with those taken off that are over, and those put on that are back or come on top."""
    happened = incidents(stems)
    marks = [mark for mark in _marks(typed.pieces, "failure") if mark.size > 1 or not mark.is_within(happened)]
    named = _in_order("failure", marks)
    if (
        not named
        or {*named_facts(stems)} - {"failure"}
        or not (_covers(marks, stems) or share_of("failure", stems) >= _ABOUT_IT)
    ):
        return None
    before = {*(each_in(typed.said["failure"]) if "failure" in typed.said else ())} - {ALONE["failure"]}
    if phrases("remaining").places(stems):
        return _saved(typed, "failure", {*named})
    if phrases("over").places(stems):
        if not before & {*named}:
            return Heard(questions=(Asked("status_of_answers", {"fact": "failure", NOT_LISTED: named}),))
        return _saved(typed, "failure", before - {*named})
    if happened or any(phrases(kind).places(stems) for kind in ("returned", "besides")):
        return _saved(typed, "failure", {*named}, before)
    return None


def _incident(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What went wrong once, offered as a failure: "a user got a wrong price yesterday" says of no cost what it is."""
    broke = phrases("broke").places(stems)
    happened = [place for place in incidents(stems) if not _is_counted(stems, place)]
    if not broke or not happened or named_facts(stems):
        return None
    when = [(start, end) for start, end in happened if end - start <= _A_TIME]
    marks = [mark for mark in _marks(typed.pieces, "failure") if not mark.is_within(when) and not mark.is_denied]
    is_wrong = bool(_WRONG & {*stems})
    if not typed.mention:
        return Heard(silent=True) if is_wrong or not marks else None
    named = _in_order("failure", marks)
    named = ("invented_facts", "stale_facts") if not named or (is_wrong and named == ("invented_facts",)) else named
    before = {*(each_in(typed.said["failure"]) if "failure" in typed.said else ())} - {ALONE["failure"]}
    if {*named} <= before:
        return Heard(questions=(Asked("status_of_answers", {"fact": "failure"}),))
    listed = dict.fromkeys(_listed("failure", before | {value}) for value in named if value not in before)
    return Heard(offers=tuple(Choice("failure", value) for value in listed)[:MOST_OFFERS], is_correction=True)


def _is_counted(stems: Sequence[str], place: tuple[int, int]) -> bool:
    return any(word[0].isdigit() for word in stems[slice(*place)])


def _skills(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What the team can run beside what it could; where people left or a system was shut down, what may be left."""
    marks = _marks(typed.pieces, "ops")
    before, named = {*each_in(typed.said.get("ops") or ())} - {ALONE["ops"]}, {*_in_order("ops", marks)}
    is_of_people = bool(phrases("team").places(stems) or (marks and any(mark.is_denied for mark in marks)))
    has_left = is_of_people and phrases("leaving_team").places(stems)
    if has_left or (named and phrases("shutting").places(stems)):
        options: list[Set[Value]] = [before - named if named else set(), set(), {"search"}, {"training"}]
        offers = dict.fromkeys(_listed("ops", option) for option in options)
        return Heard(offers=tuple(Choice("ops", option) for option in offers)[:MOST_OFFERS])
    is_more = named and not any(mark.is_denied for mark in marks) and phrases("besides").places(stems)
    return _saved(typed, "ops", named, before) if is_more and _covers(marks, stems) else None


def left_to_run(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What alone a team can run, where a line says that the other is not there: "no training any more, only search".

    None where it is asked, or where it is not the team that trains or searches.
    """
    is_other = not typed.mention or typed.open_fact == "ops" or _SKILL_WORDS.isdisjoint(stems)
    is_other = is_other or any(stems[each.start] in _WONDERING for each in thoughts_of(stems))
    if is_other or not ({"?"} | _SUPPOSED | _OF_OTHERS).isdisjoint(stems):
        return None
    left = _told_left(typed, stems, ear)
    is_likely = share_of("ops", stems) >= _LIKELY or bool(phrases("lost").places(stems))
    if left is None or not is_likely or named_facts(stems):
        return None
    if left != typed.said.get("ops"):
        return Heard(saves={"ops": left}, is_correction=True)
    return None if typed.open_fact else Heard(questions=(Asked("status_of_answers", {"fact": "ops"}),))


def _told_left(typed: Line, stems: Sequence[str], ear: Ear) -> Value:
    """The one of the two that is there while the other is not; of those that stood there what is left; else None."""
    marks = evidence(typed.pieces, {"ops"}, "ops").get("ops", Evidence("ops")).marks
    marks = [mark for mark in marks if mark.grade >= HERE]
    over = {value for mark in marks if mark.is_denied for value in mark.values}
    over |= {value for value in _SKILLS if any(_is_named_over(value, mark, stems) for mark in marks)}
    plain = [mark for mark in marks if not (mark.is_denied or over & {*mark.values})]
    if len(over & _SKILLS) != 1:
        return None
    if any(mark.grade > HERE or _ONLY & {*stems[mark.start : mark.end + 1]} for mark in plain):
        told = ear(replace(typed, open_fact="ops", said={}), stems).saves.get("ops")
        return told if told == tuple(_SKILLS - over) else None
    given = {*each_in(typed.said.get("ops") or ())}
    lost = telling("lost", stems, thoughts_of(stems))  # "our search team left" may leave somebody who runs it
    is_denied = bool(lost) and any(mark.is_denied and mark.thought not in lost for mark in marks)
    return _listed("ops", given - over) if is_denied and not plain and over <= given else None


def _is_named_over(value: str, mark: Mark, stems: Sequence[str]) -> bool:
    """Whether a phrase means the other of the two by saying that this one is not: "training is not there"."""
    words = {*stems[mark.start : mark.end]}
    return value not in mark.values and stem(value) in words and not words.isdisjoint(NEGATIONS)


def _examples(stems: Sequence[str]) -> Heard | None:
    """How many examples are left of those that there were."""
    counted = quantities(stems)
    is_of_them = any(names()[fact].places(stems) for fact in ("examples", "labels"))
    if len(counted) != 1 or not is_of_them or not phrases("surviving").places(stems):
        return None
    return _examples_of(stems)


def _examples_of(stems: Sequence[str]) -> Heard | None:
    """The one number of these words as one of examples."""
    counted = quantities(stems)
    number = stems[counted[0].start : counted[0].end]
    values = {value for mark in _marks(number, "examples") for value in mark.values}
    return Heard(saves={"examples": values.pop()}, is_correction=True) if len(values) == 1 else None


def _counted_anew(stems: Sequence[str]) -> Heard | None:
    """How many examples there are by now: "labels dropped to about 400", whatever the line tells of the others."""
    end = next((at for at, word in enumerate(stems) if word in BREAKS), len(stems))
    said = stems[:end]
    is_share = not _SHARES.isdisjoint(said)
    is_of_them = any(start == 0 for fact in ("examples", "labels") for start, _ in names()[fact].places(said[-end:]))
    if is_share or not is_of_them or len(quantities(said)) != 1 or not phrases("coming_to").places(said):
        return None
    return _examples_of(said)


def _marks(words: Sequence[str], fact: str) -> list[Mark]:
    found = evidence(words, {fact}, fact).get(fact)
    return [mark for mark in found.marks if mark.grade >= HERE and len(mark.values) == 1] if found else []


def _in_order(fact: str, marks: Sequence[Mark]) -> tuple[str, ...]:
    named = {value for mark in marks for value in mark.values} - {ALONE[fact]}
    return tuple(value for value in VALUES[fact] if value in named)


def _covers(marks: Sequence[Mark], stems: Sequence[str]) -> bool:
    """Whether the line says nothing but these values and what becomes of them."""
    kinds = ("over", "returned", "remaining", "besides")
    places = [
        *((mark.start, mark.end) for mark in marks),
        *incidents(stems),
        *(p for kind in kinds for p in phrases(kind).places(stems)),
    ]
    empty = LIGHT | COURTESIES | BREAKS | _ISSUES | _TIMES | stems_of("can do does run could now today only")
    rest = (at for at, word in enumerate(stems) if word not in empty)
    return all(any(start <= at < end for start, end in places) for at in rest)


def _listed(fact: str, values: Set[Value]) -> tuple[str, ...]:
    return tuple(value for value in VALUES[fact] if value in values) or (ALONE[fact],)


def _saved(typed: Line, fact: str, values: Set[Value], besides: Set[Value] = frozenset()) -> Heard:
    """The list as it is now, or what comes on it besides (see `in_full`); where it was so already, that is said."""
    if _listed(fact, values | besides) == typed.said.get(fact):
        return Heard(questions=(Asked("status_of_answers", {"fact": fact}),))
    return Heard(saves={fact: _listed(fact, values)}, is_correction=True)
