"""What a phrase hears is held against whole examples; what is over, and what is only said for manners, is left out."""

import pytest

from rules.hearing.hear import hear, line
from rules.hearing.questions.cutting import cut
from rules.hearing.questions.values_said import changes
from rules.hearing.words.contrast import current
from tests.rules.hearing.asked import key, keys, read
from tests.tables import each


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("on our own servers instead of the cloud", "on our own servers"),
        ("the labels are not mixed but clean", "the labels are clean"),
        ("it is weekly now not daily", "it is weekly"),
        ("before we said it is optional", "before we said it is optional"),
        ("nothing of it is over", "nothing of it is over"),
    ],
)
def test_what_is_over_is_left_out(text, left):
    assert current(text) == left


def test_a_new_number_takes_the_place_of_the_one_that_no_longer_holds():
    found = changes("we no longer have a few dozen examples : it is about 3,100 of them", {"examples": "tens"})

    assert found == {"examples": "thousands"}


def test_a_bare_number_beside_the_name_of_its_question_answers_it():
    assert changes("volume is 3 m", {"volume": "under_1k"}) == {"volume": "over_1m"}


def test_whose_data_it_is_says_nothing_of_what_a_mistake_costs():
    assert changes("patient data may go to a private cloud", {}) == {"hosting": "private_cloud"}


def test_a_law_that_asks_for_sources_is_regulation():
    assert changes("answers must be proven with their source by law", {})["receipts"] == "regulated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What would the prompt cost us to run, if it's not too much trouble?", [("cost", "architecture")]),
        ("RAG vs tools vs both?", [("compare", ("hybrid", "rag", "tools"))]),
        ("what speaks against training our own model and leaving the search out?", [("why_not", "fine_tune")]),
        ("why bother with a vector store? just put it all in the prompt", [("why_not", "prompt")]),
        (
            "retrieval is overkill, simply paste the files into the prompt. why wouldn't that work",
            [("why_not", "prompt")],
        ),
        ("commands?", [("help",)]),
        ("> similar: a published case\nany others?", [("precedents",)]),
    ],
)
def test_a_question_is_heard_behind_its_manners_and_opinions(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize("text", ["should we fine-tune?", "the sources must be shown, what then?"])
def test_an_auxiliary_is_no_word_of_the_glossary(text):
    reading = read(text)

    assert ("glossary", "demand") not in [key(asked) for asked in (*reading.questions, *reading.offers)]


def test_what_no_example_bears_out_is_offered_and_not_answered():
    reading = read("seems you'd say prompt to anyone. what would it take to get RAG out of you?")

    assert ("what_would_make", "rag") in [key(asked) for asked in (*reading.questions, *reading.offers)]


def test_somebody_called_at_the_end_is_asked_and_not_the_bot():
    assert cut("Fancy a coffee after this @Maya?").is_to_person
    assert not cut("was it @Maya?").is_to_person


def test_a_long_sentence_is_cut_where_it_comes_to_its_question():
    text = (
        "I sat in three meetings this week and heard about it from five people who all mean well, "
        "could you tell me how sure this is?"
    )

    assert len(cut(text).sentences) == 2
    assert keys(text) == [("how_sure",)]


@pytest.mark.parametrize(
    "text", ["Much appreciated, everyone. I'll take it from here.", "please put search there instead of neither"]
)
def test_a_promise_and_a_correction_ask_for_no_reason(text):
    assert not {"next", "why_not"} & {asked.intent for asked in read(text).questions}


def test_two_reasons_in_one_line_are_both_asked_for():
    assert keys("why RAG and why not a hybrid?") == [("why",), ("why_not", "hybrid")]


@each(
    ("said", "open_fact", "text", "saves"),
    [
        ({"freshness": "weekly"}, "stakes", "I said weekly before, it's daily really", {"freshness": "daily"}),
        ({"hygiene": "clean"}, "stakes", "you have us down as clean, it is half scans", {"hygiene": "poor"}),
        ({"examples": "hundreds"}, "labels", "we put hundreds of them before, it's more like 30", {"examples": "tens"}),
        ({"volume": "under_100k"}, None, "volume was wrong, it's 700 a day", {"volume": "under_1k"}),
    ],
)
def test_what_was_answered_before_is_no_answer_where_a_line_names_it_beside_the_new_one(said, open_fact, text, saves):
    found = hear(line(text, open_fact, said, mention=True))

    assert (found.saves, found.is_correction) == (saves, True)


@each(
    ("said", "open_fact", "text"),
    [
        ({"freshness": "weekly"}, "ops", "used to be weekly back then"),
        ({"failure": ("context_overload",)}, "stakes", "before I said lost in long prompts"),
        ({"source": "systems"}, "stakes", "I said live systems before"),
        ({"access": "per_user"}, "stakes", "was by filtering records previously"),
        ({"model_size": "small_only"}, "lookup", "as opposed to the documents only a small one, about 10B or less"),
    ],
)
def test_where_nothing_stands_instead_of_an_answer_that_was_given_before_it_stays(said, open_fact, text):
    saves = hear(line(text, open_fact, said, mention=True)).saves

    assert {**saves, **said} == {**said, **saves}


@each(
    ("text", "asked"),
    [
        ("Why not retrieval? And what is distillation?", [("why_not", "rag"), ("glossary", "distillation")]),
        ("RAG vs FT vs hybrid, give me the matrix", [("compare", ("fine_tune", "hybrid", "rag"))]),
        ("compare RAG and FT for the board and what is lacking in each", [("compare", ("fine_tune", "rag"))]),
        ("LoRA on our manuals instead, why is that out?", [("why_not", "fine_tune")]),
        ("On what day, and by whom, was the answer on access given?", [("who_answered", "access")]),
        ("Clean data? Who claimed that?", [("who_answered", "hygiene")]),
        ("what if the figures came one time in month?", [("what_if", (("freshness", "monthly"),))]),
    ],
)
def test_what_only_leads_to_a_question_or_repeats_it_is_no_other_question(text, asked):
    assert [key(one) for one in read(text).questions] == asked


def test_why_something_was_found_good_is_not_taken_for_why_it_was_refused():
    reading = read("Kindly tell me why a mere prompt was considered sufficient here")

    assert [key(one) for one in (*reading.questions, *reading.offers)][:1] == [("why",)]
