"""An old line that somebody edits: what it says now is asked about, since another question may stand open by then."""

from datetime import timedelta

import pytest

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.replies import HeardReply
from rules import FRAMEWORK
from storage.records import Assessment, AssessmentState
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1
from tests.bot.typed_lines import heard

ASKED = FEATURE.model_copy(
    update={"asking": "stakes", "asked": (*FEATURE.asked, "stakes"), "state": AssessmentState.INTERVIEWING}
)
"""The feature with a question open in its thread, while its review stands open."""


def edited(text: str, feature: Assessment = FEATURE, *, is_in_review: bool = False) -> Turn:
    """What an edited line leads to, in the feature's thread or in that of its review."""
    posted, now = frozenset({"parent", "question:stakes"}), DUE + timedelta(hours=1)
    recalled = Recalled(
        now=now, framework=FRAMEWORK, new_id="n1", assessment=feature, reviews=(OPEN,), posted=posted
    )  # fmt: skip
    said = {"tenant": T1, "channel": "C1", "actor": "U1", "thread_ts": "1.1", "is_mention": True, "is_edited": True}
    command = commands.TypedText(**said, text=text, review=OPEN.month if is_in_review else "")
    return advance(command, declared(command, recalled))


@pytest.mark.parametrize("feature", [FEATURE, ASKED])
@pytest.mark.parametrize("text", ["done", "skip", "later", "finish the review", "done, close the review"])
def test_an_edit_ends_no_review_and_in_its_thread_it_is_asked_whether_it_is_to(text: str, feature: Assessment):
    there, elsewhere = edited(text, feature, is_in_review=True), edited(text, feature)

    assert (there.reviews, there.assessments) == (elsewhere.reviews, elsewhere.assessments) == ((), ())
    assert heard(there).says[0].startswith("Is ")


def test_an_edited_result_is_taken_and_the_end_beside_it_is_not():
    turn = edited("refund window passed, finish the review", is_in_review=True)

    (review,) = turn.reviews
    assert (review.state, review.results) == (OPEN.state, {"t1": "pass"})


@pytest.mark.parametrize(
    ("text", "steers"),
    [("skip", "skip"), ("not sure", "skip"), ("back", "back"), ("stop", "stop"), ("undo", ""), ("change stakes", "")],
)
def test_an_edit_steers_nothing_by_itself_and_a_press_does(text: str, steers: str):
    turn = edited(text, ASKED)

    (asked,) = [say.reply for say in turn.says if isinstance(say.reply, HeardReply)]
    assert not turn.assessments
    assert asked.steers == steers
    assert ("press Yes, that" in asked.says[0]) is bool(steers)
