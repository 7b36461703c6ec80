"""Suppositions of two conditions and of what is left; whose number it was; what stands alone; what none can know."""

from rules.hearing import Asked, hear, line
from tests.tables import each

SAID = {
    "need": "both", "freshness": "monthly", "source": "documents", "corpus": "large", "hygiene": "poor",
    "labels": "mixed", "examples": "tens_of_thousands", "evals": "ad_hoc", "ops": ("search", "training"),
}  # fmt: skip


def asked(text: str) -> list[Asked]:
    return list(hear(line(text, None, SAID, mention=True)).questions)


@each(
    ("text", "changes"),
    [
        (
            "If the recipes would be clean and we would have continuous evaluation, which verdict comes out?",
            {"hygiene": "clean", "evals": "continuous"},
        ),
        ("If the team is clean on vacation and we had a golden set, would it change?", {"evals": "golden_set"}),
        ("Imagine we could muster only a few hundred examples, what would you pick?", {"examples": "hundreds"}),
        ("Suppose we could muster only a handful of examples, where would that leave us?", {"examples": "tens"}),
        ("What if the ML people go and only search remains?", {"ops": ("search",)}),
        ("Suppose the search engineers leave and we only have training left.", {"ops": ("training",)}),
        ("What if we had neither search nor training?", {"ops": ("neither",)}),
        ("> labels: mixed\nwhat if we fixed them all?", {"labels": "consistent"}),
        ("> hygiene: poor\nif we sorted everything out, would it change?", {"hygiene": "clean"}),
        ("> hygiene: poor\nsuppose we cleaned up half of it?", {"hygiene": "mixed"}),
    ],
)
def test_all_that_a_supposition_gives_is_supposed_and_nothing_else(text, changes):
    assert asked(text) == [Asked("what_if", {"changes": changes})]


@each(
    ("text", "fact"),
    [
        ("Somebody doubted that we truly have so many labelled invoices. Which of us put that number in?", "examples"),
        ("Who came up with the number of labelled complaints?", "examples"),
        ("Who said our labels are that mixed?", "labels"),
        ("Who claimed that two raters agree on the labelled slides?", "labels"),
        ("Who else has answered things here?", ""),
        ("who else gave answers in this thread?", ""),
        ("who changed the freshness to daily", "freshness"),
        ("who switched the sources to required?", "receipts"),
        ("who revised what the team can run", "ops"),
    ],
)
def test_who_gave_a_number_of_labeled_things_said_how_many_and_who_else_answered_here_gave_answers(text, fact):
    assert asked(text) == [Asked("who_answered", {"fact": fact})]


@each("text", ["who changed the bulb to led", "who switched the meeting to Tuesday?"])
def test_who_changed_a_thing_that_is_no_answer_asks_for_none(text):
    assert not any(one.intent == "who_answered" for one in hear(line(text, None, SAID, mention=True)).questions)


@each("text", ["Who else has built something like this?", "Who else does it this way?"])
def test_who_else_built_it_asks_for_precedents(text):
    assert asked(text) == [Asked("precedents")]


@each(
    ("text", "architecture"),
    [
        ("Explain why simple RAG with no training next to it was ruled out.", "rag"),
        ("Why is there no fine-tuning beside the retrieval?", "fine_tune"),
    ],
)
def test_the_one_that_stands_alone_is_asked_about_and_not_the_one_that_is_left_out(text, architecture):
    said = {"need": "facts", "source": "documents", "corpus": "large"}
    found = hear(line(text, None, said, mention=True)).questions
    assert found == (Asked("why_not", {"architecture": architecture}),)


@each(
    ("text", "intent"),
    [
        ("Does our insurer pay for a wrong diagnosis?", "unknown"),
        ("Can a customer sue us over a wrong answer?", "unknown"),
        ("Would the vendor refund us for wrong answers?", "unknown"),
        ("What does a wrong quotation cost us?", "cost"),
        ("What financial liability do wrong answers add up to?", "cost"),
        ("How much do wrong answers cost, the ones insurance does not cover?", "cost"),
    ],
)
def test_what_insurers_and_courts_would_say_is_not_known_and_what_wrong_answers_cost_is(text, intent):
    assert [each.intent for each in asked(text)] == [intent]
