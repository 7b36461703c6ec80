"""What a step needs to know beside the time, the framework and its assessment: told beside it in the table of steps.

`bot.recall` runs down this list before the step, fetches what stands there and nothing else, and asks no command what
it is. A need that depends on what a command says is a question about the command.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from bot.commands import CommandBase
from bot.dialogue.turn import Recalled, Turn

When = Callable[[Any], bool]
"""Whether a command of the step's own type needs it."""


def always(_command: Any) -> bool:
    """Whatever the command says."""
    return True


def never(_command: Any) -> bool:
    """Not needed."""
    return False


def unless_named_by_id(command: Any) -> bool:
    """Where the command does not name its assessment by id."""
    return not command.assessment_id


def in_a_copy(command: Any) -> bool:
    """Where it was pressed in a copy of the roadmap that one person sees."""
    return bool(command.is_copy)


class Find(Enum):
    """By what the assessment is found that a command is about."""

    NOTHING = auto()
    """It is about none."""
    ID = auto()
    START = auto()
    """The live one of this name in the channel."""
    NAMED = auto()
    """By id; else the version in force of this name."""
    NAMED_OR_NEWEST = auto()
    """The same; where nothing is named, the channel's newest decision."""
    FAILING = auto()
    """By id; else of this name; else the one in whose thread the message stands."""
    THREAD = auto()
    """The one in whose thread somebody typed, or with whom they are in a direct message."""


class Link(Enum):
    """A message whose address is shown."""

    OTHERS = auto()
    """The parents of all that are listed, by assessment."""
    STARTED = auto()
    """The assessment's parent, by assessment."""
    PARENT = auto()
    """The same, by its key."""
    ROADMAP = auto()
    """The roadmap that is shown again, or at least its thread, by assessment."""
    MESSAGE = auto()
    """The message of somebody else's that the command is about."""
    REVIEW = auto()
    """The review of the command's month, by its key."""
    REVIEWS = auto()
    """The newest open review of each that is listed, by its key and the assessment."""


class Gather(Enum):
    """What is looked at beyond one assessment."""

    HOME_OPENED = auto()
    """A person's Home, at which they look now."""
    HOME_AGAIN = auto()
    """The same, if they still look."""
    FEATURES = auto()
    """What a person may log a failure of, where they ask outside any channel and thread."""
    RECORD = auto()
    """All that belongs to a decision."""
    TABLES = auto()
    """Whether there are tables of a channel or workspace, and for this person."""
    PORTFOLIO = auto()
    """Every decided feature of the workspace, for this person."""
    HISTORY = auto()
    """Every answer that was ever given to the assessment's questions."""
    MEANING = auto()
    """What a typed line may mean that was not understood, where a language model is set; the history, to undo one."""


@dataclass(frozen=True)
class Needs:
    """The needs of one step."""

    find: Find = Find.ID
    lives_on: When = never
    """The version in which the assessment lives on, in the place of a superseded one."""
    is_ours: bool = False
    """Whether nobody pressed: an assessment is then found wherever it is."""
    else_beside: Callable[[Any], CommandBase | None] = lambda _command: None
    """Where no assessment is found: the same, as if it came from outside any thread; None where it does."""
    else_read_as: Callable[[Any], CommandBase | None] = lambda _command: None
    """Where no assessment is found: another command that the words may be; None where they are none."""
    others: When = never
    """The channel's assessments, and how many more there are."""
    reviewed: bool = False
    """The reviews of all that are listed."""
    links: tuple[Link, ...] = ()
    redraws: When = never
    """The link of the roadmap, where a copy of it is drawn again."""
    posted: bool = False
    """Which of its messages stand, the parent and the open question's, and their addresses.

    Where the parent does not, also the deliveries of which nobody knows whether Slack has them.
    """
    successor: bool = False
    """The newer version, and its parent's address."""
    failure: bool = False
    """The failure, and how many there were in its month up to it."""
    fails: When = never
    """The failure that the person logged last, and those of the month: where words may log one, or take it back."""
    logs: When = never
    """The newest failures that were logged: where words may tell the kind of one, or ask for them."""
    reviews: When = never
    """The reviews of all versions, those versions, and the failures logged since the last finished one."""
    own: bool = False
    """Where all of the assessment's messages stand."""
    zone: When = never
    """For a first plan: the time zone of the one who acts, and the workspace's."""
    delivery: bool = False
    """The delivery that the command names."""
    unknown: bool = False
    """The deliveries of which nobody knows whether Slack has them."""
    tokens: bool = False
    """The live tokens of all its versions, and a secret for a new one."""
    gathers: Gather | None = None
    hears: bool = False
    """Whether it hears what somebody typed: the tables for that take a second to make, once."""
    holidays: Callable[[Any], Iterable[str | None]] = lambda _command: ()
    """The countries in the command whose holidays are looked up, beside those of the schedules."""


@dataclass(frozen=True)
class Step:
    """One step of a conversation, behind its guard, and what it needs to know."""

    take: Callable[[Any, Recalled], Turn]
    needs: Needs = Needs()


ABOUT_NONE = Needs(find=Find.NOTHING)
NO_STEP = Step(lambda _command, _recalled: Turn(), ABOUT_NONE)
"""Of a command that no conversation knows: it changes nothing."""
