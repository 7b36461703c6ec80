"""When a review does not arrive: its end is documented, one person hears of it once, and a button sends it after all.

the channel is archived, gone, or without the bot   reviews pause; the owner hears of it in a direct message
nobody knows whether Slack has the message          the owner is asked to look; [Post it now] if it is not there
the owner is gone                                   the starter hears of it, and can hand the review over
the owner cannot be written to                      the nudge goes under the review, by name
charts are not taken                                their words stand in the outcome; a picture follows, where files may
files cannot be posted                              the history of an earlier release comes as a table, with a hint
"""

from bot.commands import DeliveryFailed, PostNow, PostReviewAgain, ShownWithoutCharts
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import ended, reading
from bot.dialogue.review.planning import aside, with_schedule
from bot.dialogue.review.standing import RESULT, found_in, of_review, review_key
from bot.dialogue.schedule import PLAN, alarms, nudge_key, outdated, plan_line
from bot.dialogue.turn import NO_FILES, Recalled, Say, Turn, directly, edit, post
from bot.replies import Aside, HistoryTable, ReviewNudge, ReviewTrouble
from storage.records import Assessment, DeliveryMethod, DeliveryState, Review, ReviewState, ScheduleState

UNKNOWN = "unknown"
OWNER_GONE = "owner_gone"
_NOBODY = frozenset({"user_disabled", "user_not_found", "users_not_found", "user_not_visible", "account_inactive"})
_KINDS = frozenset({"review", "nudge", "notice", "history", "back", "review_result"})


def is_of_review(command: DeliveryFailed) -> bool:
    """Whether what failed belongs to a review."""
    kind, _, month = (command.message_key or "").partition(":")
    return kind in _KINDS and bool(month)


def undelivered(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> Turn:
    """What is done about it."""
    kind, _, month = (command.message_key or "").partition(":")
    review = found_in(recalled, month)
    if review is None:
        return Turn()
    if kind == "review" and command.method is DeliveryMethod.POST:
        return _unposted(assessment, command, review, recalled)
    if kind == "history" and command.method is DeliveryMethod.UPLOAD and command.error != UNKNOWN:
        return _table(assessment, command, review, recalled)
    if kind in {"nudge", "notice"}:
        return _unreached(assessment, command, review)
    return Turn()


def _unposted(assessment: Assessment, command: DeliveryFailed, review: Review, recalled: Recalled) -> Turn:
    """The review itself: reviews pause where the channel cannot be reached; one person hears of it."""
    told = _notice(assessment, command, review.month, command.error)
    if command.error == UNKNOWN or assessment.schedule is None:
        return Turn(says=(told,))
    paused = with_schedule(assessment, recalled, state=ScheduleState.PAUSED)
    off = (*outdated(assessment, recalled.now), nudge_key(review.assessment_id, review.month))
    line = edit(plan_line(paused, recalled, unreached=command.error), PLAN)
    return Turn((paused,), (line, parent_edit(paused, recalled), told), cancels=off)


def _notice(
    assessment: Assessment, command: DeliveryFailed, month: str, error: str, *, to_starter: bool = False
) -> Say:
    """A direct message to the owner, or to the starter; one for each review and reason."""
    schedule = assessment.schedule
    owner = schedule.owner if schedule else None
    to = assessment.started_by if to_starter or owner is None else owner
    reply = ReviewTrouble(
        assessment_id=assessment.id,
        name=assessment.name,
        month=month,
        channel=assessment.channel,
        error=error,
        failed=command.delivery_id,
        owner=owner,
    )
    return directly(to, reply, f"notice:{month}", f"notice:{assessment.id}:{month}:{error}:{to}")


def _unreached(assessment: Assessment, command: DeliveryFailed, review: Review) -> Turn:
    """The owner cannot be told: the starter is, if that is somebody else; where there is nobody, it stays quiet."""
    schedule = assessment.schedule
    if schedule is None or command.error == UNKNOWN or command.actor != schedule.owner:
        return Turn()
    if command.error in _NOBODY:
        if assessment.started_by == schedule.owner:
            return Turn()
        return Turn(says=(_notice(assessment, command, review.month, OWNER_GONE, to_starter=True),))
    if not (command.message_key or "").startswith("nudge"):
        return Turn()
    told = ReviewNudge(
        assessment_id=assessment.id, name=assessment.name, month=review.month, owner=schedule.owner, in_thread=True
    )
    dedupe = f"nudged_there:{assessment.id}:{review.month}"
    under = review_key(review.month)
    return Turn(says=of_review(review, post(told, f"nudged:{review.month}", under_key=under, dedupe_key=dedupe)))


def _table(assessment: Assessment, command: DeliveryFailed, review: Review, recalled: Recalled) -> Turn:
    """The history in words, where the picture cannot be shown."""
    if review.state is not ReviewState.FINISHED:
        return Turn()
    drawn = ended.picture(assessment, review, recalled)
    table = HistoryTable(**drawn.model_dump(exclude={"kind"}), lacks_scope=command.error in NO_FILES)
    dedupe = f"table:{assessment.id}:{review.month}"
    under = review_key(review.month)
    return Turn(says=of_review(review, post(table, f"table:{review.month}", under_key=under, dedupe_key=dedupe)))


def draw_instead(assessment: Assessment, command: ShownWithoutCharts, recalled: Recalled) -> Turn:
    """The months as a picture, under a review's outcome that says them in words since no chart can be shown."""
    kind, _, month = command.message_key.partition(":")
    review = found_in(recalled, month)
    if kind != RESULT or review is None or review.state is not ReviewState.FINISHED:
        return Turn()
    drawn = ended.picture(assessment, review, recalled)
    key = f"picture:{month}"
    return Turn(says=of_review(review, Say(DeliveryMethod.UPLOAD, drawn, key, under_key=review_key(month))))


def post_again(assessment: Assessment, command: PostReviewAgain, recalled: Recalled) -> Turn:
    """The reason is gone: post the open review once more, and let reviews go on."""
    review, schedule = found_in(recalled, command.month), assessment.schedule
    if schedule is None or review is None or review.state is not ReviewState.OPEN:
        return Turn(says=(aside(assessment, command, Aside.NOTHING_TO_POST, recalled),))
    going = with_schedule(assessment, recalled, state=ScheduleState.ACTIVE)
    shown = reading.message(going, review, recalled)
    dedupe = f"review:{assessment.id}:{review.month}:{command.failed}"
    says = (
        *of_review(review, post(shown, review_key(review.month), under_key=None, dedupe_key=dedupe)),
        edit(plan_line(going, recalled, command.actor), PLAN),
        parent_edit(going, recalled),
        aside(going, command, Aside.POSTED, recalled),
    )
    return Turn((going,), says, runs=alarms(going, recalled.now))


def post_now(assessment: Assessment, command: PostNow, recalled: Recalled) -> Turn:
    """A person looked, and it is not there: send it once more."""
    row = next((row for row in recalled.unknown if row.id == command.delivery_id), None)
    if row is None or row.assessment_id != assessment.id or row.state is not DeliveryState.UNKNOWN:
        return Turn(says=(aside(assessment, command, Aside.NOTHING_TO_POST, recalled),))
    return Turn(says=(aside(assessment, command, Aside.POSTED, recalled),), resends=(row.id,))
