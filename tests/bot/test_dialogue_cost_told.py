"""What a team tells of its cost in a story after the verdict: the figures kept, and the arithmetic that it reads."""

from tests.bot.room import Room
from tests.tables import each


@each(
    ("typed", "first", "worked"),
    [
        (
            "one wrong mail costs us 12 Euro rework and a voucher of 30, from 100 mails are 6 wrong, daily we have 380",
            "About €29,000 a month: 380 requests x 6 of 100 wrong x €42 = €960 a day.",
            "€12 and €30 is €42.",
        ),
        (
            "we do 3.200 invoices in the month, 4 % is wrong and to repair one takes 20 min, accountant costs 45 €/h",
            "About €1,900 a month: 105 requests x 4 of 100 wrong x €15 = €63 a day.",
            "20 min at €45 an hour is €15.",
        ),
    ],
)
def test_figures_of_one_story_are_multiplied_and_their_arithmetic_is_told(decided: Room, typed, first, worked):
    room = decided.copy()
    room.type(typed)

    (answer,) = [reply.says for reply in room.thread if reply.kind == "told_answer"]
    assert answer[0] == first
    assert answer[-1] == worked


def test_one_figure_that_is_corrected_is_counted_with_the_others(decided: Room):
    decided.type("150 a day, 4% wrong, and when it is wrong it costs 45 euros each")
    decided.type("it is 15 Euro one wrong, not 45. 20 minutes is a third of an hour")

    assert "150 requests x 4 of 100 wrong x €15 = €90 a day" in decided.thread[-1].says[0]


def test_a_ruined_thing_with_how_often_it_happens_is_counted_where_the_cost_is_asked_for(decided: Room):
    decided.type("what does a mistake cost us? a scrapped mold is about 8k, happens in 1 of 200 and we pour 15 a day")

    assert "15 requests x 0.5 of 100 wrong x $8,000 = $600 a day" in decided.thread[-1].says[0]


def test_figures_that_come_one_by_one_are_kept_together_and_one_told_anew_replaces_itself(decided: Room):
    for typed in ("97 of 100 right", "a wrong one costs 20 euros", "we do 280 a week", "no wait, 350 a week"):
        decided.type(typed)
    told = [reply.says[0] for reply in decided.thread if reply.kind == "told_answer"]
    assert "50 requests x 3 of 100 wrong x €20 = €30 a day" in told[-1]

    decided.type("not 3%, 5%")
    assert "50 requests x 5 of 100 wrong x €20" in decided.thread[-1].says[0]

    decided.type("make it 25 euros")
    assert "50 requests x 5 of 100 wrong x €25" in decided.thread[-1].says[0]


@each("typed", ["make it 25 euros?", "what if 350 a week", "9 euros for shipping", "the 12 clerks make it 350"])
def test_a_line_that_is_more_than_figures_leaves_those_of_before(decided: Room, typed):
    room = decided.copy()
    room.type("a wrong one costs 20 euros")
    before = room.assessment.cost
    room.type(typed)

    assert room.assessment.cost == before


def test_figures_between_colleagues_are_not_counted_with(decided: Room):
    decided.type("a wrong one costs 20 euros")
    before = decided.assessment.cost
    decided.type("not 3%, 5%", is_mention=False)

    assert decided.assessment.cost == before


def test_what_is_missing_beside_a_breach_that_was_paid_is_asked_for_in_one_line(decided: Room):
    decided.type("a wrong letter is a breach, the last one ran to £61,500, and we send 140 letters a week")

    says = decided.thread[-1].says
    assert says[1:] == (
        "140 a week is 20 a day.",
        "Counted with 20 requests a day and £61,500 a wrong answer.",
        "For a closer figure tell me the share of wrong answers.",
    )


def test_figures_of_a_wrong_answer_are_counted_though_only_a_comparison_is_asked_for(decided: Room):
    decided.type("cost? 2000 requests a day, 12 eur per error. hybrid vs rag")

    says = [" ".join(reply.says) for reply in decided.thread if reply.kind == "told_answer"]
    assert any("Counted with 2,000 requests a day and €12 a wrong answer." in each for each in says)


@each(
    "typed",
    [
        "what wrong answers cost us is rework only",
        "the license costs 30 euros a seat",
        "Ben was wrong about 20 dollars",
    ],
)
def test_what_is_no_figure_of_cost_is_kept_as_none(decided: Room, typed):
    room = decided.copy()
    room.type(typed)

    assert room.assessment.cost is None


def test_whether_a_figure_was_told_is_answered_from_the_record_or_said_to_be_missing(decided: Room):
    share, cost = "did we tell you how many answers are wrong", "have we told you what a wrong answer costs?"

    for asked, missing in ((share, "how many answers are wrong"), (cost, "what a wrong answer costs")):
        decided.type(asked)
        assert decided.thread[-1].says[0].startswith(f"Nobody has told {missing}.")

    decided.type("150 a day, 4% wrong, and when it is wrong it costs 45 euros each")
    for asked, figure in ((share, "4% of the answers are wrong"), (cost, "a wrong answer costs €45")):
        decided.type(asked)
        assert decided.thread[-1].says == (f"Yes: {figure}. Costs are counted with it.",)
