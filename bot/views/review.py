"""The monthly review in the channel, its outcome under it, and what its owner hears."""

from collections.abc import Sequence

from bot.ids import Act, Field, Modal, block_id, field_id, value
from bot.replies import (
    BucketCount,
    CountsModal,
    FactsToChange,
    ResultsUsed,
    ReviewMessage,
    Said,
    TaskMark,
)
from bot.views.architecture import NAME
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    link_button,
    message,
    modal,
    option,
    section,
    select,
)
from bot.views.failures import called, one_of
from bot.views.inputs import chooser, text_input
from bot.views.plan import owner_menu
from bot.views.text import count, day, listing, month_name, name, ours, person, plain, quoted, tool, typed
from bot.views.verdict import change
from rules.casing import upper_first
from rules.framework import Architecture
from storage.records import TaskResult

_MOST_IN_MESSAGE = 8
"""So many golden tasks have their menu in the message; more are marked in the modal."""
_MOST_IN_MODAL = 80
_MOST_PROVIDERS = 4
_MOST_FACTS = 20
_WHY = "Models, data and questions drift, so the team looks again once a month."
RESULT = {
    TaskResult.PASS: "Pass",
    TaskResult.FAIL: "Fail",
    TaskResult.NOT_RUN: "Not run",
    TaskResult.COULD_NOT_JUDGE: "Could not judge",
}


def review(reply: ReviewMessage) -> Message:
    """The message while the review is open."""
    key = (reply.assessment_id, reply.month)
    return message(
        section(f"*{name(reply.name)}: monthly review*, {month_name(reply.month)} · owner: {person(reply.owner)}"),
        section(_since(reply), *_news(reply), accessory=button("Correct the counts", Act.REVIEW_COUNTS, *key)),
        *_waiting(reply),
        *_tasks(reply),
        section(_facts(reply)),
        actions(
            button("Still so", Act.REVIEW_SAME, *key),
            button("Something changed", Act.REVIEW_CHANGED, *key),
        ),
        actions(
            button("Finish review", Act.REVIEW_FINISH, *key, style="primary"),
            button("Snooze a week", Act.REVIEW_SNOOZE, *key),
            button("Skip this month", Act.REVIEW_SKIP, *key),
        ),
        actions(
            button("Log a failure", Act.LOG_FAILURE, reply.assessment_id),
            owner_menu(),
            block=block_id("owner", reply.assessment_id, reply.month),
        ),
        context("Anyone here can mark and finish it, over hours or days. Every mark is saved at once."),
    )


def _since(reply: ReviewMessage) -> str:
    now, failures = NAME[reply.architecture], _failures(reply.counts, reply.reported)
    if reply.is_first:
        return f"{_WHY} You chose {now} on {day(reply.since)}. Since then, {failures}."
    return f"{_WHY} You run {now}. Since the last review, {day(reply.since)}, {failures}."


def _failures(counts: Sequence[BucketCount], reported: Said | None) -> str:
    total = sum(max(0, row.count) for row in counts)
    besides = f", and {_reported(reported)}" if reported else ""
    if not total:
        return f"no failure was put into a bucket{besides}" if reported else "no failure was logged"
    if total == 1:
        only = _called(next(row for row in counts if row.count > 0))
        return f"one failure was logged: {'an' if only[:1] in 'aeiou' else 'a'} {only}{besides}"
    kinds = [f"{row.count:,} {_called(row)}" for row in counts[:6] if row.count > 0]
    return f"{count(total, 'failure was', 'failures were')} logged: {listing(kinds)}{besides}"


def _called(row: BucketCount) -> str:
    return one_of(row.bucket, row.label) if row.count == 1 else called(row.bucket, row.label)


def _news(reply: ReviewMessage) -> list[str]:
    """What is said besides, where there is something."""
    months = [month_name(month) for month in reply.missed]
    missed = months if len(months) <= 3 else [*months[:2], f"{len(months) - 2} more"]
    return [
        f"Counts corrected by {person(reply.counted_by)}." if reply.counted_by else "",
        *(_used(one) for one in reply.sources[:3]),
        f"Nobody finished the {'review' if len(missed) == 1 else 'reviews'} of {listing(missed)}." if missed else "",
        "It comes late, because I was away when it was due." if reply.is_late else "",
        _anew(reply.decided_anew) if reply.decided_anew else "",
        ours(reply.ruled_anew),
        *(f"Changed since: {change(one)}." for one in reply.changes[:5]),
    ]


def _reported(said: Said) -> str:
    """A failure that somebody told in words, and did not put into a bucket."""
    by, on = person(said.by) if said.by else "somebody", f" on {day(said.at)}" if said.at else ""
    return f"{by} reported one{on}: {quoted(said.typed or '', 80)}"


def _used(one: ResultsUsed) -> str:
    by = f", taken over by {person(one.by)}" if one.by else ""
    return f"Marks and failures of the results of {tool(one.format)} are in{by}."


def _waiting(reply: ReviewMessage) -> list[Block | None]:
    """Results that were read since the last review, and that this one could use: a button for each provider."""
    blocks: list[Block | None] = []
    for one in reply.waiting:
        runs = f"{one.passed:,} of {count(one.ran, 'run')} passed" if one.ran else "no run passed or failed"
        blocks.append(section(f"*Results are there.* From {tool(one.format)}, {day(one.at)}: {runs}."))
        shown = one.providers[:_MOST_PROVIDERS]
        key = (reply.assessment_id, reply.month, one.digest)
        blocks.append(
            actions(
                *(
                    button(f"Use {provider}"[:60] if provider and len(shown) > 1 else "Use them", Act.RESULTS_USE, *key,
                           str(place), tail=str(place))
                    for place, provider in enumerate(shown)
                )
            )
        )  # fmt: skip
    return blocks


def _anew(now: Architecture) -> str:
    return f"Meanwhile it was decided anew: {NAME[now]}. Marks are kept, and the outcome compares the two."


def _tasks(reply: ReviewMessage) -> list[Block | None]:
    key = (reply.assessment_id, reply.month)
    if not reply.tasks:
        return [
            section(
                "*Golden tasks*: none yet. Without them nobody can tell what breaks; three to five will do.",
                accessory=button("Add golden tasks", Act.EDIT_TASKS, reply.assessment_id),
            )
        ]
    if len(reply.tasks) > _MOST_IN_MESSAGE:
        done = [task.result for task in reply.tasks]
        told = ", ".join(f"{done.count(result)} {words.lower()}" for result, words in RESULT.items())
        marking = button("Mark the results", Act.REVIEW_COUNTS, *key, tail="tasks")
        return [section(f"*Golden tasks*: {len(done)}. So far: {told}.", accessory=marking)]
    bar = (
        f" The bar: {ours(reply.bar)} tasks have to pass, each in every run unless it has a bar of its own."
        if reply.bar
        else ""
    )
    return [
        section(f"*Golden tasks*: what happened when you ran them?{bar}"),
        *(_task(reply, task) for task in reply.tasks),
    ]


def _task(reply: ReviewMessage, task: TaskMark) -> Block:
    choices = [
        option(words, value(reply.assessment_id, reply.month, task.id, str(result))) for result, words in RESULT.items()
    ]
    chosen = choices[list(RESULT).index(task.result)]["value"]
    key = block_id("task", task.id, str(reply.version))[:255]
    runs = f", {ours(task.runs)}" if task.runs else ""
    bar = f" (bar: {typed(task.bar, 40)})" if task.bar else ""
    words = f"{name(task.name)}{bar}: {RESULT[task.result].lower()}{runs}"
    return section(words, accessory=select("Result", Act.REVIEW_MARK, choices, chosen), block=key)


def _facts(reply: ReviewMessage) -> str:
    listed = listing(_fact(one) for one in reply.facts[:8]) or "the answers of the interview"
    rests = f"The verdict rests on {listed}."
    if reply.has_changed is None:
        return f"*Has anything changed?* {rests}"
    by = f", says {person(reply.has_changed_by)}" if reply.has_changed_by else ""
    told = f"something has{by}; the outcome will compare" if reply.has_changed else f"no, still so{by}"
    return f"✓ *Has anything changed?* {upper_first(told)}. {rests}"


def _fact(said: Said) -> str:
    topic = ours(said.topic)
    return f"{topic[:1].lower()}{topic[1:]} ({ours(said.words or 'not sure')})"


def facts(reply: FactsToChange) -> Message:
    """Every answer, with a way to give it anew."""
    shown = reply.facts[:_MOST_FACTS]
    left = len(reply.facts) - len(shown)
    return message(
        section(f"*What has changed for {name(reply.name)}?* Press Change; the thread asks that question again."),
        *[_changeable(reply.assessment_id, one) for one in shown],
        actions(link_button("Go to the thread", reply.link, "thread")) if reply.link else None,
        context(f"{count(left, 'more answer')} in the thread.") if left else None,
    )


def _changeable(assessment_id: str, said: Said) -> Block:
    press = button("Change", Act.CHANGE, assessment_id, said.fact, tail=said.fact, says=f"Change: {said.topic}")
    typed_words = f", from {quoted(said.typed, 60)}" if said.typed else ""
    return section(f"{ours(said.topic)}: {ours(said.words or 'not sure')}{typed_words}", accessory=press)


def counting(reply: CountsModal) -> Block:
    """The modal of counts and results."""
    shown = reply.tasks[:_MOST_IN_MODAL]
    left = len(reply.tasks) - len(shown)
    blocks: list[Block | None] = [
        section(f"*{name(reply.name)}*: failures since the last review, as they were logged. Correct what is wrong."),
        *[
            text_input(field_id(Field.REVIEW_COUNT, row.bucket), row.label, most=20, initial=str(row.count))
            for row in {row.bucket: row for row in reply.counts}.values()
        ],
        section("*Golden tasks*") if shown else None,
        *[block for task in shown for block in (_result_menu(task), _runs_input(task))],
        context(f"{count(left, 'more golden task')} not shown.") if left else None,
    ]
    return modal("Counts and results", blocks, kind=Modal.COUNTS, submit="Save", close="Not now", private=reply.private)


def _runs_input(task: TaskMark) -> Block | None:
    """For a task whose bar counts runs: how many passed."""
    if not task.counts_runs:
        return None
    label = f"{plain(task.name, 100)}: runs that passed"
    block = field_id(Field.REVIEW_RUNS, task.id)[:255]
    return text_input(
        block, label, most=20, initial=task.runs.removesuffix(" runs"), hint="8 of 10", optional=True,
        help_line=f"Its bar: {plain(task.bar, 100)}. What stands here decides its mark.",
    )  # fmt: skip


def _result_menu(task: TaskMark) -> Block:
    choices = [option(words, str(result)) for result, words in RESULT.items()]
    return chooser(field_id(Field.REVIEW_TASK, task.id)[:255], task.name, choices, str(task.result), optional=True)
