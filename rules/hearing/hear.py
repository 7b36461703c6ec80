"""Line -> Heard: the one ear, for the thread, direct messages, the Ask modal and `ftrag hear`.

The act is decided first (asks, steers, corrects, answers, talks to somebody else), then its contents; certainty decides
between writing down, offering at most three, and leaving alone.
"""

from collections.abc import Mapping

from rules.facts import FACTS, Value
from rules.hearing.pieces import pieces
from rules.hearing.questions import read_questions
from rules.hearing.reading import readings
from rules.hearing.values import Choice, Heard, Line


def line(text: str, open_fact: str | None, said: Mapping[str, Value], *, mention: bool) -> Line:
    """A typed text made ready to be heard."""
    known = {fact: value for fact, value in said.items() if value is not None}
    return Line(text, pieces(text), open_fact, known, mention)


def hear(typed: Line) -> Heard:
    """What is to be done about this line."""
    asked = read_questions(typed)
    if asked.questions or asked.offers:
        return Heard(questions=asked.questions, offers=asked.offers)
    read = readings(typed.pieces, FACTS if typed.open_fact is None else (typed.open_fact,))
    values = {(reading.fact, value) for reading in read for value in reading.values}
    if len(values) == 1:
        ((fact, value),) = values
        return Heard(saves={fact: value})
    offers = tuple(Choice(fact, value) for fact, value in sorted(values)[:3])
    return Heard(offers=offers, silent=not offers and not typed.mention)
