"""The reason for an answer is no answer of its own, and does not overrule the one that it is given for."""

from rules.facts import Value
from rules.hearing import hear, line
from rules.hearing.amounts.numbers import quantities
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("receipts", "yes must, because contracts change daily and people got burned", {"receipts": "required"}),
        ("hosting", "on prem, since patient data could kill our reputation", {"hosting": "on_premises"}),
        ("labels", "inconsistent because there were 3000 of them and no time", {"labels": "inconsistent"}),
        ("labels", "mixed because two of five annotators were new", {"labels": "mixed"}),
        ("access", "everyone may see it because it is on our public website", {"access": "everyone"}),
        ("hosting", "on prem due to gdpr", {"hosting": "on_premises"}),
        ("receipts", "required, because the regulator demands it", {"receipts": "regulated"}),
        ("freshness", "monthly. because legal wants it, sources are required",
         {"freshness": "monthly", "receipts": "required"}),
        ("corpus", "300 pages because we threw the old ones out, and they change weekly",
         {"corpus": "large", "freshness": "weekly"}),
        ("latency", "200 ms bc it runs while they type, about 700k calls a day",
         {"latency": "under_300ms", "volume": "under_1m"}),
        ("latency", "2 seconds, as always", {"latency": "under_3s"}),
    ],
)  # fmt: skip
def test_a_reason_stands_behind_its_answer_and_writes_nothing_down(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


def test_a_fraction_of_what_has_no_scale_is_two_numbers():
    assert [each.low for each in quantities(("3", "/", "4", "pages"))] == [3.0, 4.0]


@each(
    ("fact", "text", "value"),
    [
        ("latency", "under a second, otherwise nobody uses it", "under_1s"),
        ("latency", "a minute is fine, otherwise it would cost too much", "relaxed"),
        ("latency", "300 ms, else the cursor feels laggy", "under_300ms"),
        ("freshness", "daily, or else somebody gets hurt", "daily"),
    ],
)
def test_what_would_come_of_another_answer_is_no_answer_to_another_question(fact, text, value):
    assert dict(hear(line(text, fact, {}, mention=True)).saves) == {fact: value}


@each(
    "text",
    [
        "by law every answer has to show its source",
        "lives depend on it, so by law every answer must name its page",
        "and legally each reply must give its source",
    ],
)
def test_a_duty_by_law_is_regulated_however_long_the_words_of_the_duty_are(text):
    assert hear(line(text, "receipts", {}, mention=True)).saves["receipts"] == "regulated"


def test_a_duty_by_contract_or_by_a_lawyer_is_required_and_no_law():
    for text in ("required, our lawyers insist", "the contract demands a source per answer"):
        assert hear(line(text, "receipts", {}, mention=True)).saves["receipts"] == "required"
