"""What stands under typed words: taken besides, standing already, offered, steered, asked again."""

from bot.replies import (
    Confirmed,
    Done,
    HeardReply,
    OfferedAnswer,
    OfferedItem,
    OfferedQuestion,
    OfferedTask,
    Reply,
    StandsThere,
)
from rules.framework import Architecture
from tests.views.examples.pieces import REGULATED, WEEKLY, A

OFFERED = (
    OfferedAnswer(fact="freshness", value="weekly", label="Weekly"),
    OfferedAnswer(fact="freshness", value="monthly", label="Monthly"),
)

HEARD: dict[str, Reply] = {
    "heard_besides": HeardReply(assessment_id=A, typed="weekly, and auditors want sources", taken=(REGULATED,)),
    "heard_alone": HeardReply(assessment_id=A, typed="auditors want sources", taken=(REGULATED,), is_alone=True),
    "heard_verdict_stands": HeardReply(
        assessment_id=A,
        typed="auditors want sources",
        taken=(REGULATED,),
        is_alone=True,
        verdict=Confirmed(done=Done.VERDICT_STANDS, name="Support copilot", architecture=Architecture.RAG),
    ),
    "heard_results": HeardReply(
        assessment_id=A,
        typed="",
        says=("Refund window: 8 of 10 passed, so it passes its bar (8 of 10 runs).",),
        review="2026-12",
    ),
    "heard_ticked": HeardReply(
        assessment_id=A,
        typed="",
        says=("Ticked: Measure the best prompt, as a baseline. Noted with it: 62 of 100.",),
        items=(OfferedItem(item_id="baseline", label="Not done", ticks=False),),
    ),
    "heard_underway": HeardReply(
        assessment_id=A,
        typed="",
        says=("“An index of your documents” stays open until it is done; say so then, and it is ticked.",),
        shows_roadmap=True,
    ),
    "heard_not_ticked": HeardReply(
        assessment_id=A,
        typed="",
        says=("“3 to 5 golden tasks that stand for success” is not ticked yet. 2 of 3 have no bar yet.",),
        items=(OfferedItem(item_id="golden_tasks", label="Tick it all the same", ticks=True),),
        edits_tasks="Edit golden tasks",
    ),
    "heard_which_task": HeardReply(
        assessment_id=A,
        typed="",
        says=("Of which golden task is that? Nothing is written down until you choose, or say its name before it.",),
        tasks=(OfferedTask(task="all", label="Each of them"), OfferedTask(task="t1", label="Refund window")),
        line="has to pass 9 of 10",
        edits_tasks="Edit golden tasks",
    ),
    "heard_offered": HeardReply(
        assessment_id=A,
        typed="every two weeks",
        says=(
            (
                "How often the truth changes: did you mean “weekly” or “monthly”? "
                "Nothing is written down until you choose."
            ),
        ),
        offers=OFFERED,
        fact="freshness",
    ),
    "heard_questions": HeardReply(
        assessment_id=A,
        typed="can we use agents?",
        says=("That may be outside what I know. Did you mean one of these?",),
        questions=(
            OfferedQuestion(asked='{"intent":"why_not","architecture":"tools"}', label="Why not live tools?"),
            OfferedQuestion(asked='{"intent":"glossary","term":"agent"}', label="What does “agent” mean?"),
        ),
    ),
    "heard_stands": HeardReply(
        assessment_id=A,
        typed="it changes monthly",
        stands=(StandsThere(said=WEEKLY, offered=OFFERED[1].model_copy(update={"replaces": True})),),
    ),
    "heard_the_same": HeardReply(assessment_id=A, typed="it changes weekly", stands=(StandsThere(said=WEEKLY),)),
    "heard_not": HeardReply(
        assessment_id=A,
        typed="xyzzy",
        says=("I could not read that as an answer. Nothing was written down; press an option, or reword it.",),
    ),
    "heard_proposed": HeardReply(
        assessment_id=A,
        typed="purple monkey",
        says=("I could not read that myself. A language model takes it for “skip”.",),
        steers="skip",
        fact="freshness",
    ),
    "heard_proposed_question": HeardReply(assessment_id=A, typed="how come", asks='{"intent":"why"}', steers="back"),
    "heard_stopped": HeardReply(
        assessment_id=A, typed="lets pause here", says=("Stopped for now. Nothing is lost.",), can_continue=True
    ),
    "heard_would_stop_the_reviews": HeardReply(
        assessment_id=A, typed="", says=("Stopped reviews have to be planned anew.",), can_stop=True
    ),
    "heard_restart": HeardReply(
        assessment_id=A,
        typed="start over",
        says=("Start over? A new version begins with no answers.",),
        is_restart=True,
    ),
    "heard_list": HeardReply(
        assessment_id=A,
        typed="json and tone",
        offers=(OfferedAnswer(fact="failure", value="format,tone", label="Wrong format and Wrong tone or style"),),
    ),
}
