"""A correction told at length: who was wrong, what is so, and somewhere the order to put it right."""

from rules.hearing import hear, line
from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each


@each(
    ("text", "expected"),
    [
        (
            (
                "I only noticed this on the train home. When we sat together Jonas believed that the stock figures are "
                "loaded once a week. I asked the warehouse people yesterday and they say the figures change by the "
                "minute, so please put that right."
            ),
            {"freshness": "live"},
        ),
        (
            (
                "Back then Hanna was under the impression that the plans are printed once a month. They go "
                "out every single day since the winter, so please set that straight in what you hold."
            ),
            {"freshness": "daily"},
        ),
        (
            (
                "A thing from our side. Rolf assumed that our agents can wait three seconds. I have since sat "
                "with them for an afternoon and they need it in under a second, please put that straight."
            ),
            {"latency": "under_1s"},
        ),
        (
            (
                "I have to take one thing back. We had said there were several thousand graded essays, but nearly all "
                "were graded by the old software; those we can rely on number around four hundred. Please correct it."
            ),
            {"examples": "hundreds"},
        ),
        (
            (
                "We told you we had thousands of checked transcripts, and it turns out most of them were machine-made; "
                "what is left that anyone trusts is about forty. Please put that right."
            ),
            {"examples": "tens"},
        ),
        (
            (
                "Something I should clear up. Last week Beate thought our raters agree on nearly everything. I have "
                "compared two batches since, and they contradict each other all the time, so please set that right."
            ),
            {"labels": "inconsistent"},
        ),
    ],
)
def test_what_is_so_now_is_written_down_and_nothing_of_what_was_thought(text, expected):
    assert heard(text, examples="thousands", labels="consistent").saves == expected


@each(
    ("text", "expected"),
    [
        ("erratum: total tokens = 30k, I miscalculated. correct the corpus answer pls", {"corpus": "prompt_sized"}),
        (
            "correction: labelled set = 22k rows, counted wrong. update the examples answer",
            {"examples": "tens_of_thousands"},
        ),
        ("correction: calls per day = 1.8M, he misread the chart. fix the volume answer", {"volume": "over_1m"}),
        ("the token count of the whole corpus is 45k, please amend the corpus answer", {"corpus": "prompt_sized"}),
    ],
)
def test_a_named_answer_is_put_right_with_what_another_sentence_says(text, expected):
    assert heard(text).saves == expected


def test_who_miscounts_is_asked_of_the_model_and_not_of_who_types():
    assert heard("correction: it does the math wrong. update the failure answer").saves == {"failure": ("reasoning",)}


def test_what_somebody_thought_is_asked_about_and_changes_nothing():
    text = "Somebody said that the plans are printed monthly. I have asked around. Who told you that?"

    assert asked(text, freshness="monthly") == [("who_answered", "freshness")]


def test_what_somebody_thinks_may_be_supposed():
    found = heard("Olaf keeps saying that the schedules will soon be reissued daily. Suppose he is right, what then?")

    assert [one.slots["changes"] for one in found.questions] == [{"freshness": "daily"}]


@each(
    ("text", "said", "saves"),
    [
        ("oh wait, speed i said 1 sec, make that 3", {"latency": "under_1s"}, {"latency": "under_3s"}),
        ("for volume i said 500 a day, make that 5000 please", {"volume": "under_1k"}, {"volume": "under_100k"}),
        ("i said 900 pages, make it 90", {"corpus": "large"}, {"corpus": "prompt_sized"}),
        ("we said 40 solved cases, make that 400", {"examples": "tens"}, {"examples": "hundreds"}),
    ],
)
def test_a_number_that_stands_anew_has_the_unit_of_the_one_before(text, said, saves):
    assert hear(line(text, "stakes", said, mention=True)).saves == saves


@each(
    ("text", "said"),
    [
        ("i said 2 seconds, make that 10", {"need": "facts"}),
        ("we said 40 make it 400", {"need": "facts"}),
        ("speed: said 2 seconds, should be 10", {"latency": "under_3s"}),
    ],
)
def test_a_number_anew_of_what_nobody_said_or_that_may_be_several_is_not_written_down_for_it(text, said):
    saves = hear(line(text, "evals", said, mention=True)).saves

    assert not {*saves} & {*said}
