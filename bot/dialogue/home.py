"""The Home tab: what waits for the reader, the decisions in their channels; made when opened and when it changes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.commands import AppHomeOpened, CommandBase, RefreshHome
from bot.dialogue.portfolio import at_home
from bot.dialogue.progress import is_contradiction, question_key
from bot.dialogue.review.reading import bucket_counts
from bot.dialogue.review.standing import review_key
from bot.dialogue.roadmap import ROADMAP, ROADMAP_KEYS
from bot.dialogue.schedule import next_at, today
from bot.dialogue.standing import reviewed, standing
from bot.dialogue.turn import PARENT, Gathered, LookedAt, Recalled, Run, Say, Turn
from bot.dialogue.verdict import VERDICT
from bot.replies.home import HomeLine, HomeScreen, SeesChannels, WaitingLine, Waits
from bot.slack.membership import Told
from rules.framework import Framework
from storage.answer_records import BLIND
from storage.home_records import OwnedItem
from storage.homes import MOST_WAITING, HomeRows
from storage.records import Assessment, AssessmentState, DeliveryMethod, ItemState, Viewer

PAGE = 10
"""How many assessments one page of the Home shows."""
_MOST_SHOWN = 6
"""So much of what waits is shown; the rest is counted."""
LOOKING = timedelta(hours=1)
"""So long after somebody opened their Home it is kept current."""
MOST_VIEWERS = 20
SOON = timedelta(seconds=2)
"""What changes within this time is shown at once."""
APART = timedelta(seconds=1.5)
"""Times the number of viewers: so that Slack is asked for people's channels forty times a minute at most."""
_LATER = timedelta(seconds=30)


def is_looking(viewer: Viewer, now: datetime) -> bool:
    """Whether this person opened their Home lately."""
    return now - viewer.opened_at < LOOKING


def keys(rows: HomeRows) -> set[str]:
    """The messages to which a Home leads."""
    reviews = {review_key(review.month) for review in rows.reviews}
    items = set(ROADMAP_KEYS) if rows.items else set()
    questions = (_question_key(question.asking) for question in rows.questions)
    return {PARENT, *reviews, *items, *questions, *map(_key_of, rows.shown)}


def _key_of(assessment: Assessment) -> str:
    """The message of a decision that its reader goes on with: the verdict, or what stands open."""
    if assessment.asking is not None:
        return _question_key(assessment.asking)
    return VERDICT if assessment.decision is not None else PARENT


def _question_key(asking: str) -> str:
    return asking if asking == BLIND or is_contradiction(asking) else question_key(asking)


def show(command: AppHomeOpened, recalled: Recalled) -> Turn:
    """Publish the Home of the one who opens it. It is theirs alone, and the latest is all that counts."""
    looked = (recalled.gathered or Gathered()).looked
    if looked is None:
        return Turn()
    screen = _screen(looked, recalled)
    return Turn(says=(_published(command, screen),), viewer=_seen(looked, screen, recalled.now))


def refresh(command: RefreshHome, recalled: Recalled) -> Turn:
    """Publish it anew, where it changed and somebody still looks; later, where Slack cannot say now what is theirs."""
    looked = (recalled.gathered or Gathered()).looked
    if looked is None:
        return Turn()
    if looked.told is Told.NOT_NOW:
        at = recalled.now + _LATER
        return Turn(runs=(Run(command, f"home:{command.actor}:{at:%Y%m%dT%H%M%S}", at),))
    screen = _screen(looked, recalled)
    seen = _seen(looked, screen, recalled.now)
    is_same = seen.shown == looked.viewer.shown
    return Turn(says=() if is_same else (_published(command, screen),), viewer=seen)


def _published(command: CommandBase, screen: HomeScreen) -> Say:
    person = command.actor
    return Say(
        DeliveryMethod.PUBLISH,
        screen,
        message_key=f"home:{person}",
        user=person,
        channel=person,
        is_private=True,
        replaces=True,
    )


def _seen(looked: LookedAt, screen: HomeScreen, now: datetime) -> Viewer:
    digest = sha256(screen.model_dump_json().encode()).hexdigest()[:32]
    return looked.viewer.model_copy(update={"page": screen.page, "refreshed_at": now, "shown": digest})


_SEES = {Told.NOT_ALLOWED: SeesChannels.TOOK_PART, Told.NOT_NOW: SeesChannels.NOT_NOW}


def _screen(looked: LookedAt, recalled: Recalled) -> HomeScreen:
    rows, now, framework = looked.rows, recalled.now, recalled.framework
    waiting = sorted(_waiting(looked, now, framework), key=_urgency)
    return HomeScreen(
        waiting=tuple(waiting[:_MOST_SHOWN]),
        more_waiting=max(0, len(waiting) - _MOST_SHOWN),
        is_more_waiting=MOST_WAITING in {len(rows.reviews), len(rows.items), len(rows.questions)},
        lines=tuple(_line(assessment, looked, now) for assessment in rows.shown),
        page=rows.page,
        first=rows.page * PAGE + 1,
        total=rows.total,
        sees_channels=_SEES.get(looked.told, SeesChannels.ALL),
        portfolio=at_home(looked.totals),
        uses_model=recalled.uses_model,
    )


def _urgency(line: WaitingLine) -> tuple[int, int]:
    """What is overdue first, then reviews, one's own before others', then what has a day, questions, the rest."""
    days = 0 if line.days is None else line.days
    if line.waits is Waits.REVIEW:
        return (1, not line.is_own)
    if line.waits in {Waits.QUESTION, Waits.ALONE}:
        return (3, 0)
    return (4, 0) if line.days is None else (0 if days < 0 else 2, days)


def _waiting(looked: LookedAt, now: datetime, framework: Framework) -> Iterator[WaitingLine]:
    rows, reader = looked.rows, looked.viewer.user
    for review in rows.reviews:
        yield WaitingLine(
            waits=Waits.REVIEW,
            assessment_id=review.assessment_id,
            name=review.name,
            days=(today(review.zone, now) - today(review.zone, review.opened_at)).days,
            is_own=review.owner == reader,
            link=_link(looked, review.opened_by, review_key(review.month)) or _link(looked, review.assessment_id),
        )
    for item in rows.items:
        yield WaitingLine(
            waits=Waits.ITEM,
            assessment_id=item.assessment_id,
            name=item.name,
            what=item.title,
            due=item.due,
            days=_days_to(item.due, today(item.zone, now)),
            link=_link(looked, item.assessment_id, _roadmap(looked, item)),
        )
    for question in rows.questions:
        if (question.assessment_id, PARENT) not in rows.places:
            continue  # it could not begin where it was started, and nobody can answer it yet
        asked = framework.by_fact.get(question.asking)
        yield WaitingLine(
            waits=Waits.ALONE if question.asking == BLIND else Waits.QUESTION,
            assessment_id=question.assessment_id,
            name=question.name,
            what=asked.topic if asked else "" if is_contradiction(question.asking) else question.asking,
            link=_link(looked, question.assessment_id, _question_key(question.asking)),
        )


def _days_to(due: str | None, today: date) -> int | None:
    try:
        return (date.fromisoformat(due) - today).days if due else None
    except ValueError:
        return None


def _link(looked: LookedAt, assessment_id: str, key: str = PARENT) -> str | None:
    """The address of a message, in its thread where it stands in one; the parent's where it does not stand yet."""
    places = looked.rows.places
    parent = places.get((assessment_id, PARENT))
    place = places.get((assessment_id, key), parent)
    if place is None:
        return None
    address = f"{looked.site}/archives/{place.channel}/p{place.ts.replace('.', '')}"
    in_thread = parent is not None and place != parent and not key.startswith(review_key(""))
    return f"{address}?thread_ts={parent.ts}&cid={parent.channel}" if parent and in_thread else address


def _roadmap(looked: LookedAt, item: OwnedItem) -> str:
    """The key of the message that shows this item: the roadmap's, or that of its phase which 0.1.0 posted."""
    phase = f"{ROADMAP}:{item.phase}"
    return ROADMAP if (item.assessment_id, ROADMAP) in looked.rows.places else phase


def _line(assessment: Assessment, looked: LookedAt, now: datetime) -> HomeLine:
    rows = looked.rows
    counted = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    is_archived = assessment.channel in looked.archived
    return HomeLine(
        assessment_id=assessment.id,
        name=assessment.name,
        channel=assessment.channel,
        done=sum(item.state is ItemState.DONE for item in counted),
        total=len(counted),
        is_archived=is_archived,
        has_begun=(assessment.id, PARENT) in rows.places or assessment.state is not AssessmentState.INTERVIEWING,
        next_review_at=None if is_archived else next_at(assessment, now),
        failures=bucket_counts(rows.failures.get(assessment.id, {})),
        is_more=rows.is_more,
        link=_link(looked, assessment.id, _key_of(assessment)),
        **standing(assessment),
        **reviewed(assessment, rows.concluded.get(assessment.id), rows.ended.get(assessment.id, ())),
    )
