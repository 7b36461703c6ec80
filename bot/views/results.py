"""What an evaluation tool's results say, in the thread: what was read, what it means, and what can be done with it."""

from collections.abc import Iterator

from bot.ids import Act
from bot.replies import FactOffer, ProviderRead, ResultsRead, TaskRuns
from bot.views.architecture import NAME
from bot.views.beneath import beneath
from bot.views.blocks import Block, Message, actions, bullets, button, context, section
from bot.views.failures import called, one_of
from bot.views.text import count, listing, moment, month_name, name, ours, person, quoted, tool
from bot.views.verdict import change
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
_MOST_CLOSE = 3


def read(reply: ResultsRead) -> Message:
    """The results of one file."""
    suite = f" {quoted(reply.suite, 60)}" if reply.suite else ""
    by = f" Shared by {person(reply.by)}." if reply.by else ""
    shown = reply.providers[:_MOST_PROVIDERS]
    return beneath(
        section(f"*Results of {tool(reply.format)}{suite} for {name(reply.name)}.* {_runs(reply)}{by}"),
        *(block for one in shown for block in _provider(reply, one, len(reply.providers) > 1)),
        _failures(reply),
        *(block for one in reply.facts for block in _fact(reply, one)),
        _notes(reply),
        _buttons(reply),
        context(_ending(reply)),
    )


def _runs(reply: ResultsRead) -> str:
    passed, failed = reply.counts.get("pass", 0), reply.counts.get("fail", 0)
    if not passed + failed:
        return "No run in it passed or failed."
    return f"{passed:,} of {count(passed + failed, 'run')} passed."


def _provider(reply: ResultsRead, one: ProviderRead, has_others: bool) -> Iterator[Block | None]:
    if not one.tasks:
        return
    title = f"*Golden tasks with {quoted(one.provider, 60)}.*" if has_others and one.provider else "*Golden tasks.*"
    yield section(f"{title} {ours(one.words)}", *_compared(one))
    if any(task.mark is not Mark.NOT_RUN for task in one.tasks):  # else the words have just said that of all
        yield bullets("", [_task(task) for task in one.tasks[:_MOST_TASKS]], most=_MOST_TASKS)
    if one.others:
        are = "1 other case is" if one.others == 1 else f"{one.others:,} other cases are"
        yield context(f"{are} no golden task, and counted apart.")
    for close in one.close[:_MOST_CLOSE]:
        parts = (reply.assessment_id, reply.digest, close.task, close.name)
        yield section(f"{quoted(close.name, 60)} in the file may be the golden task {quoted(close.golden, 60)}. Is it?")
        yield actions(
            button("Yes, count it", Act.RESULTS_SAME, *parts, says=f"Yes, count it: {close.name} is {close.golden}"),
            button("No, another case", Act.RESULTS_OTHER, *parts, says=f"No, another case: {close.name}"),
        )


def _compared(one: ProviderRead) -> Iterator[str]:
    """What changed since last time, by name: what fails now first."""
    if one.drop:
        names = listing(name(each) for each in one.dropped[:5])
        yield f"*Compared with last time.* {ours(one.drop.removesuffix('.'))}: {names}."
    if one.mended:
        names = listing(name(each) for each in one.mended[:5])
        yield f"Passed again, after failing last time: {names}."


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


def _fact(reply: ResultsRead, one: FactOffer) -> Iterator[Block | None]:
    """A change of an answer that the results speak for, and what it would do to the verdict."""
    if one.before is one.after and one.passes:
        verdict = f"The verdict would stay: {NAME[one.after]}."
    elif one.passes:
        verdict = f"The verdict would change from {NAME[one.before]} to {NAME[one.after]}."
    else:
        verdict = f"Nothing would pass then; {NAME[one.after]} comes closest."
    yield section(f"*This speaks for another answer.* {ours(one.because)[:1].upper()}{ours(one.because)[1:]}. "
                  f"So: {change(one.change)}. {verdict}")  # fmt: skip
    yield actions(
        button(
            "Make it so",
            Act.RECORD_CHANGE,
            reply.assessment_id,
            one.change.fact,
            one.change.value,
            tail=one.change.fact,
            says=f"Make it so: {one.change.topic}, {one.change.after}",
        )
    )


def _notes(reply: ResultsRead) -> Block | None:
    told = [words for note in reply.notes[:_MOST_NOTES] if (words := ours(note))]
    return context(*told) if told else None


def _buttons(reply: ResultsRead) -> Block | None:
    """One for each provider, since one of them is the feature and people know which."""
    if reply.used_in or not reply.has_tasks:
        return None
    act, words = (Act.RESULTS_USE, "Use") if reply.month else (Act.RESULTS_KEEP, "Keep")
    whole = "Use in the review" if reply.month else "Use in the next review"
    key = (reply.assessment_id, *([reply.month] if reply.month else []), reply.digest)
    shown = reply.providers[:_MOST_PROVIDERS]
    return actions(
        *(
            button(
                whole if len(shown) == 1 else f"{words} {one.provider or 'these'}"[:60],
                act,
                *key,
                str(place),
                tail=str(place),
                style="primary" if len(shown) == 1 and not reply.used_by else "",
            )
            for place, one in enumerate(shown)
            if not (reply.used_by and one.provider == reply.used and not reply.month)
        )
    )


def _ending(reply: ResultsRead) -> str:
    if reply.used_in:
        return f"Used in the review of {month_name(reply.used_in)} by {person(reply.used_by)}."
    if not reply.has_tasks:
        return "There are no golden tasks yet, so nothing here can be marked. Add them on the roadmap."
    if not any(one.tasks for one in reply.providers):
        return "There is no golden task in it, so nothing here can be marked."
    if reply.month:
        return f"Nothing is marked yet. The review of {month_name(reply.month)} takes it over at a press."
    when = f", due {moment(reply.next_at)}" if reply.next_at else "; none is planned yet, so plan it on the roadmap"
    if reply.used_by:
        of = f" with {quoted(reply.used, 60)}" if reply.used and len(reply.providers) > 1 else ""
        return f"Kept{of} by {person(reply.used_by)} for the next review{when}."
    return f"No review stands open. These results are kept for the next one{when}."
