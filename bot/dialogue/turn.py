"""What one step of a conversation takes and gives: what was recalled -> a Turn. Values only; nothing here acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.commands import CommandBase, ReadFiles
from bot.dialogue.gathered import ANY_SITE, Gathered, LookedAt, Offered
from bot.replies import AnyModal, Problem, Reply, Trouble
from rules.framework import Framework
from storage.deliveries import IN_THREAD
from storage.records import (
    Assessment,
    BlindAnswers,
    Bucket,
    Delivery,
    DeliveryMethod,
    LoggedFailure,
    MessageRef,
    ResultFile,
    ResultsToken,
    Review,
    Viewer,
)

__all__ = [
    "ANY_SITE",
    "MESSAGE",
    "NO_FILES",
    "PARENT",
    "PRIVATE_LIFETIME",
    "Gathered",
    "LookedAt",
    "NotHeard",
    "Offered",
    "Recalled",
    "Run",
    "Say",
    "Turn",
    "at_address",
    "directly",
    "edit",
    "in_its_place",
    "latest",
    "post",
    "privately",
    "problem",
]

PARENT = "parent"
"""The key of the one message in the channel; the thread hangs under it."""
MESSAGE = "message"
"""Under this name stands the address of a message of somebody else's that a command is about."""
NO_FILES = frozenset({"missing_scope", "file_uploads_disabled", "posting_to_channel_denied"})
"""Slack's errors where files cannot be posted at all."""
PRIVATE_LIFETIME = timedelta(minutes=10)
"""What one person was told about a moment ago is not worth telling after this."""


@dataclass(frozen=True)
class Recalled:
    """What the advisor found before a step: everything that a conversation may need to know, and the time."""

    now: datetime
    framework: Framework
    new_id: str
    """For a new assessment, should the step make one."""
    assessment: Assessment | None = None
    """The one that the command is about; for a start: the live one of that name."""
    others: tuple[Assessment, ...] = ()
    """The channel's assessments, newest first (status, roadmap)."""
    more: int = 0
    """How many older ones there are."""
    posted: frozenset[str] = frozenset()
    """Which of the assessment's messages are known to stand in Slack, of those that matter for the command."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Permalinks: by assessment id for the parent messages, by message key for the assessment's own."""
    roadmap: frozenset[str] = frozenset()
    """Keys of the roadmap's messages that stand in the thread; looked up where there is a verdict."""
    previous: Assessment | None = None
    """While re-assessing: the version that still holds."""
    blind: tuple[BlindAnswers, ...] = ()
    """What each answers or answered alone, in the order in which they were named; looked up where anybody was."""
    successor: Assessment | None = None
    """For a re-assessment: the newer version, where there is one already."""
    failure: LoggedFailure | None = None
    """The one that the command is about."""
    log: tuple[LoggedFailure, ...] = ()
    """The newest failures of all versions, withdrawn ones too, the newest first."""
    counts: Mapping[Bucket, int] = field(default_factory=dict)
    """The failures of the month, by bucket, over all versions: up to the command's own, or up to now for a new one."""
    reviews: tuple[Review, ...] = ()
    """For the monthly review: those there were, the latest month first."""
    versions: tuple[Assessment, ...] = ()
    """For the monthly review: the assessment and the versions before it, the newest first."""
    result_files: tuple[ResultFile, ...] = ()
    """For the monthly review: result files of all versions, the newest first, and the one that the command names."""
    logged: Mapping[Bucket, int] = field(default_factory=dict)
    """The failures since the last finished review, by bucket, over all versions."""
    reviewed: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    """For the status: the reviews of each that is listed, over its versions, the latest month first."""
    zone: str | None = None
    """The time zone of the one who acts, where Slack tells it."""
    default_zone: str | None = None
    """The workspace's, where one is set (FTRAG_ZONE)."""
    own: tuple[MessageRef, ...] = ()
    """For a deletion: where all of the assessment's messages stand in Slack."""
    unknown: tuple[Delivery, ...] = ()
    """Posts of which nobody knows whether Slack has them; also where the parent does not stand that was looked for."""
    tokens: tuple[ResultsToken, ...] = ()
    """The live ones of all versions, for steps about tokens."""
    new_secret: str = ""
    """For a new token, should the step make one: 32 random bytes in words."""
    gathered: Gathered | None = None
    """For the Home and the exports."""
    uses_model: bool = False
    """Whether a language model is asked about lines that were not understood, which has to be said."""


@dataclass(frozen=True)
class Say:
    """One delivery-to-be."""

    method: DeliveryMethod
    reply: Reply
    message_key: str | None = None
    under_key: str | None = None
    channel: str | None = None
    """None: the assessment's channel."""
    user: str | None = None
    response_url: str | None = None
    dedupe_key: str | None = None
    is_private: bool = False
    about: str | None = None
    """The assessment it belongs to, where that is not the last one of the turn."""
    in_line: bool = False
    """Whether it has its place among the thread's messages, though one person alone sees it."""
    replaces: bool = False
    """Whether it takes the place of what still waits under the same key and method: it says the latest."""
    is_after: bool = False
    """Whether it is said only once Slack has taken what is said to the channel before it."""


@dataclass(frozen=True)
class Run:
    """A command of our own that falls due later; a second one of the same key is not kept."""

    command: CommandBase
    key: str
    at: datetime


@dataclass(frozen=True)
class NotHeard:
    """A typed line that was meant for us and not understood."""

    what: str
    """Of which kind it is."""
    text: str
    fact: str | None = None
    """The question that stood open."""


@dataclass(frozen=True)
class Turn:
    """What a step leads to: assessments to save, things to say, a modal to open, an assessment to delete."""

    assessments: tuple[Assessment, ...] = ()
    says: tuple[Say, ...] = ()
    modal: AnyModal | None = None
    deletes: str | None = None
    failures: tuple[LoggedFailure, ...] = ()
    reviews: tuple[Review, ...] = ()
    blind: tuple[BlindAnswers, ...] = ()
    runs: tuple[Run, ...] = ()
    """What is to be done later, by ourselves."""
    cancels: tuple[str, ...] = ()
    """Keys of such things that are not to be done any more."""
    resends: tuple[str, ...] = ()
    """Deliveries that a person wants sent once more."""
    result_files: tuple[ResultFile, ...] = ()
    tokens: tuple[ResultsToken, ...] = ()
    reads: ReadFiles | None = None
    """Files to fetch and read before anything else of this turn; what becomes of each is a command of its own."""
    viewer: Viewer | None = None
    """Whose Home was made anew."""
    not_heard: NotHeard | None = None
    """The typed line, where it was not understood."""
    drawn: Assessment | None = None
    """The assessment whose open question is shown as it was recalled, where nothing of it is saved.

    Said late, that question would stand beside the one that was opened meanwhile, or live in an interview that rests.
    """

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to save; a modal alone is not."""
        return any(part for name, part in vars(self).items() if name != "modal")

    def recalled_after(self, recalled: Recalled) -> Recalled:
        """What was recalled, with the result files as this turn leaves them."""
        after = {file.digest: file for file in self.result_files}
        return replace(recalled, result_files=tuple(after.get(one.digest, one) for one in recalled.result_files))

    def saying(self, *says: Say) -> "Turn":
        """This turn with more to say after what it says already."""
        return replace(self, says=(*self.says, *says))


def latest(says: tuple[Say, ...]) -> tuple[Say, ...]:
    """What is said, without edits of a message that the same turn edits again."""
    last = {
        (say.about, say.message_key): place for place, say in enumerate(says) if say.method is DeliveryMethod.UPDATE
    }
    return tuple(
        say
        for place, say in enumerate(says)
        if say.method is not DeliveryMethod.UPDATE or last[say.about, say.message_key] == place
    )


def post(
    reply: Reply,
    message_key: str,
    under_key: str | None = PARENT,
    *,
    dedupe_key: str | None = None,
    replaces: bool = False,
) -> Say:
    """A new message under this key: in the thread, or (`under_key=None`) in the channel."""
    return Say(
        DeliveryMethod.POST,
        reply,
        message_key=message_key,
        under_key=under_key,
        dedupe_key=dedupe_key,
        replaces=replaces,
    )


def edit(reply: Reply, message_key: str) -> Say:
    """A new face of a message that stands already."""
    return Say(DeliveryMethod.UPDATE, reply, message_key=message_key, replaces=True)


def privately(command: CommandBase, reply: Reply, *, in_thread: bool = True, thread: str = "") -> Say:
    """Something that only the one who acted sees, where they acted: under the parent, or in the thread of that name.

    A slash command is answered at its address, since that works in channels the bot is not in; all else in the thread.
    Who acted in the Home is told beside it, in the conversation with the app.
    """
    if command.response_url and (not in_thread or not command.channel):
        return at_address(command.response_url, command.actor, reply, command.channel)
    if not command.channel:
        return directly(command.actor, reply)
    return Say(
        DeliveryMethod.EPHEMERAL,
        reply,
        under_key=PARENT if in_thread else f"{IN_THREAD}{thread}" if thread else None,
        channel=command.channel,
        user=command.actor,
        response_url=command.response_url,
        is_private=True,
    )


def directly(to: str, reply: Reply, message_key: str | None = None, dedupe_key: str | None = None) -> Say:
    """A direct message."""
    told = Say(DeliveryMethod.POST, reply, message_key=message_key, channel=to, user=to, is_private=True)
    return replace(told, dedupe_key=dedupe_key)


def at_address(response_url: str, to: str, reply: Reply, channel: str) -> Say:
    """An answer at the address that came with a command, which works for half an hour wherever the bot is."""
    told = Say(DeliveryMethod.RESPOND, reply, channel=channel or None, user=to, is_private=True)
    return replace(told, response_url=response_url)


def in_its_place(command: CommandBase, reply: Reply) -> Say | None:
    """The new face of a message that only the one who acted sees; None where nothing leads to it."""
    if not command.response_url:
        return None
    return replace(privately(command, reply, in_thread=False), replaces=True)


def problem(
    command: CommandBase, trouble: Trouble, *, in_thread: bool = True, thread: str = "", **words: object
) -> Turn:
    """A turn that changes nothing and tells the one who acted why."""
    reply = Problem.model_validate({"trouble": trouble, **words})
    return Turn(says=(privately(command, reply, in_thread=in_thread, thread=thread),))
