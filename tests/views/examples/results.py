"""What an evaluation tool's results say: with an open review, without one, with two models, with nothing judged."""

from bot.errors import NotRead
from bot.replies import (
    AnyModal,
    BelowBar,
    BucketCount,
    Changed,
    CloseName,
    FactOffer,
    ProviderRead,
    Reply,
    ResultsAside,
    ResultsRead,
    ResultsReading,
    TaskRuns,
    TokenLine,
    TokenShown,
    TokensModal,
)
from rules.framework import Architecture
from rules.review.evaluation import Golden, evaluate
from rules.review.marks import Mark
from rules.review.marks import TaskRuns as Runs
from tests.views.examples.pieces import ANA, AT, BEN, NAME, A

GOLDEN = {
    "t1": Golden("Refund window", "8 of 10", "pass"),
    "t2": Golden("Contract lookup", "", "pass"),
    "t3": Golden("Escalation"),
}
SMALL, LARGE = evaluate(
    [
        Runs("refund window", 7, 3, provider="small"),
        Runs("Contract lookup", 9, 1, provider="small"),
        Runs("Escalations", 1, provider="small"),
        Runs("weather", 1, provider="small"),
        Runs("refund window", 10, provider="large"),
        Runs("Contract lookup", could_not_judge=10, provider="large"),
    ],
    GOLDEN,
)


def provider(one, **more: object) -> ProviderRead:
    tasks = tuple(TaskRuns(**task.model_dump(exclude={"id"})) for task in one.tasks)
    told = {"provider": one.provider, "tasks": tasks, "words": one.words, "drop": one.drop_in_words}
    ids = {golden.name: task for task, golden in GOLDEN.items()}
    close = tuple(CloseName(name=name, task=ids[golden], golden=golden) for name, golden in one.offers.items())
    told |= {"dropped": one.dropped, "mended": one.mended, "others": one.others, "close": close}
    return ProviderRead(**{**told, **more})


def results(*providers: ProviderRead, **more: object) -> ResultsRead:
    told = {"assessment_id": A, "name": NAME, "digest": "0123456789abcdef", "format": "promptfoo", "suite": "golden"}
    told |= {"counts": {"pass": 17, "fail": 4, "could_not_judge": 10}, "providers": providers, "month": "2026-12"}
    buckets = (
        BucketCount(bucket="retrieval_miss", label="Retrieval miss", count=3),
        BucketCount(bucket="formatting", label="Formatting", count=1),
    )
    return ResultsRead(**{**told, "buckets": buckets, **more})


RESULTS: dict[str, Reply] = {
    "results_read": results(provider(SMALL, provider="")),
    "results_of_two_models": results(provider(SMALL), provider(LARGE), notes=("2 rows passed without any assertion.",)),
    "results_used": results(provider(SMALL, provider=""), used_by=BEN, used_in="2026-12"),
    "results_without_an_open_review": results(provider(SMALL, provider=""), month="", next_at=AT),
    "results_kept_for_the_next_review": results(
        provider(SMALL), provider(LARGE), month="", next_at=AT, used_by=BEN, used="small", by=BEN
    ),
    "results_without_a_plan": results(provider(SMALL, provider="", mended=("Escalation",)), month=""),
    "results_that_speak_for_other_answers": results(
        provider(SMALL, provider=""),
        facts=(
            FactOffer(
                change=Changed(
                    fact="evals",
                    topic="How answers are checked",
                    before="checked ad hoc",
                    after="a golden set",
                    value="golden_set",
                ),
                because="3 golden tasks were run and judged",
                before=Architecture.RAG,
                after=Architecture.RAG,
            ),
            FactOffer(
                change=Changed(
                    fact="failure", topic="How today's prompt fails", before=None, after="the format", value="format"
                ),
                because="a wrong format in 9 of 40 runs",
                before=Architecture.RAG,
                after=Architecture.HYBRID,
            ),
            FactOffer(
                change=Changed(
                    fact="failure", topic="How today's prompt fails", before=None, after="tools", value="tool_errors"
                ),
                because="a tool error in 9 of 40 runs",
                before=Architecture.RAG,
                after=Architecture.HYBRID,
                passes=False,
            ),
        ),
    ),
    "results_being_read": ResultsReading(name="nightly run.json"),
    "results_are_read": ResultsReading(name="nightly run.json", is_done=True),
    "results_below_the_bar": BelowBar(
        name=NAME, channel="C0SUPPORT", words=SMALL.words, failed=("Refund window", "Contract lookup"), next_at=AT
    ),
    "results_below_without_a_plan": BelowBar(
        name=NAME, channel="C0SUPPORT", words=SMALL.words, failed=tuple(f"Task {n}" for n in range(7))
    ),
    **{
        f"results_aside_{why}": ResultsAside(
            why=why, feature=NAME, file="nightly.json", at=AT, detail="The file is empty: export the results again."
        )
        for why in NotRead
    },
    "token_made": TokenLine(name=NAME, by=BEN),
    "token_revoked": TokenLine(name=NAME, by=BEN, revoked_by=ANA),
    "results_aside_unnamed": ResultsAside(why=NotRead.NO_SCOPE, feature=NAME),
    "results_without_golden_tasks": results(ProviderRead(others=12), has_tasks=False, buckets=()),
    "results_of_one_task": results(
        ProviderRead(tasks=(TaskRuns(name="Refund window", mark=Mark.FAILED, passed=0, ran=1),), words="It failed."),
        counts={"fail": 1},
    ),
    "results_of_a_table_of_your_own": results(
        provider(SMALL, provider="small"),
        ProviderRead(
            provider="large",
            tasks=tuple(TaskRuns(name=task.name, mark=Mark.NOT_RUN, passed=0, ran=0) for task in GOLDEN.values()),
            words="No golden task was run, so nobody can tell whether the bar is met.",
        ),
        format="plain",
        suite="",
    ),
    "results_without_a_verdict": results(counts={"could_not_judge": 1}, buckets=(), notes=("No bar is in the file.",)),
}

SOME = (TokenShown(id="k1", made_by=ANA, made_at=AT, used_at=AT), TokenShown(id="k2", made_by=BEN, made_at=AT))
TOKENS = TokensModal(private="{}", assessment_id=A, name=NAME)

RESULTS_MODALS: dict[str, AnyModal] = {
    "tokens_none": TOKENS,
    "tokens_made": TOKENS.model_copy(update={"tokens": SOME, "secret": "ftrag.OlQxOmsx.0123456789", "replaces": True}),
    "tokens_as_many_as_fit": TOKENS.model_copy(update={"tokens": SOME, "can_make": False}),
}
