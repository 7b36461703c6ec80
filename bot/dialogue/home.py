"""The Home tab: what waits for the reader, and the decisions in their channels."""

from collections.abc import Iterable
from datetime import datetime

from bot.commands import AppHomeOpened
from bot.dialogue.progress import open_fact
from bot.dialogue.schedule import next_at
from bot.dialogue.turn import Gathered, Recalled, Say, Turn
from bot.replies.home import HomeLine, HomeScreen, WaitingLine, Waits
from storage.records import (
    Assessment,
    AssessmentState,
    DeliveryMethod,
    ItemState,
    ReviewState,
)

PAGE = 10
"""How many assessments one page of the Home shows."""
_MOST_WAITING = 8


def show(command: AppHomeOpened, recalled: Recalled) -> Turn:
    """Publish the Home of the one who looks at it. It is theirs alone, and the latest is all that counts."""
    gathered = recalled.gathered or Gathered()
    screen = HomeScreen(
        waiting=tuple(_waiting(gathered, command.actor, recalled))[:_MOST_WAITING],
        lines=tuple(_line(found, gathered, recalled.now) for found in gathered.shown[:PAGE]),
        page=command.page,
        has_more=len(gathered.shown) > PAGE,
        sees_channels=gathered.sees_channels,
    )
    key = f"home:{command.actor}"
    published = Say(
        DeliveryMethod.PUBLISH,
        screen,
        key=key,
        user=command.actor,
        channel=command.actor,
        is_private=True,
        replaces=True,
    )
    return Turn(says=(published,))


def _waiting(gathered: Gathered, reader: str, recalled: Recalled) -> Iterable[WaitingLine]:
    """Reviews first, then items by due date, then open questions."""
    live = [one for one in gathered.newest if one.state not in {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}]
    for found in live:
        review = gathered.reviews.get(found.id)
        if review is not None and review.state is ReviewState.OPEN:
            yield _wait(Waits.REVIEW, found, gathered)
    owned = [
        (item.due or "9999", item, found)
        for found in live
        for item in found.checklist
        if item.owner == reader and item.state is ItemState.OPEN
    ]
    for _due, item, found in sorted(owned, key=lambda one: (one[0], one[2].name)):
        yield _wait(Waits.ITEM, found, gathered, item.title, item.due)
    for found in live:
        fact = open_fact(found) if found.state is AssessmentState.INTERVIEWING else None
        if fact is not None:
            yield _wait(Waits.QUESTION, found, gathered, recalled.framework.by_fact[fact].topic)


def _wait(waits: Waits, found: Assessment, gathered: Gathered, what: str = "", due: str | None = None) -> WaitingLine:
    link = gathered.links.get(found.id)
    return WaitingLine(waits=waits, assessment_id=found.id, name=found.name, what=what, due=due, link=link)


def _line(found: Assessment, gathered: Gathered, now: datetime) -> HomeLine:
    counted = [item for item in found.checklist if item.state is not ItemState.OBSOLETE]
    review = gathered.reviews.get(found.id)
    return HomeLine(
        assessment_id=found.id,
        name=found.name,
        channel=found.channel,
        state=found.state,
        architecture=found.decision.verdict.verdict if found.decision else None,
        passes=found.decision.verdict.passes if found.decision else True,
        done=sum(item.state is ItemState.DONE for item in counted),
        total=len(counted),
        next_review_at=next_at(found, now),
        trend=str(review.outcome.get("headline", "")) if review else "",
        link=gathered.links.get(found.id),
    )
