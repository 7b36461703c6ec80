"""What is no longer so after the verdict, and what is right instead of what was just noted."""

from rules.hearing import Choice, Heard, hear, line
from tests.tables import each

SAID = {
    "freshness": "weekly", "source": "documents", "access": "per_user", "receipts": "required", "latency": "under_3s",
    "labels": "consistent", "volume": "under_100k", "ops": ("search",), "failure": ("invented_facts",),
    "stakes": "money", "lookup": "by_meaning",
}  # fmt: skip


def heard(text: str, open_fact: str | None = None, *, mention: bool = True) -> Heard:
    return hear(line(text, open_fact, SAID, mention=mention))


@each("text", [
    "sources: no longer required", "citations: no longer needed", "sources are no longer required",
    "citations no longer needed", "receipts are no longer required", "sources not required any more",
])  # fmt: skip
def test_sources_that_are_no_longer_required_are_not_shown(text):
    assert heard(text).saves == {"receipts": "none"}
    assert heard(text, "freshness").saves == {"receipts": "none"}


@each(
    ("text", "saves"),
    [
        ("per user access is no longer required", {"access": "everyone"}),
        ("access: no longer per user", {"access": "everyone"}),
        ("hallucinations: no longer", {"failure": ("none_yet",)}),
        ("stakes: no longer money, just rework", {"stakes": "rework"}),
        ("it's a database now, no longer documents", {"source": "systems"}),
        ("lookup: no longer by meaning, exact names", {"lookup": "by_name"}),
        ("sources: still required by law", {"receipts": "regulated"}),
        ("sources: nice to have", {"receipts": "helpful"}),
        ("sources: Confluence", {"source": "documents"}),
    ],
)
def test_what_holds_instead_is_written_down(text, saves):
    assert heard(text).saves == saves


@each(
    ("text", "fact"),
    [
        ("latency: no longer under 3 seconds", "latency"),
        ("volume: no longer 20k a day", "volume"),
        ("we no longer have 20k requests a day", "volume"),
        ("it is no longer weekly", "freshness"),
        ("the source is no longer the wiki", "source"),
        ("stakes: no longer money", "stakes"),
    ],
)
def test_what_may_hold_instead_is_asked_where_the_line_does_not_say_it(text, fact):
    found = heard(text)

    assert not found.saves
    assert len(found.offers) > 1
    assert all(isinstance(each, Choice) and (each.fact, each.value) != (fact, SAID[fact]) for each in found.offers)


@each(
    "text", ["no longer", "labels: no longer", "it is no longer a pleasure", "what if sources are no longer required?"]
)
def test_what_names_no_answer_that_is_over_ends_none(text):
    assert not heard(text).saves
    assert not heard(text, "hosting").saves


@each(
    ("text", "saves"),
    [
        ("Not so: exact names", {"lookup": "by_name"}),
        ("no: exact names", {"lookup": "by_name"}),
        ("wrong: exact names", {"lookup": "by_name"}),
        ("not true, exact names", {"lookup": "by_name"}),
        ("incorrect. exact names", {"lookup": "by_name"}),
        ("actually: exact names", {"lookup": "by_name"}),
        ("nope: daily", {"freshness": "daily"}),
        ("no: required by law", {"receipts": "regulated"}),
        ("not at all: rework only", {"stakes": "rework"}),
        ("no: 200 a day", {"volume": "under_1k"}),
    ],
)
def test_what_stands_behind_a_denial_takes_back_what_was_just_noted(text, saves):
    assert heard(text).saves == saves
    assert not heard(text, mention=False).saves


@each("text", [
    "not so fast", "not so sure", "not so much", "no", "no exact names", "not so: why?",
    "no way: exact names are useless", "not so: exact names are useless", "wrong thread: exact names",
    "not so: weekly", "no, 30 examples per class",
])  # fmt: skip
def test_what_only_begins_like_a_denial_takes_back_nothing(text):
    assert not heard(text).saves
