"""The plain table of one's own: CSV or JSON lines with the columns `task` and `result`.

`provider` and `bucket` may stand beside them. A task that stands there several times has several runs.
"""

from collections.abc import Iterator

from bot.results.records import Records
from bot.results.values import Refused, Remarks, Run, Verdict, clean

RESULTS = {
    "pass": Verdict.PASS,
    "passed": Verdict.PASS,
    "fail": Verdict.FAIL,
    "failed": Verdict.FAIL,
    "could_not_judge": Verdict.COULD_NOT_JUDGE,
    "could not judge": Verdict.COULD_NOT_JUDGE,
    "error": Verdict.COULD_NOT_JUDGE,
    "skipped": Verdict.SKIPPED,
    "not_run": Verdict.SKIPPED,
    "not run": Verdict.SKIPPED,
}
"""What may stand under `result`, in any case of letters."""


def recognizes(records: Records) -> bool:
    """Whether the header is the documented one."""
    names = [name.lower() for name in records.header]
    return names.count("task") == 1 and names.count("result") == 1


def read(records: Records, _: Remarks) -> Iterator[Run]:
    """The runs: one a row. Raises Refused for a result that is none, with the row."""
    spelled = {name.lower(): name for name in records.header}
    provider, bucket = spelled.get("provider", ""), spelled.get("bucket", "")
    for number, row in enumerate(records.rows(), start=1):
        said = row.get(spelled["result"])
        verdict = RESULTS.get(said.strip().lower()) if isinstance(said, str) else None
        if verdict is None:
            raise Refused(
                f"Row {number} has “{clean(said, 40)}” under result: write pass, fail, could_not_judge or skipped."
            )
        task = clean(row.get(spelled["task"]))
        if not task:
            raise Refused(f"Row {number} has no task: each row names one.")
        yield Run(task, verdict, clean(row.get(provider)), labels=(clean(row.get(bucket)),))
