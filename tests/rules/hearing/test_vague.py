"""Words that leave open what is meant are asked about, and a moment asked for between people is no speed."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("text", "mention"),
    [
        ("hang on, one sec", False),
        ("two secs, the door", False),
        ("just a sec, laptop is updating", False),
        ("sorry my screen froze, two seconds", False),
        ("the baby is crying, give me 2 minutes", False),
        ("two secs, let me open the doc", True),
    ],
)
def test_a_moment_that_somebody_asks_for_is_no_speed(text: str, mention: bool):
    assert hear(line(text, "latency", {}, mention=mention)).silent


@each(
    ("text", "value"),
    [
        ("one sec", "under_1s"),
        ("two secs, the phone agents can't wait longer", "under_3s"),
        ("one sec is fine", "under_1s"),
        ("5 minutes, it's a nightly report", "relaxed"),
        ("fast, below a second", "under_1s"),
        ("instant, it's autocomplete", "under_300ms"),
    ],
)
def test_a_time_that_an_answer_may_take_is_written_down(text: str, value: str):
    assert hear(line(text, "latency", {}, mention=True)).saves == {"latency": value}


@each(
    ("fact", "text", "offered"),
    [
        ("latency", "fast, someone is standing at the counter", {"under_300ms", "under_1s", "under_3s"}),
        ("latency", "speedy, it's for chat", {"under_300ms", "under_1s", "under_3s"}),
        ("access", "largely open", {"everyone", "per_user"}),
        ("access", "mostly public", {"everyone", "per_user"}),
        ("hygiene", "meh honestly", {"mixed", "poor"}),
        ("freshness", "every couple of days", {"daily", "weekly"}),
        ("freshness", "every couple of months", {"monthly", "quarterly"}),
    ],
)
def test_what_fits_several_values_is_asked(fact: str, text: str, offered: set[str]):
    heard = hear(line(text, fact, {}, mention=True))

    assert not heard.saves
    assert offered <= {each.value for each in heard.offers if isinstance(each, Choice)}


@each(
    ("fact", "text", "saves"),
    [
        ("access", "fully open", {"access": "everyone"}),
        ("access", "everyone, it's mostly a wiki", {"access": "everyone"}),
        ("freshness", "every couple of years", {"freshness": "yearly"}),
        ("freshness", "each week", {"freshness": "weekly"}),
        ("steadiness", "the stock data changes all the time", {"freshness": "live"}),
        ("steadiness", "our tone changes constantly", {"steadiness": "changing"}),
        ("steadiness", "the documents are updated weekly", {"freshness": "weekly"}),
        ("model_size", "small, the whole wiki is 25 pages", {"corpus": "prompt_sized"}),
        ("model_size", "small, it has to fit on a phone", {"model_size": "small_only"}),
        ("labels", "the last batch is clean, the first one is junk", {"labels": "mixed"}),
        ("labels", "bad, and the guide is old", {"labels": "inconsistent"}),
    ],
)
def test_what_is_said_of_a_thing_is_written_down_for_it(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


def test_what_the_data_is_called_without_how_often_it_changes_is_no_rhythm():
    heard = hear(line("the data is in good shape", "steadiness", {}, mention=True))

    assert "freshness" not in heard.saves
