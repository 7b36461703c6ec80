"""Two facts of one line, and words that are of another matter than they seem: people, programs, laws, pages."""

from rules.facts import Value
from rules.hearing import Choice, Heard, hear, line
from tests.tables import each

SAID: dict[str, Value] = {"need": "facts", "freshness": "yearly", "corpus": "large", "labels": "mixed"}


def heard(text: str, open_fact: str | None) -> Heard:
    return hear(line(text, open_fact, SAID if open_fact is None else {}, mention=True))


@each(
    ("open_fact", "text", "expected"),
    [
        ("labels", "only half of the labels agree", "inconsistent"),
        ("labels", "less than half of the raters agree", "inconsistent"),
        ("labels", "more than three quarters are tagged the same", "mixed"),
        ("labels", "they match on two thirds", "mixed"),
        ("labels", "they disagree on a quarter", "mixed"),
        ("labels", "half of the reviewers are new, but they agree", "consistent"),
        (None, "correction: only half of the labels agree", "inconsistent"),
    ],
)
def test_a_part_says_how_alike_labels_are(open_fact, text: str, expected: str):
    found = heard(text, open_fact)
    told = [found.saves.get("labels"), *(each.value for each in found.offers if isinstance(each, Choice))]
    assert {each for each in told if each} == {*expected.split("|")}


@each(
    ("open_fact", "text"),
    [
        ("evals", "half of the reviewers agree that the bot is good"),
        ("labels", "before the guide they differed on half"),
        (None, "half of the team agrees with the verdict"), ("volume", "every third of them is labeled"),
        ("examples", "900 examples from two different people"), ("examples", "a third of the labels"),
    ],
)  # fmt: skip
def test_a_part_of_something_else_says_nothing_of_labels(open_fact, text: str):
    assert "labels" not in heard(text, open_fact).saves


@each(
    ("open_fact", "text", "saves"),
    [
        (None, "we have now 3200 examples, consistent", {"examples": "thousands", "labels": "consistent"}),
        ("examples", "2400 examples, all consistent", {"examples": "thousands", "labels": "consistent"}),
        ("evals", "2400 examples, consistent", {"examples": "thousands", "labels": "consistent"}),
        ("examples", "640 graded letters, they disagree on half", {"examples": "hundreds", "labels": "inconsistent"}),
        ("examples", "2000 replies, all good", {"examples": "thousands"}),
        ("examples", "about 2000 tickets, but two customers booked a different room", {"examples": "thousands"}),
    ],
)  # fmt: skip
def test_how_alike_examples_are_is_heard_beside_how_many_there_are(open_fact, text: str, saves):
    assert heard(text, open_fact).saves == saves


@each("open_fact", ["evals", "lookup"])
def test_how_far_labels_differ_is_asked_where_only_who_labels_is_told_to_differ(open_fact: str):
    found = heard("we have 52,000 old claims as labeled examples, but two clerks booked different", open_fact)
    assert found.saves == {"examples": "tens_of_thousands"}
    assert found.offers[:2] == (Choice("labels", "mixed"), Choice("labels", "inconsistent"))


@each(
    ("text", "source"),
    [
        ("prices sit in Navision and the manuals are on the N: drive", "both"),
        ("patient records are in Medico, the guidelines in a Word folder", "both"),
        ("the stock of each part sits in Provix, and the manuals are in Google Drive", "both"),
        ("the member's contributions are in Proclaim", "systems"),
        ("the handbook sits in Confluence and the contracts in SharePoint", "documents"),
        ("the orders come in Polish, the manuals are on the share", "documents"),
        ("the account managers sit in Ulmberg, the manuals in SharePoint", "documents"),
    ],
)
def test_records_under_a_name_that_nobody_knows_are_in_a_system(text: str, source: str):
    assert heard(text, "source").saves == {"source": source}


@each(
    "text",
    [
        "the adviser looks at end of quarter, then he is angry with us, otherwise nobody is checking",
        "the tax adviser looks at year end, then he complains, otherwise nobody is checking",
    ],
)
def test_who_looks_at_it_is_told_apart_from_how_often_the_truth_changes(text: str):
    found = heard(text, "evals")
    assert found.saves == {}
    assert {Choice("evals", "none"), Choice("evals", "ad_hoc")} <= {*found.offers}


def test_nobody_at_all_leaves_nothing_to_ask():
    assert heard("otherwise nobody is checking", "evals").saves == {"evals": "none"}
    assert heard("nobody checks, and it is all by hand", "evals").saves.keys() <= {"evals"}
    assert heard("always, otherwise nobody will use it", "receipts").saves == {"receipts": "required"}


@each(
    ("text", "saves"),
    [
        ("GDPR. A tenant gets his own contract and nobody else's", {"access": "per_user"}),
        (
            "GDPR. A member gets his own record and nobody else's. And the auditor will ask how each one was derived",
            {"access": "per_user", "receipts": "regulated"},
        ),
        ("GDPR. Tell me where our data goes", {}),
        ("GDPR", {}),
    ],
)
def test_a_law_before_an_answer_asks_nothing_of_the_bot(text: str, saves):
    assert heard(text, "access").saves == saves


def test_pages_of_word_documents_are_counted_and_tell_of_no_wording():
    asked = heard("the corpus is only about 40 pages of word docs, does that change anything", None).questions
    assert [dict(each.slots) for each in asked] == [{"changes": {"corpus": "prompt_sized"}}]
    assert heard("it is only about wording", None).saves == {"need": "behaviour"}


@each(
    ("text", "freshness"),
    [
        ("Correction: the rules change four times a year, not two", "quarterly"),
        ("correction: the tariffs change twelve times a year, not four", "monthly"),
        ("Correction: it is weekly, not daily", "weekly"),
    ],
)
def test_a_correction_says_what_is_right_before_what_is_not(text: str, freshness: str):
    assert heard(text, None).saves == {"freshness": freshness}
