"""The rulebook is whole: every statement has rows, every row a source, every sentence can be shown to people."""

import re
import subprocess
import sys
from itertools import product

from rules.catalog import FRAMEWORK
from rules.catalog.architectures import (
    BIGGER_THAN_NEEDED,
    FULLER,
    MEANINGS,
    MORE_AND_LESS,
    MORE_LATER,
    NAMES,
    NEVER_ENOUGH,
)
from rules.catalog.benefits import BENEFITS
from rules.catalog.buckets import BUCKETS
from rules.catalog.golden_tasks import GOLDEN_TASKS
from rules.catalog.sources import STATEMENTS
from rules.catalog.steps import BUILD_STEPS, EVALUATION_STEPS, WATCH_STEPS
from rules.contradictions import CONTRADICTIONS
from rules.facts import ALONE, FACTS, VALUES, Facts
from rules.framework import Architecture, Degree, Strength
from rules.judge import degrees
from storage.records import Bucket
from tests.tables import each

STEPS = (*EVALUATION_STEPS, *BUILD_STEPS, *WATCH_STEPS)
ROWS = (*FRAMEWORK.demand_rows, *FRAMEWORK.delivery_rows, *FRAMEWORK.prerequisite_rows, *STEPS, *BENEFITS)
SENTENCES = [
    *(row.claim for row in (*FRAMEWORK.demand_rows, *FRAMEWORK.delivery_rows, *FRAMEWORK.prerequisite_rows)),
    *(demand.meaning for demand in FRAMEWORK.demands),
    *(text for question in FRAMEWORK.questions for text in (question.text, question.why)),
    *(text for step in STEPS for text in (step.detail, step.done_when, step.why) if text),
    *(text for bucket in BUCKETS for text in (bucket.means, bucket.detect, *bucket.remedies)),
    *(text for row in BENEFITS for text in (row.without, row.with_it)),
    *(pair.claim for pair in CONTRADICTIONS),
    *(text for task in GOLDEN_TASKS for text in (task.input, task.must_contain)),
    *MEANINGS.values(),
    BIGGER_THAN_NEEDED,
    FULLER,
    MORE_AND_LESS.format(more="fresh facts", less="it cannot."),
    MORE_LATER,
    NEVER_ENOUGH,
    *STATEMENTS.values(),
]
WORKSHOP = re.compile(r"\bweights?\b|\breceipts?\b|\bground truth\b|\bdelta\b|\bmoot\b", re.IGNORECASE)
"""What the trade calls things that a product manager has other words for; the glossary explains them on request."""
CARRIED_BY = {
    "F1": {"facts-in-systems", "facts-that-change-weekly", "model-is-out-of-date", "truth-that-changes-monthly"},
    "F2": {"facts-outside-the-weights", "manner-fails", "own-boundary", "trusted-evaluation"},
    "F3": {"must-show-sources", "sources-are-looked-up", "not-everyone-sees-all", "citations"},
    "F4": {"clean-data", "labels-agree", "enough-examples", "index", "training_data"},
    "F5": {"format-fails", "invents-facts", "manner-fails", "constrained_output"},
    "F6": {"too-costly", "training-pipeline", "search-in-operation", "release", "refresh"},
    "F7": {"costly-inventions", "cost_of_errors"},
    "F8": {"both-halves", "both-pipelines", "fetch_first", "spot_checks"},
    "F9": {"evaluation-first", "trusted-evaluation", "offline_suite", "baseline"},
    "F10": {"evaluation-first", "golden_tasks"},
    "F11": {"log_answers", "spot_checks", "drowning-prompt"},
    "F12": {"prompt", "monthly_review", "model_changes", "clean-before-hybrid"},
    "F13": {"Faster decisions", "Lower incident risk", "Better economics", "A path you can operate"},
    "F14": {"training-pipeline", "both-pipelines", "A path you can operate"},
}
"""Each statement of the framework, with rows that carry it into decisions, gates, roadmap or comparison."""


def name_of(row: object) -> str:
    return str(getattr(row, "id", None) or getattr(row, "benefit", None) or getattr(row, "demand", None))


@each("statement", STATEMENTS)
def test_a_statement_of_the_framework_is_carried_by_the_rows_that_cite_it(statement: str):
    citing = {name_of(row) for row in ROWS if statement in row.sources}

    assert CARRIED_BY[statement] <= citing


def clashes() -> set[str]:
    """Claims that rule an architecture out by an answer of which it fully delivers something else that is asked for."""
    found = set[str]()
    for fact, value in [(name, value) for name in FACTS for value in VALUES[name]]:
        facts = Facts.model_validate({fact: (value,) if FRAMEWORK.by_fact[fact].is_list else value})
        rows = [row for row in FRAMEWORK.demand_rows if row.when.holds(facts) is True]
        reach = [(row, degrees(FRAMEWORK)[row.demand]) for row in rows]
        found |= {
            one.claim
            for (one, ruling), (_, delivered) in product(reach, repeat=2)
            for place in range(len(Architecture))
            if one.strength is Strength.MUST and ruling[place] is Degree.NOT and delivered[place] is Degree.FULLY
        }
    return found


def test_a_claim_that_rules_live_tools_out_says_for_what_they_would_do():
    """ "To show its source, an answer has to start from a passage" denied what live tools are said to show fully."""
    assert len(clashes()) > 2
    assert [claim for claim in clashes() if not re.search(r"documents|a live system", claim)] == []


def test_every_statement_is_told_and_mapped():
    assert list(STATEMENTS) == list(CARRIED_BY) == [f"F{number}" for number in range(1, 15)]


def test_every_row_cites_sources_that_exist_and_every_source_is_cited():
    known = {source.id for source in FRAMEWORK.sources}
    cited = {source for row in ROWS for source in row.sources}

    assert all(row.sources for row in ROWS)
    assert cited == known


def test_every_publication_has_an_address():
    assert all(source.says or source.url.startswith("https://") for source in FRAMEWORK.sources)


def is_calm(text: str) -> bool:
    """Whether it is one or two plain sentences."""
    return (text[0].isupper() or text[0].isdigit()) and text[-1] in ".?" and "!" not in text and "  " not in text


def test_every_sentence_can_be_shown_short_calm_and_american():
    british = re.compile(r"behaviour|labell|favour|\b(optim|general|summar|organ|recogn|special|normal)is(e|ing|ation)")

    assert [text for text in SENTENCES if len(text) > 160] == []
    assert [text for text in SENTENCES if not is_calm(text)] == []
    assert [text for text in SENTENCES if british.search(text)] == []


def test_a_question_is_asked_in_words_that_need_no_glossary():
    trade = re.compile(
        r"\b(retrieval|rollback|pipelines?|tokens?|tuned|index(?:ing)? jobs?|stores|join\w*|extraction|procedure"
        r"|semantic|labeled examples|10B|8B)\b",
        re.IGNORECASE,
    )
    asked = {
        question.fact: trade.findall(" ".join((question.text, question.why, *(one.label for one in question.options))))
        for question in FRAMEWORK.questions
    }

    assert {fact: words for fact, words in asked.items() if words} == {}


def test_no_sentence_speaks_in_words_of_the_workshop():
    labels = [demand.label for demand in FRAMEWORK.demands] + [question.topic for question in FRAMEWORK.questions]

    assert [said for said in (*SENTENCES, *labels) if WORKSHOP.search(said)] == []


def test_the_questions_ask_for_every_fact_with_every_value_once():
    assert tuple(question.fact for question in FRAMEWORK.questions) == FACTS
    for question in FRAMEWORK.questions:
        assert tuple(option.value for option in question.options) == VALUES[question.fact]
        assert question.is_list == (question.fact in ALONE)


def test_a_button_label_is_short_and_no_two_options_of_a_question_read_alike():
    for question in FRAMEWORK.questions:
        labels = [option.label for option in question.options]
        said = [option.said for option in question.options]

        assert all(len(label) <= 40 for label in labels)
        assert len(set(labels)) == len(labels)
        assert len(set(said)) == len(said)


def test_the_why_of_a_question_is_one_line():
    assert all(len(question.why) <= 120 for question in FRAMEWORK.questions)


def test_every_architecture_says_how_far_it_delivers_every_demand_exactly_once():
    told = [(row.demand, row.architecture) for row in FRAMEWORK.delivery_rows]

    assert sorted(told) == sorted(product((demand.id for demand in FRAMEWORK.demands), Architecture))


def test_every_demand_is_raised_by_a_row_and_every_row_raises_a_known_demand():
    assert {row.demand for row in FRAMEWORK.demand_rows} == {demand.id for demand in FRAMEWORK.demands}


def test_no_two_rows_share_an_id():
    for rows in (FRAMEWORK.demand_rows, FRAMEWORK.prerequisite_rows, FRAMEWORK.sources, FRAMEWORK.demands, BUCKETS):
        ids = [row.id for row in rows]
        assert len(set(ids)) == len(ids)


def test_every_condition_names_facts_of_the_vocabulary():
    for row in FRAMEWORK.demand_rows:
        assert row.when.mentions() <= set(FACTS)
    for gate in FRAMEWORK.prerequisite_rows:
        assert gate.needs.mentions() <= set(FACTS)


def test_the_rulebook_stays_few_rows():
    assert len(FRAMEWORK.demand_rows) <= 40
    assert len(FRAMEWORK.prerequisite_rows) <= 12


def test_the_architectures_are_named_in_plain_words():
    assert list(NAMES) == list(Architecture)
    assert NAMES[Architecture.RAG] == "retrieval (RAG)"


def test_the_buckets_are_those_that_storage_counts():
    assert [bucket.id for bucket in BUCKETS] == [str(bucket) for bucket in Bucket]


def test_suggested_golden_tasks_are_told_apart():
    names = [row.name for row in GOLDEN_TASKS]

    assert len(set(names)) == len(names)


def test_the_digest_is_the_same_in_another_process():
    code = "from rules.catalog import FRAMEWORK; print(FRAMEWORK.digest)"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert digests == {FRAMEWORK.digest}
    assert re.fullmatch(r"[0-9a-f]{12}", FRAMEWORK.digest)


def test_what_is_delivered_in_part_reads_as_a_reason_against_it():
    """It stands after "Not retrieval, because …": what it can do never comes before what it lacks."""
    partly = [row.claim for row in FRAMEWORK.delivery_rows if row.degree is Degree.PARTLY]

    assert partly
    assert [claim for claim in partly if re.match(r"It (can|could) (be|do|call)\b", claim)] == []
