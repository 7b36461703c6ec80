"""News of a list in few words after the verdict: what is fixed, back, left, or who left the team."""

from rules.facts import Facts, Value
from rules.hearing import NOT_LISTED, Asked, Choice, Control, Heard, Word, hear, in_full, line
from rules.hearing.questions import told_figures
from rules.hearing.questions.figures import currency, figures, supposes
from rules.telling import Background, tell
from tests.tables import each

FAILING = ("format", "invented_facts", "tone")
SAID: dict[str, Value] = {"need": "facts", "failure": FAILING, "ops": ("search",), "examples": "hundreds"}


def heard(text: str, said: dict[str, Value] = SAID) -> Heard:
    typed = line(text, None, said, mention=True)
    return in_full(typed, hear(typed))


@each(
    ("text", "failing"),
    [
        ("tone is fixed", ("format", "invented_facts")),
        ("tone is also fixed", ("format", "invented_facts")),
        ("the format issue is fixed", ("invented_facts", "tone")),
        ("we fixed the JSON", ("invented_facts", "tone")),
        ("no more hallucinations", ("format", "tone")),
        ("the format is fine again", ("invented_facts", "tone")),
        ("the format is fine meanwhile, we gave it a schema", ("invented_facts", "tone")),
        ("tone works now, new samples", ("format", "invented_facts")),
        ("only tone remains", ("tone",)),
        ("tool calls fail again", (*FAILING, "tool_errors")),
        ("refusals are back", (*FAILING, "refusals")),
        ("it also forgets the middle", (*FAILING, "context_overload")),
    ],
)
def test_a_failure_is_taken_off_the_list_or_put_on_it(text, failing):
    saves = heard(text).saves

    assert {*saves} == {"failure"}
    assert {*saves["failure"]} == {*failing}  # type: ignore[misc]


@each(
    "text",
    [
        "good news, the hallucinations have stopped",
        "since the new prompt went live last week the hallucinations have stopped for good, it seems",
        "the invented facts are a thing of the past since we changed the prompt last Tuesday",
    ],
)
def test_in_a_longer_line_what_is_over_is_taken_off_too(text):
    assert heard(text).saves == {"failure": ("format", "tone")}


def test_the_last_failure_that_is_fixed_leaves_none():
    assert heard("tone is fixed", {"failure": ("tone",)}).saves == {"failure": ("none_yet",)}


def test_where_no_failure_was_told_one_that_is_back_is_the_first():
    assert heard("hallucinations are back", {}).saves == {"failure": ("invented_facts",)}


@each(("text", "over"), [("refusals are gone", "refusals"), ("stale answers are solved", "stale_facts")])
def test_a_failure_that_is_fixed_and_does_not_stand_on_the_list_is_said_to_be_so(text, over):
    (asked,) = heard(text).questions

    assert asked == Asked("status_of_answers", {"fact": "failure", NOT_LISTED: (over,)})
    says = tell(asked, Background(Facts(failure=FAILING))).says
    assert says[0].endswith("is not on that list, so nothing changes.")
    assert says[1] == "How today's prompt fails: wrong format, invented facts and wrong tone."


@each(("text", "fact"), [("hallucinations are back", "failure"), ("we can run search too", "ops")])
def test_news_of_what_stands_already_is_answered_with_what_stands(text, fact):
    assert heard(text) == Heard(questions=(Asked("status_of_answers", {"fact": fact}),))


@each("text", ["we can do training too", "we can run training as well now"])
def test_a_skill_comes_beside_those_that_the_team_has(text):
    assert heard(text).saves == {"ops": ("search", "training")}


@each(
    ("text", "first"),
    [
        ("our search team left", ("neither",)),
        ("we shut down search", ("neither",)),
        ("both engineers have left", ("neither",)),
        ("our ML engineer quit", ("search",)),
        ("the team was laid off", ("neither",)),
    ],
)
def test_what_the_team_can_still_run_is_asked_where_somebody_left_or_something_was_shut_down(text, first):
    found = heard(text)

    assert found.offers[0] == Choice("ops", first)
    assert (len(found.offers), found.saves) == (3, {})


@each(
    ("text", "value"), [("only 40 of our examples survived", "tens"), ("just 300 labels are still usable", "hundreds")]
)
def test_how_many_examples_are_left_is_how_many_there_are(text, value):
    assert heard(text).saves == {"examples": value}


@each(
    "text",
    [
        "is tone fixed?",
        "if tone is fixed",
        "tone will be fixed soon",
        "the labels are fixed",
        "Ben left",
        "the wiki is back",
        "tone",
        "tone is a matter of taste",
        "12345 of our examples are left and 3 labels remain",
        "all the examples that nobody ever counted survived",
        "we have some more search volume as well over here",
        "our examples survived 0.5",
    ],
)
def test_what_asks_is_planned_or_is_about_something_else_changes_no_list(text):
    assert {"failure", "ops", "examples"}.isdisjoint(heard(text).saves)


@each(
    ("text", "given"),
    [
        ("a wrong answer costs 12 dollars", {"cost_each": 12.0}),
        ("40 euros", {"cost_each": 40.0}),
        ("10% of the answers are wrong", {"error_rate": 0.1}),
    ],
)
def test_figures_of_the_teams_own_cost_are_counted_with(text, given):
    asked = Asked("cost", {"of": "wrong_answers", "given": given})

    assert hear(line(text, None, {"stakes": "money"}, mention=True)).questions == (asked,)


@each(
    "text", ["why is it 12 dollars a mistake", "84%", "12 dollars. Really.", "> 12 dollars\nok", "our bill is 9 euros"]
)
def test_what_asks_or_counts_something_else_is_no_figure_of_cost(text):
    assert told_figures(line(text, None, {}, mention=True)) == {}


@each(("text", "code"), [("12 euros", "EUR"), ("£4", "GBP"), ("five bucks", "USD"), ("12", "")])
def test_a_currency_is_known_by_its_sign_or_its_name(text, code):
    assert currency(text) == code


def test_a_wrong_answer_that_has_a_price_costs_money():
    assert hear(line("a wrong answer costs 12 dollars", None, {}, mention=True)).saves == {"stakes": "money"}


@each(
    ("text", "saves"),
    [
        ("we dropped the citation requirement", {"receipts": "none"}),
        ("the citation requirement was dropped", {"receipts": "none"}),
        ("we dropped to 500 requests a day", {"volume": "under_1k"}),
        ("the citation requirement stays, and the old page was dropped", {}),
    ],
)
def test_a_requirement_that_was_dropped_is_none_any_more(text, saves):
    said: dict[str, Value] = {"receipts": "required", "volume": "under_100k"}

    assert hear(line(text, None, said, mention=True)).saves == saves


@each(
    ("text", "fact"),
    [
        ("I never said weekly", "freshness"),
        ("the freshness answer is outdated", "freshness"),
        ("the labels entry is out of date", "labels"),
    ],
)
def test_an_answer_that_was_never_given_or_is_outdated_is_asked_again(text, fact):
    said: dict[str, Value] = {**SAID, "freshness": "weekly", "labels": "mixed"}

    assert hear(line(text, None, said, mention=True)).control == Control(Word.CHANGE, fact)


def test_an_accuracy_is_the_share_of_right_answers_and_no_error_rate():
    assert figures("is 90 % accuracy enough") == {"error_rate": 0.1}
    assert figures("10 % of the answers are wrong") == {"error_rate": 0.1}


@each(
    ("text", "failing"),
    [
        ("we had a refusal in production today", (*FAILING, "refusals")),
        ("yesterday it refused a customer", (*FAILING, "refusals")),
        ("5 of 10 refused", (*FAILING, "refusals")),
        ("3 out of 20 answers refused", (*FAILING, "refusals")),
        ("it refused safe questions since yesterday", (*FAILING, "refusals")),
        ("only refusals today", ("refusals",)),
    ],
)
def test_what_happened_once_says_of_no_other_failure_that_it_is_over(text, failing):
    saves = heard(text).saves

    assert {*saves} == {"failure"}
    assert {*saves["failure"]} == {*failing}  # type: ignore[misc]


def test_what_is_counted_as_gone_wrong_says_nothing_of_labels():
    assert hear(line("5 of 10 hallucinated", "labels", {}, mention=True)).saves == {"failure": ("invented_facts",)}


def test_who_tells_that_documents_hold_nothing_asks_for_no_document():
    found = hear(line("you won't find it in the docs", "source", {}, mention=True))

    assert (found.questions, found.saves) == ((), {})
    assert {choice.value for choice in found.offers if isinstance(choice, Choice)} == {"model", "systems"}


@each(
    ("text", "offered"),
    [
        ("A user got a wrong price yesterday", [("invented_facts",), ("stale_facts",)]),
        ("someone got a wrong refund amount last week", [("invented_facts",), ("stale_facts",)]),
        ("The JSON broke again this morning", [("format",)]),
        ("the schema broke twice last night", [("format",)]),
        ("an agent saw a made up product this morning", [("invented_facts",)]),
        ("two users got rude answers yesterday", [("tone",)]),
    ],
)
def test_what_went_wrong_once_is_offered_as_a_failure_and_tells_no_cost(text: str, offered: list[Value]):
    said: dict[str, Value] = {"need": "facts", "stakes": "annoyance"}
    heard = hear(line(text, None, said, mention=True))
    unaddressed = hear(line(text, None, said, mention=False))

    assert (heard.saves, [each.value for each in heard.offers if isinstance(each, Choice)]) == ({}, offered)
    assert "stakes" not in unaddressed.saves


def test_figures_are_supposed_where_they_follow_if_in_the_same_breath():
    assert supposes("what if we had 900 a day?")
    assert not supposes("what's the damage if it gets one wrong, we have 900 a day")
