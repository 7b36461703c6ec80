"""What all decisions of a workspace come to: for those who administer it, to the one who asks alone."""

from datetime import datetime
from typing import NamedTuple

from bot.commands import ShowPortfolio
from bot.dialogue.schedule import today
from bot.dialogue.turn import Gathered, Recalled, Turn, in_its_place, privately, problem
from bot.replies import (
    AnyModal,
    NeedShown,
    NoticeModal,
    PortfolioAtHome,
    PortfolioLine,
    PortfolioMessage,
    PortfolioModal,
    Trouble,
)
from rules.portfolio import (
    FAILURES_OF,
    OVERDUE_AFTER,
    Commonest,
    DecidedFeature,
    Portfolio,
    commonest,
    summarize,
)
from storage.portfolios import PortfolioTotals
from storage.records import AssessmentState

PAGE = 10
"""How many features one page shows."""
_MOST_NEEDS = 5
_STANDING = {"architecture", "passes", "is_settled", "is_likely", "is_leading", "is_revising", "is_sharpening"}


class CountedFrom(NamedTuple):
    """From when what counts."""

    reviews: datetime
    """Reviews that were opened up to here are overdue."""
    failures: datetime
    """Failures count from here on."""


def counted_from(now: datetime) -> CountedFrom:
    """The bounds of a portfolio of this moment."""
    return CountedFrom(now - OVERDUE_AFTER, now - FAILURES_OF)


def show(command: ShowPortfolio, recalled: Recalled) -> Turn:
    """The sums and one page of features; a page that was turned takes the place of the one before it."""
    gathered = recalled.gathered or Gathered()
    is_at_home = command.is_turned and not (command.channel or command.response_url)
    if is_at_home:  # what is pressed on Home is answered there: a direct message would come unseen
        return Turn(modal=_opened(command, gathered, recalled.now))
    if not gathered.is_allowed:
        return problem(command, Trouble.NOT_ADMIN, in_thread=False)
    reply = _message(summarize(gathered.features, recalled.now), command.page, recalled.now)
    turned = in_its_place(command, reply) if command.is_turned else None
    return Turn(says=(turned or privately(command, reply, in_thread=False),))


def _opened(command: ShowPortfolio, gathered: Gathered, now: datetime) -> AnyModal:
    if not gathered.is_allowed:
        return NoticeModal(title="Portfolio", trouble=Trouble.NOT_ADMIN)
    return PortfolioModal(shown=_message(summarize(gathered.features, now), command.page, now))


def at_home(totals: PortfolioTotals | None) -> PortfolioAtHome | None:
    """The line in an admin's Home; None for everybody else, and where nothing is decided."""
    if totals is None or not totals.features:
        return None
    most = commonest(totals.failures)
    return PortfolioAtHome(features=totals.features, overdue=totals.overdue, bucket=most.bucket if most else "")


def _message(summed: Portfolio, page: int, now: datetime) -> PortfolioMessage:
    page = max(0, min(page, (summed.total - 1) // PAGE))
    start, most = page * PAGE, summed.commonest
    needs = tuple(NeedShown(**need._asdict()) for need in summed.needs[:_MOST_NEEDS])
    return PortfolioMessage(
        **summed.model_dump(
            include={"total", "by_architecture", "none_passes", "undecided", "overdue", "unplanned", "drifting"}
        ),
        **_most(most),
        days=FAILURES_OF.days,
        needs=needs,
        more_needs=len(summed.needs) - len(needs),
        lines=tuple(_line(one, now) for one in summed.features[start : start + PAGE]),
        page=page,
        first=start + 1,
    )


def _most(most: Commonest | None) -> dict[str, str | int]:
    return {"bucket": most.bucket, "bucket_count": most.failures, "failures": most.total} if most else {}


def _line(feature: DecidedFeature, now: datetime) -> PortfolioLine:
    last, drift = feature.reviewed, feature.drift
    is_later = last is not None and last.finished_at >= feature.decided_at
    return PortfolioLine(
        name=feature.name,
        channel=feature.team,
        **feature.model_dump(include=_STANDING),
        state=AssessmentState.INTERVIEWING if feature.is_revising else AssessmentState.DECIDED,
        is_planned=feature.is_planned,
        open_days=max(0, (today(feature.zone, now) - today(feature.zone, feature.waits_since)).days)
        if feature.waits_since
        else None,
        is_overdue=feature.is_overdue(now),
        reviewed=last.month if last else "",
        is_confirmed=is_later and drift is None,
        drift=drift,
        concluded=last.architecture if last and drift else None,
        passed=last.passed if last else 0,
        ran=last.ran if last else 0,
        **_most(commonest(feature.failures)),
    )
