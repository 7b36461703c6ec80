"""What a Home shows and what its buttons offer, fetched for one person: only what is in channels they are in.

Slack is asked each time, for nobody tells the bot that a person left a channel. Where it cannot be asked now, nothing
is shown that was not certainly theirs; where it may not be asked, what they took part in is theirs.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.commands import AppHomeOpened, CommandBase, RefreshHome
from bot.dialogue.home import PAGE, is_looking, keys
from bot.dialogue.portfolio import counted_from
from bot.dialogue.turn import LookedAt, Offered
from bot.recall.lineage import Lineage, month_start
from bot.recall.sites import Sites
from bot.slack.membership import FindChannels, Membership, Told
from storage import Storage
from storage.homes import HomeAsked, HomeRows
from storage.records import Assessment, Tenant, Viewer

IsAdmin = Callable[[Tenant, str], Awaitable[bool | None]]
"""Whether a person administers the workspace; None where Slack does not tell."""


class AtHome:
    """Gathers for the Home."""

    def __init__(self, storage: Storage, find_channels: FindChannels, is_admin: IsAdmin, sites: Sites) -> None:
        self._storage = storage
        self._find_channels = find_channels
        self._is_admin = is_admin
        self._sites = sites

    async def opened(self, command: AppHomeOpened, now: datetime) -> LookedAt | None:
        """What this person's Home shows, at which they look now; None where there is no such person.

        They are noted before anything is read, so that whoever changes it meanwhile knows of them.
        """
        viewer = await self._storage.homes.opened(command.tenant, command.actor, command.page, now)
        return await self._look(viewer, now, *await self._asked(command))

    async def again(self, command: RefreshHome, now: datetime) -> LookedAt | None:
        """The same, made anew; None where they are not looking any more."""
        viewer = await self._storage.homes.viewer(command.tenant, command.actor)
        if viewer is None or not is_looking(viewer, now):
            return None
        membership, is_admin = await self._asked(command)
        return (
            LookedAt(viewer, HomeRows(), membership.told)
            if membership.told is Told.NOT_NOW
            else await self._look(viewer, now, membership, is_admin)
        )

    async def _asked(self, command: CommandBase) -> tuple[Membership, bool | None]:
        """What Slack says of this person: their channels, and whether they administer the workspace; at once."""
        who = (command.tenant, command.actor)
        return await asyncio.gather(self._find_channels(*who), self._is_admin(*who))

    async def _look(
        self, viewer: Viewer, now: datetime, membership: Membership, is_admin: bool | None
    ) -> LookedAt | None:
        tenant, user = viewer.tenant, viewer.user
        if membership.told is Told.GONE:
            await self._storage.homes.forget(tenant, user)
            return None
        asked = HomeAsked(tenant, user, await self._channels(membership, tenant, user), viewer.page, PAGE)
        rows = await self._storage.homes.look(asked, lambda one: month_start(one, now), keys)
        site = await self._sites.of(tenant, next(iter(rows.places.values()), None))
        totals = await self._storage.portfolios.totals(tenant, *counted_from(now)) if is_admin else None
        return LookedAt(viewer, rows, membership.told, site, totals, membership.archived)

    async def offered(self, tenant: Tenant, user: str) -> Offered:
        """The features of which this person may log a failure, and the one of which they did so last."""
        membership = await self._find_channels(tenant, user)
        channels = await self._channels(membership, tenant, user)
        features = await self._storage.homes.features(tenant, user, channels)
        last = await self._storage.failures.last_by(tenant, user)
        logged = await self._storage.assessments.get(tenant, last.assessment_id) if last else None
        lives_on = await Lineage(self._storage).newest(logged)
        return Offered(features, membership.channels, lives_on.id if lives_on else "", membership.told)

    async def may_see(self, tenant: Tenant, user: str, assessment: Assessment) -> bool:
        """Whether this person is where the assessment is."""
        if assessment.tenant != tenant:
            return False
        if assessment.channel == user or (assessment.channel.startswith("D") and assessment.started_by == user):
            return True
        return assessment.channel in await self._channels(await self._find_channels(tenant, user), tenant, user)

    async def _channels(self, found: Membership, tenant: Tenant, user: str) -> tuple[str, ...]:
        if found.told is Told.NOT_ALLOWED:
            return await self._storage.assessments.channels_of(tenant, user)
        return tuple(found.channels)
