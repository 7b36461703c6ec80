"""What a line's words are said of: people are no requests, a team that somebody lacks is none, rules are no corpus."""

from rules.facts import Value
from rules.hearing import hear, line
from rules.hearing.values import Choice
from tests.tables import each


def saves(fact: str, text: str) -> dict[str, Value]:
    return dict(hear(line(text, fact, {}, mention=True)).saves)


@each(
    ("text", "values"),
    [
        ("80 000 members", ("under_1k", "under_100k", "under_1m")),
        ("around 12k riders", ("under_1k", "under_100k", "under_1m")),
        ("some 9000 patients on the books", ("under_1k", "under_100k", "under_1m")),
        ("600 students", ("under_1k", "under_100k")),
        ("2 million policyholders", ("under_1m", "over_1m")),
    ],
)
def test_how_many_people_there_are_leaves_open_how_many_ask_on_a_day(text: str, values: tuple[str, ...]):
    found = hear(line(text, "volume", {}, mention=True))
    assert (found.saves, found.offers) == ({}, tuple(Choice("volume", value) for value in values))


@each(
    ("text", "value"),
    [
        ("60k member questions a month", "under_100k"),
        ("5000 passenger messages a day", "under_100k"),
        ("9000 enquiries from students", "under_100k"),
        ("200k tickets a day from 3 million subscribers", "under_1m"),
        ("8k a day, 30 000 members", "under_100k"),
    ],
)
def test_what_people_send_is_counted(text: str, value: str):
    assert saves("volume", text) == {"volume": value}


@each(
    ("text", "teams"),
    [
        ("we operate solr daily. training crew we have none", ("search",)),
        ("vector db is ours and busy, model trainers we dont have", ("search",)),
        ("mlops team we haven't got, the search index is run by platform", ("search",)),
        ("a search stack, that we have. gpus and people for it we have none", ("search",)),
        ("we finetune bert weekly, search engine we don't have", ("training",)),
        ("ml engineers we have none, search people we have none either", ("neither",)),
        ("of search we have plenty, and training folks as well", ("search", "training")),
    ],
)
def test_a_team_that_is_named_before_we_have_none_is_not_there(text: str, teams: tuple[str, ...]):
    assert saves("ops", text) == {"ops": teams}


@each(
    ("fact", "text", "told"),
    [
        ("freshness", "once a week somebody looks at twenty of its answers", None),
        ("freshness", "once a month two of us sit together and grade a few of the bot's replies", None),
        ("freshness", "once a month the tariff sheet is replaced", "monthly"),
        ("freshness", "two of us update the pages once a week, its answers follow", "weekly"),
        ("corpus", "the rules fit on two pages", "prompt_sized"),
    ],
)
def test_a_rhythm_or_a_size_is_that_of_what_it_is_said_of(fact: str, text: str, told: str | None):
    assert saves(fact, text).get(fact) == told


@each("text", ["stable, the criteria are on a single page", "same for ten years, and the rules fit on two pages"])
def test_the_pages_of_rules_are_not_all_there_is_to_read(text: str):
    assert "corpus" not in saves("steadiness", text)
    assert "corpus" not in saves("labels", text)


@each(
    ("fact", "text", "value"),
    [
        ("corpus", "some folders, quality is awful", None),
        ("hygiene", "some folders in the shared drive, all outdated", "poor"),
        ("hygiene", "some folders are awful, the others fine", "mixed"),
    ],
)
def test_some_folders_alone_say_how_many_and_not_how_good(fact: str, text: str, value: str | None):
    assert saves(fact, text).get("hygiene") == value


@each(
    ("text", "value"),
    [
        ("half is finding the right tariff, other half is wording it kindly", "both"),
        ("one half sounding like us, the other half looking up the price", "both"),
        ("it looks up the rule and then it says it nicely", "both"),
        ("half is looking up prices, other half is looking up stock", "facts"),
        ("half is tone, other half is length and format", "behaviour"),
    ],
)
def test_two_halves_of_which_one_is_facts_and_one_behavior_are_both(text: str, value: str):
    assert saves("need", text) == {"need": value}


def test_a_half_that_tells_nothing_leaves_the_other_one_open():
    found = hear(
        line("one half checking the statute, the other half writing it in plain words", "need", {}, mention=True)
    )
    assert (found.saves, found.offers) == ({}, (Choice("need", "behaviour"), Choice("need", "both")))


@each(
    "text",
    ["half of it is facts. half the team agrees. more later", "half the questions are about fares, half about delays"],
)
def test_halves_of_nothing_that_is_asked_are_heard_as_any_line(text: str):
    assert saves("need", text).get("need") != "both"


@each(
    ("fact", "text", "other"),
    [
        ("labels", "34k pdfs", "examples"),
        ("labels", "50 000 subscribers", "examples"),
        ("labels", "two million tokens", "examples"),
        ("volume", "there is a 2 page triage policy, it covers that", "corpus"),
        ("access", "it mixes up refund cases and complaints", "stakes"),
        ("labels", "consistent, the contract was redone", "stakes"),
    ],
)
def test_a_unit_or_a_kind_answers_no_other_question(fact: str, text: str, other: str):
    assert other not in saves(fact, text)


@each(
    ("fact", "text", "other", "value"),
    [
        ("labels", "2000 of them, reviewers agree nearly always", "examples", "thousands"),
        ("freshness", "one handbook, 80 pages", "corpus", "prompt_sized"),
        ("failure", "tone is off, and a wrong answer means a refund", "stakes", "money"),
    ],
)
def test_one_that_does_is_heard(fact: str, text: str, other: str, value: str):
    assert saves(fact, text)[other] == value
