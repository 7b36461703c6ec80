"""The monthly review in the channel, its outcome under it, and what its owner hears."""

from collections.abc import Sequence
from datetime import date

from bot.ids import Act, Field, Modal, block_id, field_id, value
from bot.replies import (
    BucketCount,
    CountsModal,
    FactsToChange,
    HistoryPicture,
    HistoryTable,
    ReviewBack,
    ReviewClosed,
    ReviewMessage,
    ReviewNudge,
    ReviewResult,
    ReviewTrouble,
    Said,
    TaskMark,
)
from bot.views.architecture import NAME, USE
from bot.views.blocks import (
    Block,
    Message,
    actions,
    bullets,
    button,
    context,
    link_button,
    message,
    modal,
    option,
    section,
    select,
)
from bot.views.inputs import chooser, text_input
from bot.views.plan import owner_menu, reason, when
from bot.views.text import channel, count, day, listing, name, ours, person, quoted, typed, upper_first
from bot.views.verdict import change
from rules.review import Advice, Conclusion, MonthResult, wilson
from storage.records import ReviewState, TaskResult

_MOST_IN_MESSAGE = 8
"""So many golden tasks have their menu in the message; more are marked in the modal."""
_MOST_IN_MODAL = 80
_MOST_FACTS = 20
FAILURES = {
    "retrieval_miss": "retrieval misses",
    "context_overload": "context overloads",
    "formatting": "formatting failures",
    "safety": "safety failures",
    "tool_error": "tool errors",
    "unclassified": "unclassified failures",
}
"""The buckets as several failures are called inside a sentence."""
RESULT = {TaskResult.PASS: "Pass", TaskResult.FAIL: "Fail", TaskResult.NOT_RUN: "Not run"}


def month_name(month: str) -> str:
    """A month by its name: "December 2026"."""
    try:
        return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
    except ValueError:
        return typed(month, 20) or "this month"


def review(reply: ReviewMessage) -> Message:
    """The message while the review is open."""
    key = (reply.assessment_id, reply.month)
    return message(
        section(f"*{name(reply.name)}: monthly review*, {month_name(reply.month)} · owner: {person(reply.owner)}"),
        section(_since(reply), *_news(reply), accessory=button("Correct the counts", Act.REVIEW_COUNTS, *key)),
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
        actions(owner_menu(), block=block_id("owner", reply.assessment_id, reply.month)),
        context("Anyone here can mark and finish it, over hours or days. Every mark is saved at once."),
    )


def _since(reply: ReviewMessage) -> str:
    chosen = "You chose" if reply.is_first else "You run"
    since = f"on {day(reply.since)}. Since then" if reply.is_first else f"since the last review, {day(reply.since)}"
    return f"{chosen} {NAME[reply.architecture]} {since}: {_failures(reply.counts)}."


def _failures(counts: Sequence[BucketCount]) -> str:
    total = sum(max(0, row.count) for row in counts)
    if not total:
        return "no failure was logged"
    first = counts[0]
    return f"{count(total, 'failure')} logged, {_named(first)}{_rest(counts[1:])}"


def _named(row: BucketCount) -> str:
    return f"{row.count:,} of them {_called(row.bucket, row.label)}"


def _rest(rows: Sequence[BucketCount]) -> str:
    return "".join(f", {row.count:,} {_called(row.bucket, row.label)}" for row in rows[:5])


def _called(bucket: str, label: str) -> str:
    return FAILURES.get(bucket) or ours(label).lower()


def _news(reply: ReviewMessage) -> list[str]:
    """What is said besides, where there is something."""
    months = [month_name(month) for month in reply.missed]
    missed = months if len(months) <= 3 else [*months[:2], f"{len(months) - 2} more"]
    return [
        f"Counts corrected by {person(reply.counted_by)}." if reply.counted_by else "",
        f"Nobody finished the review of {listing(missed)}: missed." if missed else "",
        "It comes late, because I was away when it was due." if reply.is_late else "",
        *(f"Changed since: {change(one)}." for one in reply.changes[:5]),
    ]


def _tasks(reply: ReviewMessage) -> list[Block | None]:
    key = (reply.assessment_id, reply.month)
    if not reply.tasks:
        return [
            section(
                "*Golden tasks*: none yet. Without them nobody can tell whether it works; three to five will do.",
                accessory=button("Add golden tasks", Act.EDIT_TASKS, reply.assessment_id),
            )
        ]
    if len(reply.tasks) > _MOST_IN_MESSAGE:
        done = [task.result for task in reply.tasks]
        told = ", ".join(f"{done.count(result)} {words.lower()}" for result, words in RESULT.items())
        marking = button("Mark the results", Act.REVIEW_COUNTS, *key, tail="tasks")
        return [section(f"*Golden tasks*: {len(done)}. So far: {told}.", accessory=marking)]
    return [section("*Golden tasks*: what happened when you ran them?"), *(_task(reply, task) for task in reply.tasks)]


def _task(reply: ReviewMessage, task: TaskMark) -> Block:
    choices = [
        option(words, value(reply.assessment_id, reply.month, task.id, str(result))) for result, words in RESULT.items()
    ]
    chosen = choices[list(RESULT).index(task.result)]["value"]
    key = block_id("task", reply.month, task.id, str(reply.version))[:255]
    words = f"{name(task.name)}: {RESULT[task.result].lower()}"
    return section(words, accessory=select("Result", Act.REVIEW_MARK, choices, chosen), block=key)


def _facts(reply: ReviewMessage) -> str:
    said = " · ".join(_fact(one) for one in reply.facts[:8]) or "the answers of the interview"
    if reply.has_changed is None:
        return f"*Has anything changed?* {said}"
    by = f", says {person(reply.has_changed_by)}" if reply.has_changed_by else ""
    told = f"something{by}. The thread asks again" if reply.has_changed else f"no, still so{by}"
    return f"✓ *Has anything changed?* {upper_first(told)}. {upper_first(said)}"


def _fact(said: Said) -> str:
    return f"{ours(said.topic).lower()}: {ours(said.words or 'not sure')}"


def headline(found: Conclusion) -> str:
    """The outcome in one line: "Hold retrieval, and fix retrieval misses first"."""
    most = found.dominating
    fixing = f"fix {_called(most.bucket, most.label)} first" if most else "find out first what fails"
    match found.advice:
        case Advice.HOLD:
            return f"Hold {NAME[found.architecture]}"
        case Advice.FIX_FIRST:
            return f"Hold {NAME[found.architecture]}, and {fixing}"
        case Advice.CLIMB:
            return f"Climb from {NAME[found.before]} to {USE[found.architecture]}"
        case Advice.STEP_DOWN:
            return f"Step down from {NAME[found.before]} to {USE[found.architecture]}"


def result(reply: ReviewResult) -> Message:
    """What the review concludes."""
    found, next_one = reply.conclusion, _next(reply)
    gains = (
        f"It would deliver: {listing(ours(label).lower() for label in found.delivers[:6])}." if found.delivers else ""
    )
    return message(
        section(f"*{headline(found)}.*", ours(found.because), gains),
        section(f"*The bar.* {ours(found.results)}", ours(found.bar_words)) if reply.has_tasks else _no_tasks(reply),
        section(f"*Beside the last one.* {ours(found.trend.words)}"),
        _remedies(found),
        section(*_verdicts(reply)) if reply.changes or found.changed else None,
        context(f"{month_name(reply.month)}, finished by {person(reply.by)}.{next_one}"),
    )


def _no_tasks(reply: ReviewResult) -> Block:
    return section(
        "*The bar.* There are no golden tasks yet, so nobody can tell whether it works.",
        accessory=button("Add golden tasks", Act.EDIT_TASKS, reply.assessment_id),
    )


def _remedies(found: Conclusion) -> Block | None:
    if found.dominating is None:
        return None
    most = found.dominating
    title = f"*{ours(most.label)}*, {most.count:,} of {most.total:,} failures. Usual remedies:"
    return bullets(title, [ours(remedy) for remedy in most.remedies], most=5)


def _verdicts(reply: ReviewResult) -> list[str]:
    """The old and the new verdict side by side."""
    found = reply.conclusion
    told = [f"{change(one)}" for one in reply.changes[:6]]
    same = found.decided is found.before
    now = "the same" if same else NAME[found.decided]
    return [
        f"*Facts that changed.* {'; '.join(told)}." if told else "*Facts that changed.*",
        f"Verdict before: {NAME[found.before]}. On the facts as they are now: {now}.",
    ]


def _next(reply: ReviewResult | ReviewClosed) -> str:
    return f" Next review: {when(reply.next_at, reply.zone)}." if reply.next_at else ""


def closed(reply: ReviewClosed) -> Message:
    """What takes the place of the review's message."""
    title = f"*{name(reply.name)}: review of {month_name(reply.month)}*"
    by = f" by {person(reply.by)}" if reply.by else ""
    key = (reply.assessment_id, reply.month)
    match reply.state:
        case ReviewState.FINISHED:
            told = f"*{headline(reply.conclusion)}.* {ours(reply.conclusion.results)}" if reply.conclusion else ""
            return message(
                section(f"✓ {title}, finished{by}", told, f"The reasons stand in the thread.{_next(reply)}"),
                actions(button("Log a failure", Act.LOG_FAILURE, reply.assessment_id)),
            )
        case ReviewState.SKIPPED:
            return message(section(f"{title} was skipped{by}.{_next(reply)}"))
        case ReviewState.MISSED:
            return message(section(f"{title} was missed: nobody finished it. A newer one takes its place."))
        case ReviewState.OPEN:
            until = f" until {when(reply.snoozed_until, reply.zone)}" if reply.snoozed_until else ""
            return message(
                section(f"{title} is snoozed{by}{until}. What was marked is kept."),
                actions(button("Open it now", Act.REVIEW_WAKE, *key), button("Skip this month", Act.REVIEW_SKIP, *key)),
            )


def table(reply: HistoryTable) -> Message:
    """The months in words, newest first."""
    rows = [_row(one) for one in reversed(reply.results[-12:])]
    hint = (
        "This would be a picture, if ftrag had the permission files:write. Whoever manages apps here can grant it."
        if reply.lacks_scope
        else "This would be a picture; Slack did not take it."
    )
    bar = f"{reply.bar:.0%}"
    return message(
        bullets(f"*Month by month*, the bar is {bar}", rows, most=12) or section("*Month by month*"), context(hint)
    )


def picture(reply: HistoryPicture) -> Message:
    """What the picture shows, in words."""
    return table(HistoryTable(**reply.model_dump(exclude={"kind"}), lacks_scope=False))


def _row(one: MonthResult) -> str:
    if one.was_missed:
        return f"{month_name(one.month)}: missed"
    passed, ran = max(0, one.passed), max(0, one.passed) + max(0, one.failed)
    low, high = wilson(passed, ran)
    tasks = f"{passed} of {ran} passed (between {low:.0%} and {high:.0%})" if ran else "no task was run"
    return f"{month_name(one.month)}: {tasks}; {count(one.failure_count, 'failure')}; {NAME[one.architecture]}"


def back(reply: ReviewBack) -> Message:
    """A snoozed review is open again."""
    return message(
        section(f"{person(reply.owner)}, the week is over: the review of *{name(reply.name)}* is open again, above.")
    )


def nudge(reply: ReviewNudge) -> Message:
    """To the owner: nobody finished it."""
    key = (reply.assessment_id, reply.month)
    if reply.in_thread:
        return message(
            section(f"{person(reply.owner)}, the review of *{name(reply.name)}* is still open. I will not ask again.")
        )
    return message(
        section(
            f"The review of *{name(reply.name)}* for {month_name(reply.month)} is still open.",
            "I will not ask again this month.",
        ),
        actions(
            link_button("Open it", reply.link, "review") if reply.link else None,
            button("Skip this month", Act.REVIEW_SKIP, *key),
        ),
        actions(owner_menu(), block=block_id("owner", reply.assessment_id, "nudge")),
    )


def trouble(reply: ReviewTrouble) -> Message:
    """To the owner or the starter: the review did not arrive."""
    title, key = f"the review of *{name(reply.name)}*", (reply.assessment_id, reply.month)
    if reply.error == "unknown":
        return message(
            section(
                f"I do not know whether {title} reached {channel(reply.channel)}: Slack did not answer.",
                "I send nothing twice. Please look there; if it is missing, press the button.",
            ),
            actions(button("Post it now", Act.POST_NOW, reply.assessment_id, reply.failed, style="primary")),
        )
    if reply.error == "owner_gone":
        return message(
            section(
                f"{person(reply.owner)}, who owns {title}, can no longer be reached. The review is still open.",
                "Hand it over to somebody, or stop the reviews.",
            ),
            actions(button("Stop reviews", Act.STOP_REVIEWS, reply.assessment_id)),
            actions(owner_menu(), block=block_id("owner", reply.assessment_id, "notice")),
        )
    return message(
        section(
            f"I could not post {title} in {channel(reply.channel)}: {reason(reply.error)}.",
            "Reviews are paused and nothing is lost. Once I can post there again, press Post it now.",
        ),
        actions(
            button("Post it now", Act.REVIEW_POST, *key, reply.failed, style="primary"),
            button("Stop reviews", Act.STOP_REVIEWS, reply.assessment_id),
        ),
    )


def facts(reply: FactsToChange) -> Message:
    """Every answer, with a way to give it anew."""
    shown = reply.facts[:_MOST_FACTS]
    left = len(reply.facts) - len(shown)
    return message(
        section(f"*What has changed for {name(reply.name)}?* Press Change; the thread asks that question again."),
        *[_changeable(reply.assessment_id, one) for one in shown],
        context(f"{count(left, 'more answer')} in the thread.") if left else None,
    )


def _changeable(assessment_id: str, said: Said) -> Block:
    press = button(
        "Change", Act.CHANGE, assessment_id, said.fact, tail=said.fact, says=f"Change: {said.topic} ({said.fact})"
    )
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
            for row in reply.counts[:10]
        ],
        section("*Golden tasks*") if shown else None,
        *[_result_menu(task) for task in shown],
        context(f"{count(left, 'more golden task')} not shown.") if left else None,
    ]
    return modal("Counts and results", blocks, kind=Modal.COUNTS, submit="Save", close="Not now", private=reply.private)


def _result_menu(task: TaskMark) -> Block:
    choices = [option(words, str(result)) for result, words in RESULT.items()]
    return chooser(field_id(Field.REVIEW_TASK, task.id)[:255], task.name, choices, str(task.result), optional=True)
