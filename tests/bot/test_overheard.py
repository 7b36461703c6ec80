"""What colleagues tell each other in a review's own thread: it is theirs, and answers no question of another thread."""

from datetime import timedelta

import pytest

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.replies import HeardReply
from rules import FRAMEWORK
from storage.records import Assessment, AssessmentState
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1

ASKED = FEATURE.model_copy(
    update={"asking": "stakes", "asked": (*FEATURE.asked, "stakes"), "state": AssessmentState.INTERVIEWING}
)
"""The feature with a question open in its own thread."""


def overheard(text: str, feature: Assessment = FEATURE, *, is_mention: bool = False) -> Turn:
    """What the line leads to in the thread of the review that stands open."""
    recalled = Recalled(
        now=DUE + timedelta(hours=1),
        framework=FRAMEWORK,
        new_id="n1",
        assessment=feature,
        reviews=(OPEN,),
        posted=frozenset({"parent", "question:stakes"}),
    )
    said = {"tenant": T1, "channel": "C1", "actor": "U2", "thread_ts": "2.2", "review": OPEN.month}
    command = commands.TypedText(**said, text=text, is_mention=is_mention)
    return advance(command, declared(command, recalled))


@pytest.mark.parametrize("feature", [FEATURE, ASKED])
@pytest.mark.parametrize(
    "text",
    [
        "not sure", "money", "option 2", "the second one", "an error costs us money",
        "harm", "weekly", "the tone is off", "continue", "stop", "back", "undo", "help",
        "we moved to a private cloud", "change stakes", "Ben, skip that one", "prices move daily now",
    ],
)  # fmt: skip
def test_what_colleagues_tell_each_other_in_a_reviews_thread_changes_and_says_nothing(text: str, feature: Assessment):
    assert not overheard(text, feature).changes_something


@pytest.mark.parametrize("feature", [FEATURE, ASKED])
def test_a_question_among_them_is_answered_there_and_done_is_asked_back(feature: Assessment):
    (answer,) = overheard("why not fine-tuning?", feature).says
    (asked,) = overheard("done", feature).says

    assert answer.under_key == f"review:{OPEN.month}"
    assert isinstance(asked.reply, HeardReply)
    assert "Is the review finished?" in asked.reply.says[0]


def test_what_is_said_to_the_bot_there_is_heard_as_ever():
    assert overheard("an error costs us money", ASKED, is_mention=True).assessments


def test_after_the_verdict_a_mention_is_never_met_with_silence_but_for_thanks():
    def says(text: str) -> list[str]:
        command = commands.TypedText(tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text=text, is_mention=True)
        recalled = Recalled(now=DUE + timedelta(hours=1), framework=FRAMEWORK, new_id="n1", assessment=FEATURE)
        turn = advance(command, declared(command, recalled))
        return [line for say in turn.says if isinstance(say.reply, HeardReply) for line in say.reply.says]

    assert "Nothing was written down; say it in other words." in says("we moved the desks around")[0]
    assert says("thanks ben") == []
