"""What somebody asks to be done is no answer, whatever rhythm, number or place stands in it."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "text", "intent"),
    [
        ("freshness", "plan the monthly review for the 15th at 9", "review"),
        ("freshness", "please set the review to monthly", "review"),
        ("evals", "set up a monthly review with our testers", "review"),
        ("freshness", "schedule the weekly sync for Tuesday", "unknown"),
        ("freshness", "post the verdict in #product every Monday", "unknown"),
        ("hosting", "send this to our private cloud team", "unknown"),
        ("access", "invite everyone in finance to this channel", "unknown"),
        ("latency", "ping Eva in 2 hours", "unknown"),
        ("volume", "send 100 messages to sales", "unknown"),
        ("stakes", "actually leave it, redo that", "unknown"),
        ("stakes", "no, redo that please", "unknown"),
        ("freshness", "hm, restore that", "unknown"),
    ],
)
def test_a_request_is_no_answer(fact: str, text: str, intent: str):
    heard = hear(line(text, fact, {}, mention=True))
    unaddressed = hear(line(text, fact, {}, mention=False))

    assert (heard.saves, heard.offers, [each.intent for each in heard.questions]) == ({}, (), [intent])
    assert unaddressed.saves == {}


@each(
    ("fact", "text", "saves"),
    [
        ("action", "schedule appointments in the calendar", {"action": "acts"}),
        ("action", "send the refund to the customer", {"action": "acts"}),
        ("stakes", "someone has to redo that", {"stakes": "rework"}),
        ("stakes", "people redo the work", {"stakes": "rework"}),
    ],
)
def test_what_the_feature_is_to_do_or_people_have_to_is_an_answer(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("text", "fact"),
    [
        ("the exact names thing: remove that please", "lookup"),
        ("take back the thing about weekly", "freshness"),
        ("drop the hosting answer", "hosting"),
    ],
)
def test_after_the_verdict_an_answer_that_is_taken_back_is_asked_again(text: str, fact: str):
    said: dict[str, Value] = {"lookup": "by_name", "freshness": "weekly", "hosting": "any_api"}

    control = hear(line(text, None, said, mention=True)).control

    assert control is not None
    assert (str(control.word), control.fact) == ("change", fact)
