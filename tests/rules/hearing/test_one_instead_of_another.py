"""Why one thing was left out, or not taken instead of another: which of the two is asked for."""

from tests.rules.hearing.asked import keys
from tests.tables import each


@each(
    ("text", "architecture"),
    [
        ("Why not paste the whole manual into the prompt and skip the index?", "prompt"),
        ("Why not give the model all of the pages and save ourselves the retrieval?", "prompt"),
        ("Why not push everything into one context window and avoid the vector db?", "prompt"),
        ("Could we not simply hit the CRM API and forget the whole index?", "tools"),
        ("why not fine-tune and ditch RAG?", "fine_tune"),
        ("why not lora and no rag at all?", "fine_tune"),
        ("why did you drop fine-tuning and keep RAG?", "fine_tune"),
        ("why not combine RAG with fine-tuning?", "hybrid"),
    ],
)
def test_what_is_proposed_is_asked_for_and_not_what_it_does_without(text, architecture):
    assert keys(text) == [("why_not", architecture)]


def test_why_the_chosen_one_is_not_done_without_asks_for_its_reasons():
    assert keys("why not skip the retrieval?") == [("why",)]


@each(
    ("text", "architecture"),
    [
        ("So you left tools out completely. On what basis?", "tools"),
        ("So you dismissed fine-tuning altogether. What are the reasons?", "fine_tune"),
        ("So there are no tools in your verdict. On what grounds?", "tools"),
        ("I see you rejected our own model. Explain.", "fine_tune"),
        ("So no hybrid. Why is that?", "hybrid"),
    ],
)
def test_the_reasons_asked_for_behind_what_was_left_out_are_those_against_it(text, architecture):
    assert keys(text) == [("why_not", architecture)]


@each(
    "text",
    [
        "So you went for RAG. On what grounds?",
        "So you settled on RAG without hesitation. Based on what?",
        "It is RAG and not a prompt, I see. Why?",
    ],
)
def test_the_reasons_asked_for_behind_what_was_chosen_are_those_for_it(text):
    assert keys(text) == [("why",)]


@each(
    ("text", "found"),
    [
        ("Chunking? Why not put the whole text into the prompt?", [("why_not", "prompt")]),
        ("Live queries against the slow SAP? Why not index the exports and do tools?", [("why_not", "tools")]),
        ("What is a reranker? Why not tools?", [("glossary", "reranking"), ("why_not", "tools")]),
        ("Why RAG? And why not tools?", [("why",), ("why_not", "tools")]),
    ],
)
def test_what_is_only_wondered_at_before_another_is_proposed_is_not_asked(text, found):
    assert keys(text) == found
