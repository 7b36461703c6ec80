"""What the Home and the exports need to know, fetched from storage and, for a person's channels, from Slack."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.commands import CommandBase, ExportRecord, ExportTables, QuestionAsked, ShowPortfolio, TypedText
from bot.dialogue.exporting import places
from bot.dialogue.failures import is_from_nowhere
from bot.dialogue.meant import unread
from bot.dialogue.needs import Gather
from bot.dialogue.portfolio import counted_from
from bot.dialogue.taking_back import may_undo
from bot.dialogue.turn import Gathered
from bot.exports import people_of
from bot.meaning import FindMeaning
from bot.recall.archive import Archive
from bot.recall.home import AtHome, IsAdmin
from bot.recall.sites import FindAddress, Sites
from bot.slack.membership import FindChannels
from bot.slack.scopes import FILES
from rules import FRAMEWORK
from rules.hearing import Asked, Choice, Control
from rules.hearing.questions.explaining import may_ask_of_the_past
from storage import Storage
from storage.records import Assessment, Tenant

May = Callable[[Tenant, str], Awaitable[bool]]
"""Whether the bot has this scope in the workspace, as far as that is known."""
NamesOf = Callable[[Tenant, Iterable[str]], Awaitable[Mapping[str, str]]]
"""What people are called, by id, as far as Slack tells."""


async def _may_all(_tenant: Tenant, _scope: str) -> bool:
    return True


class Gathering:
    """Gathers for commands about more than one assessment, and for records."""

    def __init__(
        self,
        storage: Storage,
        find_channels: FindChannels,
        is_admin: IsAdmin,
        names: NamesOf,
        find_address: FindAddress,
        *,
        may: May = _may_all,
        find_meaning: FindMeaning | None = None,
    ) -> None:
        self._storage = storage
        sites = Sites(find_address)
        self._archive = Archive(storage, sites)
        self._names = names
        self._at_home = AtHome(storage, find_channels, is_admin, sites)
        self._is_admin = is_admin
        self._may = may
        self._find_meaning = find_meaning

    async def gather(  # noqa: PLR0911 - one case for each that is looked at
        self, what: Gather | None, command: Any, assessment: Assessment | None, now: datetime
    ) -> Gathered | None:
        """What a step looks at beyond its own assessment; None where that is nothing."""
        match what:
            case Gather.HOME_OPENED | Gather.HOME_AGAIN:
                look = self._at_home.opened if what is Gather.HOME_OPENED else self._at_home.again
                return Gathered(looked=await look(command, now))
            case Gather.FEATURES if is_from_nowhere(command):
                return Gathered(offered=await self._at_home.offered(command.tenant, command.actor))
            case Gather.RECORD if assessment is not None and assessment.decision is not None:
                return await self._record(command, assessment)
            case Gather.TABLES | Gather.PORTFOLIO:
                is_portfolio = what is Gather.PORTFOLIO
                return await (self._portfolio(command, now) if is_portfolio else self._tables(command))
            case Gather.HISTORY if assessment is not None:
                return Gathered(history=await self._storage.assessments.history(assessment.tenant, assessment.id))
            case Gather.MEANING if assessment is not None and may_undo(command):
                return Gathered(history=await self._storage.assessments.history(assessment.tenant, assessment.id))
            case Gather.MEANING if assessment is not None and may_ask_of_the_past(command.text):
                history, verdicts = await self._archive.answers(assessment), await self._archive.verdicts(assessment)
                meant = await self._meaning(command, assessment)
                return Gathered(history=history, verdicts=verdicts, meant=meant)
            case Gather.MEANING if assessment is not None and self._find_meaning is not None:
                return Gathered(meant=await self._meaning(command, assessment))
            case _:
                return None

    @property
    def uses_model(self) -> bool:
        """Whether a language model is asked about lines that were not understood."""
        return self._find_meaning is not None

    async def may_see(self, command: CommandBase, found: Assessment) -> bool:
        """Whether the one who acts is where the assessment is: asked for what comes from no channel."""
        return await self._at_home.may_see(command.tenant, command.actor, found)

    async def _meaning(self, command: TypedText | QuestionAsked, found: Assessment) -> Choice | Asked | Control | None:
        """What the model, where one is set, takes a line for that was not understood; all others are not sent."""
        line = unread(found, command) if self._find_meaning is not None else None
        if line is None or self._find_meaning is None:
            return None
        return await self._find_meaning(line.text, FRAMEWORK.by_fact[line.fact] if line.fact else None)

    async def _record(self, command: ExportRecord, found: Assessment) -> Gathered:
        kept = await self._archive.kept(found)
        names = await self._names(command.tenant, people_of(found, kept))
        return Gathered(kept=kept, names=names, can_send_files=await self._may(command.tenant, FILES))

    async def _portfolio(self, command: ShowPortfolio, now: datetime) -> Gathered:
        if not await self._is_admin(command.tenant, command.actor):
            return Gathered(is_allowed=False)
        since = counted_from(now).failures
        return Gathered(features=await self._storage.portfolios.features(command.tenant, since))

    async def _tables(self, command: ExportTables) -> Gathered:
        if command.is_workspace and not await self._is_admin(command.tenant, command.actor):
            return Gathered(is_allowed=False)
        where = places(command)
        is_empty, may = await self._archive.is_empty(command.tenant, where), await self._may(command.tenant, FILES)
        people = () if where is None or is_empty or not may else await self._archive.people(command.tenant, where)
        names = await self._names(command.tenant, people) if people else {}
        is_asked = not command.secrets and not is_empty and may
        secrets = await self._archive.secrets(command.tenant, where) if is_asked else 0
        return Gathered(is_empty=is_empty, can_send_files=may, names=names, secrets=secrets)
