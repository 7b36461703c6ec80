"""Lines that name one value and mean another, or may mean either: the plain one is written down, the others asked."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("fact", "text", "offered"),
    [
        ("corpus", "it is growing by 80 files a month", {"large", "prompt_sized"}),
        ("corpus", "we add 20 pages each week", {"large", "prompt_sized"}),
        ("steadiness", "might change", {"changing", "stable"}),
        ("steadiness", "could still change", {"changing", "stable"}),
        ("examples", "hundreds, well, 80", {"hundreds", "tens"}),
        ("freshness", "weekly, well, daily in december", {"weekly", "daily"}),
        ("source", "in jira, but nobody trusts it, the wiki is right", {"documents", "both"}),
        ("source", "in sap but they never rely on it, the contracts are correct", {"documents", "both"}),
    ],
)
def test_where_two_readings_stand_both_are_offered_and_none_is_written_down(fact, text, offered):
    heard = hear(line(text, fact, {}, mention=True))

    assert heard.saves == {}
    assert offered <= {each.value for each in heard.offers if isinstance(each, Choice)}


@each(
    ("fact", "text", "saves"),
    [
        ("need", "style only, they bring the facts", {"need": "behaviour"}),
        ("need", "only the facts, they do the tone themselves", {"need": "facts"}),
        ("need", "facts, and only in our tone", {"need": "both"}),
        ("examples", "none, well, 20", {"examples": "tens"}),
        ("volume", "1000, well, 3000", {"volume": "under_100k"}),
        ("examples", "none, well, really none", {"examples": "none"}),
        ("corpus", "5000 pages and it grows by 100 a month", {"corpus": "large"}),
        ("hygiene", "nobody trusts it", {"hygiene": "poor"}),
        ("source", "the wiki, they use it daily", {"source": "documents"}),
        ("steadiness", "changes all the time", {"steadiness": "changing"}),
    ],
)
def test_what_is_plain_is_written_down(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("said", "text", "saves"),
    [
        ("harm", "nobody gets hurt by it after all, just rework", {"stakes": "rework"}),
        ("harm", "nobody can be hurt any more", {"stakes": "annoyance"}),
        ("rework", "make stakes harm", {"stakes": "harm"}),
        ("rework", "set stakes harm", {"stakes": "harm"}),
    ],
)
def test_after_the_verdict_what_is_at_stake_is_the_value_that_is_told(said: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, None, {"stakes": said, "need": "facts"}, mention=True)).saves == saves


@each(
    ("text", "offered"),
    [
        ("our data must stay in the EU now", ["any_api", "private_cloud", "on_premises"]),
        ("data may not leave the EU", ["any_api", "private_cloud", "on_premises"]),
        ("nothing may leave Germany any more", ["any_api", "private_cloud", "on_premises"]),
        ("customer data has to remain in Switzerland", ["any_api", "private_cloud", "on_premises"]),
        ("no US providers any more", ["private_cloud", "on_premises"]),
    ],
)
def test_after_the_verdict_a_region_leaves_open_whose_machines_serve_there(text: str, offered: list[str]):
    heard = hear(line(text, None, {"hosting": "any_api", "need": "facts"}, mention=True))

    assert heard.saves == {}
    assert [each.value for each in heard.offers if isinstance(each, Choice)] == offered


def test_what_is_left_to_us_only_names_no_region():
    heard = hear(line("that leaves us only the search, correct it please", None, {"need": "facts"}, mention=True))

    assert all(each.fact != "hosting" for each in heard.offers if isinstance(each, Choice))


def test_an_incident_of_what_is_on_the_list_already_is_answered_with_the_list():
    said: dict[str, Value] = {"failure": ("invented_facts", "stale_facts"), "need": "facts"}

    heard = hear(line("a user got a wrong price yesterday", None, said, mention=True))

    assert [(asked.intent, asked.slots["fact"]) for asked in heard.questions] == [("status_of_answers", "failure")]
    assert (heard.saves, heard.offers) == ({}, ())


def test_who_knows_an_answer_that_stands_already_or_what_is_looked_up_leaves_nothing_open():
    named = hear(line("Ben knows the volume, ask him", "need", {"volume": "under_1k"}, mention=True))
    looked_up = hear(line("Ben knows, ask him", "lookup", {}, mention=True))

    assert "volume" not in named.saves
    assert looked_up.saves.get("lookup") is None
