"""News after the verdict: what a number, a time or a restriction is said of, and what is said to a colleague."""

from rules.hearing.hear import hear, line
from rules.hearing.values import Choice
from tests.tables import each


@each(
    ("text", "saves"),
    [
        ("managers see more pages than normal staff, found that out today", {"access": "per_user"}),
        ("labels dropped to about 400 after cleanup, the other ones were garbage", {"examples": "hundreds"}),
        ("examples are down to 60", {"examples": "tens"}),
        ("model max 3B, switch has 4gb", {"model_size": "small_only"}),
        ("the archive has 4 gb of scans now", {"corpus": "large"}),
        ("the manual grew to 900 pages", {"corpus": "large"}),
        ("it now sends the refunds to the bank on its own", {"action": "acts"}),
        ("we have 300 logged calls, checked by two people", {"examples": "hundreds"}),
        ("All may read the notes now. The donor list is for the board only", {"access": "per_user"}),
        ("since monday the bot also files the contracts in the DMS by itself", {"action": "acts"}),
        ("tests run in production now too", {"evals": "continuous"}),
    ],
)
def test_news_changes_what_it_is_about(text, saves):
    assert hear(line(text, None, {}, mention=True)).saves == saves


@each(
    ("text", "fact", "value"),
    [
        ("the style guide got written down finally, 4 pages, so examples arent needed", "definition", "written"),
        ("the tone guide is on paper at last, 6 pages", "definition", "written"),
        ("The donor list is for the board only, no one else may see it", "access", "per_user"),
        ("lol we're 3 people. Dev does firebase. so no, nothing like that", "ops", ("neither",)),
    ],
)
def test_what_it_is_most_likely_about_is_offered(text, fact, value):
    heard = hear(line(text, None, {}, mention=True))

    assert not heard.saves
    assert Choice(fact, value) in heard.offers


@each(
    "text",
    [
        "we got a new training engineer, starts monday",
        "we hired someone who can train models, she begins in two weeks",
    ],
)
def test_who_starts_later_is_supposed_and_not_there_yet(text):
    heard = hear(line(text, None, {}, mention=True))

    assert not heard.saves
    assert [asked.intent for asked in heard.questions] == ["what_if"]


@each(
    "text",
    [
        "the invoice template is 2 pages long now",
        "labels agreement dropped to about 60 percent",
        "we tidied up the office, all desks clean",
    ],
)
def test_a_number_of_something_else_counts_nothing_that_is_asked(text):
    assert {"corpus", "examples"}.isdisjoint(hear(line(text, None, {}, mention=True)).saves)


@each(
    "text",
    [
        "tom, the menus change daily now since the new chef, did you know",
        "have you heard, the prices get updated hourly since may",
        "our ml guy quit friday",
    ],
)
def test_what_is_told_to_a_colleague_is_let_be(text):
    heard = hear(line(text, None, {}, mention=False))

    assert heard.silent
    assert not heard.saves


@each(
    ("open_fact", "text", "saves"),
    [
        ("need", "ok mostly the voice! like 80% voice, 20% recipe stuff being correct", {"need": "behaviour"}),
        ("need", "mainly the wording! maybe 90% wording, 10% having the prices right", {"need": "behaviour"}),
        ("source", "60% documents, 40% database", {"source": "both"}),
        ("action", "i think ben answered the corpus wrong, its more like 900 pages", {"corpus": "large"}),
        ("ops", "And the Manual is still a document", {}),
    ],
)
def test_words_of_one_answer_are_none_of_another_one(open_fact, text, saves):
    heard = hear(line(text, open_fact, {}, mention=True)).saves

    assert {fact: value for fact, value in heard.items() if fact in {*saves, "definition", "action"}} == saves


def test_a_list_that_some_may_not_see_is_asked_about_beside_what_all_may():
    text = "Everyone may read the Manual. The other list is for us and the CEO only, nobody else may even know a name."

    heard = hear(line(text, "ops", {}, mention=True))

    assert "access" not in heard.saves
    assert [each.value for each in heard.offers if isinstance(each, Choice)] == ["per_user", "everyone"]


def test_where_some_may_not_see_all_it_is_asked_which_holds_from_now_on():
    heard = hear(
        line("everyone sees everything now. salaries are for HR only", None, {"access": "per_user"}, mention=True)
    )
    assert [each.value for each in heard.offers] == ["per_user", "everyone"]
    assert dict(heard.saves) == {}
