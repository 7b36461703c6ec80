"""Line -> Heard: the one ear, for the thread, direct messages, the Ask modal and `ftrag hear`.

The act is decided first (asks, steers, corrects, answers, talks to somebody else), then its contents; certainty decides
between writing down, offering at most three, and leaving alone.
"""

from collections.abc import Mapping, Sequence

from rules.facts import Value
from rules.hearing import asking, chatter, steering
from rules.hearing.answering import answer
from rules.hearing.pieces import pieces
from rules.hearing.questions import read_questions
from rules.hearing.values import Asked, Heard, Line
from rules.hearing.words import phrases, stemmed


def line(text: str, open_fact: str | None, said: Mapping[str, Value], *, mention: bool) -> Line:
    """A typed text made ready to be heard."""
    known = {fact: value for fact, value in said.items() if value is not None}
    return Line(text, pieces(text), open_fact, known, mention)


def hear(typed: Line) -> Heard:
    """What is to be done about this line."""
    stems = stemmed(typed.pieces)
    if not any(piece[0].isalnum() for piece in typed.pieces):
        return Heard(silent=True, is_courtesy=True)
    if not typed.mention and chatter.is_for_somebody_else(stems):
        return Heard(silent=True)
    return _steered(stems) or _asked(typed, stems) or answer(typed, stems)


def _steered(stems: Sequence[str]) -> Heard | None:
    """A control word, which comes before everything else."""
    control = steering.control(stems)
    return Heard(control=control) if control else None


def _asked(typed: Line, stems: Sequence[str]) -> Heard | None:
    """A question, the wish to answer one again, or plain courtesy."""
    asked = read_questions(typed)
    if asked.questions or asked.offers:
        return Heard(questions=asked.questions, offers=asked.offers)
    change = steering.change(typed, stems)
    if change is not None:
        return Heard(control=change)
    if asking.is_question(typed, stems):
        return Heard(questions=(Asked("unknown"),) if typed.mention else (), silent=not typed.mention)
    is_courtesy = typed.mention and phrases("courtesy").places(stems)
    return Heard(silent=True, is_courtesy=True) if is_courtesy else None
