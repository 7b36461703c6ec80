"""Where answers have changed, a review says what they decide now, and contradicts neither them nor itself."""

from rules import Facts
from rules.framework import Architecture
from rules.review import Advice, conclude
from tests.rules.reviewed import DOCUMENTS, PROMPT, RAG, STATIC, TUNABLE, month
from tests.tables import each


def test_what_the_new_facts_rule_out_is_not_held_however_its_tasks_went():
    found = conclude(
        month(passed=1, failed=4, architecture=Architecture.FINE_TUNE), facts=DOCUMENTS, facts_before=STATIC
    )

    assert (found.advice, found.architecture) == (Advice.STEP_DOWN, RAG)
    assert found.because == (
        "The facts have changed, and fine-tuning no longer fits them: retrieval (RAG), which is smaller, would now "
        "pass. Try it on the golden tasks first."
    )


def test_nobody_is_sent_up_and_down_at_once():
    below = month(passed=1, failed=4, at="2026-10", formatting=8)
    smaller = Facts(**{**TUNABLE.known(), "source": "systems"})
    found = conclude(month(passed=1, failed=4, formatting=9), [below], facts=smaller, facts_before=TUNABLE)

    assert (found.advice, found.architecture, found.decided) == (Advice.FIX_FIRST, RAG, Architecture.TOOLS)
    assert found.because.endswith("live tools would do; step down once the bar is reached.")


@each("in_force", [PROMPT, RAG])
def test_where_nothing_passes_any_more_a_review_says_so_and_claims_no_fit(in_force: Architecture):
    hurried = Facts(**{**DOCUMENTS.known(), "latency": "under_300ms"})
    found = conclude(month(passed=5, architecture=in_force), facts=hurried, facts_before=STATIC)

    assert "nothing passes, and retrieval (RAG) comes closest." in found.because
