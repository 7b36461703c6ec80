"""What is only asked, mused or refused of a review does nothing to it, and is told what stands."""

from tests.bot.typed_lines import heard, typed
from tests.tables import each


@each(
    ("text", "says"),
    [
        ("should we finish the review?", "Is the review finished? Press *Finish review* at its message in the channel"),
        ("don't finish the review yet", "Nothing was ended: the review stands open until somebody finishes it."),
        ("finish the March review", "The review that stands open is that of December 2026."),
    ],
)
def test_who_asks_or_refuses_or_names_another_month_ends_nothing_and_hears_what_stands(text, says):
    turn = typed(text)

    assert turn.reviews == ()
    assert heard(turn).says[0].startswith(says)


def test_a_step_beside_a_move_needs_no_failures_to_be_counted():
    assert typed("snooze a week and move it to the 5th").assessments[0].schedule.day == 5
