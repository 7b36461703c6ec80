"""What a line says after the verdict by a form of its own: an answer's heading, a doubt, a figure, news of a list."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.answering import answer
from rules.hearing.heading import filled_in, headed
from rules.hearing.lately import lately
from rules.hearing.questions import told_figures
from rules.hearing.unsure import not_sure_of_it
from rules.hearing.values import Asked, Heard, Line

_ASKS = frozenset({"?", "what", "whi", "why", "how", "who", "when"})
_CHEAPER = frozenset({"annoyance", "rework"})
"""What a wrong answer was said to cost where that was no money."""


def afterwards(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What such a line says; None where it has none of the forms, or a question stands open."""
    if typed.open_fact is not None:
        return None
    return _filled_in(typed, stems) or not_sure_of_it(typed, stems) or _priced(typed) or lately(typed, stems)


def _filled_in(typed: Line, stems: Sequence[str]) -> Heard | None:
    """Answers under the names of their questions, which have changed then."""
    if not typed.mention or _ASKS & {*stems}:
        return None
    heard = filled_in(typed, stems, answer) or headed(typed, stems, answer)
    return heard and replace(heard, is_correction=True)


def _priced(typed: Line) -> Heard | None:
    """What a wrong answer costs, which is counted with; an answer that it costs less is over."""
    given = told_figures(typed) if typed.mention else {}
    if "cost_each" in given and typed.said.get("stakes") in {None, *_CHEAPER}:
        return Heard(saves={"stakes": "money"}, is_correction=True)
    return Heard(questions=(Asked("cost", {"of": "wrong_answers", "given": given}),)) if given else None
