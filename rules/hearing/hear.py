"""Line -> Heard: the one ear, for the thread, direct messages, the Ask modal and `ftrag hear`.

The act is decided first (asks, steers, corrects, answers, talks to somebody else), then its contents; certainty decides
between writing down, offering at most three, and leaving alone.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from rules.facts import Value
from rules.hearing import asking, chatter, steering
from rules.hearing.answering import answer
from rules.hearing.pieces import pieces
from rules.hearing.questions import read_questions
from rules.hearing.values import Asked, Heard, Line, QuestionReading, Word
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
    return _steered(typed, stems) or _asked(typed, stems) or answer(typed, stems)


def _steered(typed: Line, stems: Sequence[str]) -> Heard | None:
    """A control word, which comes before everything else; after the verdict "let us go" resumes nothing."""
    control = steering.control(stems)
    if control is None or (control.word is Word.RESUME and typed.open_fact is None and read_questions(typed).is_for_others):
        return None
    return Heard(control=control)


def _questions(asked: QuestionReading) -> Heard:
    """What is asked; a change that is stated beside it, or alone, is written down."""
    stated = [one for one in asked.questions if one.intent == "change_answer"]
    saves = {fact: value for one in stated for fact, value in cast("Mapping[str, Value]", one.slots["changes"]).items()}
    questions = tuple(one for one in asked.questions if one not in stated)
    return Heard(saves=saves, questions=questions, offers=asked.offers, is_correction=bool(saves))


def _asked(typed: Line, stems: Sequence[str]) -> Heard | None:
    """A question, the wish to answer one again, or plain courtesy."""
    asked = read_questions(typed)
    if asked.is_for_others:
        return Heard(silent=True)
    if asked.questions or asked.offers:
        return _questions(asked)
    change = steering.change(typed, stems)
    if change is not None:
        return Heard(control=change)
    if asking.is_question(typed, stems):
        return Heard(questions=(Asked("unknown"),) if typed.mention else (), silent=not typed.mention)
    is_courtesy = typed.mention and phrases("courtesy").places(stems)
    return Heard(silent=True, is_courtesy=True) if is_courtesy else None
