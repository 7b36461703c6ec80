"""One clause -> the questions that it plainly asks: a list of readers, the first that hears something decides.

"And who said that?" is read by `who`, "when?" under a quoted review by `_quoted_review`.
"""

from collections.abc import Callable

from rules.catalog.asking import small
from rules.framework import Architecture
from rules.hearing.questions.answers_asked import considered, status, who
from rules.hearing.questions.challenging import challenged, idle, told_as_so
from rules.hearing.questions.choices import (
    bare_architecture,
    held,
    reasons,
    rejected,
)
from rules.hearing.questions.comparing import compared, comparing, is_beside_quoted
from rules.hearing.questions.conditions import changing, making
from rules.hearing.questions.itself import ABOUT_BOT, VERDICT, about_bot
from rules.hearing.questions.likeness import is_inside
from rules.hearing.questions.matching import LIKELY, hits
from rules.hearing.questions.money import cost
from rules.hearing.questions.overruling import overruled
from rules.hearing.questions.parts import held_against_verdict
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.supposing import bare_number, fragment, is_own, talked_of, then_what, what_if
from rules.hearing.questions.terms import bare_term, meanings, only_term, told_apart
from rules.hearing.values import Asked

Reader = Callable[[Clause], tuple[Asked, ...]]

_SHORT = 5
_OPENING = 2
"""What supposes within the first words makes the rest supposed: "now imagine"."""
_PAIR = 2
_OWNS = "who/whose/whom .. accountable/responsible/charge/own/owns/owner/lead/leads/run/runs/chair/chairs/does/answer"
_OPEN_ENDS = ("because/cos/coz/cuz/bc/since >", "due to >", "reason being/is >", "on account of >")
_TWO = "the/these/those/both two? approaches/ways/options/routes/proposals/pitches/methods/two"
_WHEN = ("on/in/at/by which/what day/date/week/month/time/hour/occasion", "< and? when")
_SUCH = "who/where/which/link/name/example/such/like/more/other/others/another/any"
_PRECEDENTS = "precedent/precedents/published/similar/resemble"
_MAY_CHANGE = (
    "$VERDICT/this/it/that .. may/might/can/could/would .. change/flip/differ/different/move/turn/tip/another/other",
    "until/unless/till/if something/anything/things/answers/answer/one/facts/some .. change/changes/differ/differs",
    "$VERDICT/this/it/that .. holds/hold/stands/stand/valid/good/stays/remains .. until/unless/now/present/moment",
    "open/subject to change",
    "not final/fixed",
)
_OTHERWISE = "why/who/whom/whose/when/next/first/cost/costs/review/mean/means/sure/likely/often/do"
"""What asks for something else than what could change it."""
_OF_OTHERS = "what do they/people/users/others/those"
"""What others do is no next step: "what do they charge"."""
_ASKING = small("asking")
_INSIDE = frozenset(
    {"why", "why_not", "what_if", "who_answered", "change_answer", "status_of_answers", "what_would_make"}
    | {ABOUT_BOT, VERDICT}
)
"""What can be asked in words of the outside world, too: "why not OpenAI's fine-tuning", "who said AWS"."""


def questions_of(clause: Clause) -> tuple[Asked, ...]:
    """What the clause asks; `unknown` where it is about the outside world; nothing where it asks nothing known."""
    return overruled(_heard(clause), clause)


def _heard(clause: Clause) -> tuple[Asked, ...]:
    """What the phrases in the clause ask."""
    if _is_statement(clause):
        return ()
    for reader in _READERS:
        found = reader(clause)
        if found:
            is_ours = reader is not fragment and all(_is_inside(one) for one in found)
            is_outside = _is_outside(clause) and not is_ours
            return asked("unknown") if is_outside else found
    return asked("unknown") if _is_outside(clause) and clause.sentence.is_marked else ()


def _is_outside(clause: Clause) -> bool:
    """Whether it speaks of the world outside and is like nothing known here."""
    return clause.hits.has("outside") and not is_inside(clause.sentence)


def _is_inside(one: Asked) -> bool:
    """Whether it can be asked in words of the outside world."""
    return one.intent in _INSIDE and bool(one.slots.get("fact", one.intent))


def _is_statement(clause: Clause) -> bool:
    """Whether the clause states a change of an answer, and asks nothing."""
    if clause.hits.opens("supposes", _OPENING) or held_against_verdict(clause.sentence):
        return False
    begins = clause.hits.opens("changed")
    return begins and not clause.is_marked and is_own(clause) and clause.stems[0] not in _ASKING


def _plain(intent: str) -> Reader:
    """An intent without slots, asked for by its sure phrases."""

    def read(clause: Clause) -> tuple[Asked, ...]:
        return asked(intent) if clause.asks(intent) else ()

    return read


def _likely(intent: str) -> Reader:
    """An intent without slots, asked for by its likely phrases, where nothing surer is."""

    def read(clause: Clause) -> tuple[Asked, ...]:
        is_asked = clause.is_marked and not clause.has(_OF_OTHERS)
        return asked(intent) if clause.asks(intent, LIKELY) and is_asked else ()

    return read


def _help(clause: Clause) -> tuple[Asked, ...]:
    """What can be asked; "what gets RAG out of you" and "can you help me with the reasons" ask for something else."""
    is_with_something = clause.has("owe/owing")
    return asked("help") if clause.asks("help") and not (clause.architectures or is_with_something) else ()


def _record(clause: Clause) -> tuple[Asked, ...]:
    """The document; what a "why" asks is another wish."""
    return asked("record") if clause.asks("record") and clause.stems[0] != "why" else ()


def _two(clause: Clause) -> tuple[Asked, ...]:
    """Two architectures side by side: before "different" is taken for another verdict."""
    is_pair = len(compared(clause)) > 1
    return comparing(clause) if is_pair and clause.asks("compare") else ()


def _side_by_side(clause: Clause) -> tuple[Asked, ...]:
    """Two ways spoken of before, to be put side by side: even "against what we said we need"."""
    spoken = clause.scene.architectures
    both = tuple(str(each) for each in Architecture if each in spoken and each != Architecture.HYBRID)
    is_asked = clause.has(_TWO) and clause.asks("compare")
    return asked("compare", architectures=both) if is_asked and len(both) == _PAIR else ()


def _in_one(clause: Clause) -> tuple[Asked, ...]:
    """All that was answered, in one document: before the answers are thought of."""
    return asked("record") if clause.has("one/single .. document/doc/file/pdf") and clause.asks("record") else ()


def _quoted_review(clause: Clause) -> tuple[Asked, ...]:
    """Who or when, asked of a quoted line about the review."""
    points = len(clause.stems) <= _SHORT and clause.has("who/whose/when")
    return asked("review") if points and clause.scene.quotes("review") else ()


def _unfinished(clause: Clause) -> tuple[Asked, ...]:
    """The reasons, asked by a sentence left open: "fine-tuning because…?"."""
    is_open = clause.is_marked and clause.has(_OPEN_ENDS)
    return asked("why") if is_open and clause.architectures else ()


def _owner(clause: Clause) -> tuple[Asked, ...]:
    """Whose the review is, asked beside when it is: "and who is accountable for it"."""
    points = len(clause.stems) <= _SHORT + 3 and clause.has(_OWNS)
    return asked("review") if points and clause.scene.follows("review/revisit/check") else ()


def _when_said(clause: Clause) -> tuple[Asked, ...]:
    """When it was said, asked behind who said it: "and on which day?"."""
    points = len(clause.stems) <= _SHORT + 1 and clause.has(_WHEN)
    before = clause.scene.last
    return asked("who_answered", fact="") if points and hits(before).has("sure", "who_answered") else ()


def _quoted_precedents(clause: Clause) -> tuple[Asked, ...]:
    """Where or which ones, asked of a quoted line about precedents."""
    points = len(clause.stems) <= _SHORT and clause.has(_SUCH)
    return asked("precedents") if points and clause.scene.quotes(_PRECEDENTS) else ()


def _quoted_change(clause: Clause) -> tuple[Asked, ...]:
    """What could change it, asked of a quoted line that says that it may: "by what, then?"."""
    points = len(clause.stems) <= _SHORT + 2 and clause.has("what/which/how") and not clause.has(_OTHERWISE)
    is_said = points and clause.scene.quotes(_MAY_CHANGE)
    return asked("what_would_change") if is_said else ()


def _precedents(clause: Clause) -> tuple[Asked, ...]:
    """Who else did it; "is the VPN down for anyone else?" asks of the world outside."""
    is_outside = clause.hits.has("outside") and clause.has("anyone/anybody/someone/somebody/everyone else")
    return asked("precedents") if clause.asks("precedents") and not is_outside else ()


def _no_such(clause: Clause) -> tuple[Asked, ...]:
    """An architecture denied in a question of its own, which supposes nothing: "so no tools then?"."""
    return bare_architecture(clause) if clause.has("no") else ()


def _then(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that asks for the outcome, before "different" is taken for what could change it at all."""
    return fragment(clause) if clause.hits.has("then") and is_own(clause) else ()


def _first(clause: Clause) -> tuple[Asked, ...]:
    """What to do, where "first" or "next" says so: before requirements are thought of."""
    has_place = clause.has("first/next/start/begin/now/roadmap") and not is_beside_quoted(clause)
    return asked("next") if has_place and clause.asks("next") else ()


_READERS: tuple[Reader, ...] = (
    about_bot,
    considered,
    _when_said,
    _quoted_review,
    _quoted_precedents,
    _quoted_change,
    _owner,
    _unfinished,
    held,
    only_term,
    challenged,
    told_as_so,
    told_apart,
    meanings,
    cost,
    then_what,
    talked_of,
    idle,
    what_if,
    who,
    _plain("review"),
    _help,
    _side_by_side,
    _in_one,
    status,
    _record,
    _precedents,
    _first,
    _two,
    making,
    _no_such,
    _then,
    changing,
    _plain("how_sure"),
    comparing,
    rejected,
    reasons,
    _plain("next"),
    bare_number,
    fragment,
    bare_term,
    bare_architecture,
    _likely("next"),
    _likely("review"),
    _likely("record"),
    _likely("how_sure"),
)
