"""The roadmap worked by typing: golden tasks written down by their names, an item ticked, and where the rest is done.

Only what names a golden task or an item of the roadmap is taken (`rules.hearing.following.roadmap`); all else is heard
like any other line.
"""

from bot.commands import MarkItem, TasksSaved, TypedText
from bot.dialogue import tasks
from bot.dialogue.ask import open_key
from bot.dialogue.names import is_visible
from bot.dialogue.roadmap import mark
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply, ToldAnswer, ToldControl
from rules.hearing.following.roadmap import Ticked, read_item, read_tasks
from storage.records import Assessment, ChecklistItem, DeliveryMethod, ItemState


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the roadmap; None where it names nothing on it."""
    if not command.is_mention or command.is_edited or "?" in text or open_key(assessment) is not None:
        return None
    return _written(assessment, command, text, recalled) or _worked(assessment, command, text, recalled)


def _written(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """Golden tasks by their names, as pasted into the form, which then asks for the rest of each."""
    # Lines stand apart as they were typed; behind the name of a decision they are cleaned.
    named, decision = read_tasks(command.text.strip(), text), assessment.decision
    if named is None or decision is None:
        return None
    pasted = "\n".join(filter(is_visible, named.names))
    if not pasted:
        return None
    saved = TasksSaved(**command.about(assessment_id=assessment.id), tasks=(), pasted=pasted, bar=assessment.bar)
    return tasks.save(assessment, decision, saved, recalled)


def _worked(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    items = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    said = read_item(text, [item.title for item in items])
    if said is None:
        return None
    item = items[said.item]
    return _ticked(assessment, command, item, recalled) if isinstance(said, Ticked) else _led(assessment, command, item)


def _ticked(assessment: Assessment, command: TypedText, item: ChecklistItem, recalled: Recalled) -> Turn:
    is_new = item.state is ItemState.OPEN
    says = f"{'Ticked' if is_new else 'Ticked already'}: {item.title}."
    reply = HeardReply(
        assessment_id=assessment.id, typed="", says=(says, "To untick it, open its phase of the roadmap.")
    )
    told = privately(command, reply)
    if not is_new:
        return Turn(says=(told,))
    pressed = MarkItem(**command.about(assessment_id=assessment.id), item_id=item.id, is_done=True)
    return mark(assessment, pressed, recalled).saying(told)


def _led(assessment: Assessment, command: TypedText, item: ChecklistItem) -> Turn:
    """Where owner and due date are set: which person and day are meant is chosen there."""
    told = ToldAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        says=(f"Owner and due date of “{item.title}” are set at Edit, in its phase of the roadmap.",),
        control=ToldControl.ROADMAP,
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))
