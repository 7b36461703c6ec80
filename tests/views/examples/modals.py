"""One modal for each state that people can see."""

from bot.replies import (
    AnyModal,
    AskModal,
    CompareModal,
    CostModal,
    MoreModal,
    NameModal,
    NoticeModal,
    PrecedentsModal,
    ReasonModal,
    RowsModal,
    TermOffered,
    Trouble,
)
from rules.framework import Architecture
from tests.views.examples.pieces import NAME, REGULATED, TYPED, UNSURE, WEEKLY, A
from tests.views.examples.verdict import CHANGED, DEMANDS, PRECEDENTS, REASONS, UNSETTLED, WHY_NOT_TUNING

MODALS: dict[str, AnyModal] = {
    "name": NameModal(private='{"channel": "C0SUPPORT"}', channel="C0SUPPORT"),
    "name_anywhere": NameModal(private="{}", channel=None, name="Support", context="Answers questions"),
    "name_empty": NameModal(private="{}", channel="C0SUPPORT", trouble=Trouble.NAME_EMPTY),
    "nothing_to_log": NoticeModal(title="Log an AI failure", trouble=Trouble.NONE_DECIDED_ANYWHERE),
    "cost": CostModal(private=f"1|{A}|C0SUPPORT|", name=NAME),
    "cost_again": CostModal(
        private=f"1|{A}|C0SUPPORT|under_1k",
        name=NAME,
        requests="500",
        wrong="CHF 12.5",
        saved="CHF 3",
        errors={Architecture.RAG: "10-15%"},
    ),
    "reason": ReasonModal(private="{}", name=NAME, changes=(WEEKLY,)),
    "reason_again": ReasonModal(private="{}", name=NAME, changes=(WEEKLY, TYPED), reason="We counted them."),
    "ask_nothing_passes": AskModal(private=f"1|{A}|C0SUPPORT", name=NAME, architecture=Architecture.RAG, passes=False),
    "ask": AskModal(private=f"1|{A}|C0SUPPORT", name=NAME, architecture=Architecture.RAG),
    "ask_with_terms": AskModal(
        private=f"1|{A}|C0SUPPORT",
        name=NAME,
        architecture=Architecture.RAG,
        assessment_id=A,
        terms=(TermOffered(term="hybrid search", asked='{"intent":"glossary","term":"hybrid search"}'),),
    ),
    "more": MoreModal(
        verdict=UNSETTLED,
        answers=(TYPED, REGULATED, UNSURE),
        unanswered=("Requests a day",),
        rules_digest="0a1b2c3d4e5f",
    ),
    "more_changed": MoreModal(verdict=CHANGED, answers=(WEEKLY,)),
    "compare": CompareModal(name=NAME, chosen=Architecture.RAG, demands=DEMANDS),
    "compare_what_if": CompareModal(
        name=NAME,
        chosen=Architecture.RAG,
        demands=DEMANDS,
        then=Architecture.PROMPT,
        then_demands=DEMANDS[2:],
        what_if="How much there is: small enough for one prompt",
    ),
    "compare_nothing": CompareModal(name=NAME, chosen=Architecture.PROMPT, demands=()),
    "precedents": PrecedentsModal(name=NAME, architecture=Architecture.RAG, precedents=PRECEDENTS),
    "precedents_none": PrecedentsModal(name=NAME, architecture=Architecture.RAG, precedents=()),
    "rows": RowsModal(
        name=NAME,
        architecture=Architecture.RAG,
        reasons=REASONS,
        demands=DEMANDS,
        rules_version="2026.11",
        rules_digest="0a1b2c3d4e5f",
    ),
    "rows_why_not": RowsModal(
        name=NAME,
        architecture=Architecture.RAG,
        why_not=WHY_NOT_TUNING,
        reasons=REASONS[:2],
        demands=DEMANDS[:2],
        rules_version="2026.11",
        rules_digest="0a1b2c3d4e5f",
    ),
}
