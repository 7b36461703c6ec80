"""Questions while a question of the interview stands open: what it means, why it is asked, how to answer it."""

from collections.abc import Sequence
from functools import cache

from rules.catalog.asking import moods, phrases_in, when_open
from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE
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
_COUNTS = "count/counts/counted/considered/qualify/qualifies"
"""What is asked for with one of these is under which option a case falls, even where the case changes something."""
_DEGREE = (4, 5)
"""Words of "how small is small", and of "how good is good enough"."""
_WHEN = (
    "< when is/are/does/do/would",
    "< at what/which point/stage is/are/does/do/would",
)
_ASKS_OUTCOME = frozenset({"doe", "do", "is", "are", "will", "would", "so", "and", "did", "has"})
_NOW_SAYS = (
    "say/says/now/still/become/becomes/change/changes/changed/turn/turns/already/yet/ends/end/recommend/point/points"
)
"""With these it is asked what the answers come to."""
_NEXT = 2
"""Words before an architecture of which a "why" asks: "why not just RAG"."""


_BY_NAME = {
    "next": (
        "< the? roadmap please/now? >",
        "< give/show/send/can/could/where/may .. roadmap please/now/already? >",
        "< and/so/ok? what/whats? next? step/steps please? >",
        "< and/so/ok? what/whats is? the? next step/steps please? >",
        "< and/so/ok? what/whats is? next >",
    ),
    "record": (
        "< the? decision record please/now? >",
        "< the? adr link/pdf/file? please/now? >",
        "< the? record please/now >",
        "< give/show/send/can/could/where/may .. decision record please? >",
    ),
    "review": (
        "< when/whens/who/whos/whose/whom .. review/reviews >",
        "< when/whens/who/whos/whose is/are/does/runs/will .. review/reviews",
        "< the/our/next? review/reviews who/whos/whose/whom",
        "< the/our/next? review/reviews when/whens is/are/will/does",
        "< the/our/next? review/reviews date/day >",
    ),
    "cost": (
        "< the? running/run/build/building/monthly/yearly/total? cost/costs/price/tco/opex of/for",
        "< how much is/are/does/do/would/will",
    ),
    "compare": ("versus/vs/compare/comparison/comparing/difference/differences/diff",),
    "glossary": ("< the? definition/meaning of",),
    "how_sure": ("< confidence/certainty >",),
    "precedents": (
        "< and/has/have/did/does? anyone/anybody/someone/somebody/who else",
        "< and? any others/precedents",
        "< precedents >",
    ),
}
"""What is asked of the decision by its own name while there is none yet, in a line of few words."""
_MAY_ANSWER = {"compare": ("ops",), "cost": ("stakes", "failure")}
"""Questions that may be answered in the words that ask for it: "search vs training: search", "cost of a refund"."""
_OF_EACH = "each/every"
"""With these it tells of many things that are alike, and asks for none: "the meaning of each clause"."""
_COSTS = "< and/so? the? cost/costs/price/pricing please? >"
"""What it would cost, in so many words: of each way, because none is chosen yet."""
_FEW = 9
"""Words of such a line."""


def asked_meanwhile(clause: Clause, open_fact: str) -> tuple[Asked, ...]:
    """What a clause asks while this question stands open."""
    several = asked("help") if _has(clause, "several") else ()
    return several or _by_name(clause, open_fact) or _of_the_question(clause, open_fact) or _of_the_decision(clause)


def _by_name(clause: Clause, open_fact: str) -> tuple[Asked, ...]:
    """What a short line asks of the decision in its own words: "rag vs ft", "next steps?", "reviews - who runs em".

    With a question mark its words are enough, unless they may be the answer to the open question; without one its name
    has to be said as one asks for it.
    """
    if len(clause.stems) > _FEW or not clause.is_alone or clause.has(_OF_EACH):
        return ()
    intent = next((intent for intent, phrases in _BY_NAME.items() if clause.has(phrases)), "")
    is_marked = clause.sentence.is_marked
    is_own = open_fact in _MAY_ANSWER.get(intent, ()) and not (intent == "cost" and clause.architectures)
    is_plain = bool(intent) and (is_marked or not is_own)
    is_asked = is_plain or ((intent or (is_marked and not clause.has(_OPENS))) and not _reads(clause, open_fact))
    if not is_asked:
        return ()
    if is_marked and clause.has(_COSTS):
        return asked("cost", of="architecture", architectures=())
    found = questions_of(clause)
    is_other = any(one.intent not in _BY_NAME for one in found)
    if not found or is_other or (intent and intent not in {one.intent for one in found}):
        return ()
    is_vague = any(not one.slots.get("architectures", one.intent != "compare") for one in found)
    return () if is_vague else tuple(one for one in found if one.slots.get("term", "-"))


def _reads(clause: Clause, fact: str) -> bool:
    """Whether any of its words may be a value of this fact."""
    return bool(read_values(clause.sentence.text, (fact,)))


def _of_the_question(clause: Clause, open_fact: str) -> tuple[Asked, ...]:
    """What is asked about the open question, or beside it; nothing where the words may be an answer."""
    if _is_of_degree(clause.stems):
        return asked("glossary", term="")
    opens = clause.has(_OPENS) and clause.stems[1:2] != ("not",)
    if clause.is_marked and clause.has(_WHEN) and _answers(clause, open_fact):
        return asked("glossary", term="")  # "when are labels mixed?"
    if not opens and not (clause.is_marked and clause.has("or") and not _answers(clause, open_fact)):
        return ()
    if clause.has(_CHANGING) and not (_has(clause, "why") or clause.has(_COUNTS)):
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


def _so_far(clause: Clause) -> tuple[Asked, ...]:
    """Which architecture it comes to so far, where one is named: "does it say hybrid now?"."""
    is_asked = clause.is_marked and len(clause.architectures) == 1 and clause.stems[0] in _ASKS_OUTCOME
    return asked("how_sure") if is_asked and clause.has(_NOW_SAYS) else ()


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


def _counting(clause: Clause) -> tuple[Asked, ...]:
    """Whether a case falls under what is asked for: "does a corrected comma count as a change?"."""
    is_asked = clause.has(_COUNTS) and not (clause.architectures or clause.has("who/whose/when/verdict"))
    return asked("glossary", term="") if is_asked else ()


def _is_of_degree(stems: Sequence[str]) -> bool:
    """Whether it asks from where on a word holds: "how small is small?"."""
    return len(stems) in _DEGREE and stems[0] == "how" and stems[1] == stems[3] and stems[2] in {"is", "are"}


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


_READERS = (
    _supposed,
    _of_the_interview,
    _so_far,
    _why_one,
    _why,
    meanings,
    _counting,
    _difference,
    _elsewhere,
    _outside,
    _meaning,
)


def _of_the_decision(clause: Clause) -> tuple[Asked, ...]:
    """What one of several sentences asks about the decision meanwhile: "Why not fine-tuning? And what is LoRA?"."""
    if clause.is_alone or not clause.sentence.is_marked:
        return ()
    return tuple(one for one in questions_of(clause) if one.intent in _MEANWHILE)


def is_of_several(clause: Clause, open_fact: str) -> bool:
    """Whether all that is said asks if a list takes more than one answer: then nobody else can be meant."""
    return open_fact in ALONE and clause.is_alone and _has(clause, "several")


def _has(clause: Clause, intent: str) -> bool:
    """Whether a phrase of this intent stands in it, of those that are known while a question stands open."""
    return clause.has(phrases_in(when_open()[intent].sure))


def _answers(clause: Clause, open_fact: str) -> bool:
    """Whether it gives a value of the open question."""
    return any(one.certainty >= Certainty.HERE for one in read_values(clause.sentence.text, (open_fact,)))
