"""What wrong answers cost, in the thread: the modal, the estimate, what is kept, and figures that cannot stand."""

from typing import Any

from bot import commands
from bot.dialogue import faults
from bot.ids import Field
from bot.views import render, render_modal
from rules.framework import Architecture
from rules.hearing.questions.figures import figures
from storage.records import DeliveryMethod
from tests.bot.room import CHANNEL, COPILOT, TENANT, Room
from tests.tables import each


def cost(room: Room, **figures: Any) -> Any:
    """Submit the modal with these figures; gives the message in the thread."""
    room.do(commands.CostGiven, **figures)
    return next(say.reply for say in reversed(room.turns[-1].says) if say.message_key == "cost")


def test_the_modal_of_cost_opens_and_shows_again_what_was_given(decided: Room):
    decided.do(commands.AskForCost)
    modal: Any = decided.modal
    assert modal.kind == "cost_modal"
    assert (modal.requests, modal.wrong, modal.saved, modal.errors) == ("", "", "", {})

    cost(decided, requests="1,500", wrong="CHF 12.50", saved="3", errors={"rag": "10-15%", "prompt": ""})
    decided.do(commands.AskForCost)
    again: Any = decided.modal

    assert (again.requests, again.wrong, again.saved) == ("1,500", "CHF 12.5", "CHF 3")
    assert again.errors == {"rag": "10-15%"}


def test_the_modal_asks_only_about_what_passes_and_about_what_was_measured_before(decided: Room):
    cost(decided, requests="1,500")
    known = decided.assessment.cost
    assert known is not None
    passing = {*Architecture} - {*known.ruled_out}
    assert passing < {*Architecture}

    decided.do(commands.AskForCost)
    asks: Any = decided.modal
    assert {*asks.asks} == passing
    assert "only what passes that is asked about" in str(render_modal(asks))

    cost(decided, requests="1,500", errors={"fine_tune": "5%"})
    decided.do(commands.AskForCost)

    again: Any = decided.modal
    assert {*again.asks} == passing | {Architecture.FINE_TUNE}


def test_the_estimate_stands_in_the_thread_and_with_the_assessment(decided: Room):
    shown = cost(decided, requests="1,500", wrong="$12", errors={"rag": "10-15%"})
    kept = decided.assessment.cost

    assert kept is not None
    assert kept.figures.requests_a_day == 1500
    assert kept.says == shown.says
    assert len(shown.says) == 3
    assert [line.architecture for line in shown.lines] == ["prompt", "tools", "rag", "fine_tune", "hybrid"]
    assert {line.architecture for line in shown.lines if line.is_ruled_out} == set(kept.ruled_out)
    assert shown.given == (
        "1,500 requests a day",
        "A wrong answer costs $12",
        "The share of wrong answers with retrieval (RAG): 10-15%",
    )
    assert any("Tokens of a request" in one or "tokens of a request" in one for one in shown.assumed)
    assert decided.assessment.decision is not None
    assert shown.verdict is decided.assessment.decision.verdict.verdict


def test_the_thread_shows_what_is_assumed_and_leaves_its_sources_to_the_record(decided: Room):
    shown = cost(decided, requests="1,500", wrong="$12")
    kept = decided.assessment.cost

    assert kept is not None
    assert "https://" in kept.assumed[0]
    text = render(shown).text
    assert f"• {kept.assumed[0].partition('. ')[0]}\n" in text
    assert "https://" not in text
    assert "in the decision record, each with its source" in text


def test_figures_that_change_edit_the_estimate_in_its_place(decided: Room):
    cost(decided, requests="1,500")
    assert [say.method for say in decided.turns[-1].says if say.message_key == "cost"] == [DeliveryMethod.POST]

    cost(decided, requests="2k")
    assert [say.method for say in decided.turns[-1].says if say.message_key == "cost"] == [DeliveryMethod.UPDATE]


def test_nothing_given_is_all_assumed(decided: Room):
    shown = cost(decided)

    assert shown.given == ()
    assert len(shown.assumed) > 20


@each(
    ("figures", "field", "sentence"),
    [
        ({"requests": " ", "errors": {"rag": ""}}, Field.COST_REQUESTS, "Give at least one figure"),
        ({"wrong": "free"}, Field.COST_WRONG, "That is not a figure."),
        ({"wrong": "0"}, Field.COST_WRONG, "a wrong answer that costs nothing needs no estimate"),
        ({"wrong": "-3"}, Field.COST_WRONG, "a cost is more than nothing"),
        ({"wrong": "1000000000000000000"}, Field.COST_WRONG, "The nearest is 1,000,000,000."),
        ({"wrong": "12 zl"}, Field.COST_WRONG, "That is not a figure."),
        ({"saved": "-1"}, Field.COST_SAVED, "The nearest is 0."),
        ({"wrong": "$5", "saved": "3 EUR"}, Field.COST_SAVED, "What a wrong answer costs is in USD."),
        ({"requests": "$5"}, Field.COST_REQUESTS, "That is not a figure."),
        ({"requests": "5,000", "volume": "under_1k"}, Field.COST_REQUESTS, "is under 1,000. Which one holds?"),
        ({"requests": "5,000", "volume": "over_1m"}, Field.COST_REQUESTS, "is over a million. Which one holds?"),
        ({"errors": {"rag": "many"}}, f"{Field.COST_ERRORS}", "Type a share such as 10-15%"),
        ({"errors": {"rag": "150%"}}, f"{Field.COST_ERRORS}", "an error rate is a share between 0 and 1"),
        ({"errors": {"rag": "20-10%"}}, f"{Field.COST_ERRORS}", "the lower end comes first"),
    ],
)
def test_a_figure_that_cannot_stand_is_told_under_its_field(figures: Any, field: str, sentence: str):
    command = commands.CostGiven(tenant=TENANT, actor="U1", channel=CHANNEL, assessment_id="A1", **figures)

    found = faults(command)

    assert len(found) == 1
    at, said = next(iter(found.items()))
    assert at.startswith(field)
    assert sentence in said


def test_figures_that_can_stand_have_no_fault():
    figures = {"requests": "500", "volume": "under_1k", "wrong": "12", "saved": "3 EUR", "errors": {"rag": " 5% "}}

    assert faults(commands.CostGiven(tenant=TENANT, actor="U1", channel=CHANNEL, assessment_id="A1", **figures)) == {}


def test_a_new_version_keeps_the_figures(decided: Room):
    cost(decided, requests="1,500")
    kept = decided.assessment.cost

    decided.do(commands.Reassess)
    decided.do(commands.KeepRest, fact="need")

    assert decided.assessment.supersedes is not None
    assert decided.assessment.cost == kept


def test_figures_that_are_told_one_after_another_are_counted_together_and_named(decided: Room):
    for typed, counted in (
        ("2000 requests a day", "Counted with 2,000 requests a day."),
        ("a wrong answer costs 12 dollars", "Counted with 2,000 requests a day and $12 a wrong answer."),
        ("make that 15 euros per wrong answer", "Counted with 2,000 requests a day and €15 a wrong answer."),
    ):
        decided.type(typed)
        told = [reply.says for reply in decided.thread if reply.kind == "told_answer"]
        assert told[-1][1] == counted

    decided.type("10% of the answers are wrong")

    assert "2,000 requests x 10 of 100 wrong x €15 = €3,000 a day" in decided.thread[-1].says[0]
    assert decided.assessment.cost is not None
    assert decided.assessment.cost.figures.requests_a_day == 2000
    assert decided.assessment.answers["stakes"].value == "money"


def test_a_share_told_as_one_in_so_many_is_counted_with_the_other_figures_of_its_line(decided: Room):
    """Asked for three figures, a person who gave them in one line was told that the verdict is the same."""
    decided.type("ok 800 msgs a day, a wrong answer costs us maybe 15 eur (a gift card), roughly 1 in 10 is wrong")

    told = [reply.says for reply in decided.thread if reply.kind == "told_answer"]
    assert "800 requests x 10 of 100 wrong x €15 = €1,200 a day" in told[-1][0]


@each(("typed", "a_day"), [("800 msgs a day", 800), ("5m a day", 5_000_000), ("3 k mails daily", 3_000)])
def test_a_word_that_begins_like_a_scale_is_none(typed: str, a_day: int):
    """ "800 msgs a day" was counted as 800 million."""
    assert figures(typed)["requests_a_day"] == a_day


def test_a_number_of_requests_that_is_the_answer_already_is_told_for_the_cost_alone():
    room = Room()
    room.start()
    room.interview({**COPILOT, "latency": None})
    room.type("we have 60k requests a day")
    before = len(room.thread)

    room.type("2000 requests a day")

    assert [reply.kind for reply in room.thread[before:]] == ["told_answer"]


def test_another_number_of_requests_takes_the_place_of_the_one_that_was_counted_with(decided: Room):
    decided.type("2000 requests a day")
    decided.type("we have 2 million requests a day now")

    assert decided.assessment.answers["volume"].value == "over_1m"
    assert decided.thread[-1].says[1] == "Counted with 2,000,000 requests a day."


def test_a_supposed_figure_is_counted_once_and_not_kept(decided: Room):
    decided.type("a wrong answer costs 12 dollars")
    decided.type("what if a wrong answer cost 5 dollars?")

    assert "$5 a wrong answer" in " ".join(decided.thread[-1].says)
    assert decided.assessment.cost is not None
    assert decided.assessment.cost.figures.cost_of_a_wrong_answer == 12


def test_what_is_asked_in_case_it_is_wrong_supposes_no_figure_and_is_kept(decided: Room):
    """Asked again "in euro", the bot wanted the requests a day that stood in the line before."""
    decided.type(
        "what's the damage if it gets one wrong, we do like 400 chats a day and each wrong one costs us 15 euros"
    )
    decided.type("maybe 8% of them are wrong")

    assert "400 requests x 8 of 100 wrong x €15 = €480 a day" in decided.thread[-1].says[0]


@each(
    ("typed", "told"),
    [
        ("say 2 dollars. 2 million a day. 4% wrong", "2 million requests x 4 of 100 wrong x $2"),
        ("is a refund of 40 euro much? we have 900 tickets in day, maybe 2 percent wrong", "x 2 of 100 wrong x €40"),
        (
            "compare cost of prompting and fine-tuning, 300 letters/day, a wrong one costs $40",
            "Counted with 300 requests",
        ),
    ],
)
def test_figures_told_together_are_counted_whatever_the_line_asks_beside_them(decided: Room, typed: str, told: str):
    """They were taken for suppositions or left out of a comparison."""
    room = decided.copy()
    room.type(typed)

    (answer,) = [reply.says for reply in room.thread if reply.kind == "told_answer"]
    assert told in " ".join(answer)


def test_a_supposed_amount_keeps_its_currency(decided: Room):
    """ "If 900 a day and 40 euro" was answered in dollars."""
    decided.type("what do wrong answers cost if it is 900 tickets a day and 2% wrong and 40 euro each?")

    assert "900 requests x 2 of 100 wrong x €40 = €720 a day" in decided.thread[-1].says[0]
    assert decided.assessment.cost is None


def test_figures_told_in_the_thread_stand_in_the_modal_to_be_corrected_and_its_message_is_kept_current(decided: Room):
    decided.type("a wrong answer costs 12 dollars")
    decided.do(commands.AskForCost)
    modal: Any = decided.modal
    assert modal.wrong == "$12"

    cost(decided, requests="1,500", wrong="$20")
    decided.type("a wrong answer costs 30 dollars")

    assert "A wrong answer costs $30" in decided.message("cost").given


def test_figures_that_cannot_stand_are_left_out(decided: Room):
    decided.type("a wrong answer costs 0 dollars")

    assert decided.assessment.cost is not None
    assert decided.assessment.cost.figures.cost_of_a_wrong_answer is None
