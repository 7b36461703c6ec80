"""What leads to a question is no part of it, and a question is never an answer, whatever stands before it."""

from rules.hearing import Asked, hear, line
from tests.tables import each

MEANS = Asked("glossary", {"term": ""})


@each(
    "before",
    ["wait", "hang on,", "quick q:", "one sec", "stupid question", "guys", "actually", "before i answer", "ok but",
     "no but", "just curious", "hm wait", "so"],
)  # fmt: skip
@each(("fact", "options"), [("receipts", "required and regulated"), ("source", "docs and systems")])
def test_what_a_word_means_is_asked_behind_whatever_leads_to_it(fact, options, before):
    found = hear(line(f"{before} whats the difference between {options}", fact, {}, mention=True))

    assert (found.questions, dict(found.saves)) == ((MEANS,), {})


@each(
    "text",
    ["wats the diference between required and regulated", "difference between required and regulated?",
     "diff between required and regulated", "i dont get the difference between required and regulated",
     "can u explain required vs regulated", "whts the diff btwn required n regulated"],
)  # fmt: skip
def test_the_difference_of_two_options_is_asked_without_the_form_of_a_question_too(text):
    found = hear(line(text, "receipts", {}, mention=True))

    assert (found.questions, dict(found.saves)) == ((MEANS,), {})


def test_what_names_a_question_answered_before_changes_nothing_there():
    found = hear(line("wait whats the differnce between facts and behavior", "source", {"need": "facts"}, mention=True))

    assert (found.questions, dict(found.saves)) == ((Asked("glossary", {"term": "", "fact": "need"}),), {})


@each("text", ["wait weekly", "actually weekly", "so weekly", "guys, weekly", "wait, no, weekly"])
def test_an_answer_behind_such_words_stays_one(text):
    assert hear(line(text, "freshness", {}, mention=True)).saves == {"freshness": "weekly"}


@each("text", ["wait", "hang on", "so", "wait why", "guys ?"])
def test_a_lead_in_alone_writes_nothing_down(text):
    assert not hear(line(text, "freshness", {}, mention=True)).saves


@each(
    ("fact", "text"),
    [("latency", "can't we just dump all 400 bids into a 1M context window"),
     ("volume", "couldnt we just put 5000 docs in one prompt"),
     ("corpus", "cant we just dump everything in the context")],
)  # fmt: skip
def test_a_proposal_turned_into_a_question_is_asked_whatever_number_stands_in_it(fact, text):
    found = hear(line(text, fact, {}, mention=True))

    assert (found.questions, dict(found.saves)) == ((Asked("why_not", {"architecture": "prompt"}),), {})


@each(("fact", "text"), [("examples", "can't we just generate 10k examples"), ("latency", "can't it be 300 ms")])
def test_what_is_asked_that_way_is_written_down_nowhere(fact, text):
    assert not hear(line(text, fact, {}, mention=True)).saves


@each(("fact", "text"), [("latency", "doesn't matter"), ("access", "can't all see it")])
def test_what_only_begins_that_way_is_told(fact, text):
    assert hear(line(text, fact, {}, mention=True)).saves
