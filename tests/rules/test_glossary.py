"""The glossary: what the audit finds in it, and what is printed."""

import pytest

from rules.audit_glossary import glossary_faults
from rules.catalog import FRAMEWORK
from rules.catalog.glossary import GLOSSARY, glossary_source, word_meant, words_used
from rules.glossary import entry
from rules.rulebook import as_markdown

GOOD = ("It is this. It does that.", "One of them.", "F1", "freshness rag")


def test_the_shipped_glossary_is_free_of_faults():
    assert list(glossary_faults(FRAMEWORK)) == []
    assert len(GLOSSARY) >= 90


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("a", "x", *GOOD), ("b", "x", *GOOD)), "stands in the glossary 2 times"),
        ((("a", "", "One sentence only", "One.", "F1", "rag"),), "two sentences and an example"),
        ((("a", "", "Long. " * 60, "One.", "F1", "rag"),), "characters"),
        ((("a", "", GOOD[0], "One.", "nowhere", "rag"),), "no source is called nowhere"),
        ((("a", "", GOOD[0], "One.", "", "rag"),), "no source is called none"),
        ((("a", "", GOOD[0], "One.", "F1", "nothing"),), "no question and no architecture is called nothing"),
    ],
)
def test_the_audit_names_what_is_wrong(rows, said):
    faults = [str(fault) for fault in glossary_faults(FRAMEWORK, tuple(entry(*row) for row in rows))]

    assert any(said in fault for fault in faults)


def test_a_word_is_found_by_any_of_its_names():
    assert word_meant("ft").term == "fine-tuning"
    assert word_meant("nothing of the kind") is None
    assert glossary_source("lora-2021").url.startswith("https://")


def test_the_rulebook_prints_every_word_with_its_source():
    printed = as_markdown(FRAMEWORK)

    assert "## Glossary" in printed
    assert all(f"| {each.written} |" in printed for each in GLOSSARY.values())
    assert "`lora-2021`" in printed


def test_words_of_the_glossary_are_found_whole_the_longest_first_and_once():
    words = words_used(["Hybrid search, then reranking; ragged is no word.", "Re-ranking and hybrid", ""])

    assert [word.term for word in words] == ["hybrid search", "reranking", "hybrid"]


def test_names_and_abbreviations_are_shown_with_their_capitals_and_found_without():
    for written in ("RAG", "agentic RAG", "text-to-SQL", "LoRA", "LLM as a judge", "rollback"):
        assert GLOSSARY[written.lower()].written == written
    bare = [each for each in GLOSSARY.values() if each.written == each.term]
    assert not {word for each in bare for word in each.term.split() if f" {word.upper()} " in f" {each.says} "}
