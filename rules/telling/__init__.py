"""The answers to what people ask: `tell(asked, background)` gives the sentences, short first.

Each sentence comes from a row, a fact, a glossary entry, a record or arithmetic that is shown; nothing is made up. The
same answers stand in the thread and in `ftrag hear`.
"""

from collections.abc import Callable

from rules.hearing import Asked
from rules.telling.explaining import delivers, history, row
from rules.telling.itself import about_bot
from rules.telling.money import cost
from rules.telling.open_question import about_question
from rules.telling.phrasing import as_label, question
from rules.telling.reasons import how_sure, precedents, verdict, why, why_not
from rules.telling.records import next_steps, record, review, status_of_answers, who_answered
from rules.telling.sides import compare, glossary
from rules.telling.supposing import changed, nothing_done, what_if, what_would_change, what_would_make
from rules.telling.unknown import help_shown, unknown
from rules.telling.values import Background, Given, Moved, Past, Told

__all__ = ["Background", "Given", "Moved", "Past", "Told", "as_label", "question", "tell"]

Writer = Callable[[Asked, Background], Told]

_WRITERS: dict[str, Writer] = {
    "why": why,
    "why_not": why_not,
    "what_if": what_if,
    "change_answer": changed,
    "what_would_make": what_would_make,
    "what_would_change": what_would_change,
    "compare": compare,
    "glossary": glossary,
    "cost": cost,
    "next": next_steps,
    "how_sure": how_sure,
    "precedents": precedents,
    "review": review,
    "record": record,
    "help": help_shown,
    "who_answered": who_answered,
    "status_of_answers": status_of_answers,
    "verdict": verdict,
    "delivers": delivers,
    "history": history,
    "about_bot": about_bot,
    "nothing_done": nothing_done,
    "unknown": unknown,
}


def tell(asked: Asked, background: Background) -> Told:
    """The answer to one question. While a question stands open, questions about it come before all others."""
    if asked.intent == "why" and asked.slots.get("row"):
        return row(asked, background)
    about = about_question(asked, background)
    return about or _WRITERS[asked.intent](asked, background)
