"""Questions while a question of the interview stands open: what it means, why it is asked, how to answer it."""

from rules.catalog.asking.interview import HELP_BACK, MEANS_BACK, WHY_BACK
from rules.catalog.asking.rows import Asking
from rules.hearing.questions.matching import lines_of, stands
from rules.hearing.questions.readers import questions_of
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.terms import bare_term, meanings
from rules.hearing.reading import read_values
from rules.hearing.values import Asked, Certainty

_OPENS = (
    "< what is/are/do/does/counts/count/kind/sort/exactly/would/if", "< how many/much/do/does/is/are/big/often/exact", "< why", "< who .. $SAID",
    "< where is/do/does", "< which one/is/of/option", "< can/could/may/must/should i/we/one/you/it", "< is/are/does/do/would/will",
    "< what about", "< so what", "< and what", "< what", "< define", "< explain", "< do you", "< like what", "< meaning",
)  # fmt: skip
_SURELY = frozenset({"who_answered", "what_would_make", "what_would_change", "record"})
_ELSEWHERE = frozenset({"who_answered", "status_of_answers", "what_would_make", "what_would_change", "how_sure", "precedents",
                        "record", "why_not", "compare", "cost", "review"})  # fmt: skip


def asked_back(clause: Clause, open_fact: str) -> tuple[Asked, ...]:
    """What is asked about the open question, or beside it; nothing where the words may be an answer."""
    opens = any(clause.has(words) for words in _OPENS) and clause.stems[1:2] != ("not",)
    if not opens and not (clause.is_marked and clause.has("or") and not _answers(clause, open_fact)):
        return ()
    if clause.has("fix/change/correct/edit/redo/undo"):
        return ()
    if _has(clause, HELP_BACK):
        return asked("help")
    named = meanings(clause)
    if named:
        return named
    if _has(clause, WHY_BACK) and not clause.architectures:
        return asked("why")
    elsewhere = [one for one in questions_of(clause) if one.intent in _ELSEWHERE]
    if elsewhere and (elsewhere[0].intent in _SURELY or not _has(clause, MEANS_BACK)):
        return tuple(elsewhere)
    if _has(clause, MEANS_BACK) or clause.is_marked:
        return bare_term(clause) or asked("glossary", term="")
    return ()


def _has(clause: Clause, row: Asking) -> bool:
    return any(stands(words, clause.stems) for words in lines_of(row.sure))


def _answers(clause: Clause, open_fact: str) -> bool:
    return any(one.certainty >= Certainty.HERE for one in read_values(clause.sentence.text, (open_fact,)))
