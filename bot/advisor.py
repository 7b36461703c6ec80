"""The use cases, free of Slack: recall -> advance -> remember -> wake delivery; again when somebody else was faster.

What is said goes out through the outbox, saved in the same transaction as the state. Two things do not: a modal, which
the listener opens at once, and the sentence that nothing could be saved, since then there is no outbox to put it in.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol

from bot import commands
from bot.commands import CommandBase, ReadFiles, RefreshHome, SharedFile
from bot.dialogue import Recalled, Say, Turn, advance, faults, step_of
from bot.dialogue.home import APART, LOOKING, MOST_VIEWERS, SOON
from bot.dialogue.needs import Find
from bot.dialogue.review.sharing import takes_a_moment
from bot.dialogue.turn import PRIVATE_LIFETIME, Run
from bot.handing import Files
from bot.recall.memory import Memory
from bot.replies import AnyModal, Problem, Reply, Trouble, write_reply
from bot.runtime.ids import new_id
from bot.runtime.logs import get_logger, masked
from storage import Storage
from storage.deliveries import IN_THREAD
from storage.errors import Conflict, StorageError
from storage.records import Assessment, Change, Delivery, DeliveryMethod, ForViewers, Tenant, UnheardLine

_TRIES = 5
_MADE = frozenset({DeliveryMethod.POST, DeliveryMethod.UPDATE, DeliveryMethod.UPLOAD})
_LONGEST_UNHEARD = 300
"""Characters that are kept of a line that was not understood."""
log = get_logger("ftrag.advisor")


class Tell(Protocol):
    """Says something to one person directly, as well as that can be done; it never raises."""

    async def __call__(self, command: CommandBase, reply: Reply) -> None:
        """Tell whoever sent the command."""
        ...


class Ready(Protocol):
    """Waits until what is made ahead of its first use is there."""

    async def __call__(self, *, decides: bool = False, hears: bool = False) -> None:
        """Wait for what carries out anything at all; where it decides or hears, for what does."""
        ...


async def _at_once(*, decides: bool = False, hears: bool = False) -> None:
    """Nothing is made ahead: it is made at its first use."""


class Advisor:
    """Carries out commands."""

    def __init__(
        self,
        storage: Storage,
        memory: Memory,
        *,
        wake: Callable[[], object],
        tell: Tell,
        new_id: Callable[[], str] = new_id,
        files: Files | None = None,
        ready: Ready = _at_once,
    ) -> None:
        self._storage = storage
        self._wake = wake
        self._tell = tell
        self.when_nothing_changes: Callable[[CommandBase], object] = lambda _command: None
        """Told of a command that leads to nothing that is saved."""
        self.when_unheard: Callable[[str], object] = lambda _what: None
        """Told of which kind a typed line was that was not understood, once for each."""
        self.keeps_unheard = False
        """Whether the text of such lines is kept for the operator."""
        self.files = files
        """Reads files that people share; None where nobody does."""
        self._new_id = new_id
        self.ready = ready
        """Waited for before a step that is about an assessment."""
        self._memory = memory

    async def faults(self, command: CommandBase) -> dict[str, str]:
        """What is wrong with a modal's fields, said before it closes. Needs no database."""
        return faults(command)

    async def handle(self, command: CommandBase) -> AnyModal | None:
        """Carry out one command; gives the modal that the listener has still to open.

        Never raises because of the database: the person hears that nothing was saved.
        """
        try:
            return await self.carry_out(command)
        except Conflict:
            await self.tell(command, Trouble.TOO_BUSY)
        except StorageError as error:
            log.warning("not_saved", command=type(command).__name__, error=type(error).__name__)
            await self.tell(command, Trouble.NOT_SAVED)
        return None

    async def tell(self, command: CommandBase, trouble: Trouble, detail: str = "") -> None:
        """Say to the one who acted, directly, what went wrong: it is not worth a row of the outbox."""
        await self._tell(command, Problem(trouble=trouble, detail=detail))

    async def apologize(self, command: CommandBase, error: Exception) -> None:
        """An error of ours: a reference for the log and a sentence for the person."""
        reference = new_id()[:8]
        log.error("command_failed", reference=reference, command=type(command).__name__, exc_info=error)
        await self.tell(command, Trouble.BROKEN, reference)

    async def carry_out(self, command: CommandBase, ahead: Assessment | None = None) -> AnyModal | None:
        """The same for a command that nobody waits for (a due one, a failed delivery), which can be tried again later.

        `ahead`: the assessment that it names, where it was read a moment ago. Raises StorageError; then nothing was
        saved.
        """
        if isinstance(command, commands.BotUninstalled | commands.TokensRevoked):
            return await self._end_installation(command)
        needs = step_of(command).needs
        if needs.find is not Find.NOTHING:
            await self.ready(decides=True, hears=needs.hears)
        for tries_left in reversed(range(_TRIES)):
            try:
                return await self._step(command, ahead)
            except Conflict:
                ahead = None
                if not tries_left:
                    raise
        raise Conflict

    async def _step(self, command: CommandBase, ahead: Assessment | None) -> AnyModal | None:
        command, recalled = await self._memory.recall(command, ahead)
        turn = advance(command, recalled)
        if turn.reads is not None and recalled.assessment is not None:
            await self._read_files(turn.reads, recalled, recalled.assessment)
            turn = replace(turn, reads=None)
        if not turn.changes_something:
            self.when_nothing_changes(command)
            return turn.modal
        change = self._change(command, recalled, turn)
        # What has a key comes from a row, of the inbox or of the outbox, that is open until this is saved.
        if not await self._storage.remember(change, is_redoable=command.inbox_key is not None):
            return None
        if turn.not_heard is not None:
            self.when_unheard(turn.not_heard.what)
        self._wake()
        return turn.modal

    async def _read_files(self, command: ReadFiles, recalled: Recalled, assessment: Assessment) -> None:
        """Fetch and read files; what becomes of each is carried out as a command of its own, once."""

        async def tell_slow(file: SharedFile) -> None:
            unkeyed = command.model_copy(update={"inbox_key": None})
            if await self._storage.remember(self._change(unkeyed, recalled, takes_a_moment(file))):
                self._wake()

        if self.files is not None:
            async for became in self.files.read(command, assessment, tell_slow):
                await self.carry_out(became)

    async def _end_installation(self, command: CommandBase) -> AnyModal | None:
        """The app was removed: everything goes. Its token was revoked: what is due waits."""
        if isinstance(command, commands.TokensRevoked):
            await self._storage.installations.pause(command.tenant)
            self.when_nothing_changes(command)
        else:
            await self._storage.assessments.delete_tenant(command.tenant)
            await self._storage.installations.delete(command.tenant)
        return None

    def _change(self, command: CommandBase, recalled: Recalled, turn: Turn) -> Change:
        by_id = {found.id: found for found in (*recalled.versions, *turn.assessments)}
        main = turn.assessments[-1] if turn.assessments else None if turn.deletes else recalled.assessment
        return Change(
            tenant=command.tenant,
            at=recalled.now,
            inbox_key=command.inbox_key,
            assessments=turn.assessments,
            read=tuple(one for one in (recalled.assessment, recalled.previous, recalled.successor) if one),
            drawn=turn.drawn,
            failures=turn.failures,
            blind=turn.blind,
            unheard=self._unheard(turn, recalled),
            result_files=turn.result_files,
            tokens=turn.tokens,
            reviews=turn.reviews,
            cancels=turn.cancels,
            resends=turn.resends,
            deletes=turn.deletes,
            viewer=turn.viewer,
            for_viewers=self._for_viewers(command, recalled) if _shows_at_home(turn) else None,
            deliveries=(
                *(self._delivery(command, say, by_id.get(say.about or "", main), recalled) for say in turn.says),
                *(self._alarm(run, main) for run in turn.runs),
            ),
        )

    def _unheard(self, turn: Turn, recalled: Recalled) -> tuple[UnheardLine, ...]:
        """The line that was not understood, where the operator keeps them: masked as in the log, and shortened."""
        line, about = turn.not_heard, recalled.assessment
        if line is None or about is None or not self.keeps_unheard:
            return ()
        kept = UnheardLine(
            id=self._new_id(),
            tenant=about.tenant,
            assessment_id=about.id,
            at=recalled.now,
            what=line.what,
            fact=line.fact,
            text=masked(line.text)[:_LONGEST_UNHEARD],
        )
        return (kept,)

    def _for_viewers(self, command: CommandBase, recalled: Recalled) -> ForViewers:
        """Whoever looks at their Home gets it made anew soon: once, however much changes meanwhile."""
        return ForViewers(
            since=recalled.now - LOOKING,
            most=MOST_VIEWERS,
            apart=APART,
            kept=LOOKING,
            id=self._new_id(),
            lane="due:home",
            due_at=recalled.now + SOON,
            reply=_again(command.tenant),
        )

    def _alarm(self, run: Run, about: Assessment | None) -> Delivery:
        """A command of our own that falls due later, in a lane of its own: it holds up nothing that is said."""
        return Delivery(
            id=self._new_id(),
            tenant=run.command.tenant,
            method=DeliveryMethod.RUN,
            lane=f"due:{run.key}",
            due_at=run.at,
            reply=run.command.model_dump(mode="json"),
            assessment_id=about.id if about else None,
            dedupe_key=run.key,
        )

    def _delivery(self, command: CommandBase, say: Say, about: Assessment | None, recalled: Recalled) -> Delivery:
        """One row of the outbox."""
        method, channel = say.method, say.channel or (about.channel if about else None)
        if method is DeliveryMethod.EPHEMERAL and channel is None:
            method, channel = DeliveryMethod.POST, say.user  # nowhere to show it but between the two of us
        in_line = not say.is_private or say.is_after
        in_line |= say.in_line and about is not None and channel == about.channel
        place = about.channel if say.is_after and about else channel
        lane = f"{place}:{about.id if about else ''}" if in_line else f"private:{channel}:{say.user}"
        return Delivery(
            id=self._new_id(),
            tenant=command.tenant,
            method=method,
            lane=lane,
            due_at=recalled.now,
            reply=write_reply(say.reply),
            assessment_id=about.id if about else None,
            channel=channel,
            user=say.user,
            # Not for saying it, but for telling whoever pressed, should it not arrive.
            response_url=say.response_url or (command.response_url if method in _MADE else None),
            message_key=say.message_key,
            under_key=say.under_key if about or (say.under_key or "").startswith(IN_THREAD) else None,
            dedupe_key=say.dedupe_key,
            replaces=say.replaces,
            expires_at=recalled.now + PRIVATE_LIFETIME if say.is_private and not say.dedupe_key else None,
        )


@lru_cache(maxsize=64)
def _again(tenant: Tenant) -> dict[str, Any]:
    """The command that makes a Home anew. It is kept: each change has one, though mostly nobody looks."""
    return RefreshHome(tenant=tenant).model_dump(mode="json")


def _shows_at_home(turn: Turn) -> bool:
    """Whether this changes what anybody's Home shows."""
    return bool(turn.assessments or turn.reviews or turn.failures or turn.deletes)
