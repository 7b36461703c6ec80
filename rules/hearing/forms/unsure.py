"""Not knowing, which is an answer: to the open question, or to another one that the line names."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.acts.chatter import is_all_said, talk
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, Evidence, evidence, thoughts_of
from rules.hearing.values import Asked, Ear, Heard, Line
from rules.hearing.words.phrases import Place, phrases
from rules.hearing.words.pieces import BREAKS

_ABOUT = frozenset({"about", "on", "regard", "concern"})
_ASKS = frozenset({"how", "what", "where", "who", "which"})
_SAID_OF_EXPERTS = frozenset({"check", "definition"})
"""Questions to which it is an answer that only somebody "would know"."""
_SAID_OF_USERS = frozenset({"lookup", "need"})
"""Questions to which it is an answer what users know, and what they ask."""
_CHECKING = frozenset({"they", "check"})
_SAYING = frozenset({"but", "think", "guess", "probabl", "mayb", "say", "said", "user", "custom", "model", "nobodi"})
"""With these a line goes on with what the person takes to be so, or tells of those whom the feature serves."""
_TELLING_OF_IT = frozenset({"doe", "it", "bot", "model"})
"""With these just before it, somebody tells of the bot that it does not know."""
_GOING_ON = BREAKS | {"there", "it", "we", "noth", "no", "as", "sinc"}
"""Where a line ends, or with these, somebody goes on to say why a question does not apply."""
_LEADING = 2
"""Words before what says that nothing is found: "no, there is no lookup"."""


def unsure_places(stems: Sequence[str]) -> list[Place]:
    """Where somebody says not to know; "a query can't tell" says it of no person.

    Nor is it said of what stands before it: "2 s, no idea about the rest".
    """
    powerless = phrases("powerless").places(stems)
    places = phrases("not_sure").places(stems)
    places = [(start, end) for start, end in places if not {*stems[start:end]} >= _CHECKING]  # "they must check"
    places = [(start, end) for start, end in places if not (start and _is_of_the_rest(stems[end:]))]
    return [(start, end) for start, end in places if not any(s < start < e for s, e in powerless)]


def _is_of_the_rest(behind: Sequence[str]) -> bool:
    """Whether what somebody does not know is what else there is to answer."""
    at = next((at for at, word in enumerate(behind) if word not in _ABOUT), len(behind))
    return at > 0 and any(start == at for start, _ in phrases("the_rest").places(behind))


def is_not_sure(typed: Line, stems: Sequence[str]) -> bool:
    """Whether the person says that they do not know the answer to the open question."""
    places = unsure_places(stems)
    if typed.open_fact not in _SAID_OF_EXPERTS:
        places += phrases("known_by_others").places(stems)
    if typed.open_fact == "failure":  # "it does not know our products", "it cannot discuss dosage" tell how it fails
        places = [(start, end) for start, end in places if not _TELLING_OF_IT & {*stems[max(0, start - 2) : end]}]
    places = [(start, end) for start, end in places if not _of_another(stems, end, typed.open_fact)]
    first = thoughts_of(stems)[0]
    is_said = typed.mention or is_all_said(stems, places) or is_all_said(stems[: first.stop], places)
    return bool(typed.open_fact and places and is_said) and (typed.mention or talk(stems) <= 1)


def _of_another(stems: Sequence[str], end: int, open_fact: str | None) -> bool:
    """Whether what somebody does not know is said behind it, and is another question: "no clue how many pages"."""
    behind = next((stems[end : thought.stop] for thought in thoughts_of(stems) if end in thought), ())
    named = named_facts(behind) if {*behind[:1]} & (_ABOUT | _ASKS) else []
    return bool(named) and open_fact not in named


def asks_around(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The person does not know, and only says who might: "no idea, I'd have to ask the admins"."""
    thoughts = thoughts_of(stems)
    first, rest = stems[: thoughts[0].stop], stems[thoughts[0].stop :]
    places = phrases("not_sure").places(first)
    is_said = bool(places) and is_all_said(first, places) and bool(phrases("asking_around").places(rest))
    if not is_said or quantities(rest) or not (typed.mention and typed.open_fact):
        return None
    return Heard(saves={typed.open_fact: None})


def not_sure_of_another(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The person does not know the answer to a question that the line names: "no clue about the labels yet"."""
    known = _ABOUT | _ASKS
    behind = [end for _, end in phrases("not_sure").places(stems) if stems[end : end + 1] and stems[end] in known]
    named = named_facts(stems[behind[-1] :]) if behind and len(thoughts_of(stems)) == 1 else []
    if len(named) != 1 or named[0] in {typed.open_fact, *typed.said} or not (typed.mention and typed.open_fact):
        return None
    return Heard(saves={named[0]: None})


def known_by_somebody(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The person only says who knows: "Ben knows the volume, ask him" leaves the question open that it names."""
    if not (typed.mention and typed.open_fact) or typed.open_fact in _SAID_OF_EXPERTS or "?" in stems:
        return None
    if not phrases("known_by_somebody").places(stems) or quantities(stems) or _SAYING & {*stems}:
        return None
    named = named_facts(stems)
    if len(named) > 1 or {*named} & {*typed.said} - {typed.open_fact}:
        return None
    if typed.open_fact in _SAID_OF_USERS and not named:  # "people know the number", "they ask which dock they have"
        return None
    return Heard(saves={(named or [typed.open_fact])[0]: None})


def not_applying(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The open question does not apply, which is no value of it: "n/a, nothing is looked up".

    What stands behind may say a value all the same, "n/a, it is public", or another question's answer.
    """
    fact = typed.open_fact
    if fact is None or not typed.mention or "?" in stems:
        return None
    places = phrases("not_applying").places(stems)
    if fact == "lookup":
        lead = _LEADING + max((end for _, end in places), default=0)
        places += [(start, end) for start, end in phrases("nothing_found").places(stems) if start <= lead]
    end = max((end for _, end in places if {*stems[end : end + 1]} <= _GOING_ON), default=0)
    while end < len(stems) and stems[end] in BREAKS:
        end += 1
    if not end:
        return None
    rest = typed.pieces[end:]
    marks = evidence(rest, {fact}, fact).get(fact, Evidence(fact)).marks
    if any(mark.grade >= HERE for mark in marks):
        return None
    heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[end:]) if rest else Heard()
    return None if fact in heard.saves else Heard(saves={**heard.saves, fact: None})


def not_sure_of_it(typed: Line, stems: Sequence[str]) -> Heard | None:
    """After the verdict somebody is not sure, and says nothing else: how sure it is, where they say so to the bot."""
    places = phrases("not_sure").places(stems)
    asks = "?" in stems or stems[0] in _ASKS  # "what haven't we told you yet"
    if not places or asks or not is_all_said(stems, places):
        return None
    return Heard(questions=(Asked("how_sure"),)) if typed.mention else Heard(silent=True)
