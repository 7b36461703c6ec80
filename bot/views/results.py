"""What an evaluation tool's results say, in the thread: what was read, what it means, and what can be done with it."""

from collections.abc import Iterator

from bot.ids import Act
from bot.replies import ProviderRead, ResultsRead, TaskRuns
from bot.views.blocks import Block, Message, actions, bullets, button, context, message, section
from bot.views.failures import called, one_of
from bot.views.text import count, listing, month_name, name, ours, person, quoted
from rules.review.marks import Mark

MARK = {
    Mark.PASSED: "passed",
    Mark.FAILED: "failed",
    Mark.COULD_NOT_JUDGE: "could not be judged",
    Mark.NOT_RUN: "not run",
}
_MOST_TASKS = 20
_MOST_PROVIDERS = 5
_MOST_NOTES = 5


def read(reply: ResultsRead) -> Message:
    """The results of one file."""
    suite = f" {quoted(reply.suite, 60)}" if reply.suite else ""
    shown = reply.providers[:_MOST_PROVIDERS]
    return message(
        section(f"*Results of {quoted(reply.format, 30)}{suite} for {name(reply.name)}.* {_runs(reply)}"),
        *(block for one in shown for block in _provider(one, len(reply.providers) > 1)),
        _failures(reply),
        _notes(reply),
        _buttons(reply),
        context(_ending(reply)),
    )


def _runs(reply: ResultsRead) -> str:
    passed, failed = reply.counts.get("pass", 0), reply.counts.get("fail", 0)
    if not passed + failed:
        return "No run in it passed or failed."
    return f"{passed:,} of {count(passed + failed, 'run')} passed."


def _provider(one: ProviderRead, has_others: bool) -> Iterator[Block | None]:
    if not one.tasks:
        return
    title = f"*Golden tasks with {quoted(one.provider, 60)}.*" if has_others and one.provider else "*Golden tasks.*"
    yield section(f"{title} {ours(one.words)}", _drop(one))
    yield bullets("", [_task(task) for task in one.tasks[:_MOST_TASKS]], most=_MOST_TASKS)
    if one.others:
        are = "1 other case is" if one.others == 1 else f"{one.others:,} other cases are"
        yield context(f"{are} no golden task, and counted apart.")
    for close, golden in list(one.offers.items())[:3]:
        yield context(f"{quoted(close, 60)} may be {quoted(golden, 60)}: give both the same name, and it counts.")


def _drop(one: ProviderRead) -> str:
    """What fails now that passed last time, by name."""
    if not one.drop:
        return ""
    names = listing(name(each) for each in one.dropped[:5])
    return f"*Compared with last time.* {ours(one.drop.removesuffix('.'))}: {names}."


def _task(task: TaskRuns) -> str:
    runs = f", {task.passed} of {count(task.ran, 'run')}" if task.ran > 1 else ""
    bar = f" (the bar: {ours(task.bar)})" if task.ran > 1 and task.mark in {Mark.PASSED, Mark.FAILED} else ""
    return f"{name(task.name)}: {MARK[task.mark]}{runs}{bar}"


def _failures(reply: ResultsRead) -> Block | None:
    lines = []
    if reply.buckets:
        kinds = [
            f"{row.count:,} {one_of(row.bucket, row.label) if row.count == 1 else called(row.bucket, row.label)}"
            for row in reply.buckets
        ]
        lines.append(f"*What failed.* {listing(kinds)}.")
    unjudged = reply.counts.get("could_not_judge", 0)
    if unjudged:
        lines.append(
            f"*Not judged.* {count(unjudged, 'run')}: a judge or a tool broke, or nothing was checked. That says "
            "nothing about the feature, so it counts neither way; mend the judge and run again."
        )
    return section(*lines) if lines else None


def _notes(reply: ResultsRead) -> Block | None:
    told = [words for note in reply.notes[:_MOST_NOTES] if (words := ours(note))]
    return context(*told) if told else None


def _buttons(reply: ResultsRead) -> Block | None:
    """One for each provider, since one of them is the feature and people know which."""
    if reply.used_by or not reply.month or not reply.has_tasks:
        return None
    key = (reply.assessment_id, reply.month, reply.digest)
    shown = reply.providers[:_MOST_PROVIDERS]
    return actions(
        *(
            button(
                "Use in the review" if len(shown) == 1 else f"Use {one.provider or 'these'}"[:60],
                Act.RESULTS_USE,
                *key,
                str(place),
                tail=str(place),
                style="primary" if len(shown) == 1 else "",
            )
            for place, one in enumerate(shown)
        )
    )


def _ending(reply: ResultsRead) -> str:
    if reply.used_by:
        return f"Used in the review of {month_name(reply.month)} by {person(reply.used_by)}."
    if not reply.has_tasks:
        return "There are no golden tasks yet, so nothing here can be marked. Add them on the roadmap."
    if not any(one.tasks for one in reply.providers):
        return "There is no golden task in it, so nothing here can be marked."
    if not reply.month:
        return "No review stands open. Send the file again once the next one does, and it can be used there."
    return f"Nothing is marked yet. The review of {month_name(reply.month)} takes it over at a press."
