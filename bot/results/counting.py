"""The one place that adds runs up: into tasks, counts and failure buckets."""

from collections import Counter
from hashlib import blake2b

from bot.results.values import ORDER, Remarks, Results, Run, Task, Verdict, clean
from rules.catalog.buckets import BUCKETS
from rules.catalog.metrics import METRICS
from rules.metrics import bucket_of

BUCKET_IDS = tuple(row.id for row in BUCKETS)
_MOST_NOTES = 30


class Tally:
    """Adds runs one by one, so that a file of any length is counted without being held."""

    def __init__(self) -> None:
        self._tasks: dict[str | bytes, Task] = {}
        self._names: set[int] = set()
        self._buckets: Counter[str] = Counter()
        self.counts = dict.fromkeys(Verdict, 0)

    def add(self, run: Run) -> None:
        """Count one run under its task and provider, and its bucket if it failed."""
        self.counts[run.verdict] += 1
        task = self._tasks.get(identity := _identity(run))
        if task is None:
            task = self._tasks[identity] = Task(self._named(run), clean(run.provider))
        task.runs[ORDER[run.verdict]] += 1
        if run.verdict is Verdict.FAIL:
            self._buckets[bucket_of(run.labels, run.failed, METRICS, BUCKET_IDS)] += 1

    def _named(self, run: Run) -> str:
        """The task's name, with what tells it apart where another one of its name came before."""
        name = clean(run.task) or "(no name)"
        if run.detail:
            if (taken := hash((name, run.provider))) in self._names:
                return clean(f"{name} ({clean(run.detail, 80)})")
            self._names.add(taken)
        return name

    def results(self, format_name: str, remarks: Remarks) -> Results:
        """What has been added so far, under the reader's remarks."""
        notes = [clean(note, 600) for note in remarks.notes]
        if len(notes) > _MOST_NOTES:
            notes = [*notes[:_MOST_NOTES], f"{len(notes) - _MOST_NOTES} more notes are left out."]
        return Results(
            format_name,
            {str(verdict): number for verdict, number in self.counts.items()},
            tuple(self._tasks.values()) if remarks.has_tasks else (),
            {bucket: self._buckets[bucket] for bucket in BUCKET_IDS if self._buckets[bucket]},
            tuple(notes),
            clean(remarks.tool_version),
            clean(remarks.suite),
            clean(remarks.at),
        )


def _identity(run: Run) -> str | bytes:
    """A task with a provider; hashed where names or keys are long, since a file may hold very many."""
    if not run.key and not run.provider and len(run.task) < 100:
        return run.task
    whole = f"{run.task}\0{run.provider}\0{run.key}".encode("utf-8", "surrogatepass")
    return blake2b(whole, digest_size=16).digest()
