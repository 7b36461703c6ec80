"""Each statement of a line is heard for the question that it is about, and what is said by the way for none."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("open_fact", "text", "saves"),
    [
        ("examples", "2500, everyone agrees on that", {"examples": "thousands"}),
        ("corpus", "fits in a prompt, unlike the hr bot that runs on prem", {"corpus": "prompt_sized"}),
        ("source", "our database. before that it was done by hand", {"source": "systems"}),
        ("hosting", "any api, which is a pain", {"hosting": "any_api"}),
        ("action", "just answers. the competitor does it in 2 secs", {"action": "answers"}),
        ("ops", "neither, in Germany at least", {"ops": ("neither",)}),
        ("access", "everyone, legal says so", {"access": "everyone"}),
        ("check", "a script can tell, or they call support", {"check": "checkable"}),
        ("freshness", "weekly, the guy who runs search told me", {"freshness": "weekly"}),
        ("hygiene", "a mess. twice as many as the old project had", {"hygiene": "poor"}),
        ("stakes", "rework. will be more next year", {"stakes": "rework"}),
    ],
)
def test_what_is_said_by_the_way_answers_no_question(open_fact: str, text: str, saves: dict[str, Value]):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert (heard.saves, heard.offers) == (saves, ())


@each(
    ("open_fact", "text", "saves"),
    [
        ("labels", "consistent, the content changes every week", {"labels": "consistent", "freshness": "weekly"}),
        (
            "labels",
            "answers come from our wiki. they disagree a lot",
            {"labels": "inconsistent", "source": "documents"},
        ),
        ("labels", "they disagree a lot, we have a golden set", {"labels": "inconsistent", "evals": "golden_set"}),
        ("labels", "10 secs is fine, they disagree a lot", {"labels": "inconsistent", "latency": "relaxed"}),
        ("steadiness", "stable, and the data changes daily", {"steadiness": "stable", "freshness": "daily"}),
        ("per_class", "50 each and has to be under half a sec", {"per_class": "over_20", "latency": "under_1s"}),
        ("corpus", "9000 docs, the content changes 4 times a year", {"corpus": "large", "freshness": "quarterly"}),
        ("access", "depends on the role, we get 8k calls a day", {"access": "per_user", "volume": "under_100k"}),
        ("ops", "no search index and no training here", {"ops": ("neither",)}),
        ("ops", "we have search and no training", {"ops": ("search",)}),
        ("volume", "300 a day and the content changes weekly", {"volume": "under_1k", "freshness": "weekly"}),
        ("hosting", "on prem, labels are hit and miss", {"hosting": "on_premises", "labels": "mixed"}),
    ],
)
def test_words_about_another_question_change_no_answer_to_this_one(open_fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves


@each(
    ("open_fact", "text", "offer"),
    [
        ("volume", "5k a day, it keeps messing up the schema", Choice("failure", ("format",))),
        ("examples", "zero; mostly about form and tone", Choice("need", "behaviour")),
        ("need", "facts, a sec at most", Choice("latency", "under_1s")),
    ],
)
def test_what_is_plainly_about_another_question_is_offered_where_its_value_is_not_sure(
    open_fact: str, text: str, offer: Choice
):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert (heard.saves.keys(), heard.offers.count(offer)) == ({open_fact}, 1)


@each(
    ("open_fact", "text", "saves"),
    [
        ("hosting", "on prem. each has to be answered", {"hosting": "on_premises"}),
        ("ops", "we run elasticsearch, it failed over to a second region", {"ops": ("search",)}),
        ("need", "accuracy, tone is a nice to have", {"need": "facts"}),
        ("per_class", "3 pics each, the biggest 15", {"per_class": "under_20"}),
        ("volume", "we get 600 a day and close at 6", {"volume": "under_1k"}),
    ],
)
def test_a_few_words_that_may_be_said_of_anything_offer_nothing(open_fact: str, text: str, saves: dict[str, Value]):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert (heard.saves, heard.offers) == (saves, ())


@each(
    ("open_fact", "text", "told"),
    [
        ("receipts", "the price list changes weekly, the manual every year", ["weekly", "yearly"]),
        ("access", "menus change daily, the wine list monthly", ["daily", "monthly"]),
        ("access", "bus routes are revised once a year, detours every week", ["yearly", "weekly"]),
        ("corpus", "40 pages, the menu changes weekly and the wine list once a year", ["weekly", "yearly"]),
        ("lookup", "by name. prices change daily, terms yearly", ["daily", "yearly"]),
    ],
)
def test_rhythms_of_several_things_that_are_told_by_the_way_are_all_offered(open_fact, text, told):
    found = hear(line(text, open_fact, {}, mention=True))

    assert "freshness" not in found.saves
    assert [each.value for each in found.offers if isinstance(each, Choice) and each.fact == "freshness"] == told


@each(
    ("open_fact", "text", "value"),
    [
        ("lookup", "the catalog is updated weekly", "weekly"),
        ("evals", "the handbook changes quarterly, every quarter in fact", "quarterly"),
        ("lookup", "the code changes once a year, around june", "yearly"),
        ("lookup", "by name, prices change daily", "daily"),
        ("volume", "300 a day, the docs change weekly", "weekly"),
        ("receipts", "standup is every day, the docs change monthly", "monthly"),
    ],
)
def test_one_rhythm_of_the_truth_that_is_told_by_the_way_is_written_down(open_fact, text, value):
    assert hear(line(text, open_fact, {}, mention=True)).saves["freshness"] == value
