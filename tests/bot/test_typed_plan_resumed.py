"""Reviews that rest, and bare words that let them go on."""

from storage.records import ScheduleState
from tests.bot.reviewed import scheduled
from tests.bot.typed_lines import typed
from tests.tables import each


@each("text", ["resume", "no wait, we still have March. resume", "ok continue", "go on with it please"])
def test_what_rests_goes_on_at_a_bare_word(text):
    turn = typed(text, scheduled(state=ScheduleState.PAUSED))

    assert turn.assessments[0].schedule is not None
    assert turn.assessments[0].schedule.state is ScheduleState.ACTIVE
    assert not typed(text).assessments


@each(
    "text",
    ["do we resume?", "the resume in PDF is what people send", "we continue with the Excel", "who can go on call"],
)
def test_what_only_holds_such_a_word_leaves_the_plan_alone(text):
    assert not typed(text, scheduled(state=ScheduleState.PAUSED)).assessments
