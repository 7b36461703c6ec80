"""Every visible state of everything the bot says, by name: for the goldens, and for hostile strings to pass through."""

from bot.replies import AnyModal, Reply
from tests.views.examples.asked import ASKED
from tests.views.examples.blind import BLIND, BLIND_MODALS
from tests.views.examples.failures import FAILURE_MODALS, FAILURES
from tests.views.examples.heard import HEARD
from tests.views.examples.home import HOMES
from tests.views.examples.interview import INTERVIEW
from tests.views.examples.modals import MODALS as READ_AND_ASKED
from tests.views.examples.portfolio import PORTFOLIO_MODALS, PORTFOLIOS
from tests.views.examples.private import PRIVATE
from tests.views.examples.reassess import REASSESSED
from tests.views.examples.results import RESULTS, RESULTS_MODALS
from tests.views.examples.reviews import REVIEW_MODALS, REVIEWS
from tests.views.examples.roadmap import ROADMAPS
from tests.views.examples.told import TOLD, TOLD_MODALS
from tests.views.examples.verdict import DEMANDS, VERDICTS
from tests.views.examples.worked import WORKED, WORKED_MODALS

__all__ = ["DEMANDS", "MODALS", "REPLIES"]

REPLIES: dict[str, Reply] = {
    **INTERVIEW,
    **BLIND,
    **HEARD,
    **VERDICTS,
    **ASKED,
    **ROADMAPS,
    **REASSESSED,
    **WORKED,
    **FAILURES,
    **PRIVATE,
    **HOMES,
    **PORTFOLIOS,
    **REVIEWS,
    **RESULTS,
    **TOLD,
}
"""One reply for each thing that people can see."""
MODALS: dict[str, AnyModal] = {
    **READ_AND_ASKED,
    **WORKED_MODALS,
    **FAILURE_MODALS,
    **BLIND_MODALS,
    **REVIEW_MODALS,
    **RESULTS_MODALS,
    **PORTFOLIO_MODALS,
    **TOLD_MODALS,
}
"""One modal for each state."""
