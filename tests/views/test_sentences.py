"""Every sentence that rows can produce about a verdict, read by rules of grammar: whatever the rows, it is English."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from bot.dialogue import wording
from bot.dialogue.verdict import verdict_message
from bot.replies import Changed, FlipShown, ReasonShown, VerdictMessage, WhatIfAnswer
from bot.views import render, verdict
from bot.views.architecture import USE, closest
from bot.views.parent import parent
from bot.views.side_by_side import standing
from bot.views.text import in_clauses, size
from rules import FRAMEWORK
from rules.casing import lower_first
from rules.framework import Architecture, Lens
from tests.e2e.page.situations import situation
from tests.views.examples.interview import DECIDED
from tests.views.examples.verdict import DEMANDS, FITS, VERDICT, WHY_NOT

PROPER = {
    "RAG", "ID", "API", "JSON", "LLM", "Slack", "English", "GitHub", "Python", "Markdown", "SQL", "Berlin", "I", "UTC",
}  # fmt: skip
PROPER |= {"Support", "Feature", "January", "May"}
"""Words that keep their capital inside a sentence; among them the names of the features of these tests."""
WRONG = {
    "a hybrid without its article": re.compile(r"(?:that|yet,|;) \*?hybrid\b"),
    "a singular verb after live tools": re.compile(
        r"live tools\*? (?:is|comes|has|does|gives|passes|delivers|was)\b", re.IGNORECASE
    ),
    "a plural verb after another one": re.compile(
        r"(?:retrieval(?: \(RAG\))?|prompting|fine-tuning|hybrid) come\b", re.IGNORECASE
    ),
    "an answer that is no noun after were": re.compile(r"” were (?!answered)"),
    "a note of ours": re.compile(r"\(recalled\)|TODO|\bNone\b|\{|\}"),
    "a stop too many": re.compile(r"\.\.|[,;:]\.|\s[.,;:]|,,|\.,"),
    "a blank too many": re.compile(r"[^\n] {2,}"),
    "a or an": re.compile(r"\ban? an? |\ba (?:a|e|i|o)[a-z]|\ban [bcdfgjklmnpqrstvwxyz]", re.IGNORECASE),
    "a word twice": re.compile(r"\b(\w{2,}) \1\b", re.IGNORECASE),
}
ALLOWED = re.compile(r"a one|a once|an hour|an LLM|an SLM|an? [A-Z]{2,}|that that|had had|a European", re.IGNORECASE)
INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


def faults(text: str) -> list[str]:
    """What is wrong with a sentence or a message, in words."""
    plain = re.sub(r"“[^”]*”", "“x”", text)
    found = [
        f"{what}: {hit[0]}"
        for what, rule in WRONG.items()
        for hit in rule.finditer(plain)
        if not ALLOWED.search(hit[0])
    ]
    found += [
        f"a capital inside a sentence: {hit}" for hit in INSIDE.findall(plain.replace("*", "")) if hit not in PROPER
    ]
    found += [f"quotation marks that do not close: {text}"] if text.count("“") != text.count("”") else []
    return found + (
        [f"stars that do not close: {text}"] if any(line.count("*") % 2 for line in text.splitlines()) else []
    )


def spoken(reply: VerdictMessage) -> str:
    """The message as it is read, without its controls."""
    return aloud(render(reply).text)


def aloud(text: str) -> str:
    """A text without what its controls are called, and with its dates as they are shown."""
    lines = [line for line in text.splitlines() if not line.startswith(("Buttons:", "Menu:"))]
    return re.sub(r"<!date[^|]*\|([^>]*)>", "January 1", "\n".join(lines))


def said_of_flips() -> Iterator[str]:
    for question, found in product(FRAMEWORK.questions, Architecture):
        for option in question.options:
            value = wording.valid(question, (option.value,))
            one = Changed.model_validate(wording.changed(FRAMEWORK, question.fact, None, value).model_dump())
            for passes in (True, False):
                yield verdict.flip(FlipShown(changes=(one,), architecture=found, passes=passes))
                yield verdict.flip(FlipShown(changes=(one, one), architecture=found, passes=passes))
                yield f"*What it would take:* {verdict.takes(FlipShown(changes=(one, one), architecture=found))}"


def headlines() -> Iterator[str]:
    """What each architecture is said to be, in each place of a sentence."""
    claims = [row.claim for row in FRAMEWORK.prerequisite_rows]
    labels = [demand.label for demand in FRAMEWORK.demands]
    for found, settled in product(Architecture, (True, False)):
        about = VERDICT.model_copy(update={"architecture": found, "is_settled": settled})
        yield spoken(about)
        for gaps in [(claim,) for claim in claims] + [tuple(labels[at : at + 3]) for at in range(len(labels))]:
            yield spoken(about.model_copy(update={"passes": False, "gaps": (*gaps, "Fast answers")}))
            yield "\n".join(verdict.headline(about.model_copy(update={"passes": False, "gaps": gaps})))
        yield aloud(parent(DECIDED.model_copy(update={"architecture": found, "is_settled": settled})).text)
        yield aloud(parent(DECIDED.model_copy(update={"architecture": found, "passes": False})).text)
        for passes, count in product((True, False), range(len(DEMANDS) + 1)):
            yield standing(DEMANDS[:count], found, passes=passes)
        yield closest(found)
        yield closest(found, USE)
    for before, after in product(Architecture, repeat=2):
        yield verdict.chosen(before, passes=False)
        yield render(VERDICT.model_copy(update={"changed_from": before, "architecture": after})).text.split("Menu:")[0]
        for then, now in product((True, False), repeat=2):
            yield aloud(
                render(
                    WhatIfAnswer(
                        assessment_id="a",
                        asked_by="U1",
                        changes=(FITS,),
                        now=before,
                        now_passes=now,
                        then=after,
                        then_passes=then,
                    )
                ).text
            )


def reasons() -> Iterator[str]:
    for row, lens in product(FRAMEWORK.demand_rows, (None, Lens.FRESHNESS)):
        one = ReasonShown(
            lens=lens, claim=row.claim, source="F1", strength=row.strength, demand="Fresh facts", answers=(), row=row.id
        )
        yield spoken(VERDICT.model_copy(update={"reasons": (one,)}))
        yield verdict.reason(one)


def why_nots() -> Iterator[str]:
    for row in FRAMEWORK.delivery_rows:
        other = [one for one in WHY_NOT if one.architecture is not Architecture.FINE_TUNE]
        against = WHY_NOT[2].model_copy(update={"because": row.claim})
        yield spoken(VERDICT.model_copy(update={"why_not": (*other, against)}))


@pytest.mark.parametrize("told", [said_of_flips, headlines, reasons, why_nots])
def test_every_sentence_of_the_rows_is_english_in_every_combination(told):
    sentences = list(told())

    assert len(sentences) > 60
    assert {fault: text for text in sentences for fault in faults(text)} == {}


@pytest.mark.parametrize("seed", range(1, 41))
def test_the_whole_message_is_english_in_each_of_forty_situations(seed: int):
    assert faults(spoken(verdict_message(situation(seed), FRAMEWORK))) == []


def test_every_step_and_demand_goes_on_in_a_sentence():
    steps = {item.title for seed in range(1, 41) for item in situation(seed).checklist}
    words = [f"*Next:* {lower_first(title)}." for title in steps]
    words += [f"It gives you {lower_first(demand.label)}." for demand in FRAMEWORK.demands]

    assert len(steps) > 15
    assert {text: faults(text) for text in words if faults(text)} == {}


def test_the_rules_of_grammar_find_what_they_are_for():
    wrong = (
        "Live tools is enough.",
        "If “Who may see it” were it depends",
        "Because Facts change.",
        "An answer..",
        "“open",
    )

    assert all(faults(text) for text in wrong)
    assert faults("*Use retrieval (RAG) for it.* Not fine-tuning, because it would memorize facts.") == []


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (90, "*Not prompting*, for it gives less of another: a model alone shows nothing; nobody checks."),
        (80, "*Not prompting*, for it gives less of another: a model alone shows nothing."),
        (60, "*Not prompting*, for it gives less of another."),
        (32, "*Not prompting*, for it gives…"),
    ],
)
def test_a_long_sentence_leaves_out_its_last_clauses_and_is_cut_inside_one_only_where_it_has_no_other(limit, told):
    whole = "*Not prompting*, for it gives less of another: a model alone shows nothing; nobody checks."

    assert in_clauses(whole, limit) == told
    assert size(told) <= limit
