"""Result files in the thread of a feature with golden tasks, without Slack and without a database."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot import commands
from bot.dialogue import Turn
from bot.replies import ResultsRead
from bot.results.summary import Summary, TaskRead
from rules import FRAMEWORK, Facts
from rules.review import MonthResult, conclude
from storage.records import Assessment, Bucket, GoldenTask, ResultFile, Review, ReviewState, TaskResult
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1, carry_out

TASKS = (
    TaskRead(name="refund_window", provider="small", passed=8, failed=2),
    TaskRead(name="Escalation", provider="small", failed=1),
    TaskRead(name="weather", provider="small", passed=1),
    TaskRead(name="refund_window", provider="large", passed=10),
    TaskRead(name="Escalation", provider="large", could_not_judge=1),
)
BARRED = FEATURE.model_copy(
    update={
        "golden_tasks": (
            GoldenTask(id="t1", name="Refund window", bar="8 of 10"),
            GoldenTask(id="t2", name="Escalation"),
        )
    }
)
LAST = OPEN.model_copy(
    update={
        "id": "r0",
        "month": "2026-11",
        "state": ReviewState.FINISHED,
        "finished_at": DUE - timedelta(days=29),
        "results": {"t1": TaskResult.PASS, "t2": TaskResult.PASS},
        "outcome": conclude(
            MonthResult(month="2026-11", passed=2, architecture="rag"),
            (),
            facts=Facts(need="facts"),
            framework=FRAMEWORK,
        ).model_dump(mode="json"),
    }
)


def do(
    command: commands.CommandBase, feature: Assessment | None, *reviews: Review, files: Sequence[ResultFile] = ()
) -> Turn:
    logged = {Bucket.SAFETY: 2, Bucket.FORMATTING: 1}
    return carry_out(command, assessment=feature, reviews=reviews, logged=logged, result_files=tuple(files))


def read(feature: Assessment | None = BARRED, *reviews: Review, files: Sequence[ResultFile] = (), **more: Any) -> Turn:
    told: dict[str, Any] = {"digest": "d1", "format": "promptfoo", "tasks": TASKS, "left_out": 2}
    told |= {"counts": {"pass": 19, "fail": 3, "could_not_judge": 1}, "buckets": {"formatting": 3}}
    said = {name: more.pop(name) for name in list(more) if name in Summary.model_fields}
    command = commands.ReadResults(tenant=T1, assessment_id="a1", summary=Summary(**{**told, **said}), **more)
    return do(command, feature, *reviews, files=files)


def kept(turn: Turn) -> ResultFile:
    (file,) = turn.result_files
    return file


def use(review: Review, *files: ResultFile, place: int = 0, digest: str = "d1", feature: Assessment = BARRED) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "month": "2026-12"}
    return do(commands.UseResults(**said, digest=digest, place=place), feature, review, files=files)


FILE = kept(read(BARRED, LAST))


def shown(turn: Turn) -> ResultsRead:
    (reply,) = (say.reply for say in turn.says if isinstance(say.reply, ResultsRead))
    return reply
