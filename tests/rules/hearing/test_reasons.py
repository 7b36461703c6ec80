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
