"""What goes into the ear and what comes out: a typed line, the readings in it, and what is to be done about them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from rules.facts import Value

IDLE = "nothing_done"
"""The question of what comes of doing nothing."""


def each_in(value: Value) -> set[Value]:
    """The value by itself, or the values of a list."""
    return {*value} if isinstance(value, tuple) else {value}


class Certainty(IntEnum):
    """How surely words give a value to a fact, least first."""

    HINT = 1
    """They lean that way; only as an answer to the open question, and only to offer."""
    HERE = 2
    """A plain answer where that question stands open."""
    OWN = 3
    """They name the question's own matter, and mean it wherever they are typed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that give a value to a fact: the pieces [start, end) of the line, and how surely they do.

    `values` holds one value, or several where the words lie between them ("0.8 - 1.5 s"), in the vocabulary's order.
    """

    fact: str
    values: tuple[str, ...]
    certainty: Certainty
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One typed line as it is heard: its text and pieces, what is asked, what is answered, who is meant.

    `said` holds the known facts of the same thread; a fact that is missing or None is still open.
    """

    text: str
    pieces: tuple[str, ...]
    """Lower-case words, numbers and marks, as `rules.hearing.words.pieces` cuts them."""
    open_fact: str | None = None
    """The fact whose question stands open; None after the verdict."""
    said: Mapping[str, Value] = field(default_factory=dict)
    mention: bool = True
    """Whether the bot is addressed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the person: the intent, and what it is about (`architecture`, `changes`, `term` and so on)."""

    intent: str
    slots: Mapping[str, object] = field(default_factory=dict)

    @property
    def changes(self) -> Mapping[str, Value]:
        """The answers that it supposes or states; none where it is about something else."""
        changes = self.slots.get("changes")
        return changes if isinstance(changes, Mapping) else {}


NOT_LISTED = "not_listed"
"""The slot of a question about a list: the values that were said to be over, and do not stand on it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one fact, to offer; a list fact's value is a tuple, None is "not sure"."""

    fact: str
    value: Value


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """What a line asks: what is plainly asked, and where it is not plain, at most three that may be meant."""

    questions: tuple[Asked, ...] = ()
    offers: tuple[Asked, ...] = ()
    is_for_others: bool = False
    """Whether the line is said to somebody else, or only says thanks and the like."""


class Word(StrEnum):
    """The control words."""

    BACK = "back"
    STOP = "stop"
    RESUME = "resume"
    SKIP = "skip"
    RESTART = "restart"
    HELP = "help"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Control:
    """A word that steers; `fact` is the question that `change` opens again, None where it is not named."""

    word: Word
    fact: str | None = None
    is_undo: bool = False
    """For `back`: whether what was written down last is to be taken back, and not only asked again."""


class Trouble(StrEnum):
    """Why a line that was meant for the bot could not be taken, where that can be said."""

    LANGUAGE = "language"
    """It is not English."""
    AMOUNT = "amount"
    """A number that is written in two ways at once: 1.000, 1,5."""
    UNCLEAR = "unclear"
    """Nothing in it says which of the open question's options it means; some of them are offered."""
    NO_WORDS = "no_words"
    """Nothing but pictures, marks, links or code."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is to be done about one typed line. With nothing in it and `silent` it is not for the bot.

    `saves` is written down without asking back (None is "not sure"); `offers` are buttons, at most three;
    `is_correction` says that the line itself speaks of changing an answer.
    """

    saves: Mapping[str, Value] = field(default_factory=dict)
    offers: tuple[Choice | Asked, ...] = ()
    control: Control | None = None
    questions: tuple[Asked, ...] = ()
    silent: bool = False
    is_passed_by: bool = False
    """Of a silent one: whether it was said to the bot all the same, and is only taken for talk among colleagues."""
    is_correction: bool = False
    trouble: Trouble | None = None
    greets: bool = False
    """Whether it is a greeting to the bot, and nothing else: there is nothing to do but to say what can be done."""
    language: str = ""
    """Where the trouble is the language: which one it is, in English."""


Ear = Callable[[Line, Sequence[str]], Heard]
"""How a line is heard."""
Form = Callable[[Line, Sequence[str], Ear], Heard | None]
"""What a line says by a form that it may have, parts of it heard by the ear; None where it does not have that form."""


def unaided(form: Callable[[Line, Sequence[str]], Heard | None]) -> Form:
    """A form of which no part has to be heard."""
    return lambda typed, stems, _ear: form(typed, stems)


def as_shown(offer: Asked) -> tuple[Choice | Asked, ...]:
    """An offer as it is shown: a change that is only likely as the answers that it would give."""
    changes = offer.slots.get("changes")
    if offer.intent == "change_answer" and isinstance(changes, dict):
        return tuple(Choice(fact, value) for fact, value in changes.items())
    return (offer,)


def by_the_first(forms: Iterable[Form], typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What a line says by the first of these forms that it has; None where it has none of them."""
    return next((heard for form in forms if (heard := form(typed, stems, ear)) is not None), None)
