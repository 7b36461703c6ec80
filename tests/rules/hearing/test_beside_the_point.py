"""Words of a value that say it of something else: of people, of a law that is missing, of what stands before them."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("failure", "30 cents each, the boss says no", {"failure": ("too_costly",)}),
        ("failure", "too expensive, finance refuses to pay", {"failure": ("too_costly",)}),
        ("failure", "slow as hell, the agents refuse to use it", {"failure": ("too_slow",)}),
        ("failure", "it says no to perfectly normal questions", {"failure": ("refusals",)}),
        ("receipts", "they refuse anything without a citation, no statute asks it", {"receipts": "required"}),
        ("receipts", "every reply needs a link or shops send it back. no law on that", {"receipts": "required"}),
        ("receipts", "always with source, but no regulator cares", {"receipts": "required"}),
        ("receipts", "nope, its a slogan generator", {"receipts": "none"}),
        ("access", "data may go to any vendor, no restrictions there", {"hosting": "any_api"}),
        ("latency", "our data may be sent to any api, no limits", {"hosting": "any_api"}),
        ("access", "no limits there", {"access": "everyone"}),
    ],
)  # fmt: skip
def test_a_word_is_heard_for_what_it_is_said_of(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each("text", ["yes the reports are confidential", "yes, the letters are sensitive", "letters go out on friday"])
def test_a_report_or_a_letter_says_how_long_people_wait_only_where_it_is_all_that_is_said(text: str):
    assert hear(line(text, "latency", {}, mention=True)).saves == {}
    assert hear(line("just a report", "latency", {}, mention=True)).saves == {"latency": "relaxed"}


@each(
    ("fact", "text"),
    [
        ("labels", "every night a sample of real traffic is scored, and CI has an eval suite"),
        ("labels", "eval set runs in the pipeline and live answers are monitored with scores"),
        ("evals", "test set in CI, live traffic sampled hourly"),
        ("evals", "the eval suite runs in CI and a sample of production traffic is judged every night"),
    ],
)
def test_a_set_beside_scores_of_live_answers_is_continuous(fact: str, text: str):
    assert hear(line(text, fact, {}, mention=True)).saves == {"evals": "continuous"}


def test_a_set_alone_stays_a_set():
    assert hear(line("an eval suite runs in CI", "labels", {}, mention=True)).saves == {"evals": "golden_set"}


@each(
    ("fact", "text"),
    [
        ("lookup", "when they search by order number, which option would that be?"),
        ("freshness", "if prices change on mondays, which option is that?"),
        ("volume", "we do 5k a day, which bucket is that?"),
        ("corpus", "300 pages, which one is that"),
        ("stakes", "if someone gets a wrong bill, which option do i take?"),
    ],
)
def test_a_case_whose_option_is_asked_is_not_written_down(fact: str, text: str):
    heard = hear(line(text, fact, {}, mention=True))

    assert (heard.saves, heard.offers, [asked.intent for asked in heard.questions]) == ({}, (), ["glossary"])
    assert hear(line(text, fact, {}, mention=False)).silent


@each(
    "text",
    [
        "students ask how many credits they still need",
        "they ask how much is left on their budget",
        "callers ask who is responsible for their claim",
        "drivers ask which dock they have to go to, that sort of thing",
        "members want to know how long their contract still runs",
    ],
)
def test_what_users_ask_is_an_answer_and_no_question_to_the_bot(text: str):
    assert hear(line(text, "need", {}, mention=True)).saves == {"need": "facts"}


@each("text", ["sales ask how to phrase the offer in our tone", "we ask which style fits"])
def test_what_users_ask_of_style_wants_no_facts_alone(text: str):
    assert hear(line(text, "need", {}, mention=True)).saves != {"need": "facts"}


@each(
    ("said", "text", "value"),
    [
        ("monthly", "correction on how often it changes: only at quarter end, not monthly", "quarterly"),
        ("weekly", "correction on how often it changes: once a year, not weekly", "yearly"),
    ],
)
def test_what_stands_behind_the_name_of_a_question_is_its_answer(said: str, text: str, value: str):
    assert hear(line(text, "evals", {"freshness": said}, mention=True)).saves == {"freshness": value}


@each(
    ("fact", "text", "value"),
    [
        ("receipts", "the vendor patches when they like it, monthly or so", None),
        ("receipts", "the price list is renewed whenever we like it", None),
        ("receipts", "it comes when the printer feels like it, every spring", None),
        ("access", "out of scope for now", None),
        ("access", "monthly then, the annexes are out of scope", None),
        ("receipts", "users like it", "helpful"),
        ("receipts", "they like it when the page is shown", "helpful"),
        ("access", "only what is in scope for their role", "per_user"),
        ("access", "scope it per department then", "per_user"),
    ],
)
def test_when_somebody_likes_it_and_what_is_out_of_scope_answer_nothing(fact: str, text: str, value: str | None):
    assert hear(line(text, fact, {}, mention=True)).saves.get(fact) == value
