"""Golden tasks and single roadmap items: the modals in which they are edited, and what the one who saved hears."""

from collections.abc import Sequence

from bot.ids import MENTION, Act, Field, Modal, field_id
from bot.replies import DueTold, ItemModal, RoadmapMessage, TaskRow, TasksModal, TasksTold, TaskWritten
from bot.views.beneath import beneath
from bot.views.blocks import Block, Message, actions, bullets, button, context, modal, option, section
from bot.views.inputs import date_input, person_input, radios, text_input
from bot.views.text import count, due, listing, name, ours, quoted, typed
from rules.casing import lower_first
from rules.wilson import SO_FEW
from storage.records import ItemState

MOST_ROWS = 20
NAME_MOST = 150
TEXT_MOST = 1_000
NOTE_MOST = 3_000
PASTE_MOST = 3_000
_IN_MESSAGE = 6
_SHOWN = 160
"""Characters of what is asked or answered, as a line repeats it."""
_WHY = f"Three to five are enough: {SO_FEW}, and more would not be run every month."


def editing(reply: TasksModal) -> Block:
    """The golden tasks, each with four fields. Nothing is saved until Save is pressed."""
    intro = (
        f"Suggested from your answers about {name(reply.name)}: the gray words are not saved. Write your own over "
        "them: a name, what is asked, and what a good answer contains. A task without a name is left out."
        if reply.is_suggested
        else f"The tasks that stand for success of {name(reply.name)}. Clear a name to remove a task."
    )
    rows = reply.rows[:MOST_ROWS]
    return modal(
        "Golden tasks",
        [
            section(intro),
            context(_WHY),
            *[block for at, row in enumerate(rows, 1) for block in _row(row, at)],
            actions(button("Add another", Act.ADD_TASK, reply.assessment_id)) if reply.can_add else None,
            text_input(
                field_id(Field.TASKS_BAR),
                "How many of the tasks have to pass?",
                most=NAME_MOST,
                initial=reply.bar,
                hint="80%",
                optional=True,
                help_line="Such as 4 of 5. Left empty, it is 80%.",
            ),
            text_input(
                field_id(Field.TASKS_PASTED),
                "Or paste more",
                most=PASTE_MOST,
                hint="One name a line",
                lines=True,
                optional=True,
                help_line="One name a line. At most 20 tasks in all.",
            ),
        ],
        kind=Modal.TASKS,
        submit="Save",
        close="Not now",
        private=reply.private,
    )


def _row(row: TaskRow, at: int) -> list[Block]:
    return [
        text_input(
            field_id(Field.TASK_NAME, row.id), f"Task {at}: its name", most=NAME_MOST, initial=row.name,
            hint="" if row.name else row.name_hint or "A name, such as Refund window", optional=True,
        ),
        text_input(
            field_id(Field.TASK_INPUT, row.id), f"Task {at}: what is asked", most=TEXT_MOST, initial=row.input,
            hint="" if row.input else row.input_hint, lines=True, optional=True,
        ),
        text_input(
            field_id(Field.TASK_CONTENT, row.id), f"Task {at}: what a good answer must contain", most=TEXT_MOST,
            initial=row.must_contain, hint="" if row.must_contain else row.content_hint, lines=True, optional=True,
        ),
        text_input(
            field_id(Field.TASK_BAR, row.id), f"Task {at}: its bar", most=NAME_MOST, initial=row.bar,
            hint="9 of 10 runs", optional=True,
            help_line="How many of its runs have to pass. Without a number, every one.",
        ),
    ]  # fmt: skip


def told(reply: TasksTold) -> Message:
    """How many tasks stand, and why three to five."""
    title = name(reply.name)
    if reply.is_blank:
        blank = "Nothing of your own stood in the form, and the gray words are not saved."
        return beneath(
            section(f"{title} has no golden tasks yet. {blank} {_WHY}"),
            actions(button("Write them down", Act.EDIT_TASKS, reply.assessment_id)) if reply.assessment_id else None,
        )
    if not reply.count:
        return beneath(section(f"{title} has no golden tasks yet. {_WHY}"))
    beside = f": {reply.added} new beside those that stood" if reply.added else ""
    stands = f"Saved: {title} has *{count(reply.count, 'golden task')}*{beside}."
    bare = _bare(reply.without_bar, reply.count) if reply.without_bar else ""
    why = "Each monthly review asks how they went." if 3 <= reply.count <= 5 else _WHY
    return beneath(section(f"{stands} {why}", bare), *_written(reply), *_contents(reply))


def _written(reply: TasksTold) -> list[Block | None]:
    """What typed words wrote down, as it stands now, and the way to change it."""
    if not reply.written:
        return []
    edits = actions(button("Edit golden tasks", Act.EDIT_TASKS, reply.assessment_id))
    lines = [_as_written(task) for task in reply.written]
    return [
        bullets("", lines, most=_IN_MESSAGE, more=" under Edit golden tasks"),
        None if reply.without_content else edits,
    ]


def _as_written(task: TaskWritten) -> str:
    asked = f"asked: {quoted(task.input, _SHOWN)}" if task.input else ""
    answer = f"must contain: {quoted(task.must_contain, _SHOWN)}" if task.must_contain else ""
    bar = f"bar: {typed(task.bar, 40)}" if task.bar else "no bar yet"
    return " · ".join(part for part in (f"*{name(task.name)}*", asked, answer, bar) if part)


def _bare(bare: int, count: int) -> str:
    """How many tasks lack a bar, and what that is."""
    which = f"{bare} of them {'has' if bare == 1 else 'have'} no bar yet"
    if bare == count:
        which = "It has no bar yet" if count == 1 else "None of them has a bar yet"
    whose = "each" if bare == count else "for the rest"
    return f"{which}: how many runs have to pass. Type it, such as “{MENTION} 9 of 10 {whose}”."


def _contents(reply: TasksTold) -> list[Block | None]:
    """Asks for what tasks lack: what is asked, what must be answered, or both where only a name is known."""
    if not reply.without_content:
        return []
    part = {*reply.without_question, *reply.without_answer}
    both = [one for one in reply.without_content if one not in part]
    lacking = (
        f"What is asked in {_named(both)}, and what must a good answer contain?" if both else "",
        f"What is asked in {_named(reply.without_question)}?" if reply.without_question else "",
        f"What must a good answer contain in {_named(reply.without_answer)}?" if reply.without_answer else "",
    )
    first = reply.without_content[0]
    how = [
        "asked …" if first not in reply.without_answer else "",
        "must contain …" if first not in reply.without_question else "",
        "9 of 10" if reply.without_bar else "",
    ]
    return [
        section(" ".join(part for part in (*lacking, "Nobody can run a task without that.") if part)),
        actions(button("Write it down", Act.EDIT_TASKS, reply.assessment_id)),
        context(f"Or type it: {MENTION} {typed(first, 60)}: {', '.join(part for part in how if part)}"),
    ]


def _named(tasks: Sequence[str]) -> str:
    names = [quoted(one, 60) for one in tasks[:5]]
    left = len(tasks) - len(names)
    return listing([*names, f"{left} more"] if left else names)


def standing(reply: RoadmapMessage) -> Block | None:
    """The team's golden tasks with their bars, or those suggested, as they stand in the roadmap's message."""
    if reply.tasks:
        lines = [f"{name(task.name)}{f' · {typed(task.bar, 40)}' if task.bar else ''}" for task in reply.tasks]
        share = f" · {ours(reply.bar)} have to pass" if reply.bar else ""
        return bullets(f"*Golden tasks*{share}", lines, most=_IN_MESSAGE, more=" under Edit golden tasks")
    if not reply.golden_tasks:
        return None
    names = [quoted(task, 60) for task in reply.golden_tasks[:5]]
    left = len(reply.golden_tasks) - len(names)
    return section(f"Golden tasks to consider: {listing([*names, f'{left} more'] if left else names)}.")


def editing_item(reply: ItemModal) -> Block:
    """One item's state, owner, due date and note."""
    states = [option("Open", str(ItemState.OPEN)), option("Done", str(ItemState.DONE))]
    done_when = f"Done when: {lower_first(ours(reply.done_when))}" if reply.done_when else ""
    return modal(
        "Roadmap item",
        [
            section(f"*{ours(reply.title)}*", ours(reply.detail), done_when),
            context(ours(reply.why)) if ours(reply.why) else None,
            radios(field_id(Field.ITEM_STATE), "State", states, str(reply.state)),
            person_input(field_id(Field.ITEM_OWNER), "Owner", reply.owner),
            date_input(field_id(Field.ITEM_DUE), "Due", reply.due),
            text_input(
                field_id(Field.ITEM_NOTE), "Note", most=NOTE_MOST, initial=reply.note, lines=True, optional=True,
                help_line="The roadmap shows its beginning; the rest stands here.",
            ),
        ],
        kind=Modal.ITEM,
        submit="Save",
        close="Not now",
        private=reply.private,
    )  # fmt: skip


def due_told(reply: DueTold) -> Message:
    """A due date that has passed."""
    return beneath(
        section(
            f"*{ours(reply.title)}* is saved with a due date that has passed: {due(reply.due)}.",
            "If that is not what you meant, press Edit on it and choose another day.",
        )
    )
