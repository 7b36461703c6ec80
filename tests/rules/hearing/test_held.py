"""How much there is and where it is are both written down where one breath says both, and neither where it does not."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("source", "1200 word files on a network drive", {"source": "documents", "corpus": "large"}),
        ("source", "9000 pages in our gitbook", {"source": "documents", "corpus": "large"}),
        ("source", "300k invoices in SAP", {"source": "systems", "corpus": "large"}),
        ("source", "12 pages in a google doc", {"source": "documents", "corpus": "prompt_sized"}),
        ("source", "15000 articles in confluence and the ERP", {"source": "both", "corpus": "large"}),
        ("corpus", "around 700 manuals on sharepoint", {"corpus": "large", "source": "documents"}),
        ("hygiene", "600 manuals in sharepoint", {"corpus": "large", "source": "documents"}),
        ("freshness", "weekly, 600 manuals in sharepoint",
         {"freshness": "weekly", "corpus": "large", "source": "documents"}),
        ("corpus", "5000 pages in three languages", {"corpus": "large"}),
        ("corpus", "3000 pages on trade law", {"corpus": "large"}),
        ("corpus", "2000 wiki pages", {"corpus": "large"}),
        ("source", "in SAP and 2000 PDF manuals on a drive", {"source": "both", "corpus": "large"}),
    ],
)  # fmt: skip
def test_what_is_counted_where_it_is_held_answers_both_questions(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each("text", ["700 graded essays, in moodle", "800 emails tagged, in salesforce"])
def test_where_examples_are_kept_is_no_place_where_the_truth_is(text: str):
    assert hear(line(text, "examples", {}, mention=True)).saves == {"examples": "hundreds"}
