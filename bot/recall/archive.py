"""What exports read from storage: all that one decision record shows, and a channel or a workspace piece by piece.

Slack's exports and the command line's stand on it alike. A piece is small, so that a large workspace needs no more
memory than its files, and nobody waits while it is read.
"""

from collections.abc import AsyncIterator, Collection, Sequence

from bot.exports import Exported, GivenAnswer, Kept, people_in
from bot.recall.lineage import Lineage
from bot.recall.sites import Sites
from bot.runtime.secrets import secrets_in, texts
from storage import Storage
from storage.records import Answer, Assessment, Decision, Review, Tenant

PIECE = 10
"""So many assessments are read at once."""


class Archive:
    """Reads for exports."""

    def __init__(self, storage: Storage, sites: Sites | None = None) -> None:
        self._storage = storage
        self._lineage = Lineage(storage)
        self._sites = sites or Sites()

    async def kept(self, assessment: Assessment) -> Kept:
        """What the record of this decision shows."""
        versions = await self._lineage.versions(assessment)
        after = (
            await self._storage.assessments.get(assessment.tenant, assessment.superseded_by)
            if assessment.superseded_by
            else None
        )
        ids = [one.id for one in versions]
        reviews = await self._storage.reviews.among(assessment.tenant, ids)
        failures = await self._storage.failures.among(assessment.tenant, ids)
        links = {one.id: await self._where(one) for one in (*versions[:2], *((after,) if after else ()))}
        return Kept(
            before=tuple(versions[1:]),
            after=after,
            reviews=_one_a_month(reviews, ids),
            failures=tuple(sorted(failures, key=lambda failure: failure.at)),
            answers=await self._storage.assessments.history(assessment.tenant, assessment.id),
            blind=await self._storage.blind.opened(assessment.tenant, [assessment.id]),
            links={id_: link for id_, link in links.items() if link},
        )

    async def verdicts(self, assessment: Assessment) -> tuple[Decision, ...]:
        """Every verdict of this decision, over all its versions, the first one first."""
        versions = await self._lineage.versions(assessment)
        read = self._storage.assessments.verdicts
        return tuple([one for each in reversed(versions) for one in await read(assessment.tenant, each.id)])

    async def answers(self, assessment: Assessment) -> tuple[Answer, ...]:
        """Every answer ever given, over all its versions, the first one first."""
        versions = await self._lineage.versions(assessment)
        read = self._storage.assessments.history
        return tuple([one for each in reversed(versions) for one in await read(assessment.tenant, each.id)])

    async def pieces(
        self, tenant: Tenant, channels: Sequence[str] | None, needs: Collection[str] = Exported.model_fields
    ) -> AsyncIterator[Exported]:
        """All assessments of these channels, or for None of the workspace, with what belongs to them, where needed."""
        read = {
            "assessments": self._storage.assessments.among,
            "reviews": self._storage.reviews.among,
            "failures": self._storage.failures.among,
            "blind": self._storage.blind.opened,
        }
        ids = [id_ for one in _places(channels) for id_ in await self._storage.assessments.ids(tenant, one)]
        for start in range(0, len(ids), PIECE):
            some = ids[start : start + PIECE]
            piece = {name: await read[name](tenant, some) for name in needs if name in read}
            history = await self._history(tenant, some) if "history" in needs else ()
            yield Exported.model_validate({**piece, "history": history})

    async def people(self, tenant: Tenant, channels: Sequence[str]) -> tuple[str, ...]:
        """Everybody whom the tables of these channels name."""
        pieces = self.pieces(tenant, channels)
        return tuple(dict.fromkeys([user async for piece in pieces for user in people_in(piece)]))

    async def secrets(self, tenant: Tenant, channels: Sequence[str] | None) -> int:
        """How many typed texts in these tables look like secrets."""
        pieces = self.pieces(tenant, channels)
        return sum([secrets_in(texts(piece.model_dump(mode="json"))) async for piece in pieces])

    async def _history(self, tenant: Tenant, ids: Sequence[str]) -> tuple[GivenAnswer, ...]:
        given = {id_: await self._storage.assessments.history(tenant, id_) for id_ in ids}
        return tuple(GivenAnswer(assessment_id=id_, answer=one) for id_, answers in given.items() for one in answers)

    async def is_empty(self, tenant: Tenant, channels: Sequence[str] | None) -> bool:
        """Whether there is nothing to export."""
        for one in _places(channels):
            if await self._storage.assessments.in_channel(tenant, one, limit=1):
                return False
        return True

    async def _where(self, assessment: Assessment) -> str:
        """The address of the decision's thread, without asking Slack for that of each."""
        message = await self._storage.outbox.message(assessment.tenant, assessment.id, "parent")
        if message is None:
            return ""
        site = await self._sites.of(assessment.tenant, message)
        return f"{site}/archives/{message.channel}/p{message.ts.replace('.', '')}"


def _places(channels: Sequence[str] | None) -> Sequence[str | None]:
    return (None,) if channels is None else channels


def _one_a_month(reviews: tuple[Review, ...], newest_first: list[str]) -> tuple[Review, ...]:
    """The reviews by month. A month in which the version changed counts once: as the newer version held it."""
    by_month: dict[str, Review] = {}
    for review in sorted(reviews, key=lambda one: newest_first.index(one.assessment_id), reverse=True):
        by_month[review.month] = review
    return tuple(by_month[month] for month in sorted(by_month))
