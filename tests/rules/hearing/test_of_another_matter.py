"""Words that fit an option of the open question, and are about something else, answer nothing."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each("text", ["it has to be fast", "must be polite", "it must be valid JSON", "has to be correct"])
def test_what_must_be_so_is_no_source(text: str):
    assert "receipts" not in hear(line(text, "receipts", {}, mention=True)).saves


@each("text", ["it has to", "must be there", "it has to be visible", "they need to have it", "must be clickable"])
def test_what_must_be_there_is_a_source(text: str):
    assert hear(line(text, "receipts", {}, mention=True)).saves == {"receipts": "required"}


@each("fact", ["stakes", "action"])
@each("text", ["a wrong slot and a lorry waits 3h, and we pay", "the whole crew waits half a day"])
def test_who_waits_because_of_a_mistake_says_nothing_of_speed(text: str, fact: str):
    assert "latency" not in hear(line(text, fact, {}, mention=True)).saves


@each("text", ["they can wait an hour", "nobody minds waiting an hour"])
def test_who_may_wait_says_how_fast_it_has_to_be(text: str):
    assert hear(line(text, "stakes", {}, mention=True)).saves == {"latency": "relaxed"}


@each(("text", "value"), [("waiting a minute is fine", "relaxed"), ("waiting a second is ok", "under_1s")])
def test_a_wait_that_is_fine_asks_nobody_to_wait(text: str, value: str):
    assert hear(line(text, "latency", {}, mention=True)).saves == {"latency": value}


@each("text", ["wait a sec", "wait a minute, doorbell", "wait a moment while I ask legal"])
def test_who_asks_to_wait_answers_nothing(text: str):
    assert hear(line(text, "latency", {}, mention=True)).silent


@each(
    ("fact", "text"),
    [
        ("corpus", "how many pages are 100k tokens"),
        ("corpus", "is 90k tokens a lot"),
        ("volume", "how much is 2m a month per day"),
        ("examples", "is 500 enough"),
    ],
)
@each("mention", [True, False])
def test_what_an_amount_comes_to_is_asked_and_not_answered(mention: bool, fact: str, text: str):
    assert not hear(line(text, fact, {}, mention=mention)).saves


@each("text", ["write like us, two paragraphs", "our tone, three sentences at most"])
def test_how_long_an_answer_is_says_nothing_of_how_much_there_is(text: str):
    assert hear(line(text, "need", {}, mention=True)).saves == {"need": "behaviour"}


@each(("fact", "values"), [("examples", {"tens", "hundreds", "thousands"}), ("volume", {"under_1k", "under_100k"})])
def test_some_may_be_any_number(fact: str, values: set[str]):
    heard = hear(line("some", fact, {}, mention=True))
    assert not heard.saves
    assert values <= {choice.value for choice in heard.offers if hasattr(choice, "value")}


@each("text", ["a new tariff every 1st of January", "each first of October"])
def test_a_day_of_a_named_month_comes_once_a_year(text: str):
    assert hear(line(text, "freshness", {}, mention=True)).saves == {"freshness": "yearly"}


@each("text", ["it takes 9 seconds to answer", "11 seconds till a reply is there"])
def test_how_long_it_takes_is_how_it_fails_where_that_is_asked(text: str):
    assert hear(line(text, "failure", {}, mention=True)).saves == {"failure": ("too_slow",)}


FACTS: dict[str, Value] = {"need": "facts", "receipts": "helpful", "access": "per_user", "failure": ("invented_facts",)}


@each(
    ("text", "intent", "slots"),
    [
        ("Please provide the decision record in a form suitable for the audit.", "record", {}),
        ("provide the record as our supervisor wants it", "record", {}),
        ("provided that everyone may see everything, what is it then", "what_if", {"changes": {"access": "everyone"}}),
        ("which individuals supplied the answers, and when?", "who_answered", {"fact": ""}),
        ("tl;dr on context rot?", "glossary", {"term": "context overload"}),
        ("gist of LoRA?", "glossary", {"term": "lora"}),
    ],
)
def test_a_word_with_two_meanings_is_heard_in_the_one_that_the_line_has(text: str, intent: str, slots: dict):
    heard = hear(line(text, None, FACTS, mention=True))
    assert [(one.intent, one.slots) for one in heard.questions] == [(intent, slots)]


@each("text", ["Fancy a brew, anyone?", "shall we grab a beer later?", "Pip, fancy a curry after the show?"])
def test_an_invitation_is_let_be(text: str):
    assert hear(line(text, None, FACTS, mention=True)).silent


@each("text", ["when was the access answer changed", "when did Ana change the speed", "did Ben change the labels"])
def test_who_asks_when_an_answer_was_changed_wants_no_change(text: str):
    assert hear(line(text, None, FACTS, mention=True)).control is None
