"""Questions while a question of the interview stands open: what it means, why it is asked, how to answer it."""

from functools import cache

from rules.catalog.asking import moods, phrases_in, when_open
from rules.catalog.questions import QUESTIONS
from rules.hearing.evidence.reading import read_values
from rules.hearing.questions.answers_asked import fact_meant
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.offering import is_like_outside
from rules.hearing.questions.readers import questions_of
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.terms import meanings
from rules.hearing.values import Asked, Certainty

_OPENS = phrases_in(moods()["opens"])
_OF_A_VERDICT = "what_would_make what_would_change record how_sure precedents why_not compare cost review"
_ELSEWHERE = frozenset({*_OF_A_VERDICT.split(), "who_answered", "status_of_answers"})
_BESIDE: dict[str, dict[str, object]] = {"how_sure": {}, "status_of_answers": {"fact": ""}, "help": {}}
"""What is asked of the interview itself, whichever question stands open."""
_MATTERS = "matter/matters/important/relevant/interesting/care"
"""With these it is asked why something is asked, even where an architecture's name stands: "how people search"."""
_OUTCOME = "$VERDICT/result/outcome"
_CHANGING = "fix/change/correct/edit/redo/undo"
"""What is asked to be done with an answer, unless it is why something that "changes" is asked about."""
_MEANWHILE = frozenset({"why_not", "compare", "what_would_make"})
_APART = "difference/differ/differs/distinguish/diff/distinction"
_WHEN = (
    "< when is/are/does/do/would",
    "< at what/which point/stage is/are/does/do/would",
)
_NEXT = 2
"""Words before an architecture of which a "why" asks: "why not just RAG"."""


_PAPERS = {
    "next": ("< the? roadmap please/now? >", "< give/show/send/can/could/where/may .. roadmap please/now/already? >"),
    "record": (
        "< the? decision record please/now? >",
        "< give/show/send/can/could/where/may .. decision record please? >",
    ),
}
"""What is made of the verdict, asked for before there is one."""


def paper(clause: Clause) -> tuple[Asked, ...]:
    """The roadmap or the record, where the whole clause asks for it."""
    return next((asked(intent) for intent, phrases in _PAPERS.items() if clause.has(phrases)), ())


def asked_back(clause: Clause, open_fact: str) -> tuple[Asked, ...]:
    """What is asked about the open question, or beside it; nothing where the words may be an answer."""
    opens = clause.has(_OPENS) and clause.stems[1:2] != ("not",)
    if clause.is_marked and clause.has(_WHEN) and _answers(clause, open_fact):
        return asked("glossary", term="")  # "when are labels mixed?"
    if not opens and not (clause.is_marked and clause.has("or") and not _answers(clause, open_fact)):
        return ()
    if clause.has(_CHANGING) and not _has(clause, "why"):
        return ()
    found = next(filter(None, (read(clause) for read in _READERS)), ())
    other = _told_apart(clause, open_fact) if found == asked("glossary", term="") and clause.has(_APART) else ""
    return asked("glossary", term="", fact=other) if other else found


def _told_apart(clause: Clause, open_fact: str) -> str:
    """The other question of which two answers are to be told apart: "facts or behavior, what's the difference?"."""
    said = f" {clause.sentence.text} "
    several = [
        question.fact
        for question in QUESTIONS
        if sum(f" {_written(option.value)} " in said for option in question.options) > 1
    ]
    return several[0] if len(several) == 1 and several[0] != open_fact else ""


@cache
def _written(value: str) -> str:
    """A value as a message would write it."""
    return sentence(value.replace("_", " ")).text


def _supposed(clause: Clause) -> tuple[Asked, ...]:
    """What would come of another answer: "what would on premises do to the result?"."""
    found = tuple(one for one in questions_of(clause) if one.intent == "what_if" and one.slots["changes"])
    return found if clause.hits.has("then") and clause.has(_OUTCOME) else ()


def _of_the_interview(clause: Clause) -> tuple[Asked, ...]:
    """What is asked of the interview itself: "how sure are you so far?"."""
    beside = next((intent for intent in _BESIDE if _has(clause, intent)), None)
    return (Asked(beside, _BESIDE[beside]),) if beside else ()


def _why_one(clause: Clause) -> tuple[Asked, ...]:
    """Why an architecture, whichever question stands open: what speaks for it, or against it where it is not ahead."""
    named = clause.architectures
    is_asked = clause.stems[0] == "why" and len(named) == 1 and named[0].start <= _NEXT
    return asked("why_not", architecture=named[0].name) if is_asked else ()


def _why(clause: Clause) -> tuple[Asked, ...]:
    """Why the open question is asked, or another one that is named: "why does that matter?"."""
    if not _has(clause, "why") or (clause.architectures and not clause.has(_MATTERS)):
        return ()
    named = fact_meant(clause) if clause.hits.has("fact") else ""
    return asked("why", fact=named) if named else asked("why")


def _difference(clause: Clause) -> tuple[Asked, ...]:
    """How two answers differ: "what is the difference?"."""
    if not clause.has(_APART) or clause.architectures:
        return ()
    return asked("glossary", term="")


def _elsewhere(clause: Clause) -> tuple[Asked, ...]:
    """What is asked of the verdict, although none stands yet: "who said weekly?"."""
    return tuple(one for one in questions_of(clause) if one.intent in _ELSEWHERE)


def _outside(clause: Clause) -> tuple[Asked, ...]:
    """What is asked of the world outside: "does it rain?"."""
    is_outside = clause.sentence.is_marked and not _has(clause, "glossary") and is_like_outside(clause.sentence)
    return asked("unknown") if is_outside else ()


def _meaning(clause: Clause) -> tuple[Asked, ...]:
    """What the open question means: "what do you mean?"."""
    if not _has(clause, "glossary") and not clause.is_marked:
        return ()
    return asked("glossary", term="")


_READERS = (_supposed, _of_the_interview, _why_one, _why, meanings, _difference, _elsewhere, _outside, _meaning)


def of_the_decision(clause: Clause) -> tuple[Asked, ...]:
    """What one of several sentences asks about the decision meanwhile: "Why not fine-tuning? And what is LoRA?"."""
    if clause.is_alone or not clause.sentence.is_marked:
        return ()
    return tuple(one for one in questions_of(clause) if one.intent in _MEANWHILE)


def _has(clause: Clause, intent: str) -> bool:
    """Whether a phrase of this intent stands in it, of those that are known while a question stands open."""
    return clause.has(phrases_in(when_open()[intent].sure))


def _answers(clause: Clause, open_fact: str) -> bool:
    """Whether it gives a value of the open question."""
    return any(one.certainty >= Certainty.HERE for one in read_values(clause.sentence.text, (open_fact,)))
