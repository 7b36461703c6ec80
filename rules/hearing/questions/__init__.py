"""What a line asks."""

from rules.hearing.values import Line, QuestionReading


def read_questions(line: Line) -> QuestionReading:  # noqa: ARG001 - the door stands before the room
    """The questions in the line."""
    return QuestionReading()
