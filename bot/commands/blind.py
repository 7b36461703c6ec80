"""Commands of blind answers: who answers alone, what each answers, opening it all, and settling what differs."""

from typing import Literal

from bot.commands.base import AboutAssessment, AboutQuestion


class AskBlind(AboutAssessment):
    """Each of us alone: opens the modal that names who answers; later, to name others or take somebody off."""

    kind: Literal["ask_blind"] = "ask_blind"


class PeopleNamed(AboutAssessment):
    """These people answer alone."""

    kind: Literal["people_named"] = "people_named"
    people: tuple[str, ...]
    is_change: bool = False
    """Whether people were named before."""


class AnswerBlind(AboutAssessment):
    """One's own questions, in a modal; where a fact is named, that one again."""

    kind: Literal["answer_blind"] = "answer_blind"
    fact: str = ""
    in_modal: bool = False
    """Whether it was pressed in that modal."""


class GiveBlindAnswer(AboutQuestion):
    """One answer that only the one who gave it sees until all are opened."""

    kind: Literal["give_blind_answer"] = "give_blind_answer"
    values: tuple[str, ...] = ()
    is_unsure: bool = False
    in_modal: bool = False


class OpenBlindAnswers(AboutAssessment):
    """Open everybody's answers, finished or not."""

    kind: Literal["open_blind_answers"] = "open_blind_answers"


class SettleDifference(AboutQuestion):
    """Opens the modal in which one of the answers that differ is made to count."""

    kind: Literal["settle_difference"] = "settle_difference"


class DifferenceSettled(AboutQuestion):
    """This answer counts. "unknown" is "not sure"."""

    kind: Literal["difference_settled"] = "difference_settled"
    value: str
    reason: str = ""
