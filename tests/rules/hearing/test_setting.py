"""An answer is put behind its question's name, and what counts behind second thoughts."""

from rules.catalog.questions import QUESTIONS
from rules.hearing import Asked, Choice, hear, line
from tests.tables import each

FORMS = [
    (question, option, f"{head}{mark}{option.said}")
    for question in QUESTIONS
    for option in question.options
    for head in (question.topic, question.fact.replace("_", " "))
    for mark in (": ", " -> ", " → ", " = ")
]


@each(("question", "option", "text"), FORMS, ids=[text for *_, text in FORMS])
def test_what_stands_before_an_answer_on_the_page_names_its_question_when_it_is_typed(question, option, text):
    other = next(each.value for each in question.options if each is not option)
    said = {question.fact: (other,) if question.is_list else other}
    value = (option.value,) if question.is_list else option.value

    assert hear(line(text, None, said, mention=True)).saves == {question.fact: value}


@each("text", ["access -> depends on the person", "pls change access -> per user", "the access - depends on the role"])
def test_an_arrow_says_which_question_is_meant_whatever_words_stand_behind_it(text):
    assert hear(line(text, None, {"access": "everyone"}, mention=True)).saves == {"access": "per_user"}


def test_an_arrow_means_another_question_while_one_stands_open():
    found = hear(line("access -> depends on the person", "freshness", {}, mention=True))

    assert found.saves == {"access": "per_user"}


OPEN = [
    (question, option, text)
    for question in QUESTIONS
    for option in question.options
    for text in (
        f"{question.topic}: {option.value.replace('_', ' ')}",
        f"{question.fact.replace('_', ' ')} = {option.said}",
        f"{question.topic}: {option.said} please",
    )
]


@each(("question", "option", "text"), OPEN, ids=[text for *_, text in OPEN])
def test_an_option_behind_the_name_of_its_question_answers_that_one_while_another_stands_open(question, option, text):
    fact = "need" if question.fact != "need" else "hosting"
    value = (option.value,) if question.is_list else option.value

    found = hear(line(text, fact, {}, mention=True))

    assert (found.saves, found.control, found.questions) == ({question.fact: value}, None, ())


@each(
    ("open_fact", "text", "saves"),
    [
        ("action", "change cost to rework please", {"stakes": "rework"}),
        ("hosting", "change hygiene to clean", {"hygiene": "clean"}),
        ("hosting", "please set receipts to required", {"receipts": "required"}),
        ("need", "switch the volume to 300 a day please", {"volume": "under_1k"}),
        ("need", "put it in the calendar please", {}),
        ("need", "change it to the other one", {}),
    ],
)
def test_an_order_names_the_question_whose_answer_changes(open_fact, text, saves):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves


@each("text", ["access: ?", "is access -> per user?", "note: the demo is tomorrow"])
def test_what_names_no_question_or_asks_puts_nothing(text):
    assert not hear(line(text, None, {"access": "everyone"}, mention=True)).saves


@each(
    ("fact", "text", "value"),
    [
        ("ops", "search, sort of. put neither for now", ("neither",)),
        ("latency", "3 sec or so, put 1 sec", "under_1s"),
        ("examples", "either tens or hundreds, going with hundreds", "hundreds"),
        ("stakes", "someone may get hurt in theory, but mark us down as money", "money"),
        ("freshness", "prices weekly, terms yearly. let's go with yearly", "yearly"),
    ],
)
def test_what_somebody_settles_on_counts_and_not_what_was_weighed_before(fact, text, value):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: value}


@each(
    ("fact", "text", "value"),
    [
        ("source", "prices come from SAP, docs we put in Confluence", "both"),
        ("source", "some go with docs, some with tickets", "both"),
        ("hosting", "legal won't let us go with an outside API", None),
    ],
)
def test_the_same_words_within_an_answer_settle_nothing(fact, text, value):
    assert hear(line(text, fact, {}, mention=True)).saves.get(fact) == value


@each(
    "text",
    [
        "everyone on the bid team sees all of it, though pricing is managers only",
        "everyone sees everything, pricing is managers only",
        "everybody can see it although the price lists are for managers",
    ],
)
def test_an_exception_to_everyone_is_asked_about(text):
    found = hear(line(text, "access", {}, mention=True))

    assert not found.saves
    assert {Choice("access", "everyone"), Choice("access", "per_user")} <= {*found.offers}


@each("text", ["pricing sheets only mgmt may see", "only finance can open the margins", "pricing is managers only"])
def test_what_a_few_roles_alone_may_see_depends_on_the_person(text):
    assert hear(line(text, "access", {}, mention=True)).saves == {"access": "per_user"}


@each(
    ("fact", "text"),
    [("lookup", "idk depends"), ("hygiene", "idk, depends"), ("latency", "not sure, it depends"),
     ("freshness", "depends, not sure")],
)  # fmt: skip
def test_that_it_depends_is_no_answer_beside_not_knowing(fact, text):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: None}


@each("text", ["mostly they look for a past answer to a similar question", "mostly by topic"])
def test_mostly_is_no_filter(text):
    assert hear(line(text, "lookup", {}, mention=True)).saves == {"lookup": "by_meaning"}


@each(
    ("fact", "text", "value"),
    [
        ("need", "facts aren't the issue, it's the format", "behaviour"),
        ("need", "style isnt a problem, facts are", "facts"),
        ("failure", "format is not an issue, but it makes up numbers", ("invented_facts",)),
        ("examples", "we have all past tickets, 80k, but noone labeled them", "none"),
        ("action", "it writes the mail but ben clicks send", "answers"),
        ("action", "it drafts it and then ben hits approve", "answers"),
        ("action", "it writes the mail but also sends it", "acts"),
    ],
)
def test_what_is_set_against_something_else_is_told_from_it(fact, text, value):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: value}


@each(
    ("fact", "text"),
    [
        ("ops", "we have a data scientist but shes leaving in march"),
        ("failure", "format is not an issue"),
        ("need", "tone is fine, the facts are the problem"),
        ("need", "facts are fine, the tone is the problem"),
    ],
)
def test_what_is_about_to_be_over_or_in_order_already_is_asked_about(fact, text):
    found = hear(line(text, fact, {}, mention=True))

    assert not found.saves
    assert found.offers


def test_not_knowing_the_rest_says_nothing_against_what_stands_before_it():
    found = hear(line("2s, volume maybe 3k a day, no idea about the rest", "latency", {}, mention=True))

    assert found.saves == {"latency": "under_3s", "volume": "under_100k"}
    assert hear(line("no idea about the rest", "latency", {}, mention=True)).saves == {"latency": None}


@each(
    ("fact", "text", "saves"),
    [
        ("failure", "format + tone", {"failure": ("format", "tone")}),
        ("ops", "search & training", {"ops": ("search", "training")}),
        ("freshness", "quarterly + must cite + eu only",
         {"freshness": "quarterly", "receipts": "required", "hosting": "private_cloud"}),
    ],
)  # fmt: skip
def test_a_plus_joins_two_words_and_parts_several_answers(fact, text, saves):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each("fact", ["freshness", "latency", "hygiene", "hosting"])
@each("text", ["none of these", "none of the above", "none of those options"])
def test_none_of_these_is_no_answer_to_another_question(fact, text):
    found = hear(line(text, fact, {}, mention=True))

    assert (found.questions, dict(found.saves)) == ((Asked("help"),), {})
    assert hear(line(text, fact, {}, mention=False)).silent


def test_none_of_these_is_the_answer_where_several_are_picked():
    assert hear(line("none of these", "ops", {}, mention=True)).saves == {"ops": ("neither",)}
