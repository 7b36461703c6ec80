"""One roadmap item, edited in a modal: its state, owner, due date and note.

The modal may stand open while somebody else ticks the item, so it remembers what it showed: only what was changed in
it is taken over.
"""

import json
from datetime import date, timedelta
from hashlib import sha256

from bot.commands import EditItem, ItemEdited
from bot.dialogue.names import clean_lines
from bot.dialogue.roadmap import edits, find, marked, redrawn_copy, with_item
from bot.dialogue.turn import Recalled, Say, Turn, privately, problem
from bot.errors import BadInput, NoSuchDay
from bot.ids import Field
from bot.replies import Confirmed, Done, DueTold, ItemModal, ItemTold, Trouble
from storage.records import Assessment, ChecklistItem, ItemState

NOTE_LIMIT = 3_000


def edit_item(assessment: Assessment, command: EditItem, _: Recalled) -> Turn:
    """Open the modal; an item that is no longer needed is only told about."""
    item = find(assessment, command.item_id)
    if item is None:
        return problem(command, Trouble.OUT_OF_DATE)
    if item.state is ItemState.OBSOLETE:
        return Turn(says=(privately(command, ItemTold(title=item.title, state=item.state)),))
    private = {
        "assessment": assessment.id,
        "item": item.id,
        "channel": command.channel or assessment.channel,
        "shown": _shown(item),
        "copy": command.is_copy,
        "response_url": command.response_url if command.is_copy else None,
    }
    known = item.model_dump(include={"title", "detail", "done_when", "why", "state", "owner", "due", "note"})
    return Turn(modal=ItemModal(private=json.dumps(private), **known))


def _shown(item: ChecklistItem) -> tuple[str, str, str, str]:
    return str(item.state), item.owner or "", item.due or "", _digest(item.note)


def _digest(note: str) -> str:
    return sha256(note.encode()).hexdigest()[:12] if note else ""


def edited(assessment: Assessment, command: ItemEdited, recalled: Recalled) -> Turn:
    """Take over what was changed. A due date that has passed is kept, and said to have passed."""
    item = find(assessment, command.item_id)
    if item is None:
        return problem(command, Trouble.OUT_OF_DATE)
    changes = _changes(item, command, recalled)
    after = with_item(assessment, item.model_copy(update=changes))
    if after == assessment:
        told = Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)
        return Turn(says=(privately(command, told, in_thread=not command.is_copy),))
    after = after.model_copy(update={"changed_at": recalled.now})
    redrawn = redrawn_copy(command, after, item.phase, recalled) if command.is_copy else None
    heard = _told(item, command, changes, recalled, is_shown=redrawn is not None)
    return Turn((after,), (*edits(after, item.phase, recalled), *((redrawn,) if redrawn else ()), *heard))


def _changes(item: ChecklistItem, command: ItemEdited, recalled: Recalled) -> dict[str, object]:
    """The fields that differ from what the modal showed, and from what stands."""
    state, owner, due, note = command.shown
    cleaned = clean_lines(command.note, NOTE_LIMIT)
    changes: dict[str, object] = {}
    if command.owner != owner:
        changes["owner"] = command.owner or None
    if command.due != due:
        changes["due"] = command.due or None
    if _digest(cleaned) != note:
        changes["note"] = cleaned
    wanted = next((one for one in (ItemState.OPEN, ItemState.DONE) if one == command.state), None)
    if wanted and command.state != state and wanted is not item.state and item.state is not ItemState.OBSOLETE:
        changes |= marked(wanted, command.actor, recalled.now)
    return changes


def _told(
    item: ChecklistItem, command: ItemEdited, changes: dict[str, object], recalled: Recalled, *, is_shown: bool
) -> tuple[Say, ...]:
    due = changes.get("due")
    # It is still that day somewhere for half a day after it has ended in UTC.
    today = (recalled.now - timedelta(hours=12)).date()
    is_past = isinstance(due, str) and date.fromisoformat(due) < today and command.state != ItemState.DONE
    if is_past:
        return (privately(command, DueTold(title=item.title, due=str(due)), in_thread=not command.is_copy),)
    saved = ItemTold(title=item.title, state=item.state, is_saved=True)
    return (privately(command, saved, in_thread=False),) if command.is_copy and not is_shown else ()


def fault(command: ItemEdited) -> tuple[str, BadInput] | None:
    """What is wrong with what the modal holds, as the sentence under its field."""
    try:
        date.fromisoformat(command.due or "2000-01-01")
    except ValueError:
        return Field.ITEM_DUE, NoSuchDay()
    return None
