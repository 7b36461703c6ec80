"""What is plain is taken, what is only likely is offered; what is denied, dropped or over is turned round."""

import pytest

from rules.hearing import hear, in_full, line
from rules.hearing.questions.values_said import changes
from rules.hearing.values import Choice, Heard
from tests.rules.hearing.asked import SAID, key, read
from tests.tables import each


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("if the documents would be not so clean", {}, {"hygiene": "poor"}),
        ("evals were continuous and labels consistent", {}, {"evals": "continuous", "labels": "consistent"}),
        ("scrap the training pipeline", {"ops": ("search", "training")}, {"ops": ("search",)}),
        ("scrap the training pipeline", {"ops": ("training",)}, {"ops": ("neither",)}),
        ("one million of requests every day", {}, {"volume": "over_1m"}),
        ("stale answers are gone , now it is only format", {}, {"failure": ("format",)}),
        ("it is in documents also , not only in systems", {}, {"source": "both"}),
    ],
)
def test_a_value_is_read_with_what_is_said_of_it(text, said, expected):
    assert changes(text, said) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who told you the labels are consistent, and what if they weren't?", ("labels", "inconsistent")),
        ("> Access: each user sees only their own\nwhat if that restriction fell away?", ("access", "everyone")),
        ("> Labels: mixed\nand if they were consistent?", ("labels", "consistent")),
    ],
)
def test_a_supposition_may_turn_round_what_stands_before_it(text, expected):
    assert ("what_if", (expected,)) in {key(asked) for asked in read(text).questions}


@each(
    ("text", "expected"),
    [
        ("Please, can you explain to me why it is RAG and not another thing?", {("why",)}),
        ("Couldn't it ask our ERP directly, without all that document search?", {("why_not", "tools")}),
        ("Which questions has the team not answered yet?", {("status_of_answers", "")}),
        ("> examples: thousands\nwhere does that come from, who said it?", {("who_answered", "examples")}),
        ("> Next review: 3 March\nwho runs that?", {("review",)}),
        ("Where can I park tonight? And why RAG?", {("unknown",), ("why",)}),
        ("Could you please note that we have ten thousand labeled examples now?", {("change_answer",
            (("examples", "tens_of_thousands"),))}),
        ("Morning both! Did you sleep well?", set()),
    ],
)  # fmt: skip
def test_a_question_is_heard_by_what_it_is_about(text, expected):
    assert {key(asked) for asked in read(text).questions} == expected


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("drop the FT leg, keep RAG - thoughts?", ("compare", ("fine_tune", "rag"))),
    ],
)
def test_what_is_near_a_question_is_offered_with_what_it_names(text, offered):
    reading = read(text)

    assert all(one.intent == "unknown" for one in reading.questions)
    assert offered in {key(asked) for asked in reading.offers}


def test_a_claim_that_another_one_would_do_asks_why_it_was_not_chosen():
    reading = read("I don't buy it. Retrieval is pointless, we could just use a long prompt.")

    assert [key(asked) for asked in reading.questions] == [("why_not", "prompt")]


def test_a_change_that_is_only_likely_is_offered_as_the_answer_that_it_would_give():
    heard = hear(line("from what I hear, it is all on our own iron by now", None, SAID, mention=True))

    assert not heard.saves
    assert heard.offers[:1] == (Choice("hosting", "on_premises"),)


@pytest.mark.parametrize(
    ("text", "heard", "kept"),
    [
        ("the hallucinations have stopped", ("tone",), ("tone",)),
        ("hallucinations are gone", ("tone",), ("tone",)),
        ("it makes up facts", ("invented_facts",), ("invented_facts",)),
        ("it is also too costly now", ("too_costly",), ("invented_facts", "tone", "too_costly")),
    ],
)
def test_what_is_gone_leaves_a_list_and_what_is_added_joins_it(text, heard, kept):
    typed = line(text, None, {"failure": ("invented_facts", "tone")}, mention=True)

    assert hear(typed).saves == {"failure": heard}
    assert in_full(typed, hear(typed)).saves == {"failure": kept}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("training is gone", {"ops": ("search",)}),
        ("training is gone, only search remains", {"ops": ("search",)}),
        ("the tone is fixed, just stale facts remain", {"failure": ("stale_facts",)}),
    ],
)
def test_what_is_said_to_be_left_of_a_list_stays_on_it(text, left):
    said = {"failure": ("tone", "stale_facts"), "ops": ("search", "training")}

    assert hear(line(text, None, said, mention=True)).saves == left


def test_what_is_added_to_a_list_is_offered_with_what_stands_there():
    typed = line("the answers are too slow now, too", None, {"failure": ("tone",)}, mention=True)
    offered = Heard(offers=(Choice("failure", ("too_slow",)), Choice("latency", "under_3s")))

    assert [each.value for each in in_full(typed, offered).offers] == [("tone", "too_slow"), "under_3s"]


@each(
    ("text", "expected"),
    [
        ("why live tools?", ("why_not", "tools")),
        ("so why live tools then?", ("why_not", "tools")),
        ("why would we use fine-tuning?", ("why_not", "fine_tune")),
        ("why a hybrid?", ("why_not", "hybrid")),
        ("why retrieval?", ("why",)),
        ("why the hybrid and nothing else?", ("why",)),
        ("why did you pick tools?", ("why",)),
        ("why this?", ("why",)),
    ],
)
def test_a_bare_why_asks_for_the_reasons_of_the_verdict_and_why_not_of_another(text, expected):
    assert {key(one) for one in read(text).questions} == {expected}


@each(
    ("text", "fact"),
    [
        ("does the verdict take into account that sources are required by law?", "receipts"),
        ("did you take our volume into account?", "volume"),
        ("are you aware that labels are inconsistent?", "labels"),
        ("does the verdict consider latency?", "latency"),
        ("is it considered that users see only their own data?", "access"),
    ],
)
def test_whether_a_fact_is_counted_with_asks_what_was_answered(text, fact):
    found = read(text)

    assert ("status_of_answers", fact) in {key(one) for one in (*found.questions, *found.offers)}


@each("text", [
    "does the verdict take into account that it rains?", "does the law require sources?",
    "did you consider fine-tuning?", "do you know what LoRA is?",
])  # fmt: skip
def test_what_is_no_fact_of_the_team_asks_for_none_of_its_answers(text):
    assert all(one.intent != "status_of_answers" for one in read(text).questions)
