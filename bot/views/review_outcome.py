"""What a review leads to: its outcome, what takes the place of its message, what its owner hears when it is late."""

from bot.ids import Act, block_id
from bot.replies import (
    Drifted,
    HistoryPicture,
    HistoryTable,
    ReviewBack,
    ReviewClosed,
    Reviewed,
    ReviewHandedOver,
    ReviewNudge,
    ReviewReopened,
    ReviewResult,
    ReviewTrouble,
)
from bot.views.architecture import NAME, USE
from bot.views.beneath import beneath
from bot.views.blocks import Block, Message, actions, bullets, button, context, link_button, message, section
from bot.views.failures import called
from bot.views.history import history, months
from bot.views.moved import compared, meanwhile
from bot.views.plan import owner_menu, reason, when
from bot.views.text import channel, day, link, listing, month_name, name, ours, person
from rules.casing import lower_first
from rules.review import Advice, Conclusion
from rules.review.track import UNMEASURED, is_measured
from rules.wilson import NO_TASKS
from storage.records import Bucket, ReviewState

_STANDS = "*The verdict.* It stands{}: none of the answers it rests on has changed."


def headline(conclusion: Conclusion) -> str:
    """The outcome in one line: "Hold retrieval, and fix retrieval misses first"."""
    unmeasured = "" if is_measured(conclusion.bar_state) else f"; {UNMEASURED}"
    most = conclusion.dominating
    # what is in no bucket has no remedy of its own: it is read before anything is fixed
    verb = "look into" if most and most.bucket == Bucket.UNCLASSIFIED else "fix"
    fixing = f"{verb} {called(most.bucket, most.label)} first" if most else "find out first what fails"
    match conclusion.advice:
        case Advice.HOLD:
            return f"Hold {NAME[conclusion.architecture]}{unmeasured}"
        case Advice.FIX_FIRST:
            return f"Hold {NAME[conclusion.architecture]}, and {fixing}{unmeasured}"
        case Advice.CLIMB:
            return f"Climb from {NAME[conclusion.before]} to {USE[conclusion.architecture]}"
        case Advice.STEP_DOWN:
            return f"Step down from {NAME[conclusion.before]} to {USE[conclusion.architecture]}"


def reviewed(line: Reviewed) -> list[str]:
    """Small lines of a list: what the last review concluded, and whether the verdict held."""
    last = f"Review of {month_name(line.reviewed)}: {headline(line.concluded)}" if line.concluded else ""
    return [said for said in (last, ours(line.held)) if said]


def since(days: int | None) -> str:
    """For how long a review has been open, behind "the monthly review"."""
    if days is None or days < 0:
        return "is open"
    return {0: "opened today", 1: "opened yesterday"}.get(days, f"has been open for {days:,} days")


def result(reply: ReviewResult) -> Message:
    """What the review concludes."""
    conclusion, next_one = reply.conclusion, _next(reply)
    gains = (
        f"It would deliver: {listing(ours(label).lower() for label in conclusion.delivers[:6])}."
        if conclusion.delivers
        else ""
    )
    return beneath(
        section(f"*{headline(conclusion)}.*", ours(conclusion.because), gains),
        section(f"*The bar.* {ours(conclusion.results)}", ours(conclusion.bar_words))
        if reply.has_tasks
        else _no_tasks(reply, is_told="golden tasks" in conclusion.because.casefold()),
        section(f"*Compared with last time.* {ours(conclusion.trend.words)}"),
        history(reply.history, reply.bar) if reply.history else None,
        _remedies(conclusion),
        section("*What wrong answers cost.*", *(ours(one) for one in reply.cost)) if reply.cost else None,
        section(*_verdict(reply), _left_open(reply)),
        context(f"{month_name(reply.month)}, finished by {person(reply.by)}.{next_one}"),
    )


def _no_tasks(reply: ReviewResult, *, is_told: bool) -> Block | None:
    """What is missing, unless the outcome has just said so; and the way to it."""
    add = button("Add golden tasks", Act.EDIT_TASKS, reply.assessment_id)
    return actions(add) if is_told else section(f"*The bar.* {NO_TASKS}", accessory=add)


def _remedies(conclusion: Conclusion) -> Block | None:
    if conclusion.dominating is None:
        return None
    most = conclusion.dominating
    title = f"*What usually helps against {called(most.bucket, most.label)}*"
    return bullets(title, [ours(remedy) for remedy in most.remedies], most=5)


def _verdict(reply: ReviewResult) -> list[str]:
    has_moved = reply.changes or reply.conclusion.changed
    return compared(reply.conclusion, reply.changes) if has_moved else [_stands(reply)]


def _stands(reply: ReviewResult) -> str:
    """No answer is another one: true, and puzzling where somebody has just said that something changed."""
    if not reply.said_changed_by:
        unasked = " Nobody said in this review whether they still hold." if reply.is_unasked else ""
        return _STANDS.format(" so far" if reply.asks else "") + unasked
    return (
        f"*The verdict.* It stands so far: {person(reply.said_changed_by)} said that something has changed, but no "
        "answer has been changed yet. Press Change at that answer in the thread, and it is decided again."
    )


def _left_open(reply: ReviewResult) -> str:
    """The question that the review leaves open: it is not closed with it, and may change what stands here."""
    if not reply.asks:
        return ""
    where = link(reply.thread, "the thread") if reply.thread else "the thread"
    asked = lower_first(ours(reply.asks))
    return f"Still open when this was finished: {asked}. Answer it in {where}; then it is decided again."


def _next(reply: ReviewResult | ReviewClosed) -> str:
    return f" Next review: {when(reply.next_at, reply.zone)}." if reply.next_at else ""


def closed(reply: ReviewClosed) -> Message:
    """What takes the place of the review's message."""
    title = f"*{name(reply.name)}: review of {month_name(reply.month)}*"
    by = f" by {person(reply.by)}" if reply.by else ""
    key = (reply.assessment_id, reply.month)
    match reply.state:
        case ReviewState.FINISHED:
            told = _in_the_channel(reply.conclusion) if reply.conclusion else []
            return message(
                section(f"✓ {title}, finished{by}", *told, f"The reasons stand in the thread.{_next(reply)}"),
                *_reopening(reply),
                actions(button("Log a failure", Act.LOG_FAILURE, reply.assessment_id), _reopen(reply)),
            )
        case ReviewState.SKIPPED:
            return message(
                section(f"{title} was skipped{by}.{_next(reply)}"), *_reopening(reply), actions(_reopen(reply))
            )
        case ReviewState.MISSED:
            return message(section(f"{title} was missed: nobody finished it. A newer one takes its place."))
        case ReviewState.OPEN:
            until = f" until {when(reply.snoozed_until, reply.zone)}" if reply.snoozed_until else ""
            return message(
                section(f"{title} is snoozed{by}{until}. What was marked is kept."),
                actions(button("Open it now", Act.REVIEW_WAKE, *key), button("Skip this month", Act.REVIEW_SKIP, *key)),
            )


def _in_the_channel(conclusion: Conclusion) -> list[str]:
    return [f"*{headline(conclusion)}.* {ours(conclusion.results)}", meanwhile(conclusion)]


def _reopening(reply: ReviewClosed) -> list[Block]:
    if reply.reopen_until is None:
        return []
    return [context(f"By mistake? It can be reopened until {when(reply.reopen_until, reply.zone)}.")]


def _reopen(reply: ReviewClosed) -> Block | None:
    key = (reply.assessment_id, reply.month)
    return button("Reopen", Act.REVIEW_REOPEN, *key) if reply.reopen_until else None


def reopened(reply: ReviewReopened) -> Message:
    """What takes the place of an outcome that holds no longer."""
    title = f"The review of *{name(reply.name)}* for {month_name(reply.month)}"
    return beneath(
        section(
            f"{title} was reopened by {person(reply.by)}; the outcome that stood here is taken back.",
            "What was marked is kept. Finish it again above.",
        )
    )


def table(reply: HistoryTable) -> Message:
    """The months in words, newest first."""
    hint = (
        "This would be a picture, if ftrag had the permission files:write. Whoever manages apps here can grant it."
        if reply.lacks_scope
        else "This would be a picture, but it could not be drawn, or Slack did not take it."
    )
    return beneath(months(reply.results, reply.bar), context(hint))


def picture(reply: HistoryPicture) -> Message:
    """What the picture shows, in words."""
    return table(HistoryTable(**reply.model_dump(exclude={"kind"}), lacks_scope=False))


def back(reply: ReviewBack) -> Message:
    """A snoozed review is open again."""
    return beneath(
        section(f"{person(reply.owner)}, the week is over: the review of *{name(reply.name)}* is open again, above.")
    )


def nudge(reply: ReviewNudge) -> Message:
    """To the owner: nobody finished it."""
    key = (reply.assessment_id, reply.month)
    if reply.in_thread:
        return beneath(
            section(f"{person(reply.owner)}, the review of *{name(reply.name)}* is still open. I will not ask again.")
        )
    return beneath(
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


def drifted(reply: Drifted) -> Message:
    """To the owner: something crossed a line."""
    key = reply.assessment_id
    now = f"the rules give {NAME[reply.now]}" if reply.passes else f"nothing passes; {NAME[reply.now]} comes closest"
    too = ", too" if reply.passes and reply.now is reply.architecture else ""
    return beneath(
        section(f"*{name(reply.name)}: look at the decision again.*"),
        bullets(f"*Since {day(reply.decided_at)}*", [ours(cause) for cause in reply.causes], most=6),
        section(f"You run {NAME[reply.architecture]}. On the answers as they are now {now}{too}."),
        actions(
            button("Reassess", Act.REASSESS, key, says=f"Reassess {reply.name}"),
            button("See why", Act.SHOW_MORE, key, says=f"See why for {reply.name}"),
        ),
        context("Reassess offers every earlier answer again. I bring up each cause once."),
    )


def handed_over(reply: ReviewHandedOver) -> Message:
    """To the new owner."""
    return beneath(
        section(
            f"{person(reply.by)} handed you the monthly review of *{name(reply.name)}* in {channel(reply.channel)}.",
            "I remind you once if nobody finishes it. Its day stands in the thread there; here you can hand it on.",
        ),
        actions(owner_menu(), block=block_id("owner", reply.assessment_id, "handed")),
    )


def trouble(reply: ReviewTrouble) -> Message:
    """To the owner or the starter: the review did not arrive."""
    title, key = f"the review of *{name(reply.name)}*", (reply.assessment_id, reply.month)
    if reply.error == "unknown":
        return beneath(
            section(
                f"I do not know whether {title} reached {channel(reply.channel)}: Slack did not answer.",
                "I send nothing twice. Please look there; if it is missing, press the button.",
            ),
            actions(button("Post it now", Act.POST_NOW, reply.assessment_id, reply.failed, style="primary")),
        )
    if reply.error == "owner_gone":
        return beneath(
            section(
                f"{person(reply.owner)}, who owns {title}, can no longer be reached. The review is still open.",
                "Hand it over to somebody, or stop the reviews.",
            ),
            actions(button("Stop reviews", Act.STOP_REVIEWS, reply.assessment_id)),
            actions(owner_menu(), block=block_id("owner", reply.assessment_id, "notice")),
        )
    return beneath(
        section(
            f"I could not post {title} in {channel(reply.channel)}: {reason(reply.error)}.",
            "Reviews are paused and nothing is lost. Once I can post there again, press Post it now.",
        ),
        actions(
            button("Post it now", Act.REVIEW_POST, *key, reply.failed, style="primary"),
            button("Stop reviews", Act.STOP_REVIEWS, reply.assessment_id),
        ),
    )
