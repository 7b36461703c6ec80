"""Answers in sentences."""

from bot.replies import AnyModal, Changed, Confirmed, Done, Reply, ToldAnswer, ToldControl, ToldModal
from rules.framework import Architecture
from tests.views.examples.pieces import ANA, BEN, A

_DAILY = Changed(fact="freshness", topic="How often the truth changes", before="weekly", after="daily", value="daily")
_FAST = Changed(fact="latency", topic="Speed of answers", before=None, after="within a second", value="under_1s")

TOLD: dict[str, Reply] = {
    "told_answer": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=("RAG looks up passages that fit the question.", "The model stays as it is."),
        asked='{"intent":"glossary","term":"rag"}',
    ),
    "told_answer_unknown": ToldAnswer(
        assessment_id=A, asked_by=BEN, says=("That is outside what I know.",), nearest_to=Architecture.RAG
    ),
    "told_answer_of_cost": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=("What it costs cannot be told yet: too little is known for a figure that would help.",),
        asked='{"intent":"cost","of":"architecture"}',
        can_cost=True,
    ),
    "told_answer_verdict": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=("Retrieval (RAG): the smallest that gives you fresh facts.", "Settled: no open answer can change it."),
        can_why=True,
    ),
    "told_answer_with_control": ToldAnswer(
        assessment_id=A, asked_by=BEN, says=("No review is planned yet.",), control=ToldControl.PLAN
    ),
    "told_answer_of_a_plan": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=(f"The next review comes on Friday. Owner: {ANA}.",),
        people=(ANA,),
        control=ToldControl.MOVE,
    ),
    "told_answer_short": ToldAnswer(assessment_id=A, asked_by=BEN, says=("No review is planned yet.",)),
    "told_answer_directly": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=("Still retrieval (RAG).",),
        name="Support copilot",
        link="https://example.slack.com/p1",
    ),
    "told_answer_with_names": ToldAnswer(
        assessment_id=A, asked_by=BEN, says=(f"How often the truth changes: weekly, by {ANA}.",), people=(ANA,)
    ),
    "told_answer_taken_back": ToldAnswer(
        assessment_id=A,
        asked_by=BEN,
        says=("Taken back: how often the truth changes (“weekly” again).",),
        takes_back=True,
        verdict=Confirmed(done=Done.VERDICT_STANDS, name="Support copilot", architecture=Architecture.RAG),
    ),
    "told_answer_supposed": ToldAnswer(
        assessment_id=A, asked_by=BEN, says=("Still retrieval (RAG).", "Supposed: daily."), changes=(_DAILY,)
    ),
    "told_answer_supposed_two": ToldAnswer(
        assessment_id=A, asked_by=BEN, says=("Then prompting. Now: retrieval (RAG).",), changes=(_DAILY, _FAST)
    ),
}

TOLD_MODALS: dict[str, AnyModal] = {
    "told_modal": ToldModal(
        title="What is rag?",
        says=("RAG looks up passages that fit the question.",),
        more=("For example: a support bot quotes the policy of today.", "Source: F1."),
    ),
}
