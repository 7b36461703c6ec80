"""Who wants to see the verdict before all is asked is told what it would be so far."""

from rules.hearing import Asked, hear, line
from tests.tables import each

_SO_FAR = (Asked("how_sure"),)


@each(
    "text",
    [
        "can we skip to the verdict?",
        "skip to the end",
        "jump straight to the result",
        "let's go directly to the recommendation",
        "straight to the verdict please",
    ],
)
def test_who_wants_to_skip_to_the_verdict_is_told_the_one_so_far(text: str):
    heard = hear(line(text, "volume", {"need": "facts"}, mention=True))

    assert (heard.saves, heard.control, heard.questions) == ({}, None, _SO_FAR)


@each(
    "text",
    [
        "everything else: don't know",
        "don't know the rest",
        "skip the rest of the questions",
        "all others: no idea",
        "the remaining questions are unknown",
        "leave the rest blank",
    ],
)
def test_who_does_not_know_the_rest_is_not_sure_of_the_open_one_and_told_the_verdict_so_far(text: str):
    heard = hear(line(text, "volume", {"need": "facts"}, mention=True))

    assert (heard.saves, heard.questions) == ({"volume": None}, _SO_FAR)


def test_the_rest_of_something_and_a_jury_s_verdict_are_no_wish_to_skip():
    for text in ("weekly; everything else: don't know", "we go straight to the verdict of the jury"):
        assert not hear(line(text, "freshness", {}, mention=True)).questions


@each("text", ["plan a call with legal for monday", "order pizza for the team", "invite the team for lunch"])
def test_a_request_for_something_else_is_said_to_be_outside_and_met_with_no_silence(text: str):
    assert hear(line(text, "volume", {}, mention=True)).questions == (Asked("unknown"),)
    assert hear(line(text, "volume", {}, mention=False)).silent


@each(
    ("text", "saves"),
    [
        ("how often: daily", {"freshness": "daily"}),
        ("how the answer is found: by topic", {"lookup": "by_meaning"}),
    ],
)
def test_after_the_verdict_what_stands_behind_a_question_s_name_is_its_answer_now(text: str, saves: dict[str, str]):
    assert hear(line(text, None, {"need": "facts"}, mention=True)).saves == saves
