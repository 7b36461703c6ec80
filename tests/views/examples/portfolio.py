"""The portfolio in its states: large, the last page, one feature, nothing."""

from bot.replies import (
    AnyModal,
    HomeScreen,
    NeedShown,
    PortfolioAtHome,
    PortfolioLine,
    PortfolioMessage,
    PortfolioModal,
    Reply,
)
from rules.framework import Architecture
from rules.portfolio import Drift
from rules.vocabulary import Source
from storage.records import AssessmentState

RAG, TOOLS, PROMPT, HYBRID = Architecture.RAG, Architecture.TOOLS, Architecture.PROMPT, Architecture.HYBRID


def line(name: str = "Support copilot", **more: object) -> PortfolioLine:
    given = {"name": name, "channel": "C0SUPPORT", "architecture": RAG, "is_planned": True}
    return PortfolioLine(**given | more)


LINES = (
    line(
        open_days=12,
        is_overdue=True,
        reviewed="2026-10",
        drift=Drift.OTHER_VERDICT,
        concluded=HYBRID,
        bucket="retrieval_miss",
        bucket_count=9,
        failures=14,
    ),
    line(
        "Live prices",
        channel="C0PRICES",
        architecture=TOOLS,
        open_days=0,
        reviewed="2026-11",
        drift=Drift.BELOW_BAR,
        passed=2,
        ran=5,
        bucket="tool_error",
        bucket_count=3,
        failures=3,
    ),
    line("Fast search", passes=False, is_planned=False),
    line("Release notes", channel="U0ANA", architecture=PROMPT, reviewed="2026-11", is_confirmed=True, passed=4, ran=5),
    line("Contract lookup", reviewed="2026-09", is_planned=False),
    line("Tone check", architecture=Architecture.FINE_TUNE, open_days=1, drift=Drift.BELOW_BAR, reviewed="2026-11"),
)
PORTFOLIOS: dict[str, Reply] = {
    "portfolio": PortfolioMessage(
        total=41,
        by_architecture={RAG: 18, PROMPT: 11, TOOLS: 6, HYBRID: 4},
        none_passes=2,
        overdue=3,
        unplanned=5,
        drifting=2,
        bucket="retrieval_miss",
        bucket_count=120,
        failures=300,
        days=90,
        needs=(
            NeedShown(architecture=RAG, source=Source.DOCUMENTS, teams=4, features=6),
            NeedShown(architecture=TOOLS, source=Source.SYSTEMS, teams=2, features=2),
            NeedShown(architecture=Architecture.FINE_TUNE, source=Source.MODEL, teams=2, features=3),
            NeedShown(architecture=HYBRID, source=Source.BOTH, teams=2, features=2),
            NeedShown(architecture=PROMPT, source=Source.DOCUMENTS, teams=2, features=2),
        ),
        more_needs=1,
        lines=LINES,
        page=1,
        first=11,
    ),
    "portfolio_of_doubts": PortfolioMessage(
        total=5,
        by_architecture={RAG: 3},
        undecided=2,
        days=90,
        lines=(
            line("Leads", is_settled=False, reviewed="2026-11", is_confirmed=True),
            line("Trails", is_settled=False, is_leading=False),
            line("Undecided", architecture=PROMPT, is_settled=False, is_leading=False, is_likely=False),
            line("Open", architecture=PROMPT, passes=False, is_settled=False, is_leading=False, is_likely=False),
            line("Changing", state=AssessmentState.INTERVIEWING, is_revising=True),
        ),
    ),
    "portfolio_of_undecided_ones": PortfolioMessage(
        total=1, undecided=1, unplanned=1, days=90, lines=(line(is_likely=False, is_leading=False),)
    ),
    "portfolio_of_one": PortfolioMessage(
        total=1, by_architecture={RAG: 1}, unplanned=1, days=90, lines=(line(is_planned=False),)
    ),
    "portfolio_of_one_that_does_not_pass": PortfolioMessage(
        total=1,
        none_passes=1,
        overdue=1,
        drifting=1,
        bucket="unclassified",
        bucket_count=1,
        failures=1,
        days=90,
        lines=(line(passes=False, open_days=7, is_overdue=True, bucket="unclassified", bucket_count=1, failures=1),),
    ),
    "portfolio_of_nothing": PortfolioMessage(total=0),
    "home_of_an_admin": HomeScreen(portfolio=PortfolioAtHome(features=41, overdue=3, bucket="retrieval_miss")),
    "home_of_an_admin_where_nothing_waits": HomeScreen(portfolio=PortfolioAtHome(features=1)),
}
PORTFOLIO_MODALS: dict[str, AnyModal] = {
    "portfolio_opened": PortfolioModal(shown=PORTFOLIOS["portfolio"]),
    "portfolio_opened_of_nothing": PortfolioModal(shown=PORTFOLIOS["portfolio_of_nothing"]),
}
