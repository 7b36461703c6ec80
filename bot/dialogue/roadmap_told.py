"""The roadmap in sentences: how far it is, how it stands with one item, which golden tasks are written down."""

from collections.abc import Iterator, Sequence

from bot.commands import TypedText
from bot.dialogue.names import clean
from bot.dialogue.schedule import day_in_words
from bot.dialogue.shown import still_to_do
from bot.dialogue.turn import PARENT, Recalled, Say, Turn
from bot.dialogue.wording import listed
from bot.replies import ToldAnswer, ToldControl
from rules.hearing.following.asked import AboutItem, HowFar, WhichTasks, read_asked
from rules.hearing.following.marking import Named, marked
from rules.hearing.following.roadmap import read_claim
from rules.hearing.following.tick_orders import asked_tick
from rules.roadmap_plan import TASKS_ITEM
from storage.records import Assessment, ChecklistItem, DeliveryMethod, GoldenTask, ItemState

_NAMED = 3
"""Items that are named of those that are done, and of those that are open."""
_SHOWN = 60
_OPEN = 7
"""Items that are named where only the open ones are asked for."""
_TASKS = 6
_AT_EDIT = "set at Edit, in its phase of the roadmap"


def asked(
    assessment: Assessment, command: TypedText, text: str, items: Sequence[ChecklistItem], recalled: Recalled
) -> Turn | None:
    """What is asked of the roadmap, told for all; None where something else is, or nothing."""
    control = ToldControl.ROADMAP
    match read_asked(text, [Named(item.id, item.title) for item in items]):
        case HowFar(is_of_open=True):
            says = still_open(assessment)
        case HowFar(asks_who=asks_who):
            says = how_far(assessment, recalled, asks_who=asks_who)
        case AboutItem(items=places):
            says = tuple(said for at in places for said in of_item(items[at], assessment, recalled))
        case WhichTasks(is_bare=True) if not assessment.golden_tasks:
            return None
        case WhichTasks(asks_who=asks_who):
            says = golden_tasks(assessment, asks_who=asks_who)
            control = ToldControl.EDIT_TASKS if assessment.golden_tasks else ToldControl.ADD_TASKS
        case None:
            says = _whether_ticked(assessment, text, recalled)
    return telling(assessment, command, recalled, says, control) if says else None


def _whether_ticked(assessment: Assessment, text: str, recalled: Recalled) -> tuple[str, ...]:
    """What is said of a tick that is asked for: of its item, of one no longer called for, or that none has the name."""
    what = asked_tick(text)
    if not what:
        return ()
    items = sorted(assessment.checklist, key=lambda item: item.state is ItemState.OBSOLETE)
    found = marked(what, [Named(item.id, item.title) for item in items]).items
    if found and items[found[0][0]].state is ItemState.OBSOLETE:
        return (f"{title(items[found[0][0]])}: not on the roadmap any more, so it is not ticked there.",)
    if found:
        return of_item(items[found[0][0]], assessment, recalled)
    left = listed([f"“{title(item)}”" for item in still_to_do(assessment)[:_NAMED]])
    unknown = f"No item of the roadmap goes by “{clean(what, _SHOWN)}”, so nothing is ticked under that name."
    return (unknown, *([f"Open there: {left}."] if left else []))


def claimed(
    assessment: Assessment, command: TypedText, text: str, items: Sequence[ChecklistItem], recalled: Recalled
) -> Turn | None:
    """Which item is meant by what somebody takes under a name that none has; None where nothing is taken."""
    claim = read_claim(text, [Named(item.id, item.title) for item in items]) if "?" not in text else None
    if claim is None:
        return None
    open_items = [item for item in items if item.state is ItemState.OPEN]
    alike = [items[at] for at in claim.alike if items[at] in open_items] or open_items
    names = listed([f"“{title(item)}”" for item in alike[:_NAMED]])
    none = f"No item of the roadmap goes by “{clean(claim.what, _SHOWN)}”, so nobody’s name was set."
    how = "Say “I take the” and what it is called; owner and day are set at Edit, too, in its phase of the roadmap."
    says = (none, *([f"Open there: {names}."] if names else []), how)
    return telling(assessment, command, recalled, says, ToldControl.ROADMAP)


def telling(
    assessment: Assessment, command: TypedText, recalled: Recalled, says: tuple[str, ...], control: ToldControl
) -> Turn:
    """These sentences in the thread, people in them by name."""
    before = recalled.assessment.checklist if recalled.assessment else ()
    people = {user for item in (*assessment.checklist, *before) for user in (item.owner, item.done_by) if user}
    told = ToldAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        says=says,
        control=control,
        people=tuple(sorted(user for user in people if any(user in said for said in says))),
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def how_far(assessment: Assessment, recalled: Recalled, *, asks_who: bool = False) -> tuple[str, ...]:
    """What is done, the newest last, and what comes next. `asks_who`: what comes next, and whose it is."""
    items = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    done = [item for item in items if item.state is ItemState.DONE]
    left = still_to_do(assessment)
    named = [f"Done: {title(item)}{_by(item, assessment, recalled)}." for item in done[-_NAMED:]]
    before = [f"And {_more(len(done) - _NAMED)} done."] if len(done) > _NAMED else []
    if asks_who:
        first = [f"{title(item)}{_whose(item) or ': nobody’s yet'}." for item in left[:_NAMED]]
        how = "Say “I take the” and what it is called, or set an owner at Edit in its phase of the roadmap."
        return (*(first or ["Everything on the roadmap is done."]), how)
    still = [f"Open: {title(item)}{_whose(item)}." for item in left[:_NAMED]]
    after = [f"And {_more(len(left) - _NAMED)} open."] if len(left) > _NAMED else []
    return (f"Roadmap: {len(done)} of {len(items)} done.", *named, *before, *still, *after)


def still_open(assessment: Assessment) -> tuple[str, ...]:
    """What is open, in order, each with its owner and day."""
    count = sum(item.state is not ItemState.OBSOLETE for item in assessment.checklist)
    left = still_to_do(assessment)
    if not left:
        return (f"Nothing is open on the roadmap: all {count} are done.",)
    more = [f"And {len(left) - _OPEN} more."] if len(left) > _OPEN else []
    first = f"Open on the roadmap: {len(left)} of {count}."
    return (first, *(f"{title(item)}{_whose(item)}." for item in left[:_OPEN]), *more)


def _more(count: int) -> str:
    return f"{count} more {'is' if count == 1 else 'are'}"


def of_item(item: ChecklistItem, assessment: Assessment, recalled: Recalled) -> tuple[str, ...]:
    """Whether it is done, whose it is, when it is due, and what was noted."""
    note = (f"Note: {item.note}",) if item.note else ()
    if item.state is ItemState.DONE:
        return (f"{title(item)}: done{_by(item, assessment, recalled)}.", *note)
    whose = _whose(item) or ", and nobody is set as its owner"
    return (f"{title(item)}: open{whose}.", *note, f"Owner and due date are {_AT_EDIT}.")


def golden_tasks(assessment: Assessment, *, asks_who: bool) -> tuple[str, ...]:
    """Which there are, each with its bar, what they lack, and where they stand. `asks_who`: and whose they are."""
    if not assessment.golden_tasks:
        how = "Type them, such as “golden tasks: refunds 9 of 10, escalation 8 of 10”."
        return (f"No golden task is written down yet. {how}", *(_owner(assessment) if asks_who else ()))
    whose = _owner(assessment) if asks_who else ()
    where = "They stand under Edit golden tasks, and each review asks how they went."
    return (*_listed(assessment.golden_tasks), *whose, where)


def _listed(tasks: tuple[GoldenTask, ...]) -> Iterator[str]:
    names = "; ".join(f"{task.name} ({task.bar or 'no bar yet'})" for task in tasks[:_TASKS])
    more = f"; and {len(tasks) - _TASKS} more" if len(tasks) > _TASKS else ""
    yield f"{len(tasks)} golden {'task is' if len(tasks) == 1 else 'tasks are'} written down: {names}{more}."
    empty = sum(not (task.input and task.must_contain) for task in tasks)
    if empty:
        lack = "lacks" if empty == 1 else "lack"
        yield f"{empty} of {len(tasks)} {lack} what is asked, or what a good answer must contain."


def _owner(assessment: Assessment) -> Iterator[str]:
    item = next((each for each in assessment.checklist if each.id == TASKS_ITEM), None)
    if item is not None:
        yield f"{f'Their owner is {item.owner}' if item.owner else 'Nobody is set as their owner'}: that is {_AT_EDIT}."


def title(item: ChecklistItem) -> str:
    """What the item is called, as it stands within a sentence."""
    return item.title.rstrip(".")


def _by(item: ChecklistItem, assessment: Assessment, recalled: Recalled) -> str:
    zone = assessment.schedule.zone if assessment.schedule else recalled.default_zone
    day = f", {day_in_words(zone, item.done_at, recalled.now)}" if item.done_at else ""
    return f", ticked by {item.done_by}{day}" if item.done_by else day


def _whose(item: ChecklistItem) -> str:
    return f"{f', owner: {item.owner}' if item.owner else ''}{f', due {item.due}' if item.due else ''}"
