"""What an evaluation tool's results say: with an open review, without one, with two models, with nothing judged."""

from bot.replies import BucketCount, ProviderRead, Reply, ResultsRead, TaskRuns
from rules.review.evaluation import Golden, evaluate
from rules.review.marks import Mark
from rules.review.marks import TaskRuns as Runs
from tests.views.examples.pieces import BEN, NAME, A

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
    return ProviderRead(**{**told, "dropped": one.dropped, "others": one.others, "offers": one.offers, **more})


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
    "results_used": results(provider(SMALL, provider=""), used_by=BEN),
    "results_without_an_open_review": results(provider(SMALL, provider=""), month=""),
    "results_without_golden_tasks": results(ProviderRead(others=12), has_tasks=False, buckets=()),
    "results_of_one_task": results(
        ProviderRead(tasks=(TaskRuns(name="Refund window", mark=Mark.FAILED, passed=0, ran=1),), words="It failed."),
        counts={"fail": 1},
    ),
    "results_without_a_verdict": results(counts={"could_not_judge": 1}, buckets=(), notes=("No bar is in the file.",)),
}
