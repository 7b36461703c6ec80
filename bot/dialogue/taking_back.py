"""[Not so] under typed words that were taken for an answer: what stood there before stands again.

It comes back whole: its value, who gave it and when, from the history; and the verdict is decided again. An answer that
was given since is somebody's own, and stands.
"""

from collections.abc import Sequence

from bot.commands import TakeBack
from bot.dialogue import wording
from bot.dialogue.answers import record
from bot.dialogue.ask import reopen
from bot.dialogue.turn import Recalled, Turn, in_its_place, privately, problem
from bot.replies import HeardReply, Trouble
from storage.records import Answer, Assessment


def take_back(assessment: Assessment, command: TakeBack, recalled: Recalled) -> Turn:
    """Take back the answer that was given then. Where none stood before it, its question is asked again."""
    history = recalled.gathered.history if recalled.gathered else ()
    given = [answer for answer in history if answer.fact == command.fact]
    stands = assessment.answers.get(command.fact)
    if stands is None or command.at not in {answer.at for answer in given}:
        return problem(command, Trouble.OUT_OF_DATE)
    before = _before(given, command)
    if stands.at != command.at:
        return _nothing(assessment, command, stands, before, recalled)
    if before is None:
        return reopen(assessment, command.fact, recalled)
    shown = wording.said(recalled.framework, before)
    turn = record(assessment, before, recalled)
    if not command.is_copy:
        return turn  # the line that was pressed shows it
    return _saying(turn, assessment, command, f"{shown.topic}: {shown.words or 'not sure'} stands again, as before.")


def _before(given: Sequence[Answer], command: TakeBack) -> Answer | None:
    """What stood there when the answer was given."""
    place = max(at for at, answer in enumerate(given) if answer.at == command.at)
    return given[place - 1] if place else None


def _nothing(
    assessment: Assessment, command: TakeBack, stands: Answer, before: Answer | None, recalled: Recalled
) -> Turn:
    """It is taken back already, or there is a later answer: that one stands."""
    shown = wording.said(recalled.framework, stands)
    words = shown.words or "not sure"
    if before is not None and stands.at == before.at:
        return _saying(Turn(), assessment, command, f"{shown.topic}: {words} stands again already.")
    later = f"{shown.topic} was answered again since: {words}. That stands, and nothing was changed."
    return _saying(Turn(), assessment, command, later)


def _saying(turn: Turn, assessment: Assessment, command: TakeBack, words: str) -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=(words,))
    return turn.saying((in_its_place(command, reply) if command.is_copy else None) or privately(command, reply))
